"""The words that name acts, and which of them hangs on which."""

from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter
from typing import NamedTuple

from tasks.events.asserters import read_kinds
from tasks.events.classes import read_classes
from tasks.events.clauses import find_actor
from tasks.events.frames import Frame, find_frame, read_candidates, read_frames
from tasks.events.guards import is_guarded, is_of_field, is_of_match, read_guards
from tasks.events.light import find_light_verb, find_phrase
from tasks.events.parties import to_parties
from tasks.events.scene import Scene, is_place
from tasks.events.tree import child, objects_after
from tasks.language.records import Sentence
from tasks.language.words import Words

_PERSONAL = frozenset({"REQUEST", "THREATEN", "AGREE", "CONCEDE", "AID"})
_WILLED = frozenset({"AID", "CONCEDE", "THREATEN"})
_MATERIAL = frozenset({"ASSAULT", "PROTEST", "MOBILIZE", "COERCE"})
_ZONES = frozenset({"headline", "body"})
_TOKEN, _LIGHT = attrgetter("token"), attrgetter("light")
_NEAR = 8
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


class Trigger(NamedTuple):
    """A token that names an act, its sentence, the frame that fits, the verb that carries it if it is a noun."""

    token: int
    sentence: int
    frame: Frame
    act: str
    light: int | None


def find_triggers(scene: Scene, sentences: Sequence[Sentence]) -> list[Trigger]:
    """List the triggers of headline and body by position."""
    found: list[Trigger] = []
    known: dict[str, Frame] = {}
    frames, lemma, pos = read_frames(), scene.tree.lemma, scene.tree.pos
    is_candidate = list(map(read_candidates().__contains__, lemma))
    for sentence in sentences:
        if sentence.zone not in _ZONES:
            continue
        for index in compress(count(sentence.first), is_candidate[sentence.first : sentence.last]):
            own = frames.get((lemma[index], pos[index]))
            if own is None or index in scene.named:
                continue
            trigger = _to_trigger(scene, index, own, sentence, known)
            if trigger is not None and not _is_harm_by_nobody(scene, trigger) and not _is_match(scene.tree, index):
                found.append(trigger)
    return _name_once(scene.tree, found)


def _name_once(tree: Words, triggers: list[Trigger]) -> list[Trigger]:
    """Of a noun and the verb that carries it only the one that names the act: "filed a lawsuit", "fired tear gas"."""
    verbs = {each.token: each for each in triggers}
    twice = set()
    for each in triggers:
        verb = verbs.get(tree.head[each.token] if each.light is None else each.light)
        if verb is None:
            continue
        if each.light is None:
            is_inner = verb.act == each.act and each.act in _MATERIAL and tree.dep[each.token] == "dobj"
            twice |= {each.token} if is_inner else set()
        elif each.act == "AGREE":
            twice.add(each.token)
        elif verb.act == each.act:
            twice.add(verb.token)
    return [each for each in triggers if each.token not in twice] if twice else triggers


def _is_harm_by_nobody(scene: Scene, trigger: Trigger) -> bool:
    """Whether an earthquake or a crash killed, or in a report on one nobody is said to have."""
    tree = scene.tree
    if tree.lemma[trigger.token] not in read_classes()["harm"]:
        return False
    if tree.dep[trigger.token] == "advcl" and tree.lemma[tree.head[trigger.token]] in read_guards():
        return True
    actor = find_actor(tree, trigger.token)
    if actor is not None and tree.lemma[actor] in read_guards():
        return True
    return (actor is None or not to_parties(scene, actor)) and is_of_field(tree, "weather", "accident")


def _is_match(tree: Words, index: int) -> bool:
    """Whether a word that teams and players use of each other stands in a report on sport, or beside a score."""
    if tree.lemma[index] not in read_classes()["contest"]:
        return False
    return is_of_match(tree, index, min(index + _NEAR, tree.sentence[index][1]))


