"""The sentences of a parse, repaired where the parser cuts wrongly; the Doc stays as it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from tasks.language.lexicon import read_lexicon
from tasks.language.records import Sentence
from tasks.text.records import Paragraph

_MARKS = frozenset(("'", '"', "''", "``"))
_CLOSING = _MARKS | {")", "]", "}"}
_CLOCK = frozenset(("a.m.", "p.m."))
_OPENING = _MARKS | {"(", "[", "{"}


def find_sentences(doc: Doc, paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """List the sentences of a parse; none crosses a paragraph, and white space at their edges is left out.

    A closing mark belongs to the sentence before it, an opening one to the sentence after it. No sentence begins in
    lower case after anything but a full stop, after an abbreviation that never ends one, or without a word; and in
    running text none ends without a mark (the first paragraph may be a headline run into the text).
    """
    sentences: list[Sentence] = []
    for number, (paragraph, starts) in enumerate(zip(paragraphs, _find_starts(doc, paragraphs), strict=True)):
        is_running = number > 0 and paragraph.zone == "body"
        for first, last in _repair(doc, starts, is_running):
            start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
            sentences.append(Sentence(len(sentences), start, end, first, last, number, paragraph.zone))
    return sentences


def _find_starts(doc: Doc, paragraphs: Sequence[Paragraph]) -> list[list[int]]:
    """For each paragraph, the first tokens of its sentences and, last, the token at which it ends."""
    if not len(doc):
        return [[0, 0] for _ in paragraphs]
    offsets, marks = doc.to_array(["IDX", "SENT_START"]).T.tolist()
    opens = [token for token, mark in enumerate(marks) if mark == 1]
    found: list[list[int]] = []
    for paragraph in paragraphs:
        first, last = bisect_left(offsets, paragraph.start), bisect_left(offsets, paragraph.end)
        inside = opens[bisect_right(opens, first) : bisect_left(opens, last)]
        found.append([first, *inside, last])
    return found


def _repair(doc: Doc, starts: Sequence[int], is_running: bool) -> list[tuple[int, int]]:
    """Move and drop the cuts of one paragraph; return token ranges that begin and end with a word or a mark."""
    sentences: list[tuple[int, int]] = []
    end = starts[-1]
    first = _skip_space(doc, starts[0], end)
    for cut in starts[1:-1]:
        at = _move(doc, first, cut, end)
        last = _strip_space(doc, first, at)
        after = _skip_space(doc, at, end)
        if last > first and after < end and not _goes_on(doc, first, last, after, is_running):
            sentences.append((first, last))
            first = after
    last = _strip_space(doc, first, end)
    if last > first and sentences and not _has_word(doc, first, last):
        sentences[-1] = (sentences[-1][0], last)
    elif last > first:
        sentences.append((first, last))
    return sentences


def _skip_space(doc: Doc, at: int, end: int) -> int:
    while at < end and doc[at].is_space:
        at += 1
    return at


def _strip_space(doc: Doc, first: int, at: int) -> int:
    while at > first and doc[at - 1].is_space:
        at -= 1
    return at


def _move(doc: Doc, first: int, cut: int, end: int) -> int:
    """Move a cut behind the closing marks after it, or before the opening marks in front of it."""
    at = cut
    while first < at < end and doc[at].text in _CLOSING and _is_attached(doc, at - 1) and doc[at - 1].text not in "([{":
        at += 1
    if at > cut:
        return at
    while (
        at - 1 > first and doc[at - 1].text in _OPENING and _is_attached(doc, at - 1) and not _is_attached(doc, at - 2)
    ):
        at -= 1
    return at


def _is_attached(doc: Doc, at: int) -> bool:
    """Whether nothing stands between a token and the next one."""
    return not doc[at].whitespace_ and not doc[at].is_space


def _has_word(doc: Doc, first: int, last: int) -> bool:
    return any(char.isalnum() for at in range(first, last) for char in doc[at].text)


def _goes_on(doc: Doc, first: int, last: int, after: int, is_running: bool) -> bool:
    """Whether the tokens from `first` to `last` and those from `after` on are one sentence."""
    if not _has_word(doc, first, last):
        return True
    abbreviations = _abbreviations()
    bare = last
    while bare - 1 > first and doc[bare - 1].text in _CLOSING:
        bare -= 1
    end = doc[bare - 1].text
    if end == "." and bare - 2 >= first and _is_attached(doc, bare - 2):
        end = doc[bare - 2].text + end
    if _begins_low(doc, after):
        return not end.endswith(".") or end.endswith("..") or end in abbreviations or end in _CLOCK
    if is_running and end[-1].isalnum() and bare == last:
        return not doc[first:last].text.isupper()
    before = abbreviations.get(end) if bare == last else None
    if before == "fragment":
        return doc[after].text[0].isupper() and not any(doc[at].pos_ in ("VERB", "AUX") for at in range(first, last))
    opening = doc[after].text[0]
    return before == "name" and opening.isupper() or before == "number" and opening.isdigit()


def _begins_low(doc: Doc, at: int) -> bool:
    """Whether a word in lower case stands here, and no name such as al-Hassan or iPhone and no item such as b)."""
    word = doc[at].text
    next_text = doc[at + 1].text if at + 1 < len(doc) else ""
    return word[0].islower() and word.islower() and not (len(word) == 1 and next_text == ")") and next_text != "-"


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["before"] for row in read_lexicon("language", "abbreviations")}
