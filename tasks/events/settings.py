"""When and where: the time expression and the place that belong to a trigger."""

from collections.abc import Sequence

from tasks.events.scene import Scene, entity_type, is_place
from tasks.events.tree import objects_after_any
from tasks.language.words import Words
from tasks.times.records import TimeExpression

_PLACING = ("in", "at", "near", "outside", "inside", "across", "around", "throughout", "over")
_RELATING = frozenset({"before", "after", "since", "until", "following"})
_KINDS = frozenset({"GPE", "LOC", "FAC"})


def index_times(tree: Words, times: Sequence[TimeExpression]) -> dict[int, int]:
    """Index of the time expression that hangs on each word; the word that a time tells about is its governor."""
    found: dict[int, int] = {}
    for index, time in enumerate(times):
        if time.kind in {"DATE", "TIME"} or time.kind == "DURATION":
            governor = _beside(tree, time.first) or _governor(tree, time.first, time.last)
            found.setdefault(governor, index)
    return found


def _beside(tree: Words, first: int) -> int | None:
    """The noun that dates another act and that a time stands right behind: "before the election in March"."""
    place = first - 1
    if place < 1 or tree.pos[place] != "ADP" or tree.sentence[place][0] == place:
        return None
    noun = place - 1
    while tree.pos[noun] in {"NOUN", "PROPN"} and tree.dep[noun] == "compound":
        noun = tree.head[noun]
    relation = tree.head[noun]
    if tree.dep[noun] != "pobj":
        return None
    return noun if tree.lower[relation] in _RELATING or tree.lower[relation - 1] in {"ahead", "prior"} else None


def _governor(tree: Words, first: int, last: int) -> int:
    index = first
    while first <= index < last and tree.head[index] != index:
        index = tree.head[index]
    while tree.pos[index] in {"ADP", "SCONJ", "ADV"} and tree.head[index] != index:
        index = tree.head[index]
    return index


def find_time(tree: Words, trigger: int, light: int | None, times: dict[int, int]) -> int | None:
    """The time expression of a trigger: its own, that of its light verb, that of the verb above it."""
    index = trigger
    for each in (trigger, light):
        if each is not None and each in times:
            return times[each]
    for each in tree.kids[trigger]:
        if each in times and tree.dep[each] in {"dobj", "attr", "oprd", "ccomp"}:
            return times[each]
    for _ in range(5):
        head, dep = tree.head[index], tree.dep[index]
        if head == index or dep in {"ccomp", "relcl", "advcl", "parataxis"}:
            return None
        if head in times:
            return times[head]
        index = head
    return None


def find_place(scene: Scene, trigger: int, light: int | None) -> int | None:
    """Head token of the place where an act happened, in its own phrase, its light verb's or the verb's above it."""
    tree = scene.tree
    near = [trigger] if light is None else [trigger, light]
    head = tree.head[trigger]
    if tree.dep[trigger] in {"dobj", "nsubj", "nsubjpass", "xcomp", "conj"}:
        near.append(head)
    near += [each for each in tree.kids[trigger] if tree.dep[each] in {"dobj", "nsubjpass"}]
    for each in near:
        for found in objects_after_any(tree, each, _PLACING):
            if entity_type(scene, found) in _KINDS or is_place(scene, found):
                return found
    return None
