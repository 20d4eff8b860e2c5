"""What stands in a document: the parse, the mentions by their heads, and who counts as a party."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from operator import attrgetter, eq

from tasks.coreference.cast import find_party
from tasks.coreference.records import Cast, Party
from tasks.events.tree import children, objects_after, phrase
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NO_PARTIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
_HEAD, _TYPE = attrgetter("head"), attrgetter("entity_type")
_MODIFIERS = frozenset({"compound", "amod", "nmod", "appos"})
_ANYONE = frozenset({"anyone", "anybody", "everyone", "everybody", "someone", "somebody"})
_PERSONS = frozenset({"i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "who", "whom"})
_SELVES = frozenset({"myself", "yourself", "himself", "herself", "itself", "ourselves", "yourselves", "themselves"})
_PRONOUNS = _PERSONS | _SELVES | _ANYONE


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as the events see it.

    `named` gives the name that a token is part of, `types` the type of what a token heads, None where a mention has no
    type; `places` are the heads of mentions of places; `parties` are those met so far.
    """

    tree: Words
    cast: Cast
    named: Mapping[int, int]
    types: Mapping[int, str | None]
    places: frozenset[int]
    parties: dict[int, Party]


def to_scene(tree: Words, cast: Cast) -> Scene:
    """Set the scene: nobody has been met."""
    types = _find_types(cast)
    places = frozenset(compress(types, map(PLACES.__contains__, types.values())))
    return Scene(tree, cast, cast.by_token, types, places, {})


def _find_types(cast: Cast) -> dict[int, str | None]:
    """The type of what each head token heads: of the name that it is part of, else of the first mention."""
    heads, kinds = list(map(_HEAD, cast.mentions)), list(map(_TYPE, cast.mentions))
    types = dict(zip(reversed(heads), reversed(kinds), strict=True))
    is_of_name = map(eq, map(cast.by_token.get, heads), count())
    types.update(compress(zip(heads, kinds, strict=True), is_of_name))
    return types


def to_party(scene: Scene, head: int) -> Party:
    """Who the phrase around a head stands for."""
    if head not in scene.parties:
        name = _find_name(scene, head)
        scene.parties[head] = find_party(scene.cast, scene.tree, *phrase(scene.tree, name), name)
    return scene.parties[head]


def _find_name(scene: Scene, head: int) -> int:
    """Who a common noun is said to be: "the mayor, Ivo Wilmot", "the state of Chad"; else the noun."""
    tree = scene.tree
    if head in scene.named or tree.pos[head] != "NOUN":
        return head
    beside = [each for each in tree.kids[head] if tree.dep[each] == "appos" and scene.types.get(each) in PARTIES]
    if not beside and tree.lemma[head] in read_areas():
        beside = [each for each in objects_after(tree, head, "of") if scene.types.get(each) in PLACES]
    return beside[0] if beside and beside[0] in scene.named else head


@cache
def read_sectors() -> dict[str, str]:
    """Sector of every role noun, and of every "modifier noun"."""
    return {word: row["sector"] for row in read_lexicon("events", "sectors") for word in row["words"].split("|")}


@cache
def read_place_nouns() -> frozenset[str]:
    """Common nouns for places."""
    return frozenset(word for row in read_lexicon("events", "places") for word in row["words"].split())


@cache
def read_sites() -> frozenset[str]:
    """Common nouns for places where nobody needs to live: airport, bridge."""
    return frozenset(
        word for row in read_lexicon("events", "places") if row["kind"] == "site" for word in row["words"].split()
    )


@cache
def read_areas() -> frozenset[str]:
    """Common nouns for what names itself: town, province."""
    rows = read_lexicon("events", "places")
    return frozenset(word for row in rows if row["kind"] in {"settlement", "area"} for word in row["words"].split())


_WITHIN = frozenset({"npadvmod", "compound"})  # `Prime` of the prime minister


def is_party(scene: Scene, index: int) -> bool:
    """Whether a token heads a phrase for someone who can act or be acted on."""
    tree = scene.tree
    kind = scene.types.get(index)
    if kind is not None:
        return kind in PARTIES or tree.lemma[index] in read_sectors()
    pos = tree.pos[index]
    if pos == "NOUN":
        return tree.lemma[index] in read_sectors()
    if pos != "PROPN":
        return tree.lower[index] in _PRONOUNS or (tree.lower[index] == "those" and bool(tree.kids[index]))
    name = scene.named.get(index)
    is_name = len(tree.lower[index]) > 1 and (name is None or scene.cast.mentions[name].head == index)
    return is_name and tree.dep[index] not in _WITHIN and model_label(tree, index) not in _NO_PARTIES


def model_label(tree: Words, index: int) -> str | None:
    """Label of the parser's entity that a token is part of."""
    after = bisect_left(tree.ents, (index + 1,))
    _, last, label = tree.ents[after - 1] if after else (0, 0, None)
    return label if index < last else None


def is_place(scene: Scene, index: int) -> bool:
    """Whether a token heads a phrase for a place."""
    return index in scene.places or scene.tree.lemma[index] in read_place_nouns()


def is_site(scene: Scene, index: int) -> bool:
    """Whether a token heads a phrase for a place that stands for nobody: "bombed the bridge", but "the embassy"."""
    return index not in scene.named and scene.tree.lemma[index] in read_sites()


def is_local(scene: Scene, index: int) -> bool:
    """Whether a token heads the name of a town or a part of a country, which is where things happen, not who acts."""
    name = scene.named.get(index)
    if name is None or index not in scene.places:
        return False
    entity = scene.cast.entities[scene.cast.chain_of[name]]
    known = None if entity is None else entity.kb_id
    return known is None or known.startswith("city:") or (known.startswith("iso:") and "-" in known)


def find_sector(scene: Scene, index: int) -> str | None:
    """PLOVER sector of the role noun that heads a phrase, its modifiers considered."""
    tree, sectors = scene.tree, read_sectors()
    lemma = tree.lemma[index]
    modifiers = children(tree, index, _MODIFIERS)
    for each in modifiers:
        if f"{tree.lemma[each]} {lemma}" in sectors and tree.dep[each] != "appos":
            return sectors[f"{tree.lemma[each]} {lemma}"]
    if lemma in sectors and index not in scene.named:
        return sectors[lemma]
    for each in modifiers:
        if tree.lemma[each] in sectors and each not in scene.named and tree.dep[each] != "amod":
            return sectors[tree.lemma[each]]
    return None
