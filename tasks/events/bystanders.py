"""Parties that an act concerns without being done to them: where it happens, whose affair it is.

PLOVER's records take them as recipients where there is no other.
"""

from collections.abc import Iterator
from itertools import chain, compress

from tasks.events.scene import Scene, is_party
from tasks.events.tree import children, objects_after
from tasks.language.words import Words

_PLACING = ("in", "into", "at", "near", "of", "on", "over", "from", "to", "with", "for")
_FULL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_MANY = 2


def find_others(scene: Scene, trigger: int, light: int | None, taken: list[int]) -> list[int]:
    """Parties and places in the phrase of an act, the nearest first, who are on neither side."""
    tree = scene.tree
    top = trigger if light is None else light
    places = (top, *children(tree, top, _OBJECTS))
    after = [below for each in places for below in objects_after(tree, each, *_PLACING)]
    seen, chosen = {trigger, *taken}, []
    for each in chain(after, _below(tree, top, min(top, trigger))):
        if each not in seen and _counts(scene, each):
            seen.add(each)
            chosen.append(each)
            if len(chosen) == _MANY:
                break
    return chosen


def _counts(scene: Scene, index: int) -> bool:
    return is_party(scene, index) or (index in scene.named and index in scene.places)


def _below(tree: Words, index: int, first: int) -> Iterator[int]:
    """Nouns, names and other words for parties that depend on a word and stand after the first, in text order."""
    low, high = max(first + 1, tree.left[index]), tree.right[index]
    return compress(range(low, high), map(_FULL.__contains__, tree.pos[low:high]))
