"""A document as the quotation rules read it: parse, marks and paragraphs, looked up once."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.quotes.marks import Quotation, find_quotations


class Reading(NamedTuple):
    """`quoted[i]` is the index of the quotation that token i stands in, -1 outside; `paragraph[i]` its paragraph.

    `ranges` are the token ranges of the quotations.
    """

    doc: Doc
    text: str
    tree: Words
    sentences: Sequence[Sentence]
    quotations: list[Quotation]
    quoted: list[int]
    paragraph: list[int]
    ranges: list[tuple[int, int]]

    def first_token(self, char: int) -> int:
        """The first token that starts at or after a character."""
        return bisect_left(self.tree.start, char)

    def first_of(self, quotation: int) -> int:
        """Token index of a quotation's opening mark."""
        return self.ranges[quotation][0]

    def last_of(self, quotation: int) -> int:
        """Token index after a quotation's closing mark."""
        return self.ranges[quotation][1]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[bisect_right(self.sentences, token, key=lambda sentence: sentence.first) - 1]

    def is_comma(self, token: int) -> bool:
        """Whether the token parts a clause from what it interrupts."""
        return 0 <= token < len(self.tree.lower) and self.tree.lower[token] in _PARTING


_PARTING = frozenset({",", "--", "\u2014", "\u2013", "-", ";", "?", "!", "...", "\u2026", ',"', ")"})


def to_reading(doc: Doc, words: Words, sentences: Sequence[Sentence]) -> Reading:
    """Read marks and parse of a document."""
    tree, text = words, words.source
    paragraph = [-1] * len(tree.lower)
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        start = bounds.get(sentence.paragraph, (sentence.start, 0))[0]
        bounds[sentence.paragraph] = (start, sentence.end)
        paragraph[sentence.first : sentence.last] = [sentence.paragraph] * (sentence.last - sentence.first)
    quotations = find_quotations(text, list(bounds.values()))
    ranges = [(bisect_left(tree.start, each.start), bisect_left(tree.start, each.end)) for each in quotations]
    quoted = [-1] * len(tree.lower)
    for index, (first, last) in enumerate(ranges):
        quoted[first:last] = [index] * (last - first)
    return Reading(doc, text, tree, sentences, quotations, quoted, paragraph, ranges)
