"""Names that are short for others of the document: their type is that of the full name."""

from collections.abc import Iterator, Mapping, Sequence

from tasks.entities.gazetteer import read_surnames
from tasks.entities.lexicons import Lexicons, openings_of, read_lexicons, read_stems
from tasks.entities.records import Name
from tasks.language.words import Words

_SIDES = frozenset({"north", "south", "east", "west"})
_SHORTENED = frozenset({"ORG", "WORK", "EVENT", "PRODUCT"})
_LINKS = frozenset({"of", "in", "for", "and", "on"})
_PERSON = {"PERSON"}
_BODIES_AND_PLACES = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP"})


def find_short(groups: Mapping[str, list[int]], owners: set[str], lexicons: Lexicons) -> dict[str, str]:
    """Types of what is short for a name: `the North` for North Korea, `the Centre` for the Wilmot Centre for Peace.

    What the gazetteer has, but no place, is called by its last word too: `the Sox` for the Boston Red Sox.
    """
    gazetteer, keywords = lexicons.gazetteer, lexicons.keywords
    sides, kinds = _SIDES & groups.keys(), (keywords.keys() & groups.keys()) - owners
    found = {}
    for surface in groups:
        if " " not in surface:
            continue
        first, _, rest = surface.partition(" ")
        if first in sides and surface in gazetteer:
            found[first] = "GPE"
        for word in kinds.intersection(rest.split(" ")) if kinds else ():
            if rest.endswith(word) or f"{word} of " in rest or f"{word} for " in rest:
                found[word] = keywords[word]
        for stem in read_stems(surface):
            if stem in groups and stem not in owners and stem not in gazetteer and stem not in lexicons.given_names:
                found[stem] = "ORG"
        last = rest.rpartition(" ")[2]
        known = gazetteer.get(surface) if last in groups and last not in owners and last not in gazetteer else None
        if known and known.entity_type in _SHORTENED and _LINKS.isdisjoint(rest.split(" ")):
            found.setdefault(last, known.entity_type)
    return found


def find_parts(
    words: Words, names: Sequence[Name], groups: Mapping[str, list[int]], types: Sequence[str | None], owners: set[str]
) -> Iterator[tuple[int, str]]:
    """Yield the names that are parts of others, with the type that they have from them; `types` are those found so far.

    What is yielded is to stand in `types` before more is asked for.
    """
    yield from ((index, "ORG") for index in _shortened_bodies(words, names, groups, types, owners))
    yield from ((index, "PERSON") for index in _parts_of_people(words, names, groups, types))


def _shortened_bodies(
    words: Words, names: Sequence[Name], groups: Mapping[str, list[int]], types: Sequence[str | None], owners: set[str]
) -> Iterator[int]:
    """Yield the names of nobody and nothing known that open that of a body: `Wilmot` where Wilmot Partners is named.

    Places stay: most of them are where the body is.
    """
    lexicons = read_lexicons()
    known = (owners, read_surnames(), lexicons.gazetteer, lexicons.given_names, lexicons.nouns)
    for surface, indexes in groups.items():
        for opening in openings_of(surface) if types[indexes[0]] == "ORG" else ():
            if opening in groups and not any(opening in each for each in known):
                short = [names[index] for index in groups[opening]]
                is_person = types[groups[opening][0]] == "PERSON" and " " in opening
                is_free = types[groups[opening][0]] not in _BODIES_AND_PLACES and short[0].label is not None
                if is_free and not is_person and not any(_is_titled(words, name, lexicons) for name in short):
                    yield from groups[opening]


def _is_titled(words: Words, name: Name, lexicons: Lexicons) -> bool:
    return name.first > 0 and words.lower[name.first - 1] in lexicons.honorifics


def _parts_of_people(
    words: Words, names: Sequence[Name], groups: Mapping[str, list[int]], types: Sequence[str | None]
) -> Iterator[int]:
    """Yield the names of one word, unknown otherwise, that open or close a person's: `Nurlan` of Nurlan Wilmot."""
    lexicons = read_lexicons()
    people = (surface.split(" ") for surface, indexes in groups.items() if types[indexes[0]] == "PERSON")
    parts = {word for first, *_, last in filter(_is_full, people) for word in (first, last)}
    for surface in parts.intersection(groups):
        labels = {names[at].label for at in groups[surface]} - {None}
        is_told = types[groups[surface][0]] is None or labels == _PERSON
        if is_told and surface not in lexicons.gazetteer and surface not in lexicons.keywords:
            yield from (at for at in groups[surface] if words.text[names[at].first - 1] != "-")


def _is_full(parts: Sequence[str]) -> bool:
    return len(parts) > 1
