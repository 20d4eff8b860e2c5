"""The parties that a phrase names, and where the lexicon says that the parties of an act stand."""

from functools import cache
from typing import NamedTuple

from tasks.events.classes import read_classes
from tasks.events.scene import PARTIES, Scene, is_party, is_place, is_site
from tasks.events.tree import conjuncts, objects_after
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

MODIFIERS = frozenset({"poss", "amod", "compound", "nmod"})
_OWNERS = ("of", "by", "from", "against", "on")


class Arguments(NamedTuple):
    """Where acts of a type have their parties: row of arguments.csv; `but_of` are the prepositions but "of"."""

    prepositions: tuple[str, ...]
    but_of: tuple[str, ...]
    of: str
    place: bool
    mutual: str


@cache
def read_arguments() -> dict[str, Arguments]:
    """Where each type of act has its parties."""
    found: dict[str, Arguments] = {}
    for row in read_lexicon("events", "arguments"):
        prepositions = tuple(row["recipients"].split())
        but_of = tuple(each for each in prepositions if each != "of")
        place, mutual = row["place"] == "yes", row["mutual"]
        found[row["type"]] = Arguments(prepositions, but_of, row["of"], place, mutual)
    return found


def to_parties(scene: Scene, index: int, place: bool = False) -> list[int]:
    """The parties of a noun phrase, coordinated ones apart: its head, else who is named inside it."""
    tree = scene.tree
    found: list[int] = []
    for each in conjuncts(tree, index):
        inner = _out_of_quantity(tree, each) if tree.kids[each] else None
        within = [] if inner is None else to_parties(scene, inner, place)
        if within:
            found.extend(within)
        elif is_party(scene, each) or (place and _is_of_people(scene, each)) or _is_count(tree, each):
            found.append(each)
    return list(dict.fromkeys(found)) or _inside(scene, index)


def _is_of_people(scene: Scene, index: int) -> bool:
    """Whether a token heads a phrase for a place that may stand for its people, as towns do and bridges do not."""
    return is_place(scene, index) and not is_site(scene, index)


def parties_after(scene: Scene, index: int, prepositions: tuple[str, ...], place: bool) -> list[int]:
    """The parties that stand after prepositions of a word, the first preposition that leads to any."""
    return first_parties(scene, objects_after(scene.tree, index, *prepositions), place)


def first_parties(scene: Scene, heads: list[int], place: bool) -> list[int]:
    """The parties of the first object of a preposition that has any."""
    for each in heads:
        found = [] if _is_beside_the_act(scene.tree, each) else to_parties(scene, each, place)
        if found:
            return found
    return []


def _is_beside_the_act(tree: Words, index: int) -> bool:
    """Whether an object of a preposition only tells more: "with two of them abstaining", "by nine votes to two"."""
    relation = tree.lower[tree.head[index]]
    if relation == "to":
        return tree.pos[index] == "NUM"
    return relation == "with" and any(tree.dep[each] == "acl" and tree.tag[each] == "VBG" for each in tree.kids[index])


def _is_count(tree: Words, index: int) -> bool:
    """Whether a number stands for people and not for money: "11 were killed and 15 wounded", "hundreds marched"."""
    if tree.lower[index] in read_classes()["crowd"]:
        return True
    if tree.pos[index] != "NUM" or tree.dep[index] == "nummod":
        return False
    return not any(tree.lower[each].endswith("$") or tree.pos[each] == "SYM" for each in tree.kids[index])


def _out_of_quantity(tree: Words, index: int) -> int | None:
    if tree.lemma[index] not in read_classes()["quantity"] and tree.pos[index] not in {"NUM", "DET"}:
        return None
    inner = objects_after(tree, index, "of")
    return inner[0] if inner else None


def _inside(scene: Scene, index: int) -> list[int]:
    tree = scene.tree
    for each in tree.kids[index]:
        if tree.dep[each] in MODIFIERS and (
            is_named_party(scene, each) or (each in scene.named and each in scene.places)
        ):
            return [each]
        if tree.dep[each] == "poss" and is_party(scene, each):
            return [each]
    return [each for each in objects_after(tree, index, *_OWNERS) if is_party(scene, each)][:1]


def is_named_party(scene: Scene, index: int) -> bool:
    """Whether a token heads the name of a party."""
    return scene.types.get(index) in PARTIES
