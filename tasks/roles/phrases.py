"""Where titles stand: before a name, beside it, behind a copula or `as`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tasks.entities.records import Mention
from tasks.entities.words import Words
from tasks.roles.lexicons import Titles

_BEFORE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "VBN", "POS", "HYPH", "CD", "RBS", "AFX"})
_COPULAS = frozenset({"is", "was", "are", "were", "be", "been", "became", "become", "becomes", "remains", "remained"})
_NAMING = frozenset({"elected", "appointed", "named", "sworn", "served", "serving", "serves", "inaugurated", "chosen"})
_LED = {"led": "leader", "headed": "head", "run": "head", "chaired": "chair"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LINKS = frozenset({"of", "for", "to", "in", "at", "on", "with"})
_SURE_LINKS = frozenset({"of", "for", "to"})
_MAX_BEFORE = 12


class Phrase(NamedTuple):
    """Token range of a title with its head, the mention that it stands with, and the rule."""

    mention: int
    first: int
    last: int
    head: int
    rule: str


class Text(NamedTuple):
    """What the rules look at; `name_at` gives the name that a token is part of."""

    words: Words
    mentions: Sequence[Mention]
    name_at: dict[int, int]
    titles: Titles


def find_phrases(text: Text) -> Iterator[Phrase]:
    """Yield the title phrases of every named person, each range once per person."""
    for index, mention in enumerate(text.mentions):
        if mention.form == "name" and mention.entity_type == "PERSON":
            seen: set[int] = set()
            for phrase in _phrases_of(text, index, mention):
                if phrase.head not in seen:
                    seen.add(phrase.head)
                    yield phrase


def _phrases_of(text: Text, index: int, mention: Mention) -> Iterator[Phrase]:
    for head, rule in _heads(text, mention):
        if rule == "title_before":
            first, last = first_of(text, head, mention), head + 1
        elif rule == "led_by":
            first, last = head, mention.first
        else:
            first, last = first_of(text, head, mention), _last_of(text, head, mention)
        yield Phrase(index, first, last, head, rule)


def _heads(text: Text, mention: Mention) -> Iterator[tuple[int, str]]:
    """Title nouns that stand with a name, with the rule that found them."""
    words = text.words
    before = _before(text, mention)
    if before is not None:
        yield before, "title_before"
        yield from _joined(text, before)
    for head in _beside(text, mention):
        yield head, "apposition"
        yield from _joined(text, head, "apposition")
    up = words.head[mention.head]
    if words.dep[mention.head] == "appos" and _is_title(text, up) and up < mention.first:
        yield up, "apposition_before"
    if words.dep[mention.head] in _SUBJECTS:
        for head in _predicates(text, up):
            yield head, "copula" if words.lower[up] in _COPULAS else "named_as"
            yield from _joined(text, head, "copula")
    elif words.dep[mention.head] == "dobj":
        for head in _predicates(text, up):
            yield head, "named_as"
    elif words.dep[mention.head] == "pobj" and words.lower[up] == "by" and words.lower[up - 1] in _LED:
        yield up - 1, "led_by"


def _is_title(text: Text, at: int) -> bool:
    return text.words.lower[at] in text.titles.heads and at not in text.name_at or _is_plain_head(text, at)


def _is_plain_head(text: Text, at: int) -> bool:
    """A title that the model took into the name of a body: `Foreign Ministry Spokesperson`."""
    index = text.name_at.get(at)
    if index is None or text.words.lower[at] not in text.titles.heads:
        return False
    return text.mentions[index].entity_type == "ORG" and text.mentions[index].last == at + 1


def _before(text: Text, mention: Mention) -> int | None:
    """The title right before a name, or before the names that it is joined with."""
    words, at = text.words, mention.first - 1
    if at < 0:
        return None
    if words.lower[at] in {"elect", "designate"} and at > 1 and words.text[at - 1] == "-":
        at -= 2
    if _is_title(text, at):
        return at if words.tag[at] not in {"NNS", "NNPS"} or words.head[at] >= mention.first else at
    if words.lower[at] in {"and", ","} and words.dep[mention.head] == "conj":
        return _shared(text, mention)
    return None


def _shared(text: Text, mention: Mention) -> int | None:
    """The plural title before the first of several joined names."""
    at, words = mention.head, text.words
    while words.dep[at] == "conj" and words.head[at] < at:
        at = words.head[at]
    index = text.name_at.get(at)
    if index is None or text.mentions[index].entity_type != "PERSON":
        return None
    before = text.mentions[index].first - 1
    is_plural = before >= 0 and words.tag[before] in {"NNS", "NNPS"}
    return before if is_plural and _is_title(text, before) else None


def _joined(text: Text, head: int, rule: str = "title_before") -> Iterator[tuple[int, str]]:
    """Titles joined to a title: `founder and chairman of`."""
    for kid in text.words.kids[head]:
        if text.words.dep[kid] == "conj" and _is_title(text, kid):
            yield kid, rule


def _beside(text: Text, mention: Mention) -> Iterator[int]:
    """Titles in apposition behind a name, by the parse or by the comma."""
    words = text.words
    found = {
        kid
        for at in range(mention.first, mention.last)
        for kid in words.kids[at]
        if kid >= mention.last and words.dep[kid] in {"appos", "nmod"} and _is_title(text, kid)
    }
    nearby = _behind_comma(text, mention.last)
    if nearby is not None:
        found.add(nearby)
    yield from sorted(found)


def _behind_comma(text: Text, at: int) -> int | None:
    """`NAME, the former mayor of` or `NAME MP`: the head of a noun phrase right behind the name."""
    words, size = text.words, len(text.words.text)
    if at < size and words.lower[at] in {"mp", "mep", "msp"}:
        return at
    if at + 1 >= size or words.text[at] not in {",", "(", "-", "–"}:
        return None
    for end in range(at + 1, min(at + _MAX_BEFORE, size)):
        if words.tag[end] not in _BEFORE_TAGS and words.tag[end] not in {"DT", "PRP$"}:
            return None
        nxt = words.tag[end + 1] if end + 1 < size else "."
        if _is_title(text, end) and nxt not in _BEFORE_TAGS:
            return end
    return None


def _predicates(text: Text, verb: int) -> Iterator[int]:
    """Titles that a copula or a verb of naming gives to its subject or object."""
    words = text.words
    if words.lower[verb] in _COPULAS:
        if any(words.dep[kid] == "neg" for kid in words.kids[verb]):
            return
        yield from (kid for kid in words.kids[verb] if words.dep[kid] == "attr" and _is_title(text, kid))
    elif words.lower[verb] in _NAMING:
        for kid in words.kids[verb]:
            if words.dep[kid] in {"oprd", "attr"} and _is_title(text, kid):
                yield kid
            elif words.lower[kid] == "as":
                yield from (each for each in words.kids[kid] if _is_title(text, each))


def first_of(text: Text, head: int, mention: Mention) -> int:
    """Left end of a title phrase: modifiers, nation and body in front of its head, without article."""
    words, first = text.words, head
    while first > 0 and head - first < _MAX_BEFORE and _extends_left(text, first - 1, mention):
        first -= 1
    while first < head and words.tag[first] in {"POS", "HYPH", "CD"} and words.tag[first] != "CD":
        first += 1
    return first


def _extends_left(text: Text, at: int, mention: Mention) -> bool:
    words = text.words
    if words.tag[at] not in _BEFORE_TAGS or words.text[at].isspace():
        return False
    index = text.name_at.get(at)
    if index is not None and text.mentions[index].entity_type == "PERSON":
        return False
    if words.tag[at] == "POS":
        owner = text.name_at.get(at - 1)
        return owner is None or text.mentions[owner].entity_type != "PERSON"
    return words.pos[at] not in {"VERB", "AUX"} or words.dep[at] in {"amod", "compound"}


def _last_of(text: Text, head: int, mention: Mention) -> int:
    """Right end of a title phrase: what `of`, `for`, `to` add to it."""
    words, last = text.words, head + 1
    if text.words.text[last : last + 1] == ["-"] and words.lower[last + 1 : last + 2] in (["elect"], ["designate"]):
        last += 2
    for kid in words.kids[head]:
        if kid < last or words.dep[kid] != "prep" or words.lower[kid] not in _LINKS:
            continue
        if kid != last or (mention.first >= kid and mention.first < kid + 3):
            break
        end = _edge(text, kid, mention)
        if words.lower[kid] not in _SURE_LINKS and not words.text[end - 1][0].isupper():
            break
        last = max(last, end)
    return last


def _edge(text: Text, at: int, mention: Mention) -> int:
    """One past the last token of a prepositional phrase, up to a comma, a relative clause or the name itself."""
    words, end = text.words, at + 1
    stack, inside = list(words.kids[at]), {at}
    while stack:
        kid = stack.pop()
        if words.dep[kid] not in {"relcl", "acl", "punct", "appos", "advcl"}:
            inside.add(kid)
            stack.extend(words.kids[kid])
    while end in inside and not (mention.first <= end < mention.last):
        end += 1
    return end
