"""Event mentions and participants to rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from expectations.columns import read_ontology
from expectations.rows import Row, row_id
from tasks.coreference.records import Cast, Party
from tasks.events.records import EventMention, Participant
from tasks.stories.events import resolve_events
from tasks.times.records import TimeExpression


@dataclass(frozen=True, slots=True)
class Context:
    """What rows of events refer to; the ids are those of the rows of sentences, mentions, times and quotes."""

    cast: Cast
    times: Sequence[TimeExpression]
    sentence_ids: Sequence[str]
    mention_ids: Sequence[str]
    time_ids: Sequence[str]
    quote_ids: Sequence[str]


def to_event_rows(
    doc_id: str, text: str, doc: Doc, events: Sequence[EventMention], context: Context
) -> tuple[list[Row], list[Row]]:
    """Make the rows of tables event_mentions and participants."""
    mentions: list[Row] = []
    participants: list[Row] = []
    ids = resolve_events(doc_id, events, context.cast, context.times)
    for event, event_id in zip(events, ids, strict=True):
        token = doc[event.trigger]
        start, end = token.idx, token.idx + len(token)
        own = row_id("evm", doc_id, start, end)
        place = {"event_mention_id": own, "event_id": event_id, "doc_id": doc_id}
        trigger = {"trigger_start": start, "trigger_end": end, "trigger_text": text[start:end]}
        mentions.append({**place, **trigger, **_to_mention(event, text, context)})
        participants += _to_participants(doc_id, text, event, own, context.mention_ids)
    return mentions, participants


def _to_mention(event: EventMention, text: str, context: Context) -> Row:
    time, place = event.time, event.place
    when = None if time is None else context.times[time]
    return {
        "sentence_id": context.sentence_ids[event.sentence],
        "trigger_lemma": event.lemma,
        "mode": event.mode,
        "contexts": list(event.contexts),
        **_type_columns(event),
        **_party_columns("actor", event, text),
        **_party_columns("recipient", event, text),
        "is_reciprocal": event.is_reciprocal,
        "time_id": None if time is None else context.time_ids[time],
        "date_from": None if when is None else when.date_from,
        "date_to": None if when is None else when.date_to,
        "time_source": event.time_source,
        "place_text": None if place is None else text[place.start : place.end],
        "place_id": _entity_id(place),
        "country": None if place is None else place.country,
        "place_source": event.place_source,
        **_word_columns(event, context.quote_ids),
        "dead": event.dead,
        "injured": event.injured,
        "arrested": event.arrested,
        "rule": event.rule,
        "confidence": event.confidence,
    }


def _word_columns(event: EventMention, quote_ids: Sequence[str]) -> Row:
    word = event.asserter
    return {
        "factuality": event.factuality,
        "fact_score": event.fact_score,
        "polarity": event.polarity,
        "asserter_kind": word.kind,
        "asserter_name": word.name,
        "asserter_id": _entity_id(word.party),
        "quote_id": None if word.quote is None else quote_ids[word.quote],
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
    for each in event.participants:
        if each.role == role:
            party = each.party
            surface = text[party.start : party.end]
            return {f"{role}_text": surface, f"{role}_name": party.name, f"{role}_id": _entity_id(party)}
    return {f"{role}_text": None, f"{role}_name": None, f"{role}_id": None}


def _entity_id(party: Party | None) -> str | None:
    return party.entity.entity_id if party is not None and party.entity is not None else None


def _to_participants(doc_id: str, text: str, event: EventMention, owner: str, mention_ids: Sequence[str]) -> list[Row]:
    counts: dict[str, int] = {}
    rows = []
    for each in event.participants:
        ordinal = counts.get(each.role, 0)
        counts[each.role] = ordinal + 1
        own = {"participant_id": row_id("par", owner, each.role, ordinal), "event_mention_id": owner, "doc_id": doc_id}
        rows.append({**own, "role": each.role, "ordinal": ordinal, **_to_participant(text, each, mention_ids)})
    return rows


def _to_participant(text: str, each: Participant, mention_ids: Sequence[str]) -> Row:
    party = each.party
    return {
        "start": party.start,
        "end": party.end,
        "text": text[party.start : party.end],
        "mention_id": None if party.mention is None else mention_ids[party.mention],
        "entity_id": _entity_id(party),
        "name": party.name,
        "country": party.country,
        "sector": each.sector,
    }
