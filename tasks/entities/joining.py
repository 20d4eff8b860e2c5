"""Names of which the model saw a part, put together."""

from collections.abc import Sequence

from tasks.entities.lexicons import Lexicons
from tasks.entities.records import Name
from tasks.language.words import Words

_WIDEST = 2  # tokens between two parts: Treaty of Lisbon, Bank of the West
_JOINING = frozenset({"PERSON", "GPE", "ORG", "LOC"})
_OPENING = frozenset({"PERSON", "ORG", "FAC"})


def join_names(words: Words, names: Sequence[Name], lexicons: Lexicons) -> list[Name]:
    """Put together the parts of a name that the model cut: `Ivo | Wilmot`, `Wilmot | Arena`, `US | Congress`."""
    found: list[Name] = []
    for name in names:
        if found and name.first - found[-1].last <= _WIDEST and _belong(words, found[-1], name, lexicons):
            label = found[-1].label or (name.label if name.label != "GPE" else None)
            found[-1] = Name(found[-1].first, name.last, label, "joined")
        else:
            found.append(name)
    return found


def _belong(words: Words, name: Name, rest: Name, lexicons: Lexicons) -> bool:
    """Whether the gazetteer or the parse has two names as one."""
    if " ".join(words.lower[name.first : rest.last]) in lexicons.gazetteer:
        return True
    return name.last == rest.first and _is_part(words, name, rest, lexicons)


def _is_part(words: Words, name: Name, rest: Name, lexicons: Lexicons) -> bool:
    """Whether a name is a modifier inside the next one; a title, a people and what is known are names of their own.

    So is someone of a body, or what someone there is called: `Wilmot Council | Ada`, `Wilmot Council | Commissioner`.
    """
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
        is_new = name.label != "PERSON" and words.lower[rest.first] in lexicons.given_names
        return not is_new and not _is_description(words.lower[rest.last - 1], lexicons)
    return name.label == rest.label == "GPE"


def _is_description(word: str, lexicons: Lexicons) -> bool:
    """A noun for a person, or a people: `Count`, `Scientologist`, `Minnesotan`."""
    known = lexicons.gazetteer.get(word)
    return word in lexicons.nouns or word.endswith("ist") or bool(known and known.entity_type == "NORP")
