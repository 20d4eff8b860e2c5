"""A document as the quotation rules read it: parse, marks and paragraphs, looked up once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.quotes.outlets import find_outlet_ends
from tasks.text.marks import Quotation, find_quotations


@dataclass(frozen=True, slots=True)
class Reading:
    """`quoted[i]` is the index of the quotation that token i stands in, -1 outside; `paragraph[i]` its paragraph.

    `ranges` are the token ranges of the quotations, `paragraphs` those of the paragraphs; `colons` and `outlets` are
    tokens that are a colon or may end the name of an outlet.
    """

    text: str
    tree: Words
    sentences: Sequence[Sentence]
    quotations: list[Quotation]
    quoted: list[int]
    paragraph: list[int]
    ranges: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]
    colons: list[int]
    outlets: list[int]

    def first_of(self, quotation: int) -> int:
        """Token index of a quotation's opening mark."""
        return self.ranges[quotation][0]

    def last_of(self, quotation: int) -> int:
        """Token index after a quotation's closing mark."""
        return self.ranges[quotation][1]

    def colon_from(self, token: int, last: int) -> int | None:
        """The first colon of a token range."""
        at = bisect_left(self.colons, token)
        return self.colons[at] if at < len(self.colons) and self.colons[at] < last else None

    def has_outlet(self, first: int, last: int) -> bool:
        """Whether a token of a range may end the name of an outlet."""
        at = bisect_left(self.outlets, first)
        return at < len(self.outlets) and self.outlets[at] < last

    def has_quotation(self, first: int, last: int) -> bool:
        """Whether a token of a range stands in a quotation."""
        index = bisect_left(self.ranges, (last, 0)) - 1
        return index >= 0 and self.ranges[index][1] > first

    def paragraph_at(self, token: int) -> tuple[int, int]:
        """Token range of the paragraph that a token stands in."""
        return self.paragraphs[bisect_right(self.paragraphs, token, key=itemgetter(0)) - 1]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that a token stands in."""
        return self.sentences[bisect_right(self.sentences, token, key=lambda sentence: sentence.first) - 1]

    def is_comma(self, token: int) -> bool:
        """Whether the token parts a clause from what it interrupts."""
        return 0 <= token < len(self.tree.lower) and self.tree.lower[token] in _PARTING


_PARTING = frozenset({",", "--", "\u2014", "\u2013", "-", ";", "?", "!", "...", "\u2026", ',"', ")"})


def find_word(words: Words, word: str) -> Iterator[int]:
    """Tokens that are a word, by the list's own search."""
    token = -1
    for _ in range(words.lower.count(word)):
        token = words.lower.index(word, token + 1)
        yield token


def _find_bounds(sentences: Sequence[Sentence]) -> dict[int, tuple[int, int]]:
    """Token ranges of the paragraphs by their ordinals."""
    ordinals = list(map(attrgetter("paragraph"), sentences))
    lasts = dict(zip(ordinals, map(attrgetter("last"), sentences), strict=True))
    firsts = dict(zip(reversed(ordinals), map(attrgetter("first"), reversed(sentences)), strict=True))
    return dict(zip(lasts, zip(map(firsts.__getitem__, lasts), lasts.values(), strict=True), strict=True))


def to_reading(words: Words, sentences: Sequence[Sentence]) -> Reading:
    """Read marks and parse of a document."""
    bounds = _find_bounds(sentences)
    paragraph = [-1] * len(words.lower)
    for ordinal, (first, last) in bounds.items():
        paragraph[first:last] = [ordinal] * (last - first)
    paragraphs = list(bounds.values())
    quotations = find_quotations(
        words.source, [(words.start[first], words.end[last - 1]) for first, last in paragraphs]
    )
    ranges = [(bisect_left(words.start, each.start), bisect_left(words.start, each.end)) for each in quotations]
    quoted = [-1] * len(words.lower)
    for index, (first, last) in enumerate(ranges):
        quoted[first:last] = [index] * (last - first)
    colons, outlets = list(find_word(words, ":")), find_outlet_ends(words)
    return Reading(words.source, words, sentences, quotations, quoted, paragraph, ranges, paragraphs, colons, outlets)
