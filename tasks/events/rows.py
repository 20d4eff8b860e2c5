"""Event mentions and participants to rows."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from expectations.columns import read_ontology
from expectations.rows import Row, row_id
from tasks.coreference.records import Cast, Party
from tasks.entities.rows import mention_id
from tasks.events.records import EventMention, Participant
from tasks.language.records import Sentence
from tasks.language.rows import sentence_id
from tasks.quotes.records import Quote
from tasks.quotes.rows import quote_id
from tasks.stories.events import resolve_events
from tasks.times.records import TimeExpression
from tasks.times.rows import time_id


class Context(NamedTuple):
    """What rows of events refer to."""

    sentences: Sequence[Sentence]
    cast: Cast
    times: Sequence[TimeExpression]
    quotes: Sequence[Quote]


def to_event_rows(
    doc_id: str, text: str, doc: Doc, events: Sequence[EventMention], context: Context
) -> tuple[list[Row], list[Row]]:
    """Make the rows of tables event_mentions and participants."""
    mentions: list[Row] = []
    participants: list[Row] = []
    ids = resolve_events(doc_id, events, context.cast, context.times)
    for event, event_id in zip(events, ids, strict=True):
        mention = {"event_id": event_id, **_to_mention(doc_id, text, doc, event, context)}
        mentions.append(mention)
        participants.extend(_to_participants(doc_id, text, event, mention["event_mention_id"], context))
    return mentions, participants


def _to_mention(doc_id: str, text: str, doc: Doc, event: EventMention, context: Context) -> Row:
    token = doc[event.trigger]
    start, end = token.idx, token.idx + len(token)
    sentence = context.sentences[event.sentence]
    return {
        "event_mention_id": row_id("evm", doc_id, start, end),
        "doc_id": doc_id,
        "sentence_id": sentence_id(doc_id, sentence),
        "trigger_start": start,
        "trigger_end": end,
        "trigger_text": text[start:end],
        "trigger_lemma": event.lemma,
        "mode": event.mode,
        "contexts": list(event.contexts),
        **_type_columns(event),
        **_party_columns("actor", event, text),
        **_party_columns("recipient", event, text),
        "is_reciprocal": event.is_reciprocal,
        **_time_columns(doc_id, event, context.times),
        **_place_columns(event.place, text),
        **_word_columns(doc_id, event, context.quotes),
        "dead": event.dead,
        "injured": event.injured,
        "arrested": event.arrested,
        "rule": event.rule,
        "confidence": event.confidence,
    }


def _type_columns(event: EventMention) -> Row:
    """Codes of the event type; the intensity is that of the mode where the ontology has one."""
    entry = read_ontology()["types"][event.event_type]
    modes = entry.get("modes", {})
    mode = modes.get(event.mode, {}) if event.event_type == event.act_type else {}
    intensity = mode.get("intensity")
    return {
        "act_type": event.act_type,
        "event_type": event.event_type,
        "quad_code": entry["quad_code"],
        "intensity": entry["intensity"] if not isinstance(intensity, int | float) else intensity,
        "cameo_root": entry["cameo_root"],
    }


def _party_columns(role: str, event: EventMention, text: str) -> Row:
    party = next((each.party for each in event.participants if each.role == role), None)
    return {
        f"{role}_text": None if party is None else text[party.start : party.end],
        f"{role}_name": None if party is None else party.name,
        f"{role}_id": None if party is None or party.entity is None else party.entity.entity_id,
    }


def _time_columns(doc_id: str, event: EventMention, times: Sequence[TimeExpression]) -> Row:
    time = None if event.time is None else times[event.time]
    return {
        "time_id": None if time is None else time_id(doc_id, time),
        "date_from": None if time is None else time.date_from,
        "date_to": None if time is None else time.date_to,
    }


def _place_columns(place: Party | None, text: str) -> Row:
    return {
        "place_text": None if place is None else text[place.start : place.end],
        "place_id": None if place is None or place.entity is None else place.entity.entity_id,
        "country": None if place is None else place.country,
    }


def _word_columns(doc_id: str, event: EventMention, quotes: Sequence[Quote]) -> Row:
    asserter = event.asserter
    entity = asserter.party.entity if asserter.party else None
    return {
        "factuality": event.factuality,
        "fact_score": event.fact_score,
        "polarity": event.polarity,
        "asserter_kind": asserter.kind,
        "asserter_name": asserter.name,
        "asserter_id": entity.entity_id if entity else None,
        "quote_id": None if asserter.quote is None else quote_id(doc_id, quotes[asserter.quote]),
    }


def _to_participants(doc_id: str, text: str, event: EventMention, owner: str, context: Context) -> list[Row]:
    counts: dict[str, int] = {}
    rows = []
    for each in event.participants:
        ordinal = counts.get(each.role, 0)
        counts[each.role] = ordinal + 1
        rows.append(_to_participant(doc_id, text, each, ordinal, owner, context.cast))
    return rows


def _to_participant(doc_id: str, text: str, each: Participant, ordinal: int, owner: str, cast: Cast) -> Row:
    party = each.party
    mention = None if party.mention is None else mention_id(doc_id, cast.mentions[party.mention])
    return {
        "participant_id": row_id("par", owner, each.role, ordinal),
        "event_mention_id": owner,
        "doc_id": doc_id,
        "role": each.role,
        "ordinal": ordinal,
        "start": party.start,
        "end": party.end,
        "text": text[party.start : party.end],
        "mention_id": mention,
        "entity_id": party.entity.entity_id if party.entity else None,
        "name": party.name,
        "country": party.country,
        "sector": each.sector,
    }
