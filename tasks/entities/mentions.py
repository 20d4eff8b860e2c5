"""Names, descriptions and pronouns."""

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.names import find_names
from tasks.entities.nested import find_nested
from tasks.entities.nominals import find_compatriots, find_nominals
from tasks.entities.records import Mention, names_by_surface
from tasks.entities.types import resolve_types
from tasks.language.records import Sentence
from tasks.language.words import Words, find_tokens

_CONFIDENCE = {
    "model": 0.85,
    "model_cut": 0.8,
    "joined": 0.75,
    "proper_noun": 0.7,
    "told_again": 0.8,
    "headline": 0.75,
    "nested": 0.8,
    "noun_phrase": 0.8,
    "pronoun": 0.99,
}
_PRONOUNS = frozenset({"PRON", "DET"})
_Found = tuple[int, int, int, str, str | None, str]
_START, _END = attrgetter("start"), attrgetter("end")


def find_mentions(words: Words, sentences: Sequence[Sentence]) -> list[Mention]:
    """List the mentions of a document by position; no two have the same span."""
    found = list(_every_mention(words, sentences, read_lexicons()))
    if not found:
        return []
    first, last, head, form, kind, rule = zip(*found, strict=True)
    start, end = [words.start[at] for at in first], [words.end[at - 1] for at in last]
    text, confidence = map(words.source.__getitem__, map(slice, start, end)), map(_CONFIDENCE.__getitem__, rule)
    mentions = list(map(Mention, start, end, first, last, head, text, form, kind, rule, confidence))
    mentions.sort(key=_END, reverse=True)
    mentions.sort(key=_START)
    return mentions


def _every_mention(words: Words, sentences: Sequence[Sentence], lexicons: Lexicons) -> Iterator[_Found]:
    """Yield first and last token, head, form, entity type and rule."""
    names = find_names(words, sentences, lexicons)
    in_name, peoples = [False] * len(words.text), set()
    groups = names_by_surface(words, names)
    types = resolve_types(words, names, groups, lexicons)
    for (first, last, label, rule), kind in zip(names, types, strict=True):
        if kind is not None or label is not None:
            if last - first == 1:
                in_name[first], head = True, first
                if kind == "NORP":
                    peoples.add(first)
            else:
                in_name[first:last], head = [True] * (last - first), head_of(words, first, last)
            yield first, last, head, "name", kind, rule
    for first, last, kind in find_nested(words, names, groups, types, lexicons):
        yield first, last, head_of(words, first, last), "name", kind, "nested"
    described = chain(find_nominals(words, in_name, lexicons), find_compatriots(words, peoples, lexicons))
    for first, last, head, kind in described:
        yield first, last, head, "nominal", kind, "noun_phrase"
    for at in find_tokens(words.lower, lexicons.pronouns):
        if words.pos[at] in _PRONOUNS and not in_name[at] and words.lower[max(at - 1, 0)] != "the":  # `the i`, a paper
            yield at, at + 1, at, "pronoun", None, "pronoun"


def head_of(words: Words, first: int, last: int) -> int:
    """The last token of a range whose head lies outside it."""
    heads = words.head
    if last - first == 1:
        return first
    for at in range(last - 1, first, -1):
        if not first <= heads[at] < last or heads[at] == at:
            return at
    return first if not first < heads[first] < last else last - 1
