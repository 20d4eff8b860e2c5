"""The frame lexicon: which word, with what beside it, names which act."""

from functools import cache
from typing import NamedTuple

from tasks.events.scene import Scene, is_party, is_place
from tasks.events.tree import Tree, child, is_passive, objects_after
from tasks.language.lexicon import read_lexicon


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
    """Frames by lemma and part of speech (v, n, a), the most specific first."""
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
        found.setdefault((row["lemma"], row["pos"]), []).append(frame)
    return {key: tuple(sorted(frames, key=lambda frame: -frame.weight)) for key, frames in found.items()}


@cache
def read_candidates() -> frozenset[str]:
    """Every lemma that has a frame."""
    return frozenset(lemma for lemma, _ in read_frames())


@cache
def read_classes() -> dict[str, frozenset[str]]:
    """Words of every object class."""
    return {row["class"]: frozenset(row["words"].split()) for row in read_lexicon("events", "classes")}


def _objects(cell: str) -> frozenset[str]:
    words: set[str] = set()
    for each in cell.split("|"):
        if each.startswith("@") and each[1:] in read_classes():
            words |= read_classes()[each[1:]]
        elif each:
            words.add(each)
    return frozenset(words)


def to_part(tree: Tree, index: int) -> str | None:
    """The lexicon's part of speech of a token: v, n, a or None."""
    pos = tree.pos[index]
    if pos == "VERB":
        return "v"
    if pos in {"NOUN", "PROPN"}:
        return "n"
    return "a" if pos == "ADJ" else None


def find_phrase(tree: Tree, index: int) -> int:
    """The noun that a trigger's parties stand with: in "mediation effort" the effort, else the trigger itself."""
    head = tree.heads[index]
    is_carried = tree.deps[index] in {"compound", "nmod"} and tree.lemmas[head] in read_classes()["carrier"]
    return head if is_carried else index


def find_frame(scene: Scene, index: int) -> Frame | None:
    """The most specific frame that fits a token; None when the word is no act here."""
    part = to_part(scene.tree, index)
    if part == "n" and scene.tree.deps[index] in {"compound", "poss"} and find_phrase(scene.tree, index) == index:
        return None
    frames = read_frames().get((scene.tree.lemmas[index], part)) if part else None
    for frame in frames or ():
        if _fits(scene, index, frame, part == "n"):
            return frame if frame.act else None
    return None


def _fits(scene: Scene, index: int, frame: Frame, is_noun: bool) -> bool:
    tree = scene.tree
    if frame.word and not _has_word(tree, index, frame.word):
        return False
    if frame.shape and not _has_shape(tree, index, frame.shape):
        return False
    if not frame.objects:
        return True
    heads = _modifiers(tree, index) if is_noun else to_objects(tree, index)
    if frame.word:
        heads = heads + objects_after(tree, index, frame.word)
    return any(_is_one_of(scene, each, frame.objects) for each in heads)


def _has_word(tree: Tree, index: int, word: str) -> bool:
    return any(
        tree.words[each] == word and tree.deps[each] in {"prt", "prep", "advmod", "agent", "dative", "aux"}
        for each in tree.children[index]
    )


def _has_shape(tree: Tree, index: int, shape: str) -> bool:
    below = tree.children[index]
    if shape == "clause":
        return any(tree.deps[each] in {"xcomp", "ccomp", "advcl"} for each in tree.children[index])
    if shape == "condition":
        return any(tree.words[below] in {"if", "unless"} for below in _below(tree, index) if tree.deps[below] == "mark")
    if shape == "criticism":
        return any(_is_criticism(tree, each) for each in tree.children[index] if tree.deps[each] == "ccomp")
    if shape == "silence":
        return any(tree.deps[each] == "xcomp" and tree.lemmas[each] in read_classes()["answers"] for each in below)
    if shape == "plural":
        return tree.tags[index] in {"NNS", "NNPS"}
    return find_light_verb(tree, find_phrase(tree, index)) is not None


def _below(tree: Tree, index: int) -> list[int]:
    found = list(tree.children[index])
    for each in found:
        found.extend(tree.children[each])
    return found


def _is_criticism(tree: Tree, clause: int) -> bool:
    """Whether what is warned of is told as another's doing or its effect: no harm that the speaker would do."""
    auxiliaries = {tree.words[each] for each in tree.children[clause] if tree.deps[each] == "aux"}
    return bool(auxiliaries & {"could", "may", "might", "is", "was", "are", "were"}) or tree.tags[clause] in {
        "VBZ",
        "VBP",
    }


def find_light_verb(tree: Tree, index: int) -> int | None:
    """The verb that carries an event noun: "held talks", "the sanctions that were imposed", "came under attack"."""
    head, dep = tree.heads[index], tree.deps[index]
    if dep == "conj" and tree.pos[head] == "NOUN":
        return find_light_verb(tree, head)
    light = read_classes()["light"]
    if dep in {"dobj", "nsubjpass"} and tree.pos[head] == "VERB" and tree.lemmas[head] in light:
        return head
    for each in tree.children[index]:
        if tree.deps[each] in {"relcl", "acl"} and tree.lemmas[each] in light:
            return each
    return None


def to_objects(tree: Tree, index: int) -> list[int]:
    """What a verb is done to, as tokens: objects, passive subjects, the noun that a participle or relative modifies."""
    found = [each for each in tree.children[index] if tree.deps[each] in {"dobj", "nsubjpass", "oprd"}]
    if not found and tree.deps[index] in {"acl", "relcl", "amod"} and is_passive(tree, index):
        found.append(tree.heads[index])
    if not found and tree.deps[index] == "conj" and child(tree, tree.heads[index], "nsubjpass") is not None:
        found.extend(to_objects(tree, tree.heads[index]))
    if not found:
        clause = child(tree, index, "ccomp")
        subject = None if clause is None or tree.tags[clause] != "VB" else child(tree, clause, "nsubj")
        found = [] if subject is None else [subject]
    return found + [below for each in found for below in tree.children[each] if tree.deps[below] == "conj"]


def _modifiers(tree: Tree, index: int) -> list[int]:
    found = [each for each in tree.children[index] if tree.deps[each] in {"amod", "compound", "nmod", "poss"}]
    found += [below for each in found for below in tree.children[each] if tree.deps[below] in {"compound", "conj"}]
    return found + objects_after(tree, index, "of")


def _is_one_of(scene: Scene, index: int, objects: frozenset[str]) -> bool:
    tree = scene.tree
    if tree.lemmas[index] in objects or tree.words[index] in objects:
        return True
    if "@party" in objects and is_party(scene, index):
        return True
    if ("@place" in objects or "@country" in objects) and is_place(scene, index):
        return True
    if tree.lemmas[index] in read_classes()["quantity"] or tree.pos[index] == "NUM":
        return any(_is_one_of(scene, each, objects) for each in objects_after(tree, index, "of"))
    return False
