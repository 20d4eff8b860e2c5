"""Direct, indirect or mixed: by the share of letters and digits between marks."""

from collections.abc import Sequence

from tasks.quotes.reading import Reading
from tasks.quotes.records import Span

_DIRECT = 0.9


def to_kind(reading: Reading, spans: Sequence[Span]) -> str:
    """Direct from nine in ten characters between marks on, indirect without any, else mixed."""
    inside = 0
    for start, end in spans:
        for opening, closing in [each[:2] for each in reading.quotations if each.start < end and start < each.end]:
            inside += _letters(reading.text, max(start, opening), min(end, closing))
    if not inside:
        return "indirect"
    total = sum(_letters(reading.text, *span) for span in spans)
    return "direct" if inside >= _DIRECT * total else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
