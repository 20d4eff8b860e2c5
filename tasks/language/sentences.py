"""The sentences of a parse, repaired where the parser cuts wrongly; the Doc stays as it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.text.records import Paragraph

_MARKS = frozenset(("'", '"', "''", "``"))
_CLOSING = _MARKS | {")", "]", "}"}
_CLOCK = frozenset(("a.m.", "p.m."))
_OPENING = _MARKS | {"(", "[", "{"}


def find_sentences(words: Words, paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """List the sentences of a parse; none crosses a paragraph, and white space at their edges is left out.

    A closing mark belongs to the sentence before it, an opening one to the sentence after it. No sentence begins in
    lower case after anything but a full stop, after an abbreviation that never ends one, or without a word; and in
    running text none ends without a mark (the first paragraph may be a headline run into the text).
    """
    sentences: list[Sentence] = []
    opens = _starts(words)
    for number, paragraph in enumerate(paragraphs):
        begin, end = bisect_left(words.start, paragraph.start), bisect_left(words.start, paragraph.end)
        cuts = opens[bisect_right(opens, begin) : bisect_left(opens, end)]
        is_running = number > 0 and paragraph.zone == "body"
        for first, last in _repair(words, begin, cuts, end, is_running):
            start = words.start[first]
            sentences.append(Sentence(len(sentences), start, words.end[last - 1], first, last, number, paragraph.zone))
    return sentences


def _starts(words: Words) -> list[int]:
    """First tokens of the sentences of the parse."""
    starts, at = [], 0
    while at < len(words.sentence):
        starts.append(at)
        at = words.sentence[at][1]
    return starts


def _repair(words: Words, first: int, cuts: Sequence[int], end: int, is_running: bool) -> list[tuple[int, int]]:
    """Move and drop the cuts of one paragraph; return token ranges that begin and end with a word or a mark."""
    sentences: list[tuple[int, int]] = []
    first = _skip_space(words.text, first, end)
    for cut in cuts:
        at = _move(words, first, cut, end)
        last = _strip_space(words.text, first, at)
        after = _skip_space(words.text, at, end)
        if last > first and after < end and not _goes_on(words, first, last, after, is_running):
            sentences.append((first, last))
            first = after
    last = _strip_space(words.text, first, end)
    if last > first and sentences and not _has_word(words.text, first, last):
        sentences[-1] = (sentences[-1][0], last)
    elif last > first:
        sentences.append((first, last))
    return sentences


def _skip_space(text: Sequence[str], at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _strip_space(text: Sequence[str], first: int, at: int) -> int:
    while at > first and text[at - 1].isspace():
        at -= 1
    return at


def _move(words: Words, first: int, cut: int, end: int) -> int:
    """Move a cut behind the closing marks after it, or before the opening marks in front of it."""
    text, at = words.text, cut
    while first < at < end and text[at] in _CLOSING and _is_attached(words, at - 1) and text[at - 1] not in "([{":
        at += 1
    if at > cut:
        return at
    while (
        at - 1 > first and text[at - 1] in _OPENING and _is_attached(words, at - 1) and not _is_attached(words, at - 2)
    ):
        at -= 1
    return at


def _is_attached(words: Words, at: int) -> bool:
    """Whether nothing stands between a token and the next one."""
    return words.end[at] == words.start[at + 1] and not words.text[at].isspace()


def _has_word(text: Sequence[str], first: int, last: int) -> bool:
    return any(map(str.isalnum, "".join(text[first:last])))


def _goes_on(words: Words, first: int, last: int, after: int, is_running: bool) -> bool:
    """Whether the tokens from `first` to `last` and those from `after` on are one sentence."""
    text = words.text
    if not _has_word(text, first, last):
        return True
    abbreviations = _abbreviations()
    bare = last
    while bare - 1 > first and text[bare - 1] in _CLOSING:
        bare -= 1
    end = text[bare - 1]
    if end == "." and bare - 2 >= first and _is_attached(words, bare - 2):
        end = text[bare - 2] + end
    if _begins_low(text, after):
        return not end.endswith(".") or end.endswith("..") or end in abbreviations or end in _CLOCK
    if is_running and end[-1].isalnum() and bare == last:
        return not words.between(first, last).isupper()
    before = abbreviations.get(end) if bare == last else None
    if before == "fragment":
        return text[after][0].isupper() and not any(pos in ("VERB", "AUX") for pos in words.pos[first:last])
    opening = text[after][0]
    return before == "name" and opening.isupper() or before == "number" and opening.isdigit()


def _begins_low(text: Sequence[str], at: int) -> bool:
    """Whether a word in lower case stands here, and no name such as al-Hassan or iPhone and no item such as b)."""
    word = text[at]
    next_text = text[at + 1] if at + 1 < len(text) else ""
    return word[0].islower() and word.islower() and not (len(word) == 1 and next_text == ")") and next_text != "-"


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["before"] for row in read_lexicon("language", "abbreviations")}
