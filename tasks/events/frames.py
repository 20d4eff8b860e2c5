"""The frame lexicon: which word, with what beside it, names which act."""

from functools import cache
from typing import NamedTuple

from tasks.events.scene import Scene, is_party, is_place
from tasks.events.tree import child, is_passive, objects_after
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_ATTACHED = frozenset({"prt", "prep", "advmod", "agent", "dative", "aux", "npadvmod"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
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


def find_phrase(tree: Words, index: int) -> int:
    """The noun that a trigger's parties stand with: in "mediation effort" the effort, else the trigger itself."""
    head = tree.head[index]
    is_carried = tree.dep[index] in {"compound", "nmod"} and tree.lemma[head] in read_classes()["carrier"]
    return head if is_carried else index


def find_frame(scene: Scene, index: int) -> Frame | None:
    """The most specific frame that fits a token; None when the word is no act here."""
    tree = scene.tree
    lemma, pos = tree.lemma[index], tree.pos[index]
    frames = read_frames().get((lemma, pos), ())
    is_noun = bool(frames) and pos in _PARTS["n"]
    if is_noun and tree.dep[index] in {"compound", "poss"} and find_phrase(tree, index) == index:
        return None
    if tree.tag[index] == "VBN" and _is_adjective(tree, index):
        return None
    beside: list[int] | None = None
    for frame in frames:
        if frame.word and not _has_word(tree, index, frame.word):
            continue
        if frame.objects and beside is None:
            beside = _modifiers(tree, index) if is_noun else to_objects(tree, index)
        if not frame.weight or _fits(scene, index, frame, beside or []):
            return frame if frame.act else None
    return None


def _is_adjective(tree: Words, participle: int) -> bool:
    """Whether a participle only describes or stands for somebody: "nuclear-armed", "the injured"."""
    if tree.dep[participle] == "amod":
        return child(tree, participle, "npadvmod") is not None
    return tree.dep[participle] in _NOMINAL and child(tree, participle, "det") is not None


def _fits(scene: Scene, index: int, frame: Frame, beside: list[int]) -> bool:
    """Whether the shape is right and one of the words beside a trigger, or after its preposition, is an object."""
    tree = scene.tree
    if frame.shape and not _has_shape(tree, index, frame.shape):
        return False
    if not frame.objects:
        return True
    after = objects_after(tree, index, frame.word) if frame.word else []
    return any(_is_one_of(scene, each, frame.objects) for each in after or beside)


def _has_word(tree: Words, index: int, word: str) -> bool:
    lower, kids = tree.lower, tree.kids[index]
    if word not in map(lower.__getitem__, kids):
        return False
    return any(lower[each] == word and tree.dep[each] in _ATTACHED for each in kids)


def _has_shape(tree: Words, index: int, shape: str) -> bool:
    below = tree.kids[index]
    if shape == "clause":
        return any(tree.dep[each] in _CLAUSES and not _is_question(tree, each) for each in below)
    if shape == "infinitive":
        clause = child(tree, index, "xcomp", "ccomp")
        return clause is not None and any(tree.tag[each] == "TO" for each in tree.kids[clause])
    if shape == "owned":
        return any(tree.dep[each] == "poss" for each in below)
    if shape == "condition":
        return any(tree.lower[below] in {"if", "unless"} for below in _below(tree, index) if tree.dep[below] == "mark")
    if shape == "criticism":
        return any(_is_criticism(tree, each) for each in tree.kids[index] if tree.dep[each] == "ccomp")
    if shape == "silence":
        return any(tree.dep[each] == "xcomp" and tree.lemma[each] in read_classes()["answers"] for each in below)
    if shape == "alone":
        return not to_objects(tree, index)
    if shape == "under":
        return _is_under(tree, index)
    if shape == "plural":
        return tree.tag[index] in {"NNS", "NNPS"}
    return find_light_verb(tree, find_phrase(tree, index)) is not None


def _is_under(tree: Words, noun: int) -> bool:
    """Whether a noun is what somebody comes under: "under attack", "under pressure"."""
    return tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "under"


def _is_question(tree: Words, clause: int) -> bool:
    """Whether a clause is what somebody wants to know: "asked what they wanted"."""
    below = tree.kids[clause]
    if tree.dep[clause] == "advcl":
        return False
    return any(tree.tag[each] in {"WP", "WRB", "WDT"} or tree.lower[each] in {"whether", "if"} for each in below)


def _below(tree: Words, index: int) -> list[int]:
    found = list(tree.kids[index])
    for each in found:
        found.extend(tree.kids[each])
    return found


def _is_criticism(tree: Words, clause: int) -> bool:
    """Whether what is warned of is told as another's doing or its effect: no harm that the speaker would do."""
    auxiliaries = {tree.lower[each] for each in tree.kids[clause] if tree.dep[each] == "aux"}
    return bool(auxiliaries & {"could", "may", "might", "is", "was", "are", "were"}) or tree.tag[clause] in {
        "VBZ",
        "VBP",
    }


def find_light_verb(tree: Words, index: int) -> int | None:
    """The verb that carries an event noun: "held talks", "the sanctions that were imposed", "came under attack"."""
    head, dep = tree.head[index], tree.dep[index]
    if dep == "conj" and tree.pos[head] == "NOUN":
        return find_light_verb(tree, head)
    light = read_classes()["light"]
    if dep in {"dobj", "nsubjpass"} and tree.pos[head] == "VERB" and tree.lemma[head] in light:
        return head
    if _is_under(tree, index) and tree.lemma[tree.head[head]] in {"be", "come"}:
        return tree.head[head]
    for each in tree.kids[index]:
        if tree.lemma[each] in light and (
            tree.dep[each] == "relcl" or (tree.dep[each] == "acl" and tree.tag[each] == "VBN")
        ):
            return each
    return None


def to_objects(tree: Words, index: int) -> list[int]:
    """What a verb is done to, as tokens: objects, passive subjects, the noun that a participle or relative modifies."""
    found = [each for each in tree.kids[index] if tree.dep[each] in {"dobj", "nsubjpass", "oprd"}]
    if not found and tree.dep[index] in {"acl", "relcl", "amod"} and is_passive(tree, index):
        found.append(tree.head[index])
    if not found and tree.dep[index] == "conj" and child(tree, tree.head[index], "nsubjpass") is not None:
        found.extend(to_objects(tree, tree.head[index]))
    if not found:
        clause = child(tree, index, "ccomp")
        subject = None if clause is None or tree.tag[clause] != "VB" else child(tree, clause, "nsubj")
        found = [] if subject is None else [subject]
    return found + [below for each in found for below in tree.kids[each] if tree.dep[below] == "conj"]


def _modifiers(tree: Words, index: int) -> list[int]:
    found = [each for each in tree.kids[index] if tree.dep[each] in {"amod", "compound", "nmod", "poss"}]
    found += [below for each in found for below in tree.kids[each] if tree.dep[below] in {"compound", "conj"}]
    return found + objects_after(tree, index, "of")


def _is_one_of(scene: Scene, index: int, objects: frozenset[str]) -> bool:
    tree = scene.tree
    if not objects.isdisjoint((tree.lemma[index], tree.lower[index])):
        return True
    if "@party" in objects and is_party(scene, index):
        return True
    if "@person" in objects and scene.types.get(index) == "PERSON":
        return True
    if ("@place" in objects or "@country" in objects) and is_place(scene, index):
        return True
    if tree.lemma[index] in read_classes()["quantity"] or tree.pos[index] == "NUM":
        return any(_is_one_of(scene, each, objects) for each in objects_after(tree, index, "of"))
    return False
