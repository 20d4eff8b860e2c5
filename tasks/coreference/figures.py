"""Figures: the things that a text has introduced so far, as the reader keeps them in mind."""

from functools import cache, lru_cache

from tasks.coreference.named import normal
from tasks.entities.gazetteer import Known, read_gazetteer, read_surnames
from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.records import Mention
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words, find_tokens

PLACES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "dobj": "object",
    "dative": "object",
    "poss": "possessive",
    "pobj": "oblique",
    "appos": "aside",
    "conj": "joined",
    "compound": "inside",
    "ROOT": "root",
}

_PLURAL = frozenset({"NNS", "NNPS"})
_NEITHER = frozenset({"german", "roman", "ottoman", "omani"})
_LINKS = (" of ", " for ", " to ", " at ", " in ", " on ")
_NOUNS = frozenset({"NOUN"})
_NO_WORDS: frozenset[str] = frozenset()
_PLACED = frozenset(PLACES) - {"compound"}
_MARKS = frozenset({'"', "``", "''"})
NAMED_BY_OF = frozenset({"city", "country", "island", "province", "state", "town", "village"})
CALLED = frozenset({"ORG", "GPE", "LOC", "FAC"})
_MAYBE_MANY = frozenset({"ORG", "NORP", None})


class Figure:
    """A chain under construction, with what the last mention tells; what is not set yet has the values below.

    `gender` is male, female, neuter or None; `is_many` whether it is more than one; `titles` the head words of what
    it was called; a silent figure stands for a noun phrase that is no mention.
    """

    kind: str | None = None
    gender: str | None = None
    is_many: bool | None = None
    is_named: bool = False
    is_silent: bool = False
    titles: frozenset[str] = frozenset()
    country: str | None = None
    count: int = 0
    head: int = 0
    place: str = ""
    sentence: int = 0
    form: str = ""
    quotation: int = 0

    def __init__(self, kind: str | None = None) -> None:
        self.kind = kind
        self.members: list[int] = []


def place_of(words: Words, head: int) -> str:
    """Grammatical place of a head, in a few classes."""
    return PLACES.get(words.dep[head], "other")


def introduce(words: Words, mention: Mention, lexicons: Lexicons) -> Figure:
    """Make the figure that a name or a description introduces."""
    figure = Figure(mention.entity_type)
    if mention.form == "nominal":
        noun = lexicons.nouns.get(words.lower[mention.head])
        figure.gender = noun.gender if noun else gender_of(words.lower[mention.head])
        figure.is_many = is_many(words, mention.head) or bool(noun and noun.number == "many")
        figure.titles = frozenset((words.lower[mention.head],))
        return figure
    figure.is_named = mention.form == "name"
    if mention.entity_type == "PERSON":
        figure.gender, figure.is_many = gender_of_name(words, mention, lexicons), False
    else:
        name = normal(mention.text)
        figure.gender, figure.titles = "neuter", callings(name, mention.entity_type)
        if mention.entity_type == "GPE" and name in lexicons.gazetteer:
            figure.country = lexicons.gazetteer[name].country
        if mention.entity_type not in _MAYBE_MANY:
            figure.is_many = False
    return figure


def is_many(words: Words, head: int) -> bool:
    """Whether a description is of several; the Portuguese who is described is one, whatever the tag says."""
    known = read_gazetteer().get(words.lower[head]) if words.tag[head] in _PLURAL else None
    return words.tag[head] in _PLURAL and (known is None or known.entity_type != "NORP")


def gender_of(people: str) -> str | None:
    """Gender that the word for someone from a country tells: Frenchwoman, Irishman."""
    if people.endswith("woman"):
        return "female"
    return "male" if people.endswith("man") and people not in _NEITHER else None


@lru_cache(maxsize=1 << 14)
def callings(name: str, kind: str | None) -> frozenset[str]:
    """Nouns by which a description may call a body or a place: by the words of its name and by what it is."""
    lexicons, nouns = read_lexicons(), read_callings()
    known = lexicons.gazetteer.get(name)
    if kind not in CALLED:
        return _NO_WORDS
    if kind == "GPE" and known:
        return nouns.get(_sort_of(known), _NO_WORDS)
    words = {*name.split(), *(known.name.casefold().split() if known and known.entity_type == kind else ())}
    found = {word for word in words if word in lexicons.nouns and lexicons.nouns[word].entity_type == kind}
    return frozenset(found.union(*(nouns.get(word, ()) for word in words)))


def called_so(noun: str) -> frozenset[str]:
    """Nouns by which a later description may call what one has called `noun`: the carrier, for an airline."""
    return read_callings().get(noun, _NO_WORDS) | {noun}


@cache
def read_callings() -> dict[str, frozenset[str]]:
    """Nouns by the word of a name or the kind of a place."""
    return {row["word"]: frozenset(row["nouns"].split(";")) for row in read_lexicon("coreference", "callings")}


def _sort_of(known: Known) -> str:
    if known.is_capital:
        return "capital"
    source, _, code = known.kb_id.partition(":")
    return "region" if source == "iso" and "-" in code else source


def gender_of_name(words: Words, mention: Mention, lexicons: Lexicons) -> str | None:
    """Gender told by the title before a personal name, else by its given name, which no surname is taken for."""
    title, first = gender_of_title(words, mention, lexicons), words.lower[mention.first]
    if title or mention.entity_type != "PERSON" or (mention.last - mention.first < 2 and first in read_surnames()):
        return title
    return lexicons.given_names.get(first)


def gender_of_title(words: Words, mention: Mention, lexicons: Lexicons) -> str | None:
    """Gender told by the title before a personal name: Mrs. Wilmot, actress Ada."""
    if mention.entity_type != "PERSON" or mention.first == 0:
        return None
    before = words.lower[mention.first - 1]
    noun = lexicons.nouns.get(before)
    return lexicons.honorifics.get(before) or (noun.gender if noun else None)


@lru_cache(maxsize=1 << 12)
def title_words(role: str) -> frozenset[str]:
    """Words by which a description may call the holder of a title."""
    for link in _LINKS:
        role = role.split(link)[0]
    parts = role.split()
    return frozenset(parts[-2:] if parts[-1:] == ["general"] else parts[-1:])


def quotations(words: Words) -> list[int]:
    """Number of the quotation that a token stands in, 0 outside; marks do not nest, a line break closes."""
    found, opened, count = [0] * len(words.text), -1, 0
    breaks = {token for token in filter(str.isspace, set(words.text)) if token.count("\n") > 1}
    for at in find_tokens(words.text, _MARKS | breaks):
        if opened >= 0:
            found[opened:at] = [count] * (at - opened)
            opened = -1
        elif words.text[at] in _MARKS:
            opened, count = at, count + 1
    if opened >= 0:
        found[opened:] = [count] * (len(found) - opened)
    return found


def silent_heads(words: Words) -> set[int]:
    """Heads of noun phrases: those that are no mentions may still be what `it` stands for."""
    return set(find_tokens(words.pos, _NOUNS)).intersection(find_tokens(words.dep, _PLACED))
