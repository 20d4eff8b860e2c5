"""Names, descriptions and pronouns."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.names import find_names, names_by_surface
from tasks.entities.nested import find_nested
from tasks.entities.nominals import find_nominals
from tasks.entities.records import Mention
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
_START, _END = attrgetter("start"), attrgetter("end")


def find_mentions(words: Words, sentences: Sequence[Sentence]) -> list[Mention]:
    """List the mentions of a document by position; no two have the same span."""
    found = list(_every_mention(words, sentences, read_lexicons()))
    found.sort(key=_END, reverse=True)
    found.sort(key=_START)
    return found


def _every_mention(words: Words, sentences: Sequence[Sentence], lexicons: Lexicons) -> Iterator[Mention]:
    names = find_names(words, sentences, lexicons)
    in_name = [False] * len(words.text)
    groups = names_by_surface(words, names)
    types = resolve_types(words, names, groups, lexicons)
    for (first, last, label, rule), kind in zip(names, types, strict=True):
        if kind is not None or label is not None:
            in_name[first:last] = [True] * (last - first)
            head = first if last - first == 1 else head_of(words, first, last)
            yield _mention(words, first, last, head, "name", kind, rule)
    for first, last, kind in find_nested(words, names, groups, types, lexicons):
        yield _mention(words, first, last, head_of(words, first, last), "name", kind, "nested")
    for first, last, head, kind in find_nominals(words, in_name, lexicons):
        yield _mention(words, first, last, head, "nominal", kind, "noun_phrase")
    for at in find_tokens(words.lower, lexicons.pronouns):
        if words.pos[at] in _PRONOUNS and not in_name[at]:
            yield _mention(words, at, at + 1, at, "pronoun", None, "pronoun")


def head_of(words: Words, first: int, last: int) -> int:
    """The last token of a range whose head lies outside it."""
    heads = words.head
    if last - first == 1:
        return first
    for at in range(last - 1, first, -1):
        if not first <= heads[at] < last or heads[at] == at:
            return at
    return first if not first < heads[first] < last else last - 1


def _mention(words: Words, first: int, last: int, head: int, form: str, kind: str | None, rule: str) -> Mention:
    start, end = words.start[first], words.end[last - 1]
    return Mention(start, end, first, last, head, words.source[start:end], form, kind, rule, _CONFIDENCE[rule])
