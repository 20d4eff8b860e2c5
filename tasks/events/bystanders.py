"""Parties that an act concerns without being done to them: where it happens, whose affair it is.

PLOVER's records take them as recipients where there is no other.
"""

from tasks.events.scene import Scene, is_party, is_place
from tasks.events.tree import objects_after_any
from tasks.language.words import Words

_PLACING = ("in", "into", "at", "near", "of", "on", "over", "from", "to", "with", "for")
_MANY = 2


def find_others(scene: Scene, trigger: int, light: int | None, taken: list[int]) -> list[int]:
    """Parties and places in the phrase of an act, the nearest first, who are on neither side."""
    tree = scene.tree
    top = trigger if light is None else light
    near = [top, *(each for each in tree.kids[top] if tree.dep[each] in {"dobj", "nsubjpass"})]
    first = min(top, trigger)
    after = [each for head in near for each in objects_after_any(tree, head, _PLACING)]
    below = sorted([each for each in _below(tree, top) if each > first])
    chosen: list[int] = []
    for each in (*after, *below):
        if each != trigger and each not in taken and each not in chosen and _counts(scene, each):
            chosen.append(each)
            if len(chosen) == _MANY:
                break
    return chosen


def _counts(scene: Scene, index: int) -> bool:
    if scene.tree.pos[index] == "PRON":
        return False
    return is_party(scene, index) or (index in scene.named and is_place(scene, index))


def _below(tree: Words, index: int) -> list[int]:
    found = list(tree.kids[index])
    for each in found:
        found.extend(tree.kids[each])
    return found
