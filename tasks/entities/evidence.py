"""What tells the type of a name: features of its form and of the words around it, all mentions together."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.names import Name
from tasks.language.words import Words

_BEFORE = frozenset({"in", "at", "near", "from", "to", "of", "by", "the", "a", "an", "and", "with", "for", ",", "("})
_AFTER = frozenset({"'s", "who", "which", "that", ",", "(", ")", "and", "in", "of", "is", "was", "has", "had", "said"})
_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "appos", "attr", "conj", "ROOT"})
_SAYING = frozenset({"said", "says", "told", "added", "stated", "asked", "believes", "thinks", "explained", "argued"})
_PROPER = frozenset({"NNP", "NNPS"})
_EXAMPLES = frozenset({"as", "like", "including"})
_LINKS = frozenset({"of", "for", "on"})
_MARKS = ("of", "&", "'s", "-", "and", "the")
_ENDINGS = (
    ("place", ("land", "ville", "ton", "shire", "stan", "burg", "berg", "borough", "ford", "port", "pur", "abad")),
    ("person", ("son", "man", "sky", "ski", "ov", "ova", "ez", "ic", "vich", "shvili", "ini", "etti", "sen", "sson")),
    ("idea", ("ism", "ology", "ity", "ness", "ment", "ing", "tion", "ics", "ids", "itis")),
)


class Context(NamedTuple):
    """What stands around a mention: words and relations of the lexicons and lists above, "" for any other.

    `owned` is the noun behind a possessive, `above` the noun that the name is an example of or stands in apposition to.
    """

    label: str | None
    before: str
    is_titled: bool
    after: str
    owned: str
    above: str
    dep: str
    speaks: bool
    tag: str


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


def read_context(words: Words, name: Name, lexicons: Lexicons) -> Context:
    """Read what stands around a mention."""
    first, last, lower, nouns = name.first, name.last, words.lower, lexicons.nouns
    before = lower[first - 1] if first else ""
    after = lower[last] if last < len(lower) else ""
    owned = lower[last + 1] if after == "'s" and last + 1 < len(lower) else ""
    above, dep = _above(words, last - 1), words.dep[last - 1]
    return Context(
        name.label,
        before if before in _BEFORE or before in nouns or before in lexicons.honorifics else "",
        before in lexicons.honorifics
        or (first > 2 and lower[first - 2] == "of" and lower[first - 3] in lexicons.honorifics),
        after if after in _AFTER or after in nouns else "",
        owned if owned in nouns else "",
        above if above in nouns else "",
        dep if dep in _DEPS else "",
        dep == "nsubj" and lower[words.head[last - 1]] in _SAYING,
        words.tag[last - 1] if words.tag[last - 1] not in _PROPER else "",
    )


def _above(words: Words, head: int) -> str:
    """`companies` of `companies such as Wilmot and Brill`, `mayor` of `the mayor, Ivo Wilmot`."""
    while words.dep[head] == "conj" and words.head[head] < head:
        head = words.head[head]
    up = words.head[head]
    if words.dep[head] == "pobj" and words.lower[up] in _EXAMPLES:
        return words.lower[words.head[up]]
    return words.lower[up] if words.dep[head] == "appos" else ""


def features_of(context: Context, lexicons: Lexicons) -> Iterator[str]:
    """Yield the features of a context."""
    nouns = lexicons.nouns
    yield f"model {context.label}"
    yield from _features_before(context, lexicons)
    if context.after in _AFTER:
        yield f"after {context.after}"
    if context.after in nouns:
        yield f"noun after {nouns[context.after].entity_type}"
    if context.owned:
        yield f"owns {nouns[context.owned].entity_type}"
    if context.above:
        yield f"is a {nouns[context.above].entity_type}"
    if context.dep:
        yield f"dep {context.dep}"
    if context.speaks:
        yield "speaks"
    if context.tag:
        yield f"tag {context.tag}"


def _features_before(context: Context, lexicons: Lexicons) -> Iterator[str]:
    if context.is_titled:
        yield "title before"
    elif context.before in lexicons.nouns:
        yield f"noun before {lexicons.nouns[context.before].entity_type}"
    elif context.before in _BEFORE:
        yield f"before {context.before}"
