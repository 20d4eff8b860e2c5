"""What stands in a document: the parse, the mentions by their heads, and who counts as a party."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from tasks.coreference.records import Cast
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NO_PARTIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
_PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "who", "whom"})


class Scene(NamedTuple):
    """A document as the events see it; `mention_at` gives the mention of a head token, `named` tokens inside names."""

    doc: Doc
    tree: Words
    cast: Cast
    mention_at: dict[int, int]
    named: frozenset[int]


def to_scene(doc: Doc, tree: Words, cast: Cast) -> Scene:
    """Index the mentions of a document by their head tokens."""
    heads: dict[int, int] = {}
    named: set[int] = set()
    for index, mention in enumerate(cast.mentions):
        heads.setdefault(mention.head, index)
        if mention.form == "name":
            heads[mention.head] = index
            named.update(range(mention.first, mention.last))
    return Scene(doc, tree, cast, heads, frozenset(named))


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
    mention = scene.mention_at.get(index)
    return None if mention is None else scene.cast.mentions[mention].entity_type


def is_party(scene: Scene, index: int) -> bool:
    """Whether a token heads a phrase for someone who can act or be acted on."""
    tree = scene.tree
    kind = entity_type(scene, index)
    if kind is not None:
        return kind in PARTIES or tree.lemma[index] in read_sectors()
    if tree.lower[index] in _PRONOUNS or tree.lower[index].endswith(("self", "selves")):
        return True
    if tree.pos[index] == "NOUN":
        return tree.lemma[index] in read_sectors()
    is_name = tree.pos[index] == "PROPN" and index not in scene.named and len(tree.lower[index]) > 1
    return is_name and tree.dep[index] != "npadvmod" and scene.doc[index].ent_type_ not in _NO_PARTIES


def is_place(scene: Scene, index: int) -> bool:
    """Whether a token heads a phrase for a place."""
    kind = entity_type(scene, index)
    return kind in PLACES or scene.tree.lemma[index] in read_place_nouns()


def find_sector(scene: Scene, index: int) -> str | None:
    """PLOVER sector of the role noun that heads a phrase, its modifiers considered."""
    tree, sectors = scene.tree, read_sectors()
    lemma = tree.lemma[index]
    for each in tree.kids[index]:
        if tree.dep[each] in {"compound", "amod", "nmod"} and f"{tree.lemma[each]} {lemma}" in sectors:
            return sectors[f"{tree.lemma[each]} {lemma}"]
    if lemma in sectors and index not in scene.named:
        return sectors[lemma]
    for each in tree.kids[index]:
        if tree.dep[each] in {"compound", "appos", "nmod"} and each not in scene.named and tree.lemma[each] in sectors:
            return sectors[tree.lemma[each]]
    return None
