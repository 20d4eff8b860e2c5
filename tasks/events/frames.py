"""The frame lexicon: which word, with what beside it, names which act."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tasks.events.classes import read_classes
from tasks.events.light import find_phrase
from tasks.events.scene import Scene, is_party, is_place, model_label
from tasks.events.shapes import has_shape
from tasks.events.tree import child, children, objects_after, to_objects
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

_ATTACHED = frozenset({"prt", "prep", "advmod", "agent", "dative", "aux", "npadvmod"})
_DATING = frozenset({"on", "for"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "poss"})
_NAMED = {"@person": "PERSON", "@law": "LAW"}
_PARTS = {"v": ("VERB",), "n": ("NOUN", "PROPN"), "a": ("ADJ",)}


class Frame(NamedTuple):
    """One row of frames.csv; `act` is None where the word is no act."""

    word: str | None
    objects: frozenset[str]
    shape: str
    act: str | None
    mode: str | None
    weight: int


@cache
def read_frames() -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by lemma and part of speech, the most specific first."""
    found: dict[tuple[str, str], list[Frame]] = {}
    for row in read_lexicon("events", "frames"):
        frame = Frame(
            row["with"] or None,
            _objects(row["object"]),
            row["shape"],
            row["type"] or None,
            row["mode"] or None,
            2 * bool(row["with"]) + 2 * bool(row["object"]) + bool(row["shape"]),
        )
        for pos in _PARTS[row["pos"]]:
            found.setdefault((row["lemma"], pos), []).append(frame)
    return {key: tuple(sorted(frames, key=lambda frame: -frame.weight)) for key, frames in found.items()}


@cache
def read_candidates() -> frozenset[str]:
    """Every lemma that has a frame."""
    return frozenset(lemma for lemma, _ in read_frames())


def _objects(cell: str) -> frozenset[str]:
    words: set[str] = set()
    for each in cell.split("|"):
        if each.startswith("@") and each[1:] in read_classes():
            words |= read_classes()[each[1:]]
        elif each:
            words.add(_NAMED.get(each, each))
    return frozenset(words)


def find_frame(scene: Scene, index: int, frames: Sequence[Frame]) -> Frame | None:
    """The most specific of the frames of a token that fits; None when the word is no act here."""
    tree = scene.tree
    is_noun = tree.pos[index] in {"NOUN", "PROPN"}
    if is_noun and tree.dep[index] in {"compound", "poss"} and find_phrase(tree, index) == index:
        return None
    if tree.tag[index] == "VBN" and _is_adjective(tree, index):
        return None
    beside: set[str | None] | None = None
    for frame in frames:
        if frame.word and not _has_word(tree, index, frame.word):
            continue
        if frame.shape and not has_shape(tree, index, frame.shape):
            continue
        if frame.objects:
            if beside is None:
                beside = _kinds(scene, _modifiers(tree, index) if is_noun else to_objects(tree, index))
            after = frame.word and _kinds(scene, objects_after(tree, index, frame.word))
            if frame.objects.isdisjoint(beside | after if after else beside):
                continue
        return frame if frame.act else None
    return None


def _is_adjective(tree: Words, participle: int) -> bool:
    """Whether a participle only describes or stands for somebody: "nuclear-armed", "the injured"."""
    if tree.dep[participle] == "amod":
        return child(tree, participle, "npadvmod") is not None
    return tree.dep[participle] in _NOMINAL and child(tree, participle, "det") is not None


def _has_word(tree: Words, index: int, word: str) -> bool:
    lower, kids = tree.lower, tree.kids[index]
    if word not in map(lower.__getitem__, kids):
        after = tree.tag[index + 1 : index + 3]  # "hand over 40 prisoners", parsed as more than 40
        return word == "over" and lower[index + 1 : index + 2] == ["over"] and after[1:] == ["CD"]
    return any(
        lower[each] == word and tree.dep[each] in _ATTACHED and not (word in _DATING and _is_date(tree, each))
        for each in kids
    )


def _is_date(tree: Words, preposition: int) -> bool:
    """Whether a preposition says when: "called on Monday", "called an election for May 3"."""
    return any(tree.tag[each] == "NNP" and model_label(tree, each) == "DATE" for each in tree.kids[preposition])


def _modifiers(tree: Words, index: int) -> list[int]:
    found = children(tree, index, _MODIFYING)
    found += [below for each in found for below in tree.kids[each] if tree.dep[below] in {"compound", "conj"}]
    return found + objects_after(tree, index, "of")


def _kinds(scene: Scene, words: list[int]) -> set[str | None]:
    """All that frames may call words by: lemma, form, type, @party, @place, @country; of a number, what it counts."""
    tree, quantities = scene.tree, read_classes()["quantity"]
    found: set[str | None] = set()
    for each in words:
        lemma = tree.lemma[each]
        found |= {lemma, tree.lower[each], scene.types.get(each)}
        if is_party(scene, each):
            found.add("@party")
        if is_place(scene, each):
            found |= {"@place", "@country"} if each in scene.named else {"@place"}
        if lemma in quantities or tree.pos[each] == "NUM":
            found |= _kinds(scene, objects_after(tree, each, "of"))
        if tree.tag[each] == "PRP":
            found |= _described(scene, each)
    return found


def _described(scene: Scene, pronoun: int) -> set[str]:
    """Lemmas of what a pronoun is called elsewhere: of "them" protesters."""
    cast = scene.cast
    at = cast.by_token.get(pronoun)
    others = () if at is None else (cast.mentions[index] for index in cast.chains[cast.chain_of[at]].mentions)
    return {scene.tree.lemma[other.head] for other in others if other.form == "nominal"}
