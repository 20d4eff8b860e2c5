"""Quotes to rows."""

from collections.abc import Sequence

from expectations.rows import Row, row_id
from tasks.coreference.records import Party
from tasks.quotes.records import Quote, Span
from tasks.times.records import TimeExpression
from tasks.times.rows import time_id


def quote_id(doc_id: str, quote: Quote) -> str:
    """Return the id of a quote: the pieces of its content and its cue."""
    pieces = [offset for span in quote.spans for offset in span]
    return row_id("quo", doc_id, *pieces, *(quote.cue or ()))


def to_quote_rows(doc_id: str, text: str, quotes: Sequence[Quote], times: Sequence[TimeExpression]) -> list[Row]:
    """Make the rows of table quotes."""
    ids = [quote_id(doc_id, quote) for quote in quotes]
    return [_to_row(doc_id, text, quote, ids, own, times) for quote, own in zip(quotes, ids, strict=True)]


def _to_row(doc_id: str, text: str, quote: Quote, ids: Sequence[str], own: str, times: Sequence[TimeExpression]) -> Row:
    start, end = quote.spans[0].start, quote.spans[-1].end
    time = None if quote.time is None else times[quote.time]
    return {
        "quote_id": own,
        "doc_id": doc_id,
        "kind": quote.kind,
        "spans": [{"start": span.start, "end": span.end} for span in quote.spans],
        "start": start,
        "end": end,
        "text": text[start:end],
        **_span("cue", text, quote.cue),
        "cue_lemma": quote.cue_lemma,
        **_span("source", text, quote.source),
        "speaker_id": _one_id(quote.speakers),
        "speaker_name": "; ".join(party.name for party in quote.speakers if party.name) or None,
        "stance": quote.stance,
        "polarity": quote.polarity,
        "medium": quote.medium,
        **_party("addressee", text, quote.addressee),
        **_party("via", text, quote.via),
        "parent_quote_id": None if quote.parent is None else ids[quote.parent],
        "time_id": None if time is None else time_id(doc_id, time),
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def _span(name: str, text: str, span: Span | None) -> Row:
    start, end = span or (None, None)
    return {f"{name}_start": start, f"{name}_end": end, f"{name}_text": None if span is None else text[start:end]}


def _party(name: str, text: str, party: Party | None) -> Row:
    surface = None if party is None else text[party.start : party.end]
    return {f"{name}_text": surface, f"{name}_id": party.entity.entity_id if party and party.entity else None}


def _one_id(speakers: Sequence[Party]) -> str | None:
    """The entity of a single speaker; joint speakers are told by their names."""
    if len(speakers) != 1 or speakers[0].entity is None:
        return None
    return speakers[0].entity.entity_id
