"""What the expressions of a document are placed by: its sentences, its day of writing, the years it names."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.times.anchors import Anchor
from tasks.times.calendar import Period, complete, to_period
from tasks.times.records import Finding, Reading

_YEAR = re.compile(r"\d{4}")
_DATE = re.compile(r"[X\d]{4}-\d\d-\d\d")
_DATELINE_SENTENCES = 8
_DATELINE_REACH = 7
_HISTORY_DATES = 5


@dataclass(frozen=True, slots=True)
class Scene:
    """What places findings: `homes` holds the sentence of each; `dateline` is the index of the one that dates the text.

    `years` are those that the text names, None when any year will do. `is_history`: it tells of the past not of news.
    """

    words: Words
    findings: Sequence[Finding]
    homes: Sequence[Sentence]
    now: Anchor | None
    dateline: int | None
    years: frozenset[str] | None
    is_history: bool


def to_scene(words: Words, findings: Sequence[Finding], sentences: Sequence[Sentence], published: date | None) -> Scene:
    """Set the scene; without a publication date only years that the text names may be given."""
    starts = [sentence.start for sentence in sentences]
    homes = [sentences[max(0, bisect_right(starts, finding.start) - 1)] for finding in findings]
    years = None if published else frozenset(_YEAR.findall(words.source))
    dateline = _find_dateline(findings, homes)
    now = _find_now(findings, dateline, published)
    return Scene(words, findings, homes, now, dateline, years, _is_history(findings, now))


def _find_dateline(findings: Sequence[Finding], homes: Sequence[Sentence]) -> int | None:
    """Index of a date that stands alone near the top, or in a dateline."""
    for index, (finding, home) in enumerate(zip(findings, homes, strict=True)):
        if home.ordinal >= _DATELINE_SENTENCES:
            return None
        is_alone = home.end - home.start <= finding.end - finding.start + 1
        if _DATE.fullmatch(finding.reading.value) and (is_alone or home.zone == "dateline"):
            return index
    return None


def _find_now(findings: Sequence[Finding], dateline: int | None, published: date | None) -> Anchor | None:
    """The day of the dateline, unless it is far from the publication date (a later edition); else that date."""
    for period in _days(findings[dateline].reading.value, published) if dateline is not None else ():
        if published is None or abs((period.first - published).days) <= _DATELINE_REACH:
            return Anchor(period.first, "dateline")
    return Anchor(published, "published") if published else None


def _days(value: str, published: date | None) -> list[Period]:
    """Days that a date can stand for: one, or one a year near the publication date."""
    if published and value.startswith("X"):
        return [period for _, period in complete(value, published)]
    period = to_period(value)
    return [period] if period else []


def _is_history(findings: Sequence[Finding], now: Anchor | None) -> bool:
    """Whether dates of earlier years outnumber by far the expressions that count from the day of writing."""
    current, early = 0, 0
    for reading in [finding.reading for finding in findings]:
        current += _counts_from_now(reading)
        period = to_period(reading.value)
        early += period is not None and (now is None or period.last.year < now.day.year - 1)
    return early >= _HISTORY_DATES and early >= _HISTORY_DATES * current


def _counts_from_now(reading: Reading) -> bool:
    return reading.value.startswith("XXXX-W") or (reading.unit is not None and reading.base == "now")
