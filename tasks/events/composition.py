"""What becomes of an act: planned ones by tense, attacks in words, the modes of requests, refusals and threats."""

from collections.abc import Sequence
from functools import cache

from tasks.events.classes import read_classes
from tasks.events.guards import is_of_campaign
from tasks.events.records import EventMention, Participant
from tasks.events.tree import is_passive
from tasks.events.triggers import Trigger
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

# "was not accepted", "cannot agree", "will not allow", "will not meet": a refusal, not the absence of consent
NEGATED_ACTS = frozenset({"AGREE", "CONCEDE", "CONSULT"})
WILLED_ACTS = frozenset({"CONCEDE", "CONSULT"})  # "has not lifted the ban", "did not meet" are no refusals
_WILLING = frozenset({"will", "wo", "would", "can", "ca"})
_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_TALKING = frozenset({"PTY", "LEG", "JUD", "JRN"})
_ASIDE = frozenset({"advcl", "relcl"})
_ABOUT = frozenset({"REQUEST", "REJECT", "THREATEN"})
_HARMS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})


def to_event_type(act: str, factuality: str) -> str:
    """PLOVER type of an act as told: planned cooperation is AGREE, retreat CONCEDE, harm THREATEN."""
    if factuality not in {"planned", "conditional"}:
        return act
    if act in _PROMISED:
        return "AGREE"
    if act == "RETREAT":
        return "CONCEDE"
    return "THREATEN" if act in _HARMS else act


def is_willed(tree: Words, verb: int) -> bool:
    """Whether somebody is said to will what a verb says: "will not meet", "cannot allow"."""
    if tree.pos[verb] != "VERB" or is_passive(tree, verb):
        return False
    return any(tree.dep[each] == "aux" and tree.lower[each] in _WILLING for each in tree.kids[verb])


def is_in_words(tree: Words, trigger: Trigger, participants: Sequence[Participant]) -> bool:
    """Whether an attack is criticism: one person's on another, as in "the senator's attacks on Ivo Wilmot".

    Where a document tells of an election, one person is enough; blows, bombs and the like are never words.
    """
    if trigger.frame.mode or tree.lemma[trigger.token] not in read_classes()["verbal"]:
        return False
    kinds = {each.role: each.party.entity_type for each in reversed(participants) if each.party.entity}
    sides = [kinds.get("actor"), kinds.get("recipient")]
    if sides == ["PERSON", "PERSON"]:
        return True
    is_politician = "PERSON" in sides or any(each.sector in _TALKING for each in participants if each.role != "other")
    return is_politician and is_of_campaign(tree)


@cache
def read_complements() -> dict[tuple[str, str, str | None], str]:
    """Mode of an act by its type and by type and mode of the act that hangs on it."""
    found: dict[tuple[str, str, str | None], str] = {}
    for row in read_lexicon("events", "complements"):
        below, _, mode = row["below"].partition("/")
        found[row["act"], below, mode or None] = row["mode"]
    return found


def give_modes(tree: Words, events: Sequence[EventMention]) -> list[EventMention]:
    """Give requests, refusals and threats the mode of the first act that hangs on them: "asked to meet"."""
    found, modes = list(events), read_complements()
    for event in events:
        governor = event.governor
        if governor is None or found[governor].act_type not in _ABOUT or tree.dep[event.trigger] in _ASIDE:
            continue
        above = found[governor]
        types = above.act_type, event.act_type
        mode = above.mode or modes.get((*types, event.mode)) or modes.get((*types, None))
        found[governor] = above._replace(mode=mode)
    return found
