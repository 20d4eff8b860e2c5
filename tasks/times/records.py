"""Time expressions as records."""

from datetime import date
from typing import NamedTuple


class TimeExpression(NamedTuple):
    """A TIMEX3: `anchor` is `published`, `dateline`, the index of an earlier expression, or None."""

    start: int
    end: int
    first: int
    last: int
    text: str
    kind: str
    value: str
    date_from: date | None
    date_to: date | None
    granularity: str | None
    anchor: str | int | None
    status: str
    rule: str
    confidence: float
