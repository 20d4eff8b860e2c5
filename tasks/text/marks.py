"""Quotation marks, paired by what stands around them and never by parity."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

_DOUBLE = re.compile(r"\"|''|``")
_SINGLE = re.compile(r"['`]")
_ELISION = re.compile(r"'(?:em|til|tis|twas|cause|bout|round|n|cos|er|im)\b|'\d\ds?\b", re.IGNORECASE)
_SAID = r"(?:said|says|told|added|asked)\b"
_TAIL = re.compile(rf",(?=(?: {_SAID}[^,\"]{{2,80}}| [^,\"]{{2,60}} {_SAID}[^,\"]{{0,60}})\.\s*$)")
_MOST_NESTED = 50  # marks that may stand inside a quotation
_LONGEST_TAIL = 200  # characters
_OPENS_AFTER = " ([{-\u2013\u2014/:"
_CLOSES_BEFORE = " )]},.;:!?-\u2013\u2014/"


class Quotation(NamedTuple):
    """A stretch between marks, marks included; `is_closed` is False when its closing mark is missing."""

    start: int
    end: int
    is_closed: bool
    is_single: bool


class _Mark(NamedTuple):
    start: int
    end: int
    opens: bool
    closes: bool


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """List the outermost quotations of a text with straight marks, in order.

    A quotation left open at the end of a paragraph goes on in the next when that opens with a mark, as in long
    speeches; else it ends with its paragraph and is reported as not closed.
    """
    found: list[Quotation] = []
    carried: int | None = None
    for index, (start, end) in enumerate(paragraphs):
        if carried is None and _DOUBLE.search(text, start, end) is None:
            found.extend(_find_single(text, start, end))
            continue
        pairs, opened = _pair(text, start, end, carried)
        carried = None
        found.extend(pairs if opened is not None else _with_single(pairs, _find_single(text, start, end)))
        if opened is not None:
            if index + 1 < len(paragraphs) and _goes_on(text, *paragraphs[index + 1]):
                carried = opened
            else:
                found.append(Quotation(opened, end, is_closed=False, is_single=False))
    return found


def _with_single(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    """The quotations of a paragraph: those in single marks count beside double ones only where they hold one."""
    if not doubles:
        return singles
    holding = [each for each in singles if any(_holds(each, double) for double in doubles)]
    whole = [
        each for each in holding if all(_holds(each, d) or d.end <= each.start or each.end <= d.start for d in doubles)
    ]
    return sorted([*whole, *[d for d in doubles if not any(_holds(each, d) for each in whole)]])


def _holds(outer: Quotation, inner: Quotation) -> bool:
    return outer.start < inner.start and inner.end < outer.end


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a paragraph goes on with an open quotation: it opens with a mark, or its first mark closes."""
    if text[start] == '"':
        return True
    first = next(_marks(text, start, end), None)
    return first is not None and first.closes and not first.opens


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _DOUBLE.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        behind = text[match.end()] if match.end() < end else " "
        opens = before in _OPENS_AFTER or before == "'"
        closes = behind in _CLOSES_BEFORE or behind == "'"
        if before.isdigit() and not opens and behind != " " and not closes:
            continue
        yield _Mark(match.start(), match.end(), opens, closes)


def _pair(text: str, start: int, end: int, carried: int | None) -> tuple[list[Quotation], int | None]:
    """Pairs of one paragraph and where a quotation stays open; `carried` opened in an earlier paragraph.

    One whose closing mark is missing before `, Voss said.` ends there.
    """
    pairs: list[Quotation] = []
    opened, depth = carried, 0
    for mark in _marks(text, start, end):
        if opened is None:
            if _may_open(text, mark):
                opened = mark.start
        elif carried is not None and mark.start == start:
            carried = None
        elif mark.opens and not mark.closes:
            nests = _nests(text, mark, end)
            if not nests and not depth and (tail := _find_tail(text, opened, mark.start)):
                pairs.append(Quotation(opened, tail, is_closed=False, is_single=False))
                opened = mark.start
            depth += nests
        elif depth:
            depth -= 1
        else:
            pairs.append(Quotation(opened, mark.end, is_closed=True, is_single=False))
            opened = None
    if opened is not None and (tail := _find_tail(text, max(opened, start), end)):
        pairs.append(Quotation(opened, tail, is_closed=False, is_single=False))
        opened = None
    return pairs, opened


def _find_tail(text: str, start: int, end: int) -> int | None:
    """Where a quotation without a closing mark ends when `, Voss said.` ends the stretch."""
    found = _TAIL.search(text, max(start, end - _LONGEST_TAIL), end)
    return None if found is None else found.end()


def _may_open(text: str, mark: _Mark) -> bool:
    """A mark that can only close, or measures inches, opens nothing."""
    if mark.closes and not mark.opens:
        return False
    return not (mark.start and text[mark.start - 1].isdigit())


def _nests(text: str, mark: _Mark, end: int) -> int:
    """1 when a mark opened inside a quotation has a closing mark of its own before the outer one, else 0."""
    depth = closers = 0
    for other in islice(_marks(text, mark.end, end), _MOST_NESTED):
        if other.opens and not other.closes:
            if not depth and closers >= 1:
                break
            depth += 1
        elif depth:
            depth -= 1
        else:
            closers += 1
    return int(closers >= 2)


def _find_single(text: str, start: int, end: int) -> list[Quotation]:
    """Quotations in single marks, as British papers set them, told from apostrophes."""
    found: list[Quotation] = []
    at = start
    for match in _SINGLE.finditer(text, start, end):
        if match.start() < at or not _opens_single(text, match.start(), start):
            continue
        close = _closing_single(text, match.end(), end)
        if close is not None:
            found.append(Quotation(match.start(), close + 1, is_closed=True, is_single=True))
            at = close + 1
    return found


def _opens_single(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    return before in _OPENS_AFTER and text[at + 1 : at + 2].isalnum() and not _ELISION.match(text, at)


def _closing_single(text: str, at: int, end: int) -> int | None:
    """The mark that ends a quotation: one after punctuation before one that may be a plural's apostrophe."""
    possible = None
    for match in _SINGLE.finditer(text, at, end):
        before = text[match.start() - 1]
        behind = text[match.end()] if match.end() < end else " "
        if behind.isalnum() or before in " (":
            if before in _OPENS_AFTER and possible is not None:
                break
            continue
        if before in ",.!?\u2026":
            return match.start()
        if before != "s":
            return match.start() if possible is None else possible
        if possible is None:
            possible = match.start()
    return possible
