"""Paragraphs of a raw text and the zone that each stands in."""

import re
from itertools import pairwise

from tasks.text.dateline import find_dateline_end
from tasks.text.records import Paragraph
from tasks.text.zones import find_zones

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\x85\x0b\x0c]")
_WIDEST_WRAP = 100  # characters; nobody wraps lines wider by hand or by mail program
_HEAD = 8  # blocks among which the report begins
_WRAPPED_SHARE = 0.25

Span = tuple[int, int]


def find_paragraphs(text: str, title: str | None = None, byline: str | None = None) -> list[Paragraph]:
    """List the paragraphs of a text in order, each with its zone.

    Paragraphs are separated by blank lines; each line is one, unless the lines are wrapped at a width. The dateline
    that opens a report is cut off as a paragraph of its own.
    """
    spans = _find_blocks(text)
    blocks = [text[start:end] for start, end in spans]
    zones = find_zones(blocks, title, byline)
    found: list[Paragraph] = []
    for number, ((start, end), block, zone) in enumerate(zip(spans, blocks, zones, strict=True)):
        cut = find_dateline_end(block) if zone == "body" and number < _HEAD else 0
        if cut:
            found.append(Paragraph(start, start + len(block[:cut].rstrip()), "dateline"))
            start += cut + len(block[cut:]) - len(block[cut:].lstrip())
        found.append(Paragraph(start, end, zone))
    return found


def _find_blocks(text: str) -> list[Span]:
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    lines = [span for start, end in lines if (span := _strip(text, start, end))]
    if not lines:
        return []
    wrapped = _find_wraps(text, lines)
    blocks = [list(lines[0])]
    for (start, end), joins in zip(lines[1:], wrapped, strict=True):
        if joins:
            blocks[-1][1] = end
        else:
            blocks.append([start, end])
    return [(start, end) for start, end in blocks]


def _strip(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return None
    start += len(line) - len(line.lstrip())
    return start, start + len(bare)


def _find_wraps(text: str, lines: list[Span]) -> list[bool]:
    """Say for every pair of lines whether the break between them only wraps a paragraph."""
    adjacent = [_is_adjacent(text, before[1], after[0]) for before, after in pairwise(lines)]
    width = _find_width(text, lines, adjacent)
    return [
        near and (_fills(text, before, after, width) if width else _runs_on(text, before, after))
        for near, (before, after) in zip(adjacent, pairwise(lines), strict=True)
    ]


def _is_adjacent(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return "\u2029" not in between and len(_BREAK.findall(between)) == 1


def _find_width(text: str, lines: list[Span], adjacent: list[bool]) -> int:
    """Return the width that lines are wrapped at, 0 when they are not: many breaks in mid-sentence tell it."""
    pairs = [pair for near, pair in zip(adjacent, pairwise(lines), strict=True) if near]
    width = max((end - start for pair in pairs for start, end in pair), default=0)
    running = sum(_runs_on(text, before, after) for before, after in pairs)
    return width if pairs and width <= _WIDEST_WRAP and running >= _WRAPPED_SHARE * len(pairs) else 0


def _runs_on(text: str, before: Span, after: Span) -> bool:
    return text[after[0]].islower() and text[before[1] - 1] not in ".!?:\"”'’)"


def _fills(text: str, before: Span, after: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted on the line before."""
    first_word = re.match(r"\S+", text[after[0] : after[1]])
    needed = before[1] - before[0] + 1 + (len(first_word[0]) if first_word else 0)
    return needed > width - 2 or _runs_on(text, before, after)
