from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.times.calendar import complete, shift, to_period, to_value

UNITS = ["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]


@given(st.dates(date(100, 1, 1), date(9998, 1, 1)), st.sampled_from(UNITS))
def test_a_value_covers_the_day_it_was_made_from(day: date, unit: str) -> None:
    period = to_period(to_value(day, unit))
    assert period is not None
    assert period.granularity == unit
    assert unit == "weekend" or period.first <= day <= period.last


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.sampled_from(UNITS), st.integers(-9, 9))
def test_shifts_add_up(day: date, unit: str, steps: int) -> None:
    there = to_period(shift(day, unit, steps) or "")
    assert there is not None
    assert shift(there.first, unit, -steps) == to_value(day, unit)


@pytest.mark.parametrize(("unit", "steps"), [("day", -1), ("week", -10), ("month", -1), ("year", -1), ("century", -1)])
def test_no_value_before_year_1(unit: str, steps: int) -> None:
    assert shift(date(1, 1, 1), unit, steps) is None


@pytest.mark.parametrize(
    "value", ["2015-02-30", "2015-W54", "XXXX-03", "P3D", "PAST_REF", "0000", "BC0480", "2015-XX-XX"]
)
def test_values_that_cover_no_days(value: str) -> None:
    assert to_period(value) is None


def test_the_29th_of_february_is_found_in_leap_years_only() -> None:
    assert [value for value, _ in complete("XXXX-02-29", date(2015, 6, 1))] == [
        "2008-02-29",
        "2012-02-29",
        "2016-02-29",
        "2020-02-29",
    ]


def test_a_weekday_narrows_a_month_and_day() -> None:
    assert "2015-03-03" in [value for value, _ in complete("XXXX-03-03", date(2016, 9, 7), weekday=2)]
    assert "2016-03-03" not in [value for value, _ in complete("XXXX-03-03", date(2016, 9, 7), weekday=2)]
