"""Readings of times of day."""

from tasks.times.numbers import to_number
from tasks.times.parts import OPEN, Groups, known, relation, value_of
from tasks.times.patterns import words
from tasks.times.records import Reading


def day_word(groups: Groups) -> Reading | None:
    """Yesterday, last night, tomorrow morning."""
    row = words("day_words")[" ".join(groups["dayword"].split())]
    part = row["part"]
    return Reading("TIME" if part else "DATE", OPEN["day"], f"T{part}" if part else "", "day", int(row["offset"]))


def relative_part(groups: Groups) -> Reading | None:
    """That night, the following morning."""
    row = relation(groups)
    part = value_of("parts_of_day", groups["part"])
    return Reading("TIME", OPEN["day"], f"T{part}", "day", int(row["steps"]), row["base"])


def part_of_day(groups: Groups) -> Reading | None:
    """The morning, of the day told of before."""
    return Reading("TIME", OPEN["day"], f"T{value_of('parts_of_day', groups['part'])}", "day", 0, "story")


def clock(groups: Groups) -> Reading | None:
    """A clock time, of the day told of before."""
    noon, meridiem = known(groups, "noon"), known(groups, "meridiem")
    spelt = known(groups, "number")
    hour = int(known(groups, "hour") or (to_number(spelt) if to_number(spelt).isdigit() else 0))
    minute = int(known(groups, "minute") or 0)
    if noon:
        hour = 12 if noon == "noon" else 0
    if meridiem:
        if not 1 <= hour <= 12:
            return Reading("TIME", OPEN["day"], f"T{hour:02}:{minute:02}", "day", 0, "story") if hour < 24 else None
        hour = hour % 12 + (12 if meridiem[0] == "p" else 0)
    return Reading("TIME", OPEN["day"], f"T{hour:02}:{minute:02}", "day", 0, "story") if hour < 24 else None
