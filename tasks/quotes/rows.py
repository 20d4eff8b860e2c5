"""Quotes to rows."""

from collections.abc import Sequence
from itertools import chain

from expectations.rows import Row, row_id
from tasks.coreference.records import Party
from tasks.quotes.records import Quote
from tasks.times.records import TimeExpression
from tasks.times.rows import time_id


def quote_id(doc_id: str, quote: Quote) -> str:
    """Return the id of a quote: the pieces of its content and its cue."""
    return row_id("quo", doc_id, *chain(*quote.spans, quote.cue or ()))


def to_quote_rows(doc_id: str, text: str, quotes: Sequence[Quote], times: Sequence[TimeExpression]) -> list[Row]:
    """Make the rows of table quotes."""
    ids = [quote_id(doc_id, quote) for quote in quotes]
    return [_to_row(doc_id, text, quote, ids, own, times) for quote, own in zip(quotes, ids, strict=True)]


def _to_row(doc_id: str, text: str, quote: Quote, ids: Sequence[str], own: str, times: Sequence[TimeExpression]) -> Row:
    start, end = quote.spans[0].start, quote.spans[-1].end
    return {
        "quote_id": own,
        "doc_id": doc_id,
        "kind": quote.kind,
        "spans": [{"start": first, "end": last} for first, last in quote.spans],
        "start": start,
        "end": end,
        "text": text[start:end],
        **_cue_and_source(text, quote),
        "speaker_id": _one_id(quote.speakers),
        "speaker_name": "; ".join([party.name for party in quote.speakers if party.name]) or None,
        "stance": quote.stance,
        "polarity": quote.polarity,
        "medium": quote.medium,
        **_party("addressee", text, quote.addressee),
        **_party("via", text, quote.via),
        "parent_quote_id": None if quote.parent is None else ids[quote.parent],
        "time_id": None if quote.time is None else time_id(doc_id, times[quote.time]),
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def _cue_and_source(text: str, quote: Quote) -> Row:
    cue_start, cue_end = quote.cue or _NOWHERE
    source_start, source_end = quote.source or _NOWHERE
    return {
        "cue_start": cue_start,
        "cue_end": cue_end,
        "cue_text": text[cue_start:cue_end] if quote.cue else None,
        "cue_lemma": quote.cue_lemma,
        "source_start": source_start,
        "source_end": source_end,
        "source_text": text[source_start:source_end] if quote.source else None,
    }


_NOWHERE = (None, None)


def _party(name: str, text: str, party: Party | None) -> Row:
    surface = None if party is None else text[party.start : party.end]
    return {f"{name}_text": surface, f"{name}_id": party.entity.entity_id if party and party.entity else None}


def _one_id(speakers: Sequence[Party]) -> str | None:
    """The entity of a single speaker; joint speakers are told by their names."""
    if len(speakers) != 1 or speakers[0].entity is None:
        return None
    return speakers[0].entity.entity_id
