"""What tells the type of a name: features of its form and of the words around it, all mentions together."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from tasks.entities.gazetteer import read_surnames
from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.records import Name
from tasks.language.words import Words, find_tokens

_BEFORE = frozenset({"in", "at", "near", "from", "to", "of", "by", "the", "a", "an", "and", "with", "for", ",", "("})
_AFTER = frozenset({"'s", "who", "which", "that", ",", "(", ")", "and", "in", "of", "is", "was", "has", "had", "said"})
_DEPS = {
    dep: f"dep {dep}"
    for dep in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "appos", "attr", "conj", "ROOT")
}
_TITLED = "title before"
SAYING = frozenset({"said", "says", "told", "added", "stated", "asked", "believes", "thinks", "explained", "argued"})
_APPOSITION = frozenset({"appos"})
_BELOW = frozenset({"conj", "pobj", "appos"})
_PROPER = frozenset({"NNP", "NNPS"})
_EXAMPLES = frozenset({"as", "like", "including"})
_LINKS = frozenset({"of", "for", "on"})
_MARKS = ("of", "&", "'s", "-", "and", "the")
_ENDINGS = (
    ("place", ("land", "ville", "ton", "shire", "stan", "burg", "berg", "borough", "ford", "port", "pur", "abad")),
    ("person", ("son", "man", "sky", "ski", "ov", "ova", "ez", "ic", "vich", "shvili", "ini", "etti", "sen", "sson")),
    ("idea", ("ism", "ology", "ity", "ness", "ment", "ing", "tion", "ics", "ids", "itis")),
)


Context = tuple[str, ...]  # what stands around a mention, as features; "" for what tells nothing


class Tables(NamedTuple):
    """The feature of a word right before a name, right behind it, behind its possessive, above and below it."""

    before: dict[str, str]
    after: dict[str, str]
    owned: dict[str, str]
    above: dict[str, str]
    called: dict[str, str]


@cache
def read_tables() -> Tables:
    """Build the features of the words of the lexicons and of the lists above."""
    lexicons = read_lexicons()
    kinds = {word: noun.entity_type for word, noun in lexicons.nouns.items()}
    before = {word: f"before {word}" for word in _BEFORE} | {word: f"noun before {kinds[word]}" for word in kinds}
    return Tables(
        before | dict.fromkeys(lexicons.honorifics, _TITLED),
        {word: f"after {word}" for word in _AFTER} | {word: f"noun after {kinds[word]}" for word in kinds},
        {word: f"owns {kinds[word]}" for word in kinds},
        {word: f"is a {kinds[word]}" for word in kinds},
        {word: f"called {kinds[word]}" for word in kinds},
    )


@lru_cache(maxsize=1 << 14)
def read_form(surface: str, token: str, is_surname: bool) -> tuple[str, ...]:
    """Return the features of a surface and its first token: the same in every document that has the name."""
    return tuple(dict.fromkeys(_form(surface, token, is_surname, read_lexicons())))


def _form(surface: str, token: str, is_surname: bool, lexicons: Lexicons) -> Iterator[str]:
    parts = surface.split(" ")
    width = "one" if len(parts) == 1 else "more"
    yield "bias"
    yield f"tokens {min(len(parts), 4)}"
    known = lexicons.gazetteer.get(surface)
    if known:
        yield f"gazetteer {known.kb_id.partition(':')[0]} {known.entity_type}"
    yield from _parts(parts, width, is_surname, lexicons)
    yield from _capitals(token, len(parts) == 1)
    if not surface.isalpha():
        yield from _marks(surface, parts)
    for kind, endings in _ENDINGS:
        if surface.endswith(endings):
            yield f"ending {kind} {width}"
    for part in parts[1:-1]:
        if len(part.rstrip(".")) == 1:
            yield f"initial {width}"


def _parts(parts: Sequence[str], width: str, is_surname: bool, lexicons: Lexicons) -> Iterator[str]:
    """Yield what the lexicons have of the first and the last word."""
    first, last, keywords = parts[0], parts[-1], lexicons.keywords
    if first in lexicons.given_names:
        yield f"given name {width}"
    if is_surname:
        yield f"surname {width}"
    if last in read_surnames() and last not in lexicons.gazetteer:
        yield f"known surname {width}"
    if len(parts) > 1 and first in keywords:
        yield f"opens {keywords[first]}"
    head = next((word for word, link in pairwise(parts) if link in _LINKS), "")
    if head in keywords:
        yield f"heads {keywords[head]}"
    if last in keywords:
        yield f"closes {keywords[last]} {width}"
    if last in lexicons.nouns:
        yield f"noun {lexicons.nouns[last].entity_type}"


def _capitals(token: str, is_alone: bool) -> Iterator[str]:
    if is_alone and len(token) > 1 and token.isupper():
        yield "acronym"
    elif not token[1:].islower() and any(each.isupper() for each in token[1:]):
        yield "inner capital"


def _marks(surface: str, parts: Sequence[str]) -> Iterator[str]:
    """Yield what only a surface with marks, digits or several words can show."""
    for mark in _MARKS:
        if mark in parts:
            yield f"holds {mark}"
    if not "".join(parts).isalpha() and any(each.isdigit() for each in surface):
        yield "digit"


def read_context(words: Words, name: Name, beside: Mapping[int, str], tables: Tables) -> Context:
    """Read what stands around a mention; `beside` are the words in apposition, by what they explain."""
    first, last, lower = name.first, name.last, words.lower
    after = lower[last] if last < len(lower) else ""
    dep, tag = words.dep[last - 1], words.tag[last - 1]
    before = tables.before.get(lower[first - 1], "") if first else ""
    if first > 2 and lower[first - 2] == "of" and tables.before.get(lower[first - 3]) == _TITLED:
        before = _TITLED
    return (
        f"model {name.label}",
        before,
        tables.after.get(after, ""),
        tables.owned.get(lower[last + 1], "") if after == "'s" and last + 1 < len(lower) else "",
        tables.above.get(_above(words, last - 1), "") if dep in _BELOW else "",
        tables.called.get(beside[last - 1], "") if last - 1 in beside else "",
        _DEPS.get(dep, ""),
        "speaks" if dep == "nsubj" and lower[words.head[last - 1]] in SAYING else "",
        "" if tag in _PROPER else f"tag {tag}",
    )


def read_beside(words: Words) -> dict[int, str]:
    """The first word in apposition by the token that it explains: `lawyer` of `Ivo Wilmot, a lawyer`."""
    return {words.head[at]: _noun_at(words, at) for at in reversed(find_tokens(words.dep, _APPOSITION))}


def _noun_at(words: Words, at: int) -> str:
    """A word with what a hyphen joins it to: start-up."""
    return "".join(words.lower[at - 2 : at + 1]) if words.text[at - 1] == "-" else words.lower[at]


def _above(words: Words, head: int) -> str:
    """`companies` of `companies such as Wilmot and Brill`, `mayor` of `the mayor, Ivo Wilmot`."""
    while words.dep[head] == "conj" and words.head[head] < head:
        head = words.head[head]
    up = words.head[head]
    if words.dep[head] == "pobj" and words.lower[up] in _EXAMPLES:
        return words.lower[words.head[up]]
    return words.lower[up] if words.dep[head] == "appos" else ""
