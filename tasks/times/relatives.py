"""Readings of dates that are counted from another day."""

from tasks.times.calendar import to_period
from tasks.times.numbers import to_day, to_number, to_unit
from tasks.times.parts import OPEN, Groups, division, fixed, known, relation, to_length, value_of
from tasks.times.records import Reading

_DIRECTIONS = {-1: "past", 0: "this", 1: "future"}


def relative_month(groups: Groups) -> Reading | None:
    """Last November."""
    return _directed(groups, f"XXXX-{value_of('months', groups['month'])}")


def relative_month_day(groups: Groups) -> Reading | None:
    """Last Oct. 13."""
    rest = f"{value_of('months', groups['month'])}-{to_day(groups['day'])}"
    return _directed(groups, f"XXXX-{rest}") if to_period(f"2000-{rest}") else None


def relative_weekday(groups: Groups) -> Reading | None:
    """Last Friday."""
    return _directed(groups, f"XXXX-WXX-{value_of('weekdays', groups['weekday'])}")


def _directed(groups: Groups, value: str) -> Reading | None:
    row = relation(groups)
    if row["base"] == "story" and row["steps"] == "0":
        return Reading("DATE", value, base="story", direction="this")
    return Reading("DATE", value, direction=_DIRECTIONS[int(row["steps"])])


def weekday_week(groups: Groups) -> Reading | None:
    """Friday last week."""
    number = value_of("weekdays", groups["weekday"])
    row = relation(groups)
    return Reading("DATE", OPEN["week"], f"-{number}", "week", int(row["steps"]), row["base"])


def month_of_year(groups: Groups) -> Reading | None:
    """November last year, the spring of that year."""
    month_name = known(groups, "month")
    part = value_of("months", month_name) if month_name else value_of("seasons", groups["season"])
    row = relation(groups)
    return Reading("DATE", OPEN["year"], f"-{part}", "year", int(row["steps"]), row["base"])


def relative_season(groups: Groups) -> Reading | None:
    """Last summer."""
    return _directed(groups, f"XXXX-{value_of('seasons', groups['season'])}")


def quarter_relative(groups: Groups) -> Reading | None:
    """The first half of this year."""
    part = division(groups)
    steps = int(relation(groups)["steps"]) if "relation" in groups else 0
    return Reading("DATE", OPEN["year"], f"-{part}", "year", steps) if part else None


def relative_unit(groups: Groups) -> Reading | None:
    """Last week, this month, the following year."""
    row, unit = relation(groups), to_unit(groups["unit"])
    if unit not in OPEN or groups["unit"] != unit:
        return None
    if unit == "weekend" and row["base"] == "now" and row["steps"] == "0":
        return Reading("DATE", OPEN[unit], direction="this")
    base = "story" if unit == "day" else row["base"]
    return Reading("DATE", OPEN[unit], "", unit, int(row["steps"]), base)


def end_of_unit(groups: Groups) -> Reading | None:
    """The end of the year."""
    unit = to_unit(groups["unit"])
    if unit not in ("week", "month", "quarter", "year", "decade", "century") or groups["unit"] != unit:
        return None
    return Reading("DATE", OPEN[unit], "", unit, 0)


def ago(groups: Groups) -> Reading | None:
    """Two years ago; 24 hours ago is a day ago."""
    unit, number = to_unit(groups["unit"]), to_number(groups["number"])
    if not number.isdigit() or len(number) > 3:
        return fixed("PAST_REF")
    if unit == "hour" and int(number) % 24 == 0:
        return Reading("DATE", OPEN["day"], "", "day", -int(number) // 24)
    return Reading("DATE", OPEN[unit], "", unit, -int(number)) if unit in OPEN else fixed("PAST_REF")


def from_now(groups: Groups) -> Reading | None:
    """Two years from now."""
    unit, number = to_unit(groups["unit"]), to_number(groups["number"])
    if not number.isdigit() or len(number) > 4 or unit not in OPEN:
        return fixed("FUTURE_REF")
    return Reading("DATE", OPEN[unit], "", unit, int(number))


def later(groups: Groups) -> Reading | None:
    """Two years later: counted from the time told of before; minutes and hours stay a length."""
    unit, number = to_unit(groups["unit"]), to_number(groups["number"])
    if not number.isdigit() or len(number) > 4 or unit not in OPEN:
        return Reading("DURATION", to_length(unit, number))
    sign = 1 if groups["side"] in ("later", "afterwards", "after") else -1
    return Reading("DATE", OPEN[unit], "", unit, sign * int(number), "story")


def day_beside(groups: Groups) -> Reading | None:
    """The day before."""
    sign = 1 if groups["side"] in ("after", "later") else -1
    return Reading("DATE", OPEN["day"], "", "day", sign, "story")


def long_ago(_: Groups) -> Reading | None:
    """Years ago."""
    return fixed("PAST_REF")


def part_of_told_day(_: Groups) -> Reading | None:
    """Earlier in the day."""
    return Reading("DATE", OPEN["day"], "", "day", 0, "story")