def _to_trigger(
    scene: Scene, index: int, frames: Sequence[Frame], sentence: Sentence, known: dict[str, Frame]
) -> Trigger | None:
    tree, frame = scene.tree, find_frame(scene, index, frames)
    is_noun = tree.pos[index] in {"NOUN", "PROPN"}
    if is_noun and (frame is None or not frame.weight):
        frame = _recall(tree, index, known) or frame
    if frame is None or frame.act is None or is_guarded(tree, sentence, frame.act):
        return None
    if (is_noun and _is_topic(tree, index)) or (frame.act == "CONSULT" and _is_interview(tree, index)):
        return None
    if is_noun:
        known[_kind(tree, index)] = frame
    light = find_light_verb(tree, find_phrase(tree, index)) if is_noun else None
    doer = light if is_noun else index if frame.act in _WILLED else None
    if doer is not None and frame.act in _PERSONAL and _has_thing_for_subject(scene, doer):
        return None
    return Trigger(index, sentence.ordinal, frame, frame.act, light)


def _is_topic(tree: Words, noun: int) -> bool:
    """Whether a bare noun is only what people talk about: "discussed sanctions", "talks on sanctions"."""
    head, dep = tree.head[noun], tree.dep[noun]
    if dep == "pobj" and tree.lower[head] in {"on", "about", "over"}:
        is_talked_of = tree.lemma[tree.head[head]] in read_classes()["meeting"]
    else:
        is_talked_of = dep == "dobj" and tree.lemma[head] in read_classes()["talking"]
    return is_talked_of and child(tree, noun, "det", "poss") is None


def _is_interview(tree: Words, index: int) -> bool:
    """Whether what is said is said to the press: "spoke with reporters"."""
    press = read_classes()["press"]
    return any(
        tree.lemma[each] in press or read_kinds().get(tree.lower[each]) == "outlet"
        for each in objects_after(tree, index, "with", "to")
    )


def _has_thing_for_subject(scene: Scene, verb: int) -> bool:
    """Whether what a verb says is done by nobody: "the news put pressure on him", "rules that allow him to"."""
    subject = find_actor(scene.tree, verb)
    if subject is None or scene.tree.pos[subject] != "NOUN":
        return False
    return not to_parties(scene, subject) and not is_place(scene, subject)


def _recall(tree: Words, index: int, known: dict[str, Frame]) -> Frame | None:
    """What a bare definite noun meant when it was last told in full: "joint exercises … the exercises"."""
    if tree.dep[index] in {"compound", "poss"}:
        return None
    frame = known.get(_kind(tree, index))
    if frame is None:
        return None
    is_definite = any(tree.lower[each] in _DEFINITE for each in tree.kids[index] if tree.dep[each] == "det")
    return frame if is_definite else None


def _kind(tree: Words, index: int) -> str:
    lemma = tree.lemma[index]
    return "exercise" if lemma in read_classes()["exercises"] else lemma


def find_governors(tree: Words, triggers: Sequence[Trigger]) -> list[int | None]:
    """For every trigger the index of the event that it hangs on: "agreed to meet", "condemned the attack"."""
    at = dict(zip(map(_LIGHT, triggers), count(), strict=False))
    at.update(zip(map(_TOKEN, triggers), count(), strict=False))
    return [_find_governor(tree, trigger, at, triggers) for trigger in triggers]


def _find_governor(tree: Words, trigger: Trigger, at: dict[int | None, int], triggers: Sequence[Trigger]) -> int | None:
    index, beside, own, heads = trigger.token, True, at[trigger.token], tree.head
    while heads[index] != index:
        beside = beside and tree.dep[index] == "conj"
        index = heads[index]
        if index in at and at[index] != own and (not beside or _is_same_harm(trigger, triggers[at[index]])):
            return at[index]
    return None


def _is_same_harm(trigger: Trigger, other: Trigger) -> bool:
    """Whether coordinated verbs tell the toll of one attack: "killed two and wounded five"."""
    return trigger.act == other.act == "ASSAULT"
