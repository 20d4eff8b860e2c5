"""Names, descriptions and pronouns."""

from collections.abc import Iterator, Sequence

from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.names import find_names
from tasks.entities.nested import find_nested
from tasks.entities.nominals import find_nominals
from tasks.entities.records import Mention
from tasks.entities.types import resolve_types
from tasks.language.records import Sentence
from tasks.language.words import Words, find_tokens

_CONFIDENCE = {
    "model": 0.85,
    "model_cut": 0.8,
    "proper_noun": 0.7,
    "headline": 0.75,
    "nested": 0.8,
    "noun_phrase": 0.8,
    "pronoun": 0.99,
}


_PRONOUNS = frozenset({"PRON", "DET"})


def find_mentions(words: Words, sentences: Sequence[Sentence]) -> list[Mention]:
    """List the mentions of a document by position; no two have the same span."""
    lexicons = read_lexicons()
    found: dict[tuple[int, int], Mention] = {}
    for mention in _every_mention(words, sentences, lexicons):
        found.setdefault((mention.start, -mention.end), mention)
    return [found[place] for place in sorted(found)]


def _every_mention(words: Words, sentences: Sequence[Sentence], lexicons: Lexicons) -> Iterator[Mention]:
    names = find_names(words, sentences, lexicons)
    in_name = [False] * len(words.text)
    types = resolve_types(words, names, lexicons)
    for name, kind in zip(names, types, strict=True):
        if kind is None and name.label is None:
            continue
        in_name[name.first : name.last] = [True] * (name.last - name.first)
        head = head_of(words, name.first, name.last)
        yield _mention(words, name.first, name.last, head, "name", kind, name.rule)
    for first, last, kind in find_nested(words, names, types, lexicons):
        yield _mention(words, first, last, head_of(words, first, last), "name", kind, "nested")
    for first, last, head, kind in find_nominals(words, in_name, lexicons):
        yield _mention(words, first, last, head, "nominal", kind, "noun_phrase")
    for at in find_tokens(words.lower, lexicons.pronouns):
        if words.pos[at] in _PRONOUNS:
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
