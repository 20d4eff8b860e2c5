"""Part of speech, features and lemma of every word, by the model's own rules, worked out once for each word.

The rules of English models (the attribute ruler, then the lemmatizer) look at the tag, the form and the relation
of one token, a few of them at two tokens in a row. Run over every token they take a fifth of the time of a parse.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from spacy.matcher import Matcher
from spacy.tokens import Doc, MorphAnalysis, Token

Key = tuple[int, int, int]  # tag, form, relation
_MOST_WORDS = 500_000  # then the memory is emptied


class Word(NamedTuple):
    """What the rules make of a token; `opens` says that a rule for two tokens may begin here."""

    tag: int
    dep: int
    pos: int
    lemma: int
    morph: MorphAnalysis
    opens: bool


class Morphology:
    """Pipeline component that fills part of speech, features and lemma; it remembers every word it has seen.

    ruler, lemmatizer   the model's components of that name
    """

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
        if any(len(pattern) > 2 for pattern in patterns):
            raise ValueError(
                "a rule of the model looks at more than two tokens: add its attribute ruler to the pipeline"
            )
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        self._openers = Matcher(ruler.vocab)
        self._openers.add("opens", [pattern[:1] for pattern in patterns if len(pattern) == 2])
        self._words: dict[Key, Word] = {}
        self._pairs: dict[tuple[Key, Key], list[Word]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Fill the attributes of a parsed document."""
        keys = [(token.tag, token.orth, token.dep) for token in doc]
        self._learn(doc, keys)
        known = self._words
        openers = []
        for token, key in zip(doc, keys, strict=True):
            word = known[key]
            _fill(token, word)
            if word.opens:
                openers.append(token.i)
        for first in openers:
            if first + 1 < len(doc):
                self._fill_pair(doc, first, (keys[first], keys[first + 1]))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 0) -> Iterable[Doc]:
        """Fill the attributes of documents one after the other."""
        return map(self, stream)

    def _learn(self, doc: Doc, keys: Sequence[Key]) -> None:
        if len(self._words) > _MOST_WORDS:
            self._words.clear()
            self._pairs.clear()
        new = {key: token for token, key in zip(doc, keys, strict=True) if key not in self._words}
        if new:
            self._words.update(zip(new, self._rule(list(new.values()), apart=True), strict=True))

    def _fill_pair(self, doc: Doc, first: int, pair: tuple[Key, Key]) -> None:
        if pair not in self._pairs:
            self._pairs[pair] = self._rule([doc[first], doc[first + 1]], apart=False)
        for offset, word in enumerate(self._pairs[pair]):
            if word[:-1] != self._words[pair[offset]][:-1]:
                _fill(doc[first + offset], word)

    def _rule(self, tokens: Sequence[Token], *, apart: bool) -> list[Word]:
        """Ask the rules about tokens, each alone or all in a row."""
        step = 2 if apart else 1
        row = _to_row(tokens, step)
        opening = {start for _, start, _ in self._openers(row, allow_missing=True)}
        self._ruler(row)
        return [self._read(row[at], at in opening) for at in range(0, len(row), step)]

    def _read(self, token: Token, opens: bool) -> Word:
        lemma = token.lemma or token.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        return Word(token.tag, token.dep, token.pos, lemma, token.morph, opens)


def _to_row(tokens: Sequence[Token], step: int) -> Doc:
    """Line up copies of tokens; with a step of two, each is followed by a token without any attribute."""
    vocab = tokens[0].vocab
    words, tags, deps = ([""] * (step * len(tokens)) for _ in range(3))
    for at, token in enumerate(tokens):
        words[step * at], tags[step * at], deps[step * at] = token.text, token.tag_, token.dep_
    return Doc(vocab, words=[word or "\ufffd" for word in words], tags=tags, deps=deps, heads=list(range(len(words))))


def _fill(token: Token, word: Word) -> None:
    token.pos, token.lemma, token.morph = word.pos, word.lemma, word.morph
    if token.tag != word.tag or token.dep != word.dep:  # white space, which the rules tag anew
        token.tag, token.dep = word.tag, word.dep
