"""Event mentions and participants to rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from expectations.columns import read_ontology
from expectations.rows import Row, row_id
from tasks.coreference.records import Cast, Party
from tasks.events.records import EventMention
from tasks.stories.events import resolve_events
from tasks.times.records import TimeExpression

_ACTOR = ("actor_text", "actor_name", "actor_id")
_RECIPIENT = ("recipient_text", "recipient_name", "recipient_id")


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
        place = {"event_mention_id": own, "event_id": event_id, "doc_id": doc_id, "trigger_text": text[start:end]}
        mentions.append({**place, "trigger_start": start, "trigger_end": end, **_to_mention(event, text, context)})
        participants += _to_participants(doc_id, text, event, own, context.mention_ids)
    return mentions, participants


def _to_mention(event: EventMention, text: str, context: Context) -> Row:
    time, place = event.time, event.place
    when = None if time is None else context.times[time]
    first = {each.role: each.party for each in reversed(event.participants)}
    return {
        "sentence_id": context.sentence_ids[event.sentence],
        "trigger_lemma": event.lemma,
        "mode": event.mode,
        "contexts": list(event.contexts),
        **_type_columns(event.act_type, event.event_type, event.mode),
        **_party_columns(_ACTOR, first.get("actor"), text),
        **_party_columns(_RECIPIENT, first.get("recipient"), text),
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
        "amount": event.amount.value if event.amount else None,
        "currency": event.amount.currency if event.amount else None,
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


@cache
def _type_columns(act_type: str, event_type: str, mode: str | None) -> Row:
    """Codes of the event type; the intensity is that of the mode where the ontology has one."""
    entry = read_ontology()["types"][event_type]
    modes = entry.get("modes", {})
    intensity = modes.get(mode, {}).get("intensity") if event_type == act_type else None
    return {
        "act_type": act_type,
        "event_type": event_type,
        "quad_code": entry["quad_code"],
        "intensity": entry["intensity"] if not isinstance(intensity, int | float) else intensity,
        "cameo_root": entry["cameo_root"],
    }


def _party_columns(names: tuple[str, str, str], party: Party | None, text: str) -> Row:
    if party is None:
        return dict.fromkeys(names)
    return dict(zip(names, (text[party.start : party.end], party.name, _entity_id(party)), strict=True))


def _entity_id(party: Party | None) -> str | None:
    return party.entity.entity_id if party is not None and party.entity is not None else None


def _to_participants(doc_id: str, text: str, event: EventMention, owner: str, mention_ids: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    before, ordinal = "", 0
    for role, party, sector in event.participants:
        ordinal = ordinal + 1 if role == before else 0
        before = role
        rows.append(
            {
                "participant_id": row_id("par", owner, role, ordinal),
                "event_mention_id": owner,
                "doc_id": doc_id,
                "role": role,
                "ordinal": ordinal,
                "start": party.start,
                "end": party.end,
                "text": text[party.start : party.end],
                "mention_id": None if party.mention is None else mention_ids[party.mention],
                "entity_id": None if party.entity is None else party.entity.entity_id,
                "name": party.name,
                "country": party.country,
                "sector": sector,
            }
        )
    return rows
