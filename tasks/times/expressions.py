"""Time expressions: spans and TIMEX3 values."""

import re
from collections.abc import Sequence
from datetime import date

from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.times.anchors import Anchor, Placed, Told, choose, count_units, is_open, take_year
from tasks.times.calendar import Period, to_period
from tasks.times.candidates import find_findings
from tasks.times.records import Finding, TimeExpression
from tasks.times.scene import Scene, to_scene
from tasks.times.tense import find_direction, is_general

_NAMED_YEAR = re.compile(r"(\d{3,4})(?!\d)")
_MASKED = re.compile(r"^\d{4}(?!\d)")
_BRIDGE = re.compile(r",? *(?:-|–|—|to|through|until|till|and|or|,) *", re.IGNORECASE)


def find_times(words: Words, sentences: Sequence[Sentence], published: date | None) -> list[TimeExpression]:
    """List the time expressions of a document by position; nothing is placed in the calendar without an anchor."""
    findings = find_findings(words, sentences)
    if not findings:
        return []
    scene = to_scene(words, findings, sentences, published)
    found: list[TimeExpression] = []
    told: list[Told] = []
    for index, finding in enumerate(findings):
        placed = _place(scene, index, told)
        period = to_period(placed.value)
        found.append(_expression(scene, finding, placed, period))
        if period and index != scene.dateline:
            told.append(Told(index, scene.homes[index].paragraph, placed.value, period))
    return found


def _place(scene: Scene, index: int, told: Sequence[Told]) -> Placed:
    """The value of a finding in the calendar, or as open as the words leave it."""
    reading = scene.findings[index].reading
    value = f"{reading.value}{reading.suffix}" if reading.unit != "week" else reading.value
    if reading.kind in ("DURATION", "SET"):
        return Placed(value, None)
    if is_general(scene.words, scene.findings[index]):
        return Placed("PRESENT_REF", None)
    placed = _resolve(scene, index, told) or Placed(value, None)
    return placed if _is_honest(placed.value, scene.years) else Placed(_MASKED.sub("XXXX", value), None)


def _resolve(scene: Scene, index: int, told: Sequence[Told]) -> Placed | None:
    finding = scene.findings[index]
    reading = finding.reading
    if reading.unit:
        return count_units(reading, scene.now, told, scene.homes[index].paragraph)
    if not reading.value.startswith("XXXX-"):
        return None
    if index == scene.dateline and scene.now and scene.now.name == "dateline":
        return Placed(f"{scene.now.day}{reading.suffix}", "published")
    beside = _beside(scene, index, told)
    if beside:
        return beside
    if reading.base == "story" and told:
        return choose(reading, Anchor(told[-1].period.first, told[-1].expression), None)
    if scene.now is None:
        return None
    return choose(reading, scene.now, find_direction(scene.words, finding.first, finding.last))


def _beside(scene: Scene, index: int, told: Sequence[Told]) -> Placed | None:
    """The year of the date that a month (and day) is joined to; in a history, of the one told of before."""
    findings, reading = scene.findings, scene.findings[index].reading
    if index + 1 < len(findings) and _is_joined(scene, index):
        value = take_year(reading.value, findings[index + 1].reading.value, before=True)
        if value:
            return Placed(value + reading.suffix, index + 1)
    if not told:
        return None
    last = told[-1]
    is_joined = last.expression == index - 1 and _is_joined(scene, index - 1)
    if not is_joined and not (scene.is_history and scene.homes[index].paragraph - last.paragraph <= 1):
        return None
    value = take_year(reading.value, last.value, before=False)
    return Placed(value + reading.suffix, last.expression) if value else None


def _is_joined(scene: Scene, index: int) -> bool:
    """Whether a finding and the next one are a range or a pair: from January 23 to March 9, July and September 2016."""
    left, right = scene.findings[index : index + 2]
    return bool(_BRIDGE.fullmatch(scene.words.source, left.end, right.start))


def _is_honest(value: str, years: frozenset[str] | None) -> bool:
    """Whether the text names the year, where no publication date stands behind it."""
    match = _NAMED_YEAR.match(value)
    return years is None or match is None or any(year.startswith(match[1]) for year in years)


def _expression(scene: Scene, finding: Finding, placed: Placed, period: Period | None) -> TimeExpression:
    status = "resolved" if placed.anchor is not None else "absolute"
    if finding.reading.kind in ("DATE", "TIME") and is_open(placed.value):
        status = "needs_anchor"
    return TimeExpression(
        finding.start,
        finding.end,
        finding.first,
        finding.last,
        scene.words.source[finding.start : finding.end],
        finding.reading.kind,
        placed.value,
        period.first if period else None,
        period.last if period else None,
        period.granularity if period else None,
        placed.anchor,
        status,
        finding.rule,
        finding.confidence,
    )
