"""Direct, indirect or mixed: by the share of letters and digits between marks."""

from collections.abc import Sequence

from tasks.quotes.reading import Reading
from tasks.quotes.records import Span

_DIRECT = 0.9


def to_kind(reading: Reading, spans: Sequence[Span]) -> str:
    """Direct from nine in ten characters between marks on, indirect without any, else mixed."""
    total = inside = 0
    for span in spans:
        total += _letters(reading.text, span.start, span.end)
        for quotation in reading.quotations:
            if quotation.start < span.end and span.start < quotation.end:
                inside += _letters(reading.text, max(span.start, quotation.start), min(span.end, quotation.end))
    if not inside:
        return "indirect"
    return "direct" if inside >= _DIRECT * total else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
