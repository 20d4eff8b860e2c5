"""What earlier mentions of a document tell about later ones: "the attack" has the attacker of the attack before it."""

from collections.abc import Sequence
from operator import attrgetter

from tasks.events.records import EventMention, Participant
from tasks.events.scene import Scene

_REACH = 3
_LOOK_BACK = 6
_TWO = 2
_PAIRS = frozenset({"pair", "duo", "both", "two"})
_ROLE = attrgetter("role")
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})


def fill_parties(scene: Scene, events: Sequence[EventMention], paragraphs: Sequence[int]) -> list[EventMention]:
    """Give noun and passive mentions the parties of the nearest compatible mention before them in their paragraph.

    `paragraphs` is the paragraph of every sentence.
    """
    filled: list[EventMention] = []
    for event in events:
        if event.participants and _is_pair(event.participants[0]):
            event = _name_pair(event, filled)
        for role in _missing(scene, event):
            source = _find_source(event, filled[-_LOOK_BACK:], role, paragraphs)
            if source is not None:
                taken = tuple(each for each in source.participants if each.role == role)
                event = event._replace(participants=_put(event.participants, taken))
        filled.append(event)
    return filled


def _is_pair(first: Participant) -> bool:
    if first.party.entity is not None or first.role != "actor":
        return False
    return first.party.text.casefold().split()[-1] in _PAIRS


def _name_pair(event: EventMention, earlier: Sequence[EventMention]) -> EventMention:
    """The two who are "the pair" or "both": the sides of the last act that two sides did to each other."""
    for other in reversed(earlier[-_LOOK_BACK:]):
        sides = tuple(each for each in other.participants if each.role != "other")
        if other.is_reciprocal and len(sides) == _TWO and event.sentence - other.sentence < _REACH:
            kept = tuple(each for each in event.participants if each.role == "other")
            return event._replace(participants=(*sides, *kept), is_reciprocal=event.act_type in _MUTUAL)
    return event


def _missing(scene: Scene, event: EventMention) -> list[str]:
    """The sides of which nobody is known; verbs without an object are not given one."""
    roles = list(map(_ROLE, event.participants))
    if "recipient" in roles:
        return [] if "actor" in roles else ["actor"]
    if scene.tree.pos[event.trigger] not in {"NOUN", "PROPN"}:
        return []
    return ["recipient"] if "actor" in roles else ["actor", "recipient"]


def _find_source(
    event: EventMention, earlier: Sequence[EventMention], role: str, paragraphs: Sequence[int]
) -> EventMention | None:
    for other in reversed(earlier):
        if (
            other.act_type == event.act_type
            and event.sentence - other.sentence < _REACH
            and paragraphs[other.sentence] == paragraphs[event.sentence]
            and (other.mode == event.mode or not (other.mode and event.mode))
            and any(each.role == role for each in other.participants)
            and _is_compatible(event, other, role)
        ):
            return other
    return None


def _is_compatible(event: EventMention, other: EventMention, role: str) -> bool:
    """Whether the other side is the same or unknown, and nobody would be on both sides."""
    taken = {_identity(each) for each in other.participants if each.role == role}
    kept = {_identity(each) for each in event.participants if each.role != role}
    known = {_identity(each) for each in other.participants if each.role not in {role, "other"}}
    return not taken & kept and (
        (event.act_type == "ASSAULT" and role == "actor") or not kept or not known or bool(kept & known)
    )


def _identity(participant: Participant) -> str:
    party = participant.party
    return party.entity.entity_id if party.entity else (party.name or party.text).casefold()


def _put(old: Sequence[Participant], new: Sequence[Participant]) -> tuple[Participant, ...]:
    order = {"actor": 0, "recipient": 1, "other": 2}
    return tuple(sorted([*old, *new], key=lambda each: order[each.role]))
