"""How often a mention like this one is right: act and word, as far as its dev texts tell, less for what misleads."""

from collections.abc import Sequence

from tasks.events.classes import read_classes
from tasks.events.participants import Sides
from tasks.events.scene import Scene
from tasks.events.tree import child
from tasks.events.triggers import Trigger
from tasks.language.records import Sentence
from tasks.language.words import Words

# Share of right mentions on dev by rule and by how many of the two sides were found, less some for text not seen.
_SHARES = {
    "verb": (0.5, 0.8, 0.91),
    "light_verb": (0.7, 0.8, 0.93),
    "noun": (0.72, 0.8, 0.91),
    "adjective": (0.5, 0.55, 0.6),
}
_LABELS = {"negated": 0.65, "conditional": 0.8, "requested": 0.75, "planned": 0.85, "hedged": 0.9, "alleged": 0.87}
_FIELD, _HISTORY, _GENERIC, _FIGURE, _TITLE = 0.6, 0.5, 0.5, 0.7, 0.6
_PRESENT = frozenset({"VBP", "VBZ"})
# What news tells of in the past: in the present it is a law, a habit or the plot of a film.
_DONE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "SANCTION", "CONCEDE", "AID", "CONSULT"})
_END = 3
_RULES = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun"}


def to_rule(pos: str, trigger: Trigger) -> str:
    """Name of the rule that found a mention."""
    return "light_verb" if trigger.light is not None else _RULES.get(pos, "adjective")


def to_confidence(
    scene: Scene,
    trigger: Trigger,
    rule: str,
    sides: Sides,
    factuality: str,
    sentence: Sentence,
    *,
    is_history: bool,
    is_aside: bool,
    is_no_news: bool,
) -> float:
    """Estimate of precision; sport and films, history, generic statements, figures of speech and titles count less.

    `is_aside` says that the text or the sentence is about sport, films, weather or accidents.
    """
    tree, index = scene.tree, trigger.token
    share = _SHARES[rule][bool(sides.actors) + bool(sides.recipients)] * _LABELS.get(factuality, 1.0)
    if is_aside:
        share *= _FIELD
    if is_history:
        share *= _HISTORY
    if is_no_news or (_is_generic(scene, trigger, sides.actors or sides.recipients) and _is_full(tree, sentence)):
        share *= _GENERIC
    if trigger.act == "ASSAULT" and _is_done_to_a_thing(scene, index, sides.recipients):
        share *= _FIGURE
    if tree.text[index][0].isupper() and index != sentence.first and sentence.zone != "headline":
        share *= _TITLE
    return round(share, 2)


def _is_full(tree: Words, sentence: Sentence) -> bool:
    """Whether a sentence has its full stop, which headlines do without."""
    return sentence.zone != "headline" and "." in tree.lower[sentence.last - _END : sentence.last]


def _is_generic(scene: Scene, trigger: Trigger, parties: Sequence[int]) -> bool:
    """Whether it is done all the time, or by bare plurals: "The law bans protests", "Courts support the poor"."""
    tree = scene.tree
    if tree.tag[trigger.token] not in _PRESENT:
        return False
    if not read_classes()["habit"].isdisjoint(map(tree.lower.__getitem__, tree.kids[trigger.token])):
        return True
    return trigger.act in _DONE or (bool(parties) and _is_bare_plural(scene, parties[0]))


def _is_bare_plural(scene: Scene, first: int) -> bool:
    tree = scene.tree
    is_bare = tree.tag[first] == "NNS" and child(tree, first, "det", "poss", "nummod") is None
    return is_bare and scene.named.keys().isdisjoint((first, *tree.kids[first]))


def _is_done_to_a_thing(scene: Scene, verb: int, recipients: Sequence[int]) -> bool:
    """Whether an attack is on no party and no place: "attacked the idea"."""
    return not recipients and scene.tree.pos[verb] == "VERB" and child(scene.tree, verb, "dobj") is not None
