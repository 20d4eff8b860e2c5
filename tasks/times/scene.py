"""What the expressions of a document are placed by: its sentences, its day of writing, the years it names."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from tasks.language.records import Sentence
from tasks.times.anchors import Anchor
from tasks.times.calendar import to_period
from tasks.times.records import Finding

_YEAR = re.compile(r"\d{4}")
_DATELINE_SENTENCES = 8
_DATELINE_REACH = 7


class Scene(NamedTuple):
    """What places findings: `homes` holds the sentence of each; `dateline` is the index of the one that dates the text.

    `years` are those that the text names, None when any year will do.
    """

    doc: Doc
    text: str
    findings: Sequence[Finding]
    homes: Sequence[Sentence]
    now: Anchor | None
    dateline: int | None
    years: frozenset[str] | None


def to_scene(
    doc: Doc, text: str, findings: Sequence[Finding], sentences: Sequence[Sentence], published: date | None
) -> Scene:
    """Set the scene; without a publication date only years that the text names may be given."""
    starts = [sentence.start for sentence in sentences]
    homes = [sentences[max(0, bisect_right(starts, finding.start) - 1)] for finding in findings]
    years = None if published else frozenset(_YEAR.findall(text))
    dateline = _find_dateline(findings, homes)
    return Scene(doc, text, findings, homes, _find_now(findings, dateline, published), dateline, years)


def _find_dateline(findings: Sequence[Finding], homes: Sequence[Sentence]) -> int | None:
    """Index of a full date that stands alone near the top, or in a dateline."""
    for index, (finding, home) in enumerate(zip(findings, homes, strict=True)):
        if home.ordinal >= _DATELINE_SENTENCES:
            return None
        is_alone = home.end - home.start <= finding.end - finding.start + 1
        period = to_period(finding.reading.value)
        if period and period.granularity == "day" and (is_alone or home.zone == "dateline"):
            return index
    return None


def _find_now(findings: Sequence[Finding], dateline: int | None, published: date | None) -> Anchor | None:
    """The day of the dateline, unless it is far from the publication date (a later edition); else that date."""
    period = to_period(findings[dateline].reading.value) if dateline is not None else None
    if period and (published is None or abs((period.first - published).days) <= _DATELINE_REACH):
        return Anchor(period.first, "dateline")
    return Anchor(published, "published") if published else None
