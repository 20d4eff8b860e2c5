"""Quotations as records."""

from typing import NamedTuple

from tasks.coreference.records import Party


class Span(NamedTuple):
    """Character offsets, end exclusive."""

    start: int
    end: int


class Quote(NamedTuple):
    """An attribution: who (source, speaker) by which words (cue) said what (spans).

    `speakers` are the resolved parties of the source, more than one when they speak jointly. `parent` is the index of
    the quote whose content holds this one, `time` the index of a time expression. `cue_token` is the index of the cue's
    head token.
    """

    kind: str
    spans: tuple[Span, ...]
    cue: Span | None
    cue_token: int | None
    cue_lemma: str | None
    source: Span | None
    speakers: tuple[Party, ...]
    stance: str
    polarity: str
    medium: str | None
    addressee: Party | None
    via: Party | None
    parent: int | None
    time: int | None
    rule: str
    confidence: float
