"""Names of which the model saw a part, put together."""

from collections.abc import Sequence
from operator import itemgetter

from tasks.entities.lexicons import Lexicons
from tasks.entities.records import Name
from tasks.language.words import Words

_FIRST, _LAST = itemgetter(0), itemgetter(1)
_JOINING = frozenset({"PERSON", "GPE", "ORG", "LOC"})
_OPENING = frozenset({"PERSON", "ORG", "FAC"})


def join_names(words: Words, names: Sequence[Name], lexicons: Lexicons) -> list[Name]:
    """Put together what the parse has as one name of which the model saw a part: `Ivo | Wilmot`, `Wilmot | Arena`."""
    if set(map(_LAST, names)).isdisjoint(map(_FIRST, names)):
        return list(names)
    found: list[Name] = []
    for name in names:
        if found and found[-1].last == name.first and _is_part(words, found[-1], name, lexicons):
            label = found[-1].label or (name.label if name.label != "GPE" else None)
            found[-1] = Name(found[-1].first, name.last, label, "joined")
        else:
            found.append(name)
    return found


def _is_part(words: Words, name: Name, rest: Name, lexicons: Lexicons) -> bool:
    """Whether a name is a modifier inside the next one; a title, a people and what is known are names of their own."""
    if words.dep[name.last - 1] != "compound" or not rest.first <= words.head[name.last - 1] < rest.last:
        return False
    if name.label == rest.label == "PERSON":
        return True
    known = lexicons.gazetteer.get(" ".join(words.lower[name.first : name.last]))
    if known and known.entity_type != "PERSON":
        return False
    if name.label is None:
        return rest.label in _JOINING and not _is_description(words.lower[name.last - 1], lexicons)
    if rest.label is None and name.label in _OPENING:
        return not _is_somebody(words, rest, lexicons)
    return name.label == rest.label == "GPE"


def _is_somebody(words: Words, rest: Name, lexicons: Lexicons) -> bool:
    """Someone of a body, or what someone there is called: `Wilmot Council | Ada`, `Wilmot Council | Commissioner`."""
    return words.lower[rest.first] in lexicons.given_names or _is_description(words.lower[rest.last - 1], lexicons)


def _is_description(word: str, lexicons: Lexicons) -> bool:
    """A noun for a person, or a people: `Count`, `Scientologist`, `Minnesotan`."""
    known = lexicons.gazetteer.get(word)
    return word in lexicons.nouns or word.endswith("ist") or bool(known and known.entity_type == "NORP")
