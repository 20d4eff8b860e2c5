"""Readings of dates that name a day, month, season, year, decade or century."""

from tasks.times.calendar import to_period
from tasks.times.numbers import to_day, to_ordinal
from tasks.times.parts import Groups, division, fixed, known, value_of
from tasks.times.patterns import words
from tasks.times.records import Reading


def _century_of(short: str) -> str:
    return f"20{short}" if int(short) < 50 else f"19{short}"


def _value_of_era(era: str) -> str:
    return words("eras")[era]["value"] if era else ""


def iso_day(groups: Groups) -> Reading | None:
    """2014-03-03."""
    return fixed(groups["isoday"]) if to_period(groups["isoday"]) else None


def month_day(groups: Groups) -> Reading | None:
    """Tuesday, March 3, 2015; 3 March; the first day of a range."""
    rest = f"{value_of('months', groups['month'])}-{to_day(groups['day'])}"
    year = known(groups, "year")
    if not to_period(f"{year or 2000}-{rest}"):
        return None
    weekday = known(groups, "weekday")
    number = int(value_of("weekdays", weekday)) if weekday else None
    return Reading("DATE", f"{year or 'XXXX'}-{rest}", weekday=None if year else number)


def numeric_day(groups: Groups) -> Reading | None:
    """13/04/2015; month and day stay open when both orders are possible."""
    first, second, year = int(groups["firstfield"]), int(groups["secondfield"]), groups["anyyear"]
    year = year if len(year) == 4 else _century_of(year)
    if min(first, second) == 0 or min(first, second) > 12 or max(first, second) > 31:
        return None
    if max(first, second) <= 12 and first != second:
        return fixed(f"{year}-XX-XX")
    return fixed(f"{year}-{min(first, second):02}-{max(first, second):02}")


def month_year(groups: Groups) -> Reading | None:
    """November 2016, November '98."""
    year = known(groups, "year") or _century_of(groups["shortyear"])
    return fixed(f"{year}-{value_of('months', groups['month'])}")


def month(groups: Groups) -> Reading | None:
    """A month without a year."""
    return fixed(f"XXXX-{value_of('months', groups['month'])}")


def weekday(groups: Groups) -> Reading | None:
    """A day of the week."""
    return fixed(f"XXXX-WXX-{value_of('weekdays', groups['weekday'])}")


def every_weekday(groups: Groups) -> Reading | None:
    """Every Monday, on Mondays, on weekdays."""
    day = known(groups, "weekday") or groups["weekdays"].removesuffix("s")
    if day == "weekday":
        return fixed("P1D", "SET")
    if day == "weekend":
        return fixed("XXXX-WXX-WE", "SET")
    return fixed(f"XXXX-WXX-{value_of('weekdays', day)}", "SET")


def season_year(groups: Groups) -> Reading | None:
    """Summer 2012."""
    return fixed(f"{groups['year']}-{value_of('seasons', groups['season'])}")


def season(groups: Groups) -> Reading | None:
    """A season without a year."""
    return fixed(f"XXXX-{value_of('seasons', groups['season'])}")


def quarter_year(groups: Groups) -> Reading | None:
    """Q1 2015, the first half of 2016."""
    part = f"{groups['letter']}{groups['part_number']}".upper() if known(groups, "part_number") else division(groups)
    return fixed(f"{groups['year']}-{part}") if part and to_period(f"{groups['year']}-{part}") else None


def quarter_business(groups: Groups) -> Reading | None:
    """Third-quarter profits: the business year is not known to be the calendar's."""
    part = division({**groups, "division": "quarter"})
    return Reading("DATE", f"XXXX-{part}", direction="past") if part else None


def decade(groups: Groups) -> Reading | None:
    """The 1960s, the '60s; the 1600s are a century."""
    digits = groups["decade"]
    if len(digits) == 2:
        return fixed(f"19{digits[0]}" if digits[0] > "1" else f"20{digits[0]}")
    return fixed(digits[:2] if digits.endswith("00") and digits < "1900" else digits[:3])


def decade_word(groups: Groups) -> Reading | None:
    """The sixties."""
    return fixed(value_of("decades", groups["decadeword"]))


def century(groups: Groups) -> Reading | None:
    """The twentieth century, the 7th century BC."""
    number = to_ordinal(groups["ordinal"]) - 1
    era = known(groups, "era")
    return fixed(f"{_value_of_era(era)}{number:02}") if 0 <= number < 30 else None


def year_era(groups: Groups) -> Reading | None:
    """480 BC, AD 71; a single digit is hardly ever a year."""
    number = int(known(groups, "anynumber") or groups["number_after"])
    return fixed(f"{_value_of_era(known(groups, 'era'))}{number:04}") if number > 9 else None


def year(groups: Groups) -> Reading | None:
    """A year; the first one of a range of two years; a fiscal year."""
    return fixed(groups["year"])


def year_range(groups: Groups) -> Reading | None:
    """2016-17: the second year follows the first."""
    return fixed(groups["year"]) if (int(groups["year"]) + 1) % 100 == int(groups["shortyear"]) else None


def weekend(groups: Groups) -> Reading | None:
    """The weekend."""
    return fixed("XXXX-WXX-WE")


def holiday(groups: Groups) -> Reading | None:
    """Christmas Day, 9/11."""
    value, year_text = value_of("holidays", groups["holiday"]), known(groups, "year")
    return fixed(f"{year_text}{value[4:]}" if year_text else value)


def reference(groups: Groups) -> Reading | None:
    """Now, recently."""
    return fixed(value_of("references", groups["reference"]))
