"""Places readings in the calendar: by the publication date, a dateline, or the expressions around them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tasks.times.calendar import Period, complete, shift, to_value
from tasks.times.records import Reading

_SIZE = {
    "minute": 0,
    "part_of_day": 0,
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 3,
    "year": 4,
    "decade": 5,
    "century": 6,
}
_STORY_PARAGRAPHS = 2
_MEMORY = 40  # expressions: a text of a megabyte must not be read again for each
_JUST_PASSED = timedelta(14)
_ABOUT_TO_COME = timedelta(30)
_MONTH_OF_YEAR = re.compile(r"XXXX-(\d\d)(-\d\d)?")


class Anchor(NamedTuple):
    """A day to count from, and its name: published, dateline, or the index of an expression."""

    day: date
    name: str | int


class Told(NamedTuple):
    """A period that the text has told of: the index of its expression, its paragraph and its TIMEX3 value."""

    expression: int
    paragraph: int
    value: str
    period: Period


class Placed(NamedTuple):
    """A TIMEX3 value and what it was computed from; the anchor is None when it needed nothing or found none."""

    value: str
    anchor: str | int | None


def is_open(value: str) -> bool:
    """Whether a calendar value lacks what only an anchor can supply."""
    return "X" in value and not value.startswith("P")


def count_units(reading: Reading, now: Anchor | None, told: Sequence[Told], paragraph: int) -> Placed | None:
    """Place a period that is so many units away from an anchor."""
    anchor = _story_anchor(reading, told, paragraph) if reading.base == "story" else now
    if anchor is None and reading.base == "story" and _may_mean_now(reading):
        anchor = now
    if anchor is None or reading.unit is None:
        return None
    value = shift(anchor.day, reading.unit, reading.steps)
    return Placed(_with_suffix(value, reading), anchor.name) if value else None


def _may_mean_now(reading: Reading) -> bool:
    """That day and a year earlier can be counted from the day of writing; the next day cannot."""
    return reading.kind == "DATE" and (reading.steps == 0 or (reading.steps < 0 and reading.unit != "day"))


def _with_suffix(value: str, reading: Reading) -> str:
    if reading.unit == "week" and reading.suffix:
        day = date.fromisocalendar(int(value[:4]), int(value[6:8]), int(reading.suffix[1:]))
        return to_value(day, "day")
    return f"{value}{reading.suffix}"


def _story_anchor(reading: Reading, told: Sequence[Told], paragraph: int) -> Anchor | None:
    """Nearest period told of before that is no longer than the unit.

    A time of day looks in its own paragraph, and further back only when the text has told of a single day.
    """
    fitting = [each for each in told[-_MEMORY:] if _SIZE[each.period.granularity] <= _SIZE[reading.unit or "day"]]
    if not fitting:
        return None
    each = fitting[-1]
    is_near = paragraph - each.paragraph <= (0 if reading.kind == "TIME" else _STORY_PARAGRAPHS)
    is_only = reading.kind == "TIME" and len({other.period.first for other in fitting}) == 1
    if not is_near and not is_only:
        return None
    return Anchor(each.period.last if reading.steps > 0 else each.period.first, each.expression)


def choose(reading: Reading, now: Anchor, direction: str | None) -> Placed | None:
    """Place an open value (a month, a weekday) near an anchor, on the side that words or tense give."""
    options = list(complete(reading.value, now.day, reading.weekday))
    chosen = _pick(options, now.day, reading, direction)
    return Placed(f"{chosen}{reading.suffix}", now.name) if chosen else None


def _pick(options: list[tuple[str, Period]], day: date, reading: Reading, direction: str | None) -> str | None:
    if reading.direction == "past":
        return _last([each for each in options if each[1].last < day])
    if reading.direction == "future":
        return _first([each for each in options if each[1].first > day])
    if reading.direction == "this":
        return _same(options, day, direction)
    is_weekly = reading.value.startswith("XXXX-W")
    if direction == "past" or (is_weekly and direction is None):
        begun = [each for each in options if each[1].first <= day]
        return _last(begun) if is_weekly else _about_to_come(options, day) or _last(begun)
    if is_weekly:
        return _first([each for each in options if each[1].last >= day])
    return _nearest(options, day, direction)


def _about_to_come(options: list[tuple[str, Period]], day: date) -> str | None:
    """A day of the coming weeks, since news names the year of a day that is eleven months ago."""
    for value, period in options:
        if period.granularity == "day" and timedelta(0) < period.first - day <= _ABOUT_TO_COME:
            return value
    return None


def _nearest(options: list[tuple[str, Period]], day: date, direction: str | None) -> str | None:
    """The nearest one, news being of the past rather than of the future.

    Looking ahead it is the next one, unless a day has only just passed (it is to run from March 3 through May).
    """
    value, period = min(options, key=lambda each: _distance(each[1], day), default=("", None))
    if period is None or direction != "future":
        return value or None
    if period.granularity == "day" and timedelta(0) < day - period.last <= _JUST_PASSED:
        return value
    return _first([each for each in options if each[1].last >= day])


def _same(options: list[tuple[str, Period]], day: date, direction: str | None) -> str | None:
    """The one in the same week or year; a weekend that is told of as past has passed."""
    if direction == "past":
        return _last([each for each in options if each[1].first <= day])
    week = day.isocalendar()[:2]
    for value, period in options:
        same_week = period.granularity in ("day", "weekend") and period.first.isocalendar()[:2] == week
        if same_week or (period.granularity not in ("day", "weekend") and period.first.year == day.year):
            return value
    return None


def _last(options: list[tuple[str, Period]]) -> str | None:
    return max(options, key=lambda each: each[1].first)[0] if options else None


def _first(options: list[tuple[str, Period]]) -> str | None:
    return min(options, key=lambda each: each[1].first)[0] if options else None


def _distance(period: Period, day: date) -> float:
    """Days between the middle of a period and a day; those to come count double."""
    days = (period.first - day).days + (period.last - period.first).days / 2
    return 2 * days if days > 0 else -days


def take_year(value: str, other: str, *, before: bool) -> str | None:
    """Give a month (and day) the year of a date beside it; `before`: it stands before that date."""
    match = _MONTH_OF_YEAR.fullmatch(value)
    year = re.match(r"\d{4}(?!\d)", other)
    if not match or not year:
        return None
    number = int(year[0])
    month = re.match(r"\d{4}-(\d\d)", other)
    if month and before and match[1] > month[1]:
        number -= 1
    if month and not before and match[1] < month[1]:
        number += 1
    return f"{number:04}{value[4:]}"
