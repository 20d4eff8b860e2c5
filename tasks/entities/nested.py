"""Names inside names: the city in the name of its university, the founder in that of a foundation."""

from collections.abc import Iterator, Sequence

from tasks.entities.lexicons import Lexicons
from tasks.entities.names import Name
from tasks.language.words import Words

_HOLDERS = frozenset({"ORG", "FAC", "EVENT", "WORK", "LAW", "PRODUCT", "LOC", None})
_HELD = frozenset({"PERSON", "ORG", "GPE", "LOC"})
_WHERE = frozenset({"GPE", "LOC"})
_LONGEST = 5


def find_nested(
    words: Words, names: Sequence[Name], types: Sequence[str | None], lexicons: Lexicons
) -> Iterator[tuple[int, int, str]]:
    """Yield (first, last, type) of the longest names inside others: places, and what the document names elsewhere.

    A place that opens a name (the Lisbon Gazette) counts only where the document names it elsewhere.
    """
    told: dict[tuple[str, ...], str | None] = {
        tuple(words.lower[name.first : name.last]): kind
        for name, kind in zip(names, types, strict=True)
        if kind in _HELD
    }
    for name, kind in zip(names, types, strict=True):
        if kind in _HOLDERS and name.last - name.first > 1 and not _is_whole(words, name, lexicons):
            yield from _inside(words, name, told, lexicons)


def _is_whole(words: Words, name: Name, lexicons: Lexicons) -> bool:
    """`Gulf of Mexico`: the gazetteer knows it, and what it holds is no name of its own."""
    return (
        "of" in words.lower[name.first : name.last]
        and " ".join(words.lower[name.first : name.last]) in lexicons.gazetteer
    )


def _inside(
    words: Words, name: Name, told: dict[tuple[str, ...], str | None], lexicons: Lexicons
) -> Iterator[tuple[int, int, str]]:
    at = name.first
    while at < name.last:
        end, kind = _longest(words, name, at, told, lexicons)
        if kind:
            yield at, end, kind
        at = end if kind else at + 1


def _longest(
    words: Words, name: Name, at: int, told: dict[tuple[str, ...], str | None], lexicons: Lexicons
) -> tuple[int, str | None]:
    if not words.text[at][0].isupper():
        return at, None
    longest = name.last - 1 if at == name.first else name.last
    for end in range(min(longest, at + _LONGEST), at, -1):
        parts = tuple(words.lower[at:end])
        known = lexicons.gazetteer.get(" ".join(parts))
        if known and known.entity_type in _WHERE:
            is_told = at > name.first or (told.get(parts) in _WHERE and known.kb_id[:4] != "iso:")
            return (end, known.entity_type) if is_told else (at, None)
        if told.get(parts) and (len(parts) > 1 or told[parts] != "ORG"):
            return end, told[parts]
    return at, None
