"""Parties that an act concerns without being done to them: where it happens, whose affair it is.

PLOVER's records take them as recipients where there is no other.
"""

from tasks.events.scene import Scene, is_party, is_place
from tasks.events.tree import objects_after_any
from tasks.language.words import Words

_PLACING = ("in", "into", "at", "near", "of", "on", "over", "from", "to", "with", "for")
_EMPTY = frozenset({"PRON", "PUNCT", "SPACE", "ADP", "DET", "AUX", "CCONJ", "SCONJ", "PART"})
_MANY = 2


def find_others(scene: Scene, trigger: int, light: int | None, taken: list[int]) -> list[int]:
    """Parties and places in the phrase of an act, the nearest first, who are on neither side."""
    tree = scene.tree
    top = trigger if light is None else light
    near = [top, *(each for each in tree.kids[top] if tree.dep[each] in {"dobj", "nsubjpass"})]
    first = min(top, trigger)
    after = [each for head in near for each in objects_after_any(tree, head, _PLACING)]
    seen, chosen = {trigger, *taken}, []
    for each in (*after, *_below(tree, top, first)):
        if each not in seen and _counts(scene, each):
            seen.add(each)
            chosen.append(each)
            if len(chosen) == _MANY:
                break
    return chosen


def _counts(scene: Scene, index: int) -> bool:
    return is_party(scene, index) or (index in scene.named and is_place(scene, index))


def _below(tree: Words, index: int, first: int) -> list[int]:
    """Content words that depend on a word and stand after the first, in text order."""
    kids, pos = tree.kids, tree.pos
    found = list(kids[index])
    for each in found:
        if kids[each]:
            found += kids[each]
    return sorted([each for each in found if each > first and pos[each] not in _EMPTY])
