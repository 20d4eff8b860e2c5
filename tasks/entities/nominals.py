"""Descriptions that point at a person, a body or a place: the attorney general, Government sources."""

from collections.abc import Container, Iterator

from tasks.entities.lexicons import Lexicons
from tasks.language.words import Words, find_tokens

_POS = frozenset({"NOUN", "PROPN", "ADJ"})
_MODIFIERS = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod"})
_AGED = frozenset({"old", "olds"})  # the 47-year-old
_PART_OF_OTHER = frozenset({"compound", "amod", "nmod"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative"})
_POSTS = frozenset({"for", "as"})
_MANY = ("s", "sh", "ch", "ese")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SINGULAR = frozenset({"is", "was", "has", "says", "does"})


def find_nominals(words: Words, in_name: list[bool], lexicons: Lexicons) -> Iterator[tuple[int, int, int, str]]:
    """Yield (first, last, head, entity type) of noun phrases whose head is a noun of the lexicon, up to the head."""
    nouns, lower, pos = lexicons.nouns, words.lower, words.pos
    for at in find_tokens(lower, nouns):
        if not in_name[at] and pos[at] in _POS and _heads_a_phrase(words, at, nouns[lower[at]].entity_type):
            yield _first_of(words, at), _last_of(words, at), at, nouns[lower[at]].entity_type
    for at in find_tokens(lower, _AGED):
        if lower[at - 2 : at] == ["year", "-"] and not (
            words.dep[at] in _PART_OF_OTHER and pos[words.head[at]] in _POS
        ):
            yield at - 4 - (words.tag[at - 5] == "DT"), at + 1, at, "PERSON"


def find_compatriots(words: Words, peoples: Container[int], lexicons: Lexicons) -> Iterator[tuple[int, int, int, str]]:
    """Yield the same of `the Austrian`, `the Republican`, who are one person; `peoples` are such names of one token."""
    for at in find_tokens(words.dep, _ARGUMENTS):
        is_held = at > 0 and at in peoples and words.lower[at - 1] == "the" and words.head[at - 1] == at
        if is_held and words.lower[at] in lexicons.gazetteer and _is_one(words, at):
            yield at - 1, at + 1, at, "PERSON"


def _is_one(words: Words, at: int) -> bool:
    """The French are many, unless their verb says that the Frenchman is one: `the Portuguese has left`."""
    verb = words.head[at]
    verbs = (verb, *words.kids[verb]) if words.dep[at] in _SUBJECTS else ()
    return not words.lower[at].endswith(_MANY) or any(words.lower[each] in _SINGULAR for each in verbs)


def _heads_a_phrase(words: Words, at: int, kind: str) -> bool:
    """Whether a noun is one by its parse or its article, or opens a sentence: `Astronaut tells graduates`."""
    if words.dep[at] in _PART_OF_OTHER or (kind == "PERSON" and _is_post(words, at)):
        return False
    is_opening = kind == "PERSON" and at == words.sentence[at][0]
    return words.pos[at] == "NOUN" or is_opening or any(words.dep[kid] in {"det", "poss"} for kid in words.kids[at])


def _is_post(words: Words, at: int) -> bool:
    """`ran for governor`, `served as mayor`: what somebody is or wants to be, and nobody told of."""
    is_bare = words.tag[at] == "NN" and not words.kids[at] and words.dep[at] == "pobj"
    return is_bare and words.lower[words.head[at]] in _POSTS


def _first_of(words: Words, at: int) -> int:
    """Left end of the phrase: its modifiers and what they hold."""
    first = at
    for kid in words.kids[at]:
        if kid < at and words.dep[kid] in _MODIFIERS:
            while words.kids[kid] and words.kids[kid][0] < kid:
                kid = words.kids[kid][0]
            first = min(first, kid)
    return first


def _last_of(words: Words, at: int) -> int:
    """One past the head; `attorney general` keeps its adjective."""
    nxt = at + 1
    if nxt < len(words.lower) and words.lower[nxt] in {"general", "elect"} and words.head[nxt] == at:
        return nxt + 1
    return nxt
