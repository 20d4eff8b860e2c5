"""Names inside names: the city in the name of its university, the founder in that of a foundation."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.entities.gazetteer import Known, is_country
from tasks.entities.lexicons import Lexicons
from tasks.entities.records import Name
from tasks.language.words import Words

_HOLDERS = frozenset({"ORG", "FAC", "EVENT", "WORK", "LAW", "PRODUCT", "LOC", "GPE", None})
_HELD = frozenset({"PERSON", "ORG", "GPE", "LOC"})
_WHERE = frozenset({"GPE", "LOC"})
_SIDES = frozenset({"northern", "southern", "eastern", "western", "central"})
_LONGEST = 5


def find_nested(
    words: Words,
    names: Sequence[Name],
    groups: Mapping[str, list[int]],
    types: Sequence[str | None],
    lexicons: Lexicons,
) -> Iterator[tuple[int, int, str]]:
    """Yield (first, last, type) of the longest names inside others: places, and what the document names elsewhere.

    A place that opens a name (the Lisbon Gazette) counts only where the document names it elsewhere, a country where
    the gazetteer does not know the whole, as does its people (the British Lisbon Fund); `Gulf of Mexico`, which it
    knows, holds no name of its own. Another body that opens a known name does: the UN of the UN Security Council.
    """
    told = {surface: types[indexes[-1]] for surface, indexes in groups.items() if types[indexes[-1]] in _HELD}
    for surface, indexes in groups.items():
        if " " not in surface or types[indexes[0]] not in _HOLDERS:
            continue
        name, whole = names[indexes[0]], lexicons.gazetteer.get(surface)
        if whole and types[indexes[0]] in _WHERE:
            continue
        for first, last, kind in _inside(words, name, whole, told, lexicons):
            for index in indexes:
                shift = names[index].first - name.first
                yield first + shift, last + shift, kind


def _inside(
    words: Words, name: Name, whole: Known | None, told: dict[str, str | None], lexicons: Lexicons
) -> Iterator[tuple[int, int, str]]:
    at = name.first
    while at < name.last:
        end, kind = _longest(words, name, at, whole, told, lexicons)
        if kind:
            yield at, end, kind
        at = max(end, at + 1)


def _longest(
    words: Words, name: Name, at: int, whole: Known | None, told: dict[str, str | None], lexicons: Lexicons
) -> tuple[int, str | None]:
    if not words.text[at][0].isupper():
        return at, None
    longest = name.last - 1 if at == name.first else name.last
    lower, gazetteer, side = words.lower, lexicons.gazetteer, words.lower[at] in _SIDES
    for end in range(min(longest, at + _LONGEST), at, -1):
        surface = " ".join(lower[at:end])
        known, kind = gazetteer.get(surface), told.get(surface)
        if side and known is None:
            known = gazetteer.get(" ".join(lower[at + 1 : end]))
        if known is None and kind is None:
            continue
        if known and (known.entity_type in _WHERE or (known.entity_type == "NORP" and known.country)):
            return end, None if whole and is_country(known) else known.entity_type
        if known and known.entity_type == "ORG" and (kind or end - at > 1 or words.text[at].isupper()):
            is_apart = at == name.first and (kind or end - at == 1) and whole and known.kb_id != whole.kb_id
            return end, "ORG" if whole is None or is_apart else None
        if kind and (end - at > 1 or kind != "ORG"):
            return end, kind
    return at, None
