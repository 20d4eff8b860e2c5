"""Where an act happened, by the parse of its sentence: in its clause, or around it.

A place counts for the word that its preposition hangs on. No other place of a sentence is taken: half of those are
where something else happened.
"""

from collections.abc import Iterator
from itertools import chain, compress, count
from typing import NamedTuple

from tasks.events.classes import read_classes
from tasks.events.scene import Scene, is_local, is_party, read_areas, read_place_nouns
from tasks.events.tree import child, children, is_passive, objects_after
from tasks.events.triggers import Trigger
from tasks.language.records import Sentence
from tasks.language.words import Words

_PLACING = ("in", "at", "near", "outside", "inside", "across", "around", "throughout", "through", "over", "on", "to")
_AT = frozenset({"in", "at", "during"})
_AGAINST = _AT | {"on", "against", "of", "by", "with"}
# What leads to the place that an act is done to; objects always do.
_TARGETS = {"ASSAULT": ("on",), "MOBILIZE": ("to", "into"), "RETREAT": ("from",), "CONSULT": ("to",)}
_FORCE = frozenset({"ASSAULT", "COERCE"})
_WORDS = frozenset({"CONSULT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_MODIFIERS = frozenset({"compound", "nmod"})
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_LOOSE = frozenset({"advcl", "conj", "xcomp", "pcomp", "prep", "acl", "dobj", "nsubj", "nsubjpass", "attr"})
_DEEP = 4


class Found(NamedTuple):
    """A time expression by its index or a place by its head token, and where it stands: clause, sentence, dateline."""

    what: int | None
    source: str | None


NOTHING = Found(None, None)


def places_in(scene: Scene, sentence: Sentence) -> dict[int, int] | None:
    """The places of a sentence behind a preposition that says where, by the word that it hangs on.

    None where the sentence tells of no place at all.
    """
    tree = scene.tree
    is_object = map("pobj".__eq__, tree.dep[sentence.first : sentence.last])
    found: dict[int, tuple[int, int]] = {}
    named, nouns = scene.places, read_place_nouns()
    for token in compress(count(sentence.first), is_object):
        if token not in named and tree.lemma[token] not in nouns:
            continue
        relation = tree.head[token]
        while tree.dep[relation] == "prep" and tree.dep[tree.head[relation]] == "prep":  # out of, over in
            relation = tree.head[relation]
        if _is_placing(scene, relation, token):
            word, place = tree.head[relation], (_PLACING.index(tree.lemma[relation]), token)
            found[word] = min(place, found.get(word, place))
    if not found and named.isdisjoint(range(sentence.first, sentence.last)):
        return None
    return {word: token for word, (_, token) in found.items()}


def is_named_place(scene: Scene, token: int) -> bool:
    """Whether a token is part of the name of a place."""
    return token in scene.named and token in scene.places


def _is_placing(scene: Scene, relation: int, place: int) -> bool:
    """Whether a preposition says where: "in Oslo", but "on" only of islands and the like; who is "angry at Oslo".

    One travels "to" a place; talks "over" one are only about it.
    """
    tree = scene.tree
    word, head = tree.lemma[relation], tree.head[relation]
    if word == "on":
        return tree.lemma[place].casefold() in read_classes()["ground"]
    if word == "to":
        return tree.lemma[head] in read_classes()["motion"]
    if word == "over":
        return tree.lemma[head] not in read_classes()["meeting"]
    return word in _PLACING and not (word == "at" and scene.types.get(place) == "GPE")


def place_of(scene: Scene, places: dict[int, int], trigger: Trigger) -> Found:
    """The place of an act in its sentence, by the places that words have; around the clause only one with a name."""
    for each in _near(scene, trigger) if places else ():
        if each in places:
            return Found(_to_name(scene, places, places[each]), "clause")
    target = _before(scene, trigger.token) or _target(scene, trigger)
    if target is not None:
        return Found(target, "clause")
    if places or scene.tree.dep[trigger.token] == "relcl":
        for each in _around(scene.tree, places, trigger):
            name = _to_name(scene, places, each)
            if is_named_place(scene, name):
                return Found(name, "sentence")
    return NOTHING


def _around(tree: Words, places: dict[int, int], trigger: Trigger) -> Iterator[int]:
    """The places of what stands around a clause, the nearest first."""
    token, verb, is_force = trigger.token, trigger.light, trigger.act in _FORCE
    below = _below(tree, token, is_force, _DEEP)
    carried = () if verb is None else _below(tree, verb, is_force, _DEEP)
    for each in chain(below, carried, _subjects(tree, token if verb is None else verb), _above(tree, token)):
        if each in places:
            yield places[each]
    yield from _other(tree, places, token, is_force)


def _before(scene: Scene, noun: int) -> int | None:
    """The town that stands before a noun: "the Paris attacks", not "the Iran deal"."""
    tree = scene.tree
    if tree.pos[noun] not in {"NOUN", "PROPN"}:
        return None
    return next((each for each in tree.kids[noun] if tree.dep[each] in _MODIFIERS and is_local(scene, each)), None)


def _target(scene: Scene, trigger: Trigger) -> int | None:
    """The place that an act is done to: "visited Oslo", "an attack on Odesa", "withdrew from Oslo"."""
    tree, token = scene.tree, trigger.token
    if trigger.act not in _TARGETS or (trigger.act == "CONSULT" and trigger.frame.mode != "visit"):
        return None
    objects = children(tree, token, _OBJECTS)
    for each in objects + objects_after(tree, token, *_TARGETS[trigger.act]):
        name = _to_name(scene, {}, each)
        if is_named_place(scene, name):
            return name
    return None


def _to_name(scene: Scene, places: dict[int, int], place: int) -> int:
    """The name in a description: "the port city of Odesa", "the capital, Oslo", "Zabul province", "a base in Cuba"."""
    tree = scene.tree
    if place in scene.named:
        return place
    for each in tree.kids[place] if tree.lemma[place] in read_areas() else ():
        name = each if tree.dep[each] in {"appos", "compound"} else None
        if tree.lower[each] == "of":
            name = child(tree, each, "pobj")
        if name is not None and is_named_place(scene, name):
            return name
    inside = places.get(place)
    return place if inside is None or not is_named_place(scene, inside) else inside


def _near(scene: Scene, trigger: Trigger) -> list[int]:
    """The words whose place is that of an act: its own, its light verb, the verb above it, its object.

    What words are about may be elsewhere: "condemned the raid in Oslo".
    """
    tree, token, light = scene.tree, trigger.token, trigger.light
    near = [token] if light is None else [token, light]
    if tree.dep[token] in {"dobj", "nsubj", "nsubjpass", "xcomp", "conj"}:
        near.append(tree.head[token])
    objects = children(tree, token, _OBJECTS)
    return near + [each for each in objects if trigger.act not in _WORDS or is_party(scene, each)]


def _below(tree: Words, word: int, is_force: bool, depth: int) -> Iterator[int]:
    """What an act happens at, who does it, and participles; force is used where its victims are."""
    for each in tree.kids[word] if depth else ():
        dep = tree.dep[each]
        if dep == "agent" or (dep == "prep" and tree.lower[each] in (_AGAINST if is_force else _AT)):
            for noun in tree.kids[each]:
                if tree.dep[noun] == "pobj":
                    yield noun
                    yield from _below(tree, noun, is_force, depth - 1)
        elif is_force and dep in _OBJECTS:
            yield from _below(tree, each, is_force, depth - 1)
        elif _is_participle(tree, each):
            yield each
            yield from _below(tree, each, False, depth - 1)


def _subjects(tree: Words, verb: int) -> Iterator[int]:
    """Who acts, also where the verb above tells it; a participle may say where: "Holm, speaking in Oslo"."""
    subject = child(tree, verb, *_SUBJECTS)
    while subject is None and tree.dep[verb] in {"conj", "xcomp"}:
        relations = ("dobj", *_SUBJECTS) if tree.dep[verb] == "xcomp" else _SUBJECTS
        verb = tree.head[verb]
        subject = child(tree, verb, *relations)
    if tree.dep[verb] == "relcl" and (subject is None or tree.tag[subject] in {"WDT", "WP"}):
        subject = tree.head[verb]
    if subject is not None:
        yield subject
        for each in tree.kids[subject]:
            if tree.tag[each] == "VBG" and _is_participle(tree, each):
                yield each
                yield from _below(tree, each, False, _DEEP)


def _above(tree: Words, word: int) -> Iterator[int]:
    """The verbs that a participle completes, or that are done for an act: "met in Oslo for talks"."""
    relation = tree.head[word]
    if tree.dep[word] == "pobj" and tree.lower[relation] == "for" and tree.pos[tree.head[relation]] == "VERB":
        yield tree.head[relation]
    while tree.dep[word] == "advcl" and _is_participle(tree, word):
        word = tree.head[word]
        yield word


def _other(tree: Words, places: dict[int, int], word: int, is_force: bool) -> Iterator[int]:
    """The place that a relative clause tells of, that the first words of a sentence name: "In Oslo, two were held"."""
    if tree.dep[word] == "relcl":
        is_where = any(tree.lower[each] == "where" for each in tree.kids[word])
        if is_where or (is_force and is_passive(tree, word)):
            yield tree.head[word]
    first = tree.sentence[word][0]
    while tree.dep[word] in _LOOSE and tree.head[word] != word:
        word = tree.head[word]
        if word in places and tree.head[places[word]] == first:
            yield places[word]


def _is_participle(tree: Words, word: int) -> bool:
    """Whether a participle says how or when: "speaking in Oslo", "a meeting held in Oslo"."""
    if tree.tag[word] not in _PARTICIPLES or tree.dep[word] not in {"advcl", "acl"}:
        return False
    return not any(tree.dep[each] in {"nsubj", "nsubjpass", "mark", "aux"} for each in tree.kids[word])
