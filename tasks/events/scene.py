"""What stands in a document: the parse, the mentions by their heads, and who counts as a party."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tasks.coreference.cast import find_party
from tasks.coreference.records import Cast, Party
from tasks.events.tree import phrase
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NO_PARTIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
_PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "who", "whom"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as the events see it: `named` gives the name that a token is part of, `parties` those met so far."""

    tree: Words
    cast: Cast
    named: Mapping[int, int]
    parties: dict[int, Party]


def to_scene(tree: Words, cast: Cast) -> Scene:
    """Set the scene: nobody has been met."""
    return Scene(tree, cast, cast.by_token, {})


def to_party(scene: Scene, head: int) -> Party:
    """Who the phrase around a head stands for."""
    if head not in scene.parties:
        scene.parties[head] = find_party(scene.cast, scene.tree, *phrase(scene.tree, head))
    return scene.parties[head]


@cache
def read_sectors() -> dict[str, str]:
    """Sector of every role noun, and of every "modifier noun"."""
    return {word: row["sector"] for row in read_lexicon("events", "sectors") for word in row["words"].split("|")}


@cache
def read_place_nouns() -> frozenset[str]:
    """Common nouns for places."""
    return frozenset(word for row in read_lexicon("events", "places") for word in row["words"].split())


def entity_type(scene: Scene, index: int) -> str | None:
    """Type of what the token heads, None when it is no mention."""
    mentions, mention = scene.cast.mentions, scene.named.get(index)
    if mention is None or mentions[mention].head != index:
        mention = scene.cast.by_head.get(index)
    return None if mention is None else mentions[mention].entity_type


def is_party(scene: Scene, index: int) -> bool:
    """Whether a token heads a phrase for someone who can act or be acted on."""
    tree = scene.tree
    kind = entity_type(scene, index)
    if kind is not None:
        return kind in PARTIES or tree.lemma[index] in read_sectors()
    lower, pos = tree.lower[index], tree.pos[index]
    if lower in _PRONOUNS or lower.endswith(("self", "selves")):
        return True
    if pos != "PROPN":
        return pos == "NOUN" and tree.lemma[index] in read_sectors()
    name = scene.named.get(index)
    is_name = len(lower) > 1 and (name is None or scene.cast.mentions[name].head == index)
    return is_name and tree.dep[index] != "npadvmod" and _model_label(tree, index) not in _NO_PARTIES


def _model_label(tree: Words, index: int) -> str | None:
    after = bisect_left(tree.ents, (index + 1,))
    _, last, label = tree.ents[after - 1] if after else (0, 0, None)
    return label if index < last else None


def is_place(scene: Scene, index: int) -> bool:
    """Whether a token heads a phrase for a place."""
    kind = entity_type(scene, index)
    return kind in PLACES or scene.tree.lemma[index] in read_place_nouns()


def find_sector(scene: Scene, index: int) -> str | None:
    """PLOVER sector of the role noun that heads a phrase, its modifiers considered."""
    tree, sectors = scene.tree, read_sectors()
    lemma, below = tree.lemma[index], tree.kids[index]
    for each in below:
        if tree.dep[each] in {"compound", "amod", "nmod"} and f"{tree.lemma[each]} {lemma}" in sectors:
            return sectors[f"{tree.lemma[each]} {lemma}"]
    if lemma in sectors and index not in scene.named:
        return sectors[lemma]
    for each in below:
        if tree.dep[each] in {"compound", "appos", "nmod"} and each not in scene.named and tree.lemma[each] in sectors:
            return sectors[tree.lemma[each]]
    return None
