"""Time expressions as records."""

from datetime import date
from typing import NamedTuple


class TimeExpression(NamedTuple):
    """A TIMEX3: `anchor` is `published`, `dateline`, the index of another expression, or None."""

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


class Reading(NamedTuple):
    """What the words of an expression say, before anything places it in the calendar.

    `value` is the TIMEX3 value as far as the words alone give it: X stands for what an anchor must supply, so a value
    without X is final. With `unit` the period is `steps` units away from `base`: the day of writing (now), or the
    time told of before (story). `direction` is what the words themselves say (past, future, this). `weekday` (ISO
    number) narrows a month and day; `suffix` is a part of the resolved period: TNI, T15:00, -Q3.
    """

    kind: str
    value: str
    suffix: str = ""
    unit: str | None = None
    steps: int = 0
    base: str = "now"
    direction: str | None = None
    weekday: int | None = None


class Finding(NamedTuple):
    """A stretch of text that a rule matched: characters and tokens, ends exclusive; and its reading."""

    start: int
    end: int
    first: int
    last: int
    reading: Reading
    rule: str
    confidence: float
