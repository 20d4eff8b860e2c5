"""Readings of durations and repetitions."""

from tasks.times.numbers import to_number, to_unit
from tasks.times.parts import Groups, to_length
from tasks.times.patterns import words
from tasks.times.records import Reading


def relative_duration(groups: Groups) -> Reading | None:
    """The past two decades."""
    return Reading("DURATION", to_length(to_unit(groups["unit"]), to_number(groups["number"])))


def half_unit(groups: Groups) -> Reading | None:
    """Half an hour."""
    halves = {"hour": "PT30M", "minute": "PT30S", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
    value = halves.get(to_unit(groups["unit"]))
    return Reading("DURATION", value) if value else None


def duration(groups: Groups) -> Reading | None:
    """Three days; of a range, its upper end."""
    number = groups.get("othernumber") or groups["number"]
    return Reading("DURATION", to_length(to_unit(groups["unit"]), to_number(number)))


def bare_units(groups: Groups) -> Reading | None:
    """Months, an unknown number of them."""
    return Reading("DURATION", to_length(to_unit(groups["units"]), "X"))


def every_unit(groups: Groups) -> Reading | None:
    """Every ten years, per week."""
    number = to_number(groups["number"]) if groups.get("number") else "1"
    return Reading("SET", to_length(to_unit(groups["unit"]), number))


def every_part(groups: Groups) -> Reading | None:
    """Every morning."""
    return Reading("SET", f"XXXX-XX-XXT{words('parts_of_day')[groups['part']]['value']}")


def frequency(groups: Groups) -> Reading | None:
    """Daily."""
    return Reading("SET", words("frequencies")[groups["frequency"]]["value"])


def unit_of_rate(groups: Groups) -> Reading | None:
    """Twice a week: what happens so often in a period of one unit."""
    return Reading("SET", to_length(to_unit(groups["unit"]), "1"))


def and_a_half(groups: Groups) -> Reading | None:
    """Two and a half years."""
    number = to_number(groups["number"])
    return Reading("DURATION", to_length(to_unit(groups["unit"]), f"{number}.5")) if number.isdigit() else None


def one_unit(groups: Groups) -> Reading | None:
    """The past year, as a length; None for a plural."""
    unit = to_unit(groups["unit"])
    return Reading("DURATION", to_length(unit, "1")) if unit == groups["unit"] else None


def quarter_century(_: Groups) -> Reading | None:
    """A quarter of a century."""
    return Reading("DURATION", "P25Y")
