"""The factuality label of a mention: its cues, whose word it is, and what the narrator tells elsewhere."""

from collections.abc import Sequence

from tasks.coreference.records import Party
from tasks.events.cues import Labels
from tasks.events.factuality import SCORES, choose_label
from tasks.events.predicates import score_predicate
from tasks.events.records import Asserter, EventMention, Participant
from tasks.events.scene import Scene, read_sectors
from tasks.language.words import Words
from tasks.quotes.records import Quote

_BOUNDS = {
    "asserted": (1.5, 3.0),
    "confirmed": (1.5, 3.0),
    "alleged": (0.5, 2.25),
    "hedged": (-0.5, 1.5),
    "planned": (-1.0, 2.5),
    "conditional": (-1.5, 0.5),
    "requested": (-1.5, 0.75),
    "refused": (-0.5, 0.5),
    "denied": (-3.0, -1.5),
    "negated": (-3.0, -1.5),
}
_TOLD = frozenset({"asserted", "confirmed"})
_JOINT = frozenset({"pair", "both", "two"})
_SELF = frozenset({"i", "we", "our", "my", "us", "ourselves", "myself"})


def judge(
    scene: Scene, labels: Labels, asserter: Asserter, participants: Sequence[Participant], is_stance: bool
) -> str:
    """Label of a mention; `is_stance` marks words that are themselves the speaker's judgement, like "unacceptable"."""
    label = choose_label(labels) if labels else None
    if is_stance and asserter.kind != "narrator":
        return "confirmed"
    if label == "negated" and "planned" not in labels and asserter.kind == "speaker":
        actors = [each.party for each in participants if each.role == "actor"]
        return "denied" if _is_own_side(scene, asserter, actors) else label
    if label is not None and label not in {"confirmed", "alleged"}:
        return label
    if asserter.kind == "narrator":
        return "alleged" if label == "alleged" else "asserted"
    actors = [each.party for each in participants if each.role == "actor"]
    is_own = is_stance or (asserter.kind == "speaker" and _is_own_side(scene, asserter, actors))
    return "confirmed" if label == "confirmed" or is_own else "alleged"


def to_score(tree: Words, trigger: int, labels: Labels, factuality: str) -> float:
    """How sure the act is, -3 to 3: half the label, half the model of news, within the bounds of the label."""
    if not labels:
        return SCORES[factuality]
    low, high = _BOUNDS[factuality]
    mean = (SCORES[factuality] + score_predicate(tree, trigger, labels)) / 2
    return round(min(max(mean, low), high), 2)


def _is_own_side(scene: Scene, asserter: Asserter, actors: Sequence[Party]) -> bool:
    """Whether the asserter is an actor, speaks for one, or says I or we, or they: `the rebels said they had left`."""
    if any(_words(actor)[0] in _SELF or _words(actor)[-1] in _JOINT for actor in actors):
        return True
    if ";" in (asserter.name or "") and any(_words(actor) == ["they"] for actor in actors):
        return True  # `Chad and Togo said they were cooperating`
    speaker = asserter.party
    if speaker is None:
        return False
    return any(_is_same_side(actor, speaker) or _is_one_chain(scene, actor, speaker) for actor in actors)


def _is_one_chain(scene: Scene, actor: Party, speaker: Party) -> bool:
    if actor.mention is None or speaker.mention is None:
        return False
    return scene.cast.chain_of[actor.mention] == scene.cast.chain_of[speaker.mention]


def _is_same_side(actor: Party, speaker: Party) -> bool:
    if actor.name and speaker.name and actor.name.casefold() == speaker.name.casefold():
        return True
    if not actor.country or actor.country != speaker.country:
        return False
    return actor.entity_type in {"GPE", "NORP"} or _is_official(actor)


def _is_official(party: Party) -> bool:
    return party.entity_type in {"PERSON", "ORG"} or any(read_sectors().get(word) == "GOV" for word in _words(party))


def _words(party: Party) -> list[str]:
    return party.text.casefold().split() or [""]


def take_for_granted(scene: Scene, events: Sequence[EventMention], quotes: Sequence[Quote]) -> list[EventMention]:
    """Acts that a speaker only names, and that the narrator tells as fact elsewhere, are asserted, not alleged."""
    told: set[object] = set()
    for event in events:
        if event.asserter.kind == "narrator" and event.factuality in _TOLD:
            told |= {event.act_type, (event.act_type, event.lemma)}
    return [
        _granted(event) if event.factuality == "alleged" and _is_granted(scene, event, told, quotes) else event
        for event in events
    ]


def _is_granted(scene: Scene, event: EventMention, told: set[object], quotes: Sequence[Quote]) -> bool:
    """In a direct quotation the act is enough, in reported speech the same word must have been used for it."""
    if event.asserter.quote is None or event.is_doubted or event.rule == "light_verb":
        return False
    if scene.tree.pos[event.trigger] not in {"NOUN", "PROPN"}:
        return False
    is_direct = quotes[event.asserter.quote].kind != "indirect"
    return (event.act_type if is_direct else (event.act_type, event.lemma)) in told


def _granted(event: EventMention) -> EventMention:
    return event._replace(factuality="asserted", fact_score=3.0)
