"""Event mentions that tell the same event, within a document and across documents."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from expectations.columns import read_ontology
from expectations.rows import row_id
from tasks.coreference.records import Cast, Party
from tasks.events.records import EventMention
from tasks.times.records import TimeExpression

# What has not come about is another event than what has, unless both are known to be of the same day.
_STEM = 4  # letters that a verb shares with its noun: meet, meeting
_UNREALISED = frozenset({"planned", "conditional", "requested"})


class Telling(NamedTuple):
    """What decides whether two event mentions tell the same event.

    A party is known by its entity, else by its chain or its words; `actors` and `recipients` may be empty. `states`
    are the parties that belong to one (party, country, whether a person); `upheld` and `denied` are the stems of the
    words in which the act is told, by polarity.
    """

    trigger: int
    act_type: str
    mode: str | None
    actors: frozenset[str]
    recipients: frozenset[str]
    first_actor: str | None
    first_recipient: str | None
    is_reciprocal: bool
    date_from: date | None
    date_to: date | None
    is_realised: bool
    states: frozenset[tuple[str, str, bool]] = frozenset()
    upheld: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()


class _Group(NamedTuple):
    """Indexes of tellings of the same event, and what they know together."""

    members: list[int]
    telling: Telling


def resolve_events(
    doc_id: str, events: Sequence[EventMention], cast: Cast, times: Sequence[TimeExpression]
) -> list[str]:
    """Return the event id of every event mention of a document, in their order.

    The id is a function of act, parties and day alone when all of them are known, so that documents which never meet
    give the same event the same id; else it belongs to the document. Mentions of opposite polarity may tell the same
    event: whether it is contested is for the table of events to say.
    """
    tellings = [to_telling(event, cast, times) for event in events]
    ids: list[str] = [""] * len(tellings)
    for group in _group(tellings):
        event_id = to_event_id(doc_id, group.telling)
        for index in group.members:
            ids[index] = event_id
    return ids


def to_telling(event: EventMention, cast: Cast, times: Sequence[TimeExpression]) -> Telling:
    """Reduce an event mention to what identifies the event."""
    sides: dict[str, list[str]] = {"actor": [], "recipient": [], "other": []}
    states = []
    for role, party, _ in event.participants:
        key = _party_key(party, cast)
        sides[role].append(key)
        if party.country:
            states.append((key, party.country, party.entity_type == "PERSON"))
    actors, recipients = sides["actor"], sides["recipient"]
    is_dated = event.time is not None and event.time_source != "dateline"
    time = times[event.time] if is_dated and event.time is not None else None
    stem, is_denied = frozenset([event.lemma[:_STEM]]), event.polarity == "negative"
    return Telling(
        event.trigger,
        event.act_type,
        event.mode,
        frozenset(actors),
        frozenset(recipients),
        actors[0] if actors else None,
        recipients[0] if recipients else None,
        event.is_reciprocal,
        time.date_from if time else None,
        time.date_to if time else None,
        event.factuality not in _UNREALISED,
        frozenset(states),
        frozenset() if is_denied else stem,
        stem if is_denied else frozenset(),
    )


def to_event_id(doc_id: str, telling: Telling) -> str:
    """Return the id of the event: of the world when act, parties and day are known, else of the document."""
    actor, recipient = telling.first_actor, telling.first_recipient
    if not _is_of_the_world(telling):
        return row_id("eve", doc_id, telling.act_type, telling.trigger)
    if telling.is_reciprocal and actor and recipient:
        actor, recipient = sorted((actor, recipient))
    return row_id("eve", "", telling.act_type, actor, recipient, telling.date_from)


def _is_of_the_world(telling: Telling) -> bool:
    is_dated = telling.date_from is not None and telling.date_from == telling.date_to
    if not is_dated or not _is_entity(telling.first_actor):
        return False
    if telling.first_recipient is None:
        return not read_ontology()["types"][telling.act_type]["needs_recipient"]
    return _is_entity(telling.first_recipient)


def _is_entity(key: str | None) -> bool:
    return key is not None and key.startswith("ent-")


def _party_key(party: Party, cast: Cast) -> str:
    if party.entity:
        return party.entity.entity_id
    if party.mention is not None:
        return f"chain:{cast.chain_of[party.mention]}"
    return f"words:{(party.name or party.text).casefold()}"


def _group(tellings: Sequence[Telling]) -> list[_Group]:
    """Put each telling with the latest earlier group that shares a party with it and contradicts it in nothing."""
    groups: list[_Group] = []
    by_party: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for index, telling in enumerate(tellings):
        known = [by_party[telling.act_type, party] for party in telling.actors | telling.recipients]
        place = len(groups)
        for each in sorted(set().union(*known), reverse=True):
            if is_same_event(groups[each].telling, telling):
                place = each
                break
        if place == len(groups):
            groups.append(_Group([index], telling))
        else:
            members, merged = groups[place]
            groups[place] = _Group([*members, index], _merge(merged, telling))
        for places in known:
            places.add(place)
    return groups


def is_same_event(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings of one document contradict each other in nothing: act, mode, parties, day."""
    if one.act_type != other.act_type or (one.mode and other.mode and one.mode != other.mode):
        return False
    if not _may_meet(one, other) or not (_agree(one.upheld, other.denied) and _agree(one.denied, other.upheld)):
        return False
    if one.is_reciprocal or other.is_reciprocal:
        mine, yours = one.actors | one.recipients, other.actors | other.recipients
        return mine <= yours or yours <= mine or _is_represented(mine, yours, one.states | other.states)
    return _agree(one.actors, other.actors) and _agree(one.recipients, other.recipients)


def _may_meet(one: Telling, other: Telling) -> bool:
    is_known = one.date_from and other.date_from
    if one.is_realised != other.is_realised:
        return bool(is_known) and (one.date_from, one.date_to) == (other.date_from, other.date_to)
    return (one.date_from or date.min) <= (other.date_to or date.max) and (other.date_from or date.min) <= (
        one.date_to or date.max
    )


def _is_represented(mine: frozenset[str], yours: frozenset[str], states: frozenset[tuple[str, str, bool]]) -> bool:
    """Whether the two differ in one party alone, here a state or its embassy and there a person who acts for it."""
    left, right = mine - yours, yours - mine
    if len(left) != 1 or len(right) != 1 or not mine & yours:
        return False
    here = {(country, is_person) for party, country, is_person in states if party in left}
    there = {(country, not is_person) for party, country, is_person in states if party in right}
    return bool(here & there)


def _agree(mine: frozenset[str], yours: frozenset[str]) -> bool:
    return not mine or not yours or bool(mine & yours)


def _merge(one: Telling, other: Telling) -> Telling:
    """Put together what two tellings of the same event know: what the first knows, and the narrowest dates."""
    starts = [each.date_from for each in (one, other) if each.date_from]
    ends = [each.date_to for each in (one, other) if each.date_to]
    return Telling(
        one.trigger,
        one.act_type,
        one.mode or other.mode or None,
        one.actors | other.actors,
        one.recipients | other.recipients,
        one.first_actor or other.first_actor or None,
        one.first_recipient or other.first_recipient or None,
        one.is_reciprocal or other.is_reciprocal,
        max(starts, default=None),
        min(ends, default=None),
        one.is_realised or other.is_realised,
        one.states | other.states,
        one.upheld | other.upheld,
        one.denied | other.denied,
    )
