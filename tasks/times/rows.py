"""Times to rows."""

from collections.abc import Sequence

from expectations.rows import Row, row_id
from tasks.times.records import TimeExpression


def time_id(doc_id: str, time: TimeExpression) -> str:
    """Return the id of a time expression: its place in the document."""
    return row_id("tim", doc_id, time.start, time.end)


def to_time_rows(doc_id: str, text: str, times: Sequence[TimeExpression]) -> list[Row]:
    """Make the rows of table times."""
    return [
        {
            "time_id": time_id(doc_id, each),
            "doc_id": doc_id,
            "start": each.start,
            "end": each.end,
            "text": text[each.start : each.end],
            "kind": each.kind,
            "value": each.value,
            "date_from": each.date_from,
            "date_to": each.date_to,
            "granularity": each.granularity,
            "anchor": _anchor(doc_id, times, each.anchor),
            "status": each.status,
            "rule": each.rule,
            "confidence": each.confidence,
        }
        for each in times
    ]


def _anchor(doc_id: str, times: Sequence[TimeExpression], anchor: str | int | None) -> str | None:
    return f"time:{time_id(doc_id, times[anchor])}" if isinstance(anchor, int) else anchor
