"""Event mentions: triggers, participants, time, place, factuality and asserter."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from tasks.coreference.records import Cast
from tasks.events.amounts import find_amounts
from tasks.events.asserters import find_asserter, find_holders
from tasks.events.composition import NEGATED_ACTS, WILLED_ACTS, give_modes, is_in_words, is_willed, to_event_type
from tasks.events.confidence import to_confidence, to_rule
from tasks.events.contexts import find_contexts, to_contexts
from tasks.events.cues import Labels
from tasks.events.factuality import find_labels
from tasks.events.guards import count_guards, is_of_field
from tasks.events.judgement import judge, take_for_granted, to_score
from tasks.events.memory import fill_parties
from tasks.events.numbers import count_victims, share_tolls
from tasks.events.participants import Sides, find_sides
from tasks.events.places import Found
from tasks.events.records import Asserter, EventMention, Participant
from tasks.events.retelling import is_told_in_present
from tasks.events.scene import Scene, find_sector, to_party, to_scene
from tasks.events.settings import Settings, find_place, find_time, is_of_the_past, to_settings
from tasks.events.tree import to_tree
from tasks.events.triggers import Trigger, find_governors, find_triggers
from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.quotes.records import Quote
from tasks.times.records import TimeExpression

_PARAGRAPH = attrgetter("paragraph")
_TOKEN = attrgetter("token")
_ROLES = ("actor", "recipient", "other")
_MANY, _VARIED = 6, 5
_FORCES: dict[str | None, str] = {"COP": "police", "UAF": "militia", "REB": "militia", "PRM": "militia"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # "no border was agreed" refuses nothing
_OF_WILL = frozenset({"negated", "hedged", "planned", "conditional"})
_OTHER_MODES = {("ASSAULT", "ACCUSE"): "disapprove", ("CONSULT", "REJECT"): "meet"}


class _Document(NamedTuple):
    scene: Scene
    settings: Settings
    contexts: dict[int, frozenset[str]]
    quotes: Sequence[Quote]
    is_of_play: bool


def find_events(
    words: Words,
    sentences: Sequence[Sentence],
    cast: Cast,
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
    published: date | None = None,
) -> list[EventMention]:
    """List the event mentions of a document by position."""
    tree = to_tree(words, sentences)
    scene = to_scene(tree, cast)
    timed: set[int] = set().union(*(range(time.first, time.last) for time in times))
    triggers = [each for each in find_triggers(scene, sentences) if each.token not in timed]
    holders = find_holders(quotes, list(map(tree.start.__getitem__, map(_TOKEN, triggers))))
    settings = to_settings(scene, sentences, times, published)
    document = _Document(scene, settings, {}, quotes, is_of_field(tree, "sport", many=_VARIED))
    events = [
        _to_mention(document, *each) for each in zip(triggers, find_governors(tree, triggers), holders, strict=True)
    ]
    filled = fill_parties(scene, events, list(map(_PARAGRAPH, sentences)))
    counted = share_tolls(tree, take_for_granted(scene, give_modes(tree, filled), quotes))
    return _give_amounts(tree, triggers, counted)


def _give_amounts(tree: Words, triggers: Sequence[Trigger], events: list[EventMention]) -> list[EventMention]:
    amounts = find_amounts(tree)
    if not amounts:
        return events
    found = [
        amounts.get(each.token) or amounts.get(each.token if each.light is None else each.light) for each in triggers
    ]
    return [event._replace(amount=amount) for event, amount in zip(events, found, strict=True)]


def _to_mention(document: _Document, trigger: Trigger, governor: int | None, holders: Sequence[int]) -> EventMention:
    scene, index, tree = document.scene, trigger.token, document.scene.tree
    (act, labels), (when, where) = _read_polarity(tree, trigger), _find_setting(document, trigger)
    sides, participants = _find_parties(scene, trigger, where)
    act = "ACCUSE" if act == "ASSAULT" and is_in_words(tree, trigger, participants) else act
    asserter = find_asserter(scene, index, labels, document.quotes, holders)
    participants, is_stance = _to_stance(scene, trigger, participants, asserter)
    factuality = judge(scene, labels, asserter, participants, is_stance)
    return EventMention(
        index,
        tree.lemma[index],
        trigger.sentence,
        act,
        to_event_type(act, factuality),
        *_to_mode_and_contexts(document, trigger, act, participants),
        participants,
        sides.is_reciprocal,
        when.what,
        None if where.what is None else to_party(scene, where.what),
        factuality,
        to_score(tree, index, labels, factuality),
        "negative" if factuality in {"denied", "negated"} else "positive",
        asserter,
        *count_victims(tree, index, act),
        *_to_judgement(document, trigger, sides, factuality, when),
        governor,
        "alleged" in labels,
        when.source,
        where.source,
    )


def _find_setting(document: _Document, trigger: Trigger) -> tuple[Found, Found]:
    settings = document.settings
    return find_time(document.scene.tree, settings, trigger), find_place(document.scene, settings, trigger)


def _find_parties(scene: Scene, trigger: Trigger, where: Found) -> tuple[Sides, tuple[Participant, ...]]:
    """Both sides; who travels and names nobody visits the place: "arrived in Oslo"."""
    sides = find_sides(scene, trigger.token, trigger.act, trigger.light)
    if trigger.frame.mode == "visit" and not sides.recipients and where.source == "clause":
        host = where.what
        if host is not None and host not in sides.actors and scene.types.get(host) == "GPE":
            sides = sides._replace(recipients=[host], others=[])
    return sides, to_participants(scene, sides)


def _to_stance(
    scene: Scene, trigger: Trigger, participants: tuple[Participant, ...], asserter: Asserter
) -> tuple[tuple[Participant, ...], bool]:
    """Whether a word is itself a judgement ("is unacceptable", "is a disgrace"): it is that of whoever says so."""
    is_adjective, party = scene.tree.pos[trigger.token] == "ADJ", asserter.party
    if not is_adjective and trigger.frame.shape != "judgement":
        return participants, False
    if party is None or asserter.kind == "narrator" or (is_adjective and any(map(_is_actor, participants))):
        return participants, True
    head = None if party.mention is None else scene.cast.mentions[party.mention].head
    sector = None if head is None else find_sector(scene, head)
    kept = [each for each in participants if not _is_actor(each) and each.party.name != party.name]
    return (Participant("actor", party, sector), *kept), True


def _is_actor(participant: Participant) -> bool:
    return participant.role == "actor"


def _to_mode_and_contexts(
    document: _Document, trigger: Trigger, act: str, participants: Sequence[Participant]
) -> tuple[str | None, tuple[str, ...]]:
    """The contexts that the words of a sentence tell are looked up once."""
    mode, ordinal = trigger.frame.mode if act == trigger.act else _OTHER_MODES.get((trigger.act, act)), trigger.sentence
    if act == "MOBILIZE" and participants:
        mode = _FORCES.get(participants[0].sector, mode)
    if ordinal not in document.contexts:
        sentence = document.settings.sentences[ordinal]
        document.contexts[ordinal] = find_contexts(document.scene.tree, sentence.first, sentence.last)
    return mode, to_contexts(document.contexts[ordinal], act, mode, participants)


def _read_polarity(tree: Words, trigger: Trigger) -> tuple[str, Labels]:
    """The act and what cues make of it; consent that is withheld is a refusal and no longer negated."""
    labels, index = find_labels(tree, trigger.token), trigger.token
    if trigger.act not in NEGATED_ACTS or "negated" not in labels:
        return trigger.act, labels
    cue, beside = labels["negated"], tree.kids[index]
    if cue != index and (cue not in beside or tree.dep[cue] in _SUBJECTS):
        return trigger.act, labels
    if trigger.act in WILLED_ACTS and not is_willed(tree, index):
        return trigger.act, labels
    return "REJECT", {
        label: cue for label, cue in labels.items() if label not in _OF_WILL or cue not in (index, *beside)
    }


def to_participants(scene: Scene, sides: Sides) -> tuple[Participant, ...]:
    """Resolve both sides; nobody is on both."""
    found: list[Participant] = []
    seen: set[object] = set()
    for role, heads in zip(_ROLES, (sides.actors, sides.recipients, sides.others), strict=True):
        for head in heads[:_MANY]:
            party = to_party(scene, head)
            identity = party.entity.entity_id if party.entity else (party.start, party.end)
            if identity not in seen:
                seen.add(identity)
                found.append(Participant(role, party, find_sector(scene, head)))
    return tuple(found)


def _to_judgement(
    document: _Document, trigger: Trigger, sides: Sides, factuality: str, when: Found
) -> tuple[str, float]:
    """The rule that found a mention, and its confidence."""
    scene, settings, ordinal = document.scene, document.settings, trigger.sentence
    sentence, rule = settings.sentences[ordinal], to_rule(scene.tree.pos[trigger.token], trigger)
    is_plot = ordinal in settings.plots and is_told_in_present(scene.tree, trigger.token)
    return rule, to_confidence(
        scene,
        trigger,
        rule,
        sides,
        factuality,
        sentence,
        is_history=is_of_the_past(scene.tree, settings, trigger, when),
        is_aside=document.is_of_play or count_guards(scene.tree, sentence) > 0,
        is_no_news=is_plot or ordinal in settings.questions,
    )
