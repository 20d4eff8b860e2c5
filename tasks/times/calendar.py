"""Arithmetic on TIMEX3 values: which days a value covers, and which value a number of steps away has."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")
# First month and number of months; a winter runs into the next year.
_MONTHS = {
    **{f"{month:02}": (month, 1, "month") for month in range(1, 13)},
    **{f"Q{number}": (3 * number - 2, 3, "quarter") for number in range(1, 5)},
    "H1": (1, 6, "half"),
    "H2": (7, 6, "half"),
    "SP": (3, 3, "season"),
    "SU": (6, 3, "season"),
    "FA": (9, 3, "season"),
    "WI": (12, 3, "season"),
}
_YEAR_GRANULARITY = {4: "year", 3: "decade", 2: "century"}
_STEP_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_STEP_YEARS = {"year": 1, "decade": 10, "century": 100}


class Period(NamedTuple):
    """A stretch of days, both ends inclusive."""

    granularity: str
    first: date
    last: date


@lru_cache(maxsize=1 << 14)
def to_period(value: str) -> Period | None:
    """Days that a TIMEX3 value covers; None when it is open, vague, before year 1 or no calendar value."""
    try:
        if match := _DAY.fullmatch(value):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return Period(_clock_granularity(match[4]), day, day)
        if match := _WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            if match[3]:
                return Period("weekend", monday + timedelta(5), monday + timedelta(6))
            return Period("week", monday, monday + timedelta(6))
        if match := _PART.fullmatch(value):
            month, length, granularity = _MONTHS[match[2]]
            return Period(granularity, *_month_span(int(match[1]), month, length))
        if _YEARS.fullmatch(value):
            years = 10 ** (4 - len(value))
            first = int(value) * years
            return Period(_YEAR_GRANULARITY[len(value)], date(first, 1, 1), date(first + years - 1, 12, 31))
    except ValueError:  # the thirtieth of February, week 53 of a short year, year 0
        return None
    return None


def _clock_granularity(clock: str | None) -> str:
    if clock is None:
        return "day"
    return "minute" if clock[1].isdigit() else "part_of_day"


def _month_span(year: int, month: int, length: int) -> tuple[date, date]:
    years, last_month = divmod(month + length - 2, 12)
    last_year, last_month = year + years, last_month + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def to_value(day: date, unit: str) -> str:
    """TIMEX3 value of the day, week, weekend, month, quarter, half, year, decade or century around a day."""
    return _VALUES[unit](day)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_VALUES: dict[str, Callable[[date], str]] = {
    "day": lambda day: day.isoformat(),
    "week": _week,
    "weekend": lambda day: f"{_week(day)}-WE",
    "month": lambda day: f"{day.year:04}-{day.month:02}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year:04}-H{1 if day.month < 7 else 2}",
    "year": lambda day: f"{day.year:04}",
    "decade": lambda day: f"{day.year // 10:03}",
    "century": lambda day: f"{day.year // 100:02}",
}


def shift(day: date, unit: str, steps: int) -> str | None:
    """Value of the unit that lies so many steps away from the one around a day; None beyond the years 1 to 9999."""
    try:
        if unit == "day":
            return to_value(day + timedelta(steps), unit)
        if unit in ("week", "weekend"):
            return to_value(day + timedelta(7 * steps), unit)
        if unit in _STEP_MONTHS:
            years, month = divmod(day.month - 1 + steps * _STEP_MONTHS[unit], 12)
            return to_value(date(day.year + years, month + 1, 1), unit)
        return to_value(date(day.year + steps * _STEP_YEARS[unit], 1, 1), unit)
    except (ValueError, OverflowError):
        return None


def complete(value: str, around: date, weekday: int | None = None) -> Iterator[tuple[str, Period]]:
    """Values near a day that an open value (XXXX-11, XXXX-11-08, XXXX-SU, XXXX-WXX-3, XXXX-WXX-WE) can stand for."""
    if value.startswith("XXXX-WXX"):
        filled: Iterator[str] = _near_weeks(value.removeprefix("XXXX-WXX-"), around)
    else:
        reach = range(-8, 9) if value.endswith("02-29") or weekday else range(-1, 2)
        filled = (f"{around.year + years:04}{value[4:]}" for years in reach)
    for each in filled:
        period = to_period(each)
        if period and (weekday is None or period.first.isoweekday() == weekday):
            yield each, period


def _near_weeks(of_week: str, around: date) -> Iterator[str]:
    is_weekend = of_week == "WE"
    ahead = 0 if is_weekend else (int(of_week) - around.isoweekday()) % 7
    for days in range(ahead - 7, 8, 7):
        try:
            day = around + timedelta(days)
        except OverflowError:
            continue
        yield to_value(day, "weekend" if is_weekend else "day")
