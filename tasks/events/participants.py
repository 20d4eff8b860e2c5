"""Who takes part in an act: actors and recipients as tokens, from the clause or the noun phrase that names the act."""

from typing import NamedTuple

from tasks.events.bystanders import find_others
from tasks.events.classes import read_classes
from tasks.events.nominal import find_sides_of_noun
from tasks.events.parties import MODIFIERS, is_named_party, read_arguments
from tasks.events.scene import Scene
from tasks.events.tree import conjuncts, objects_after
from tasks.events.verbal import find_sides_of_verb

_TWO = 2


class Sides(NamedTuple):
    """Head tokens of those who act and those who are acted on."""

    actors: list[int]
    recipients: list[int]
    is_reciprocal: bool
    others: list[int]


def find_sides(scene: Scene, trigger: int, act: str, light: int | None) -> Sides:
    """Actors and recipients of an act that a verb, adjective or noun names."""
    if scene.tree.pos[trigger] in {"NOUN", "PROPN"}:
        actors, recipients = find_sides_of_noun(scene, trigger, act, light)
    else:
        actors, recipients = find_sides_of_verb(scene, trigger, act)
    if recipients:
        selves = read_classes()["self"]
        recipients = [each for each in recipients if each not in actors and scene.tree.lower[each] not in selves]
    carrier = scene.tree.lemma[trigger if light is None else light]
    is_reciprocal = False
    if carrier not in read_classes()["mediating"]:
        actors, recipients, is_reciprocal = _share(scene, trigger, act, actors, recipients)
    others = [] if recipients else find_others(scene, trigger, light, actors)
    return Sides(actors, recipients, is_reciprocal, others)


def _is_mutual(lemma: str, act: str) -> bool:
    mutual = read_arguments()[act].mutual
    return mutual == "yes" or (mutual == "pact" and lemma in read_classes()["pact"])


def _share(
    scene: Scene, trigger: int, act: str, actors: list[int], recipients: list[int]
) -> tuple[list[int], list[int], bool]:
    """Joint actors of a mutual act are each other's recipients."""
    if recipients or not _is_mutual(scene.tree.lemma[trigger], act):
        return actors, recipients, bool(recipients) and act in {"CONSULT", "COOPERATE"}
    if len(actors) > 1:
        return actors[:1], actors[1:], True
    both = _find_pair(scene, actors[0]) if actors else []
    if len(both) > 1:
        return both[:1], both[1:], True
    return actors, recipients, False


def _find_pair(scene: Scene, head: int) -> list[int]:
    """The two in a plural: "the Polish and Czech envoys", "the envoys of Poland and Chad"."""
    tree = scene.tree
    beside = [pair for each in tree.kids[head] if tree.dep[each] in MODIFIERS for pair in conjuncts(tree, each)]
    found = [each for each in beside if is_named_party(scene, each)]
    for each in objects_after(tree, head, "of") if len(found) < _TWO else ():
        found = [pair for pair in conjuncts(tree, each) if is_named_party(scene, pair)]
    return found
