"""Names inside names: the city in the name of its university, the founder in that of a foundation."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.entities.gazetteer import is_country
from tasks.entities.lexicons import Lexicons
from tasks.entities.records import Name
from tasks.language.words import Words

_HOLDERS = frozenset({"ORG", "FAC", "EVENT", "WORK", "LAW", "PRODUCT", "LOC", None})
_HELD = frozenset({"PERSON", "ORG", "GPE", "LOC"})
_WHERE = frozenset({"GPE", "LOC"})
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
    knows, holds no name of its own.
    """
    told = {surface: types[indexes[-1]] for surface, indexes in groups.items() if types[indexes[-1]] in _HELD}
    for surface, indexes in groups.items():
        if " " not in surface or types[indexes[0]] not in _HOLDERS:
            continue
        name, is_known = names[indexes[0]], surface in lexicons.gazetteer
        if is_known and types[indexes[0]] in _WHERE:
            continue
        for first, last, kind in _inside(words, name, is_known, told, lexicons):
            for index in indexes:
                shift = names[index].first - name.first
                yield first + shift, last + shift, kind


def _inside(
    words: Words, name: Name, is_known: bool, told: dict[str, str | None], lexicons: Lexicons
) -> Iterator[tuple[int, int, str]]:
    at = name.first
    while at < name.last:
        end, kind = _longest(words, name, at, is_known, told, lexicons)
        if kind:
            yield at, end, kind
        at = max(end, at + 1)


def _longest(
    words: Words, name: Name, at: int, is_known: bool, told: dict[str, str | None], lexicons: Lexicons
) -> tuple[int, str | None]:
    if not words.text[at][0].isupper():
        return at, None
    longest = name.last - 1 if at == name.first else name.last
    for end in range(min(longest, at + _LONGEST), at, -1):
        surface = " ".join(words.lower[at:end])
        known, kind = lexicons.gazetteer.get(surface), told.get(surface)
        if known and (known.entity_type in _WHERE or (known.entity_type == "NORP" and known.country)):
            return end, None if is_known and is_country(known) else known.entity_type
        if known and known.entity_type == "ORG" and (end - at > 1 or words.text[at].isupper()):
            return end, None if is_known else "ORG"
        if kind and (end - at > 1 or kind != "ORG"):
            return end, kind
    return at, None
