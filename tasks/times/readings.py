"""Readings by name: from the words of an expression to its TIMEX3 value, as far as the words alone give it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tasks.times import clocks, dates, lengths, relatives
from tasks.times.parts import Groups
from tasks.times.records import Reading

Reader = Callable[[Groups], Reading | None]

_READERS: tuple[Reader, ...] = (
    dates.iso_day,
    dates.month_day,
    dates.numeric_day,
    dates.month_year,
    dates.month,
    dates.weekday,
    dates.every_weekday,
    dates.season_year,
    dates.season,
    dates.quarter_year,
    dates.quarter_business,
    dates.decade,
    dates.decade_word,
    dates.century,
    dates.year_era,
    dates.year,
    dates.year_range,
    dates.weekend,
    dates.holiday,
    dates.reference,
    relatives.relative_month,
    relatives.relative_month_day,
    relatives.relative_weekday,
    relatives.weekday_week,
    relatives.month_of_year,
    relatives.relative_season,
    relatives.quarter_relative,
    relatives.relative_unit,
    relatives.end_of_unit,
    relatives.ago,
    relatives.long_ago,
    relatives.part_of_told_day,
    relatives.from_now,
    relatives.later,
    relatives.day_beside,
    clocks.day_word,
    clocks.relative_part,
    clocks.part_of_day,
    clocks.clock,
    lengths.relative_duration,
    lengths.half_unit,
    lengths.duration,
    lengths.bare_units,
    lengths.one_unit,
    lengths.quarter_century,
    lengths.every_unit,
    lengths.every_part,
    lengths.frequency,
    lengths.unit_of_rate,
    lengths.and_a_half,
)
READERS: Mapping[str, Reader] = MappingProxyType({reader.__name__: reader for reader in _READERS})
