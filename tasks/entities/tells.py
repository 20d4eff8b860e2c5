"""What shows plainly that a name is that of a person, a body or a place: what it has, who is there, he or it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tasks.entities.evidence import SAYING
from tasks.entities.lexicons import is_one_person, read_lexicons
from tasks.entities.records import Name
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEHIND = frozenset({",", "("})
_CLOSING = frozenset({",", ")", ".", "—", "–"})
_HELD = frozenset({"of", "in"})
_SITES = frozenset({"in", "at", "near", "from", "outside"})
_WITHIN = frozenset({"dobj", "pobj", "prep", "compound", "amod", "conj", "attr"})
_PERSONAL = frozenset({"male", "female"})
_THINGS = ("ORG", "GPE")
_PROPER = frozenset({"NNP", "NNPS"})
_AGED = ["year", "-", "old"]
_VERBAL = frozenset({"VB", "MD", "PO"})  # POS: the company's
_NEAR = 4  # tokens from `whose` to what is had


@cache
def read_belongings() -> dict[str, str]:
    """The type of what has a thing, by the noun for the thing: headquarters, chairman, outskirts, widow."""
    return {row["word"]: row["entity_type"] for row in read_lexicon("entities", "belongings")}


@cache
def read_kinds() -> dict[str, str]:
    """The type of what a noun stands beside, where it is sure: an owner may be a body."""
    either = {row["noun"] for row in read_lexicon("entities", "either")}
    return {word: noun.entity_type for word, noun in read_lexicons().nouns.items() if word not in either}


def may_name(kind: str | None, described: str | None, noun: str) -> bool:
    """Whether a name of a type may be that of what a noun describes as of another: the owner may be a body."""
    return kind == described or (kind == "ORG" and noun in read_lexicons().nouns and noun not in read_kinds())


def find_tells(words: Words, group: Sequence[Name], beside: Mapping[int, str]) -> set[str]:
    """List the types that the mentions of a name show; several may be shown. `beside` are the words in apposition."""
    kinds = read_kinds()
    near = (_noun_before(words, name.first) for name in group if name.first)
    called = (beside[name.last - 1] for name in group if name.last - 1 in beside)
    found = {kinds[noun] for noun in (*near, *called) if noun in kinds}
    if _is_of_country(words, group[0]) or any(_has_somebody(words, name) for name in group):
        found.add("ORG")
    if any(words.lower[name.first - 3 : name.first] == _AGED for name in group):
        found.add("PERSON")
    return found.union(tell for name in group for tell in _tells(words, name))


def _noun_before(words: Words, first: int) -> str:
    """The word before a name, with what a hyphen joins it to: no film-maker is a maker."""
    is_joined = first > 2 and words.lower[first - 2] == "-"
    return "".join(words.lower[first - 3 : first]) if is_joined else words.lower[first - 1]


def _has_somebody(words: Words, name: Name) -> bool:
    """`Reform's Ada Wilmot`: a party, a team or a firm has someone of full name."""
    at, given = name.last, read_lexicons().given_names
    is_had = len(words.tag) > at + 2 and words.tag[at] == "POS"
    return is_had and words.lower[at + 1] in given and {words.tag[at + 1], words.tag[at + 2]} <= _PROPER


def _is_of_country(words: Words, name: Name) -> bool:
    """`Sport England`: a body that ends in where it is; `Kathy Ireland` is somebody, `Central Asia` a place."""
    lexicons, first = read_lexicons(), words.lower[name.first]
    where = lexicons.gazetteer.get(words.lower[name.last - 1]) if name.last - name.first > 1 else None
    is_country = where is not None and where.kb_id.startswith("iso:") and where.entity_type == "GPE"
    return is_country and first not in lexicons.given_names and words.tag[name.first] in _PROPER


def _tells(words: Words, name: Name) -> Iterator[str]:
    head, lower, belongings = name.last - 1, words.lower, read_belongings()
    dep, up = words.dep[head], words.head[head]
    if dep == "poss" and lower[up] in belongings:
        yield belongings[lower[up]]
    elif dep == "pobj":
        what = lower[words.head[up]]
        if lower[up] in _HELD and what in belongings:
            yield belongings[what]
        elif lower[up] == "at" and is_one_person(what):
            yield "ORG"
    elif dep == "compound" and belongings.get(lower[up]) == "ORG" and up == name.last:
        yield "ORG"
    elif dep == "appos" and lower[up] in read_kinds():
        yield read_kinds()[lower[up]]
    elif dep in _SUBJECTS:
        yield from _again(words, head, up)
        if words.lower[up] not in SAYING:
            yield from _called_next(words, name)
    if name.last + 2 < len(lower):
        yield from _behind(words, name.first, name.last)


def _behind(words: Words, first: int, at: int) -> Iterator[str]:
    """What stands behind a name: `, 39,`, `, based in`, `-based`, `, whose headquarters`."""
    lower = words.lower
    if lower[at] in _BEHIND:
        if lower[at + 1] == "based":
            yield "ORG"
        elif len(lower[at + 1]) == 2 and lower[at + 1].isdigit() and lower[at + 2] in _CLOSING:
            yield "PERSON"
        elif lower[at + 1] == "whose":
            had = filter(None, map(read_belongings().get, lower[at + 2 : at + 2 + _NEAR]))
            yield from had
        elif lower[at] == "," and _is_region(words, at + 1, is_sited=lower[first - 1] in _SITES):
            yield "GPE"
    elif lower[at] == "-" and lower[at + 1] == "based":
        yield "GPE"


def _is_region(words: Words, first: int, *, is_sited: bool) -> bool:
    """`Wilmot, Ohio,`, `in Wilmot, France.`: what a place is in, with a mark behind; no list of countries."""
    lower, gazetteer = words.lower, read_lexicons().gazetteer
    for last in range(first + 1, min(first + _NEAR, len(lower))):
        if lower[last] in _CLOSING:
            known = gazetteer.get(" ".join(lower[first:last]))
            return known is not None and known.kb_id.startswith("iso:") and (is_sited or "-" in known.kb_id)
    return False


def _again(words: Words, head: int, verb: int) -> Iterator[str]:
    """`Wilmot lost his seat`, `Wilmot sold its ships`: the first pronoun of the clause that stands for its subject."""
    pronouns = read_lexicons().pronouns
    at = next((at for at in range(head + 1, words.right[verb]) if words.lower[at] in pronouns), None)
    if at is None:
        return
    if pronouns[words.lower[at]].agreement in _PERSONAL:
        yield "PERSON"
    elif (_is_within if words.lower[at] == "its" else _goes_on)(words, at, verb):
        yield from _THINGS


def _called_next(words: Words, name: Name) -> Iterator[str]:
    """`Wilmot will shut a plant. The company has ...`: what the next sentence calls a subject."""
    at, nouns = words.sentence[name.first][1], read_lexicons().nouns
    if name.label != "PERSON" and words.lower[at : at + 1] == ["the"] and at + 2 < len(words.lower):
        noun = nouns.get(words.lower[at + 1])
        if noun and noun.entity_type in _THINGS and words.text[at + 1].islower() and words.tag[at + 2][:2] in _VERBAL:
            yield noun.entity_type


def _goes_on(words: Words, at: int, verb: int) -> bool:
    """`Wilmot said it held every permit`; `it is clear` stands for nobody."""
    clause = words.head[at]
    is_clause = words.dep[clause] == "ccomp" and words.head[clause] == verb and words.pos[clause] == "VERB"
    return is_clause and words.lower[at] == "it" and words.dep[at] == "nsubj"


def _is_within(words: Words, at: int, verb: int) -> bool:
    """Whether a token stands in the clause of a verb, in none inside it."""
    at = words.head[at]
    while at != verb:
        if words.dep[at] not in _WITHIN:
            return False
        at = words.head[at]
    return True
