"""What tells the type of a name: features of its form and of the words around it, all mentions together."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.names import Name
from tasks.language.words import Words

_BEFORE = frozenset({"in", "at", "near", "from", "to", "of", "by", "the", "a", "an", "and", "with", "for", ",", "("})
_AFTER = frozenset({"'s", "who", "which", "that", ",", "(", ")", "and", "in", "of", "is", "was", "has", "had", "said"})
_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "appos", "attr", "conj", "ROOT"})
_SAYING = frozenset({"said", "says", "told", "added", "stated", "asked", "believes", "thinks", "explained", "argued"})
_MARKS = ("of", "&", "'s", "-", "and", "the")
_ENDINGS = (
    ("place", ("land", "ville", "ton", "shire", "stan", "burg", "berg", "borough", "ford", "port", "pur", "abad")),
    ("person", ("son", "man", "sky", "ski", "ov", "ova", "ez", "ic", "vich", "shvili", "ini", "etti", "sen", "sson")),
    ("idea", ("ism", "ology", "ity", "ness", "ment", "ing", "tion", "ics", "ids", "itis")),
)

Features = dict[str, float]


def read_evidence(words: Words, surface: str, names: Sequence[Name], owners: set[str], lexicons: Lexicons) -> Features:
    """Return the weights of the features that a surface shows; those of its mentions are shares of them.

    `owners` are the last words of the full personal names of the document.
    """
    form = read_form(surface, words.text[names[0].first], surface.rpartition(" ")[2] in owners)
    return dict.fromkeys(form, 1.0) | read_context(words, names, lexicons)


def read_context(words: Words, names: Sequence[Name], lexicons: Lexicons) -> Features:
    """Return the weights of what stands around the mentions of a surface: shares of the mentions."""
    features: Features = {}
    share = 1.0 / len(names)
    for name in names:
        for feature in _context(words, name, lexicons):
            features[feature] = features.get(feature, 0.0) + share
    return features


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


def _context(words: Words, name: Name, lexicons: Lexicons) -> Iterator[str]:
    first, last, lower = name.first, name.last, words.lower
    yield f"model {name.label}"
    before = lower[first - 1] if first else ""
    is_titled = first > 2 and lower[first - 2] == "of" and lower[first - 3] in lexicons.honorifics
    if before in lexicons.honorifics or is_titled:
        yield "title before"
    elif before in lexicons.nouns:
        yield f"noun before {lexicons.nouns[before].entity_type}"
    elif before in _BEFORE:
        yield f"before {before}"
    after = lower[last] if last < len(lower) else ""
    if after in _AFTER:
        yield f"after {after}"
    if after in lexicons.nouns:
        yield f"noun after {lexicons.nouns[after].entity_type}"
    elif after == "'s" and last + 1 < len(lower) and lower[last + 1] in lexicons.nouns:
        yield f"owns {lexicons.nouns[lower[last + 1]].entity_type}"
    head = last - 1
    dep = words.dep[head]
    if dep in _DEPS:
        yield f"dep {dep}"
    if dep == "nsubj" and lower[words.head[head]] in _SAYING:
        yield "speaks"
    if words.tag[head] not in {"NNP", "NNPS"}:
        yield f"tag {words.tag[head]}"
