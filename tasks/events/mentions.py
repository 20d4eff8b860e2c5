"""Event mentions: triggers, participants, time, place, factuality and asserter."""

from collections.abc import Sequence
from typing import NamedTuple

from tasks.coreference.records import Cast
from tasks.events.asserters import find_asserter, find_holders
from tasks.events.composition import NEGATED_ACTS, to_event_type
from tasks.events.factuality import SCORES, Labels, find_labels
from tasks.events.judgement import judge, take_for_granted
from tasks.events.memory import fill_parties
from tasks.events.numbers import count_victims
from tasks.events.participants import Sides, find_sides
from tasks.events.records import EventMention, Participant
from tasks.events.scene import Scene, find_sector, to_party, to_scene
from tasks.events.settings import find_place, find_time, index_times
from tasks.events.tree import mark_headlines, to_tree
from tasks.events.triggers import Trigger, find_governors, find_triggers
from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.quotes.records import Quote
from tasks.times.records import TimeExpression

_MANY = 6


class _Document(NamedTuple):
    scene: Scene
    times: dict[int, int]
    quotes: Sequence[Quote]


def find_events(
    words: Words,
    sentences: Sequence[Sentence],
    cast: Cast,
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
) -> list[EventMention]:
    """List the event mentions of a document by position."""
    tree = to_tree(words)
    mark_headlines(tree, sentences)
    scene = to_scene(tree, cast)
    triggers = find_triggers(scene, sentences)
    holders = find_holders(quotes, [tree.start[trigger.token] for trigger in triggers])
    document = _Document(scene, index_times(tree, times), quotes)
    events = [
        _to_mention(document, *each) for each in zip(triggers, find_governors(tree, triggers), holders, strict=True)
    ]
    filled = fill_parties(scene, events, [sentence.paragraph for sentence in sentences])
    return take_for_granted(scene, filled, quotes)


def _to_mention(document: _Document, trigger: Trigger, governor: int | None, holders: Sequence[int]) -> EventMention:
    scene, index, tree = document.scene, trigger.token, document.scene.tree
    act, labels = _read_polarity(tree, trigger)
    sides = find_sides(scene, index, act, trigger.light)
    participants = to_participants(scene, sides)
    asserter = find_asserter(scene, index, labels, document.quotes, holders)
    factuality = judge(labels, asserter, participants, tree.pos[index] == "ADJ")
    place = find_place(scene, index, trigger.light)
    return EventMention(
        index,
        tree.lemma[index],
        trigger.sentence,
        act,
        to_event_type(act, factuality),
        trigger.frame.mode if act == trigger.act else None,
        (),
        participants,
        sides.is_reciprocal,
        find_time(tree, index, trigger.light, document.times),
        None if place is None else to_party(scene, place),
        factuality,
        SCORES[factuality],
        "negative" if factuality in {"denied", "negated"} else "positive",
        asserter,
        *count_victims(tree, index),
        _to_rule(tree.pos[index], trigger),
        _to_confidence(trigger, sides),
        governor,
        "alleged" in labels,
    )


def _read_polarity(tree: Words, trigger: Trigger) -> tuple[str, Labels]:
    """The act and what cues make of it; consent that is withheld is a refusal and no longer negated."""
    labels, index = find_labels(tree, trigger.token), trigger.token
    is_withheld = "negated" in labels and labels["negated"] in (index, *tree.kids[index])
    if trigger.act not in NEGATED_ACTS or not is_withheld:
        return trigger.act, labels
    return "REJECT", {label: cue for label, cue in labels.items() if label not in {"negated", "hedged"}}


def to_participants(scene: Scene, sides: Sides) -> tuple[Participant, ...]:
    """Resolve both sides; nobody is on both."""
    found: list[Participant] = []
    seen: set[object] = set()
    for role, heads in (("actor", sides.actors), ("recipient", sides.recipients), ("other", sides.others)):
        for head in heads[:_MANY]:
            party = to_party(scene, head)
            identity = party.entity.entity_id if party.entity else (party.start, party.end)
            if identity not in seen:
                seen.add(identity)
                found.append(Participant(role, party, find_sector(scene, head)))
    return tuple(found)


def _to_rule(pos: str, trigger: Trigger) -> str:
    if pos == "VERB":
        return "verb"
    return "light_verb" if trigger.light is not None else "noun" if pos in {"NOUN", "PROPN"} else "adjective"


def _to_confidence(trigger: Trigger, sides: Sides) -> float:
    filled = bool(sides.actors) + bool(sides.recipients)
    return (0.45, 0.6, 0.75)[filled] + (0.05 if trigger.frame.weight > 1 else 0.0)
