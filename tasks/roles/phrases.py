"""Where titles stand: before a name, beside it, behind a copula or `as`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tasks.entities.gazetteer import read_gazetteer
from tasks.entities.records import Mention
from tasks.language.words import Words
from tasks.roles.lexicons import Titles

_BEFORE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "VBN", "POS", "HYPH", "CD", "RBS", "AFX"})
_COPULAS = frozenset({"is", "was", "are", "were", "be", "been", "became", "become", "becomes", "remains", "remained"})
_NAMING = frozenset({"elected", "appointed", "named", "sworn", "served", "serving", "serves", "inaugurated", "chosen"})
_LED = {"led": "leader", "headed": "head", "run": "head", "chaired": "chair"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LINKS = frozenset({"of", "for", "to", "in", "at", "on", "with"})
_SURE_LINKS = frozenset({"of", "for", "to"})
_ADDRESSES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})  # a spokesman for Mr. Wilmot
_OPENING = frozenset({"DT", "IN"})  # what the name itself stands behind: an officer of the Wilmot Rifles
_MAX_BEFORE = 12
_MAX_PLACE = 4


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
    name_at: Mapping[int, int]
    titles: Titles


def find_phrases(text: Text) -> Iterator[Phrase]:
    """Yield the title phrases of every named person, each range once per person."""
    for index, mention in enumerate(text.mentions):
        if mention.entity_type == "PERSON" and mention.form == "name":
            seen: set[int] = set()
            for phrase in _phrases_of(text, index, mention):
                if phrase.head not in seen:
                    seen.add(phrase.head)
                    yield phrase


def _phrases_of(text: Text, index: int, mention: Mention) -> Iterator[Phrase]:
    for head, rule in _heads(text, mention):
        if rule == "title_before":
            first, last = first_of(text, head, mention), max(head + 1, _until(text, head, mention))
        elif rule == "led_by":
            first, last = head, head + 2
        else:
            first, last = first_of(text, head, mention), _last_of(text, head, mention)
        yield Phrase(index, first, last, head, rule)


def _heads(text: Text, mention: Mention) -> Iterator[tuple[int, str]]:
    """Title nouns that stand with a name, with the rule that found them."""
    before = _before(text, mention)
    if before is not None:
        yield before, "title_before"
        yield from _joined(text, before)
    named = _behind_as(text, mention)
    if named is not None:
        yield named, "named_as"
    for head in _beside(text, mention):
        yield head, "apposition"
        yield from _joined(text, head, "apposition")
    yield from _governing(text, mention)


def _governing(text: Text, mention: Mention) -> Iterator[tuple[int, str]]:
    """Title nouns that the parse puts above a name, or on the other side of its verb."""
    words, dep, up = text.words, text.words.dep[mention.head], text.words.head[mention.head]
    if dep == "appos" and _is_title(text, up) and up < mention.first:
        yield up, "apposition_before"
    elif dep in _SUBJECTS:
        for head in _predicates(text, up):
            yield head, "copula" if words.lower[up] in _COPULAS else "named_as"
            yield from _joined(text, head, "copula")
    elif dep == "dobj":
        yield from ((head, "named_as") for head in _predicates(text, up))
    elif dep == "attr" and words.lower[up] in _COPULAS:
        yield from ((kid, "copula") for kid in words.kids[up] if words.dep[kid] == "nsubj" and _is_title(text, kid))
    elif dep == "pobj" and words.lower[up] == "by" and words.lower[up - 1] in _LED:
        yield up - 1, "led_by"


def _is_title(text: Text, at: int) -> bool:
    if text.words.lower[at] not in text.titles.heads or not width_of(text, at):
        return False
    return at not in text.name_at or _is_plain_head(text, at)


def width_of(text: Text, at: int) -> int:
    """Number of tokens of the longest title that ends at a token, 0 if none does."""
    words, titles = text.words.lower, text.titles.titles
    if at > 1 and " ".join(words[at - 2 : at + 1]) in titles:
        return 3
    if at > 0 and f"{words[at - 1]} {words[at]}" in titles:
        return 2
    return 1 if words[at] in titles else 0


def _is_plain_head(text: Text, at: int) -> bool:
    """A title that the model took into the name of a body: `Foreign Ministry Spokesperson`."""
    index = text.name_at.get(at)
    if index is None or text.mentions[index].text.casefold() in read_gazetteer():
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
        return at
    if words.lower[at] in {"and", ","} and words.dep[mention.head] == "conj":
        return _shared(text, mention)
    return None if words.lower[at] in _ADDRESSES else _before_link(text, at)


def _before_link(text: Text, at: int) -> int | None:
    """The head of `member for Cook NAME`, `secretary of state NAME`: a title whose link and object end at a token."""
    words = text.words
    if words.tag[at] in _OPENING:
        return None
    for link in range(at, max(at - _MAX_BEFORE, 0), -1):
        if link < at and words.lower[link] in _SURE_LINKS and _is_title(text, link - 1):
            return link - 1
        index = text.name_at.get(link)
        if index is not None and text.mentions[index].entity_type == "PERSON":
            return None
        if (
            words.pos[link] == "VERB"
            or words.tag[link] not in _BEFORE_TAGS
            and words.tag[link] != "DT"
            and words.lower[link] != "of"
        ):
            return None
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


def _behind_as(text: Text, mention: Mention) -> int | None:
    """`NAME as treasurer`, `NAME MP as the new minister`, the verb left out or far away."""
    words, at = text.words, mention.last
    if words.lower[at : at + 1] in (["mp"], ["mep"], ["msp"]):
        at += 1
    if words.lower[at : at + 1] != ["as"]:
        return None
    for end in range(at + 1, min(at + _MAX_BEFORE, len(words.text))):
        if _is_title(text, end) and not (end + 1 < len(words.text) and _is_title(text, end + 1)):
            return end
        if words.tag[end] not in _BEFORE_TAGS and words.tag[end] not in {"DT", "PRP$"}:
            return None
    return None


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
    words, first = text.words, head + 1 - (width_of(text, head) or 1)
    while first > 0 and head - first < _MAX_BEFORE and _extends_left(text, first - 1, mention):
        first -= 1
    while first < head and words.tag[first] in {"POS", "HYPH", "CD"} and words.tag[first] != "CD":
        first += 1
    return first


def _extends_left(text: Text, at: int, mention: Mention) -> bool:
    words = text.words
    if words.tag[at] == "VBG":
        return words.lower[at] in text.titles.modifiers
    if words.tag[at] not in _BEFORE_TAGS or words.text[at].isspace():
        return False
    index = text.name_at.get(at)
    if index is not None and text.mentions[index].entity_type == "PERSON":
        return False
    if words.tag[at] == "POS":
        owner = text.name_at.get(at - 1)
        return owner is None or text.mentions[owner].entity_type != "PERSON"
    return words.pos[at] not in {"VERB", "AUX"} or words.dep[at] in {"amod", "compound"}


def _until(text: Text, head: int, mention: Mention) -> int:
    """Right end of a title before a name: what lies between them is part of it unless it joins other names."""
    between = text.words.lower[head + 1 : mention.first]
    return mention.first if between and between[0] in _SURE_LINKS | {"-"} else head + 1


def _last_of(text: Text, head: int, mention: Mention) -> int:
    """Right end of a title phrase: what `of`, `for`, `to` add to it."""
    words, last = text.words, head + 1
    if text.words.text[last : last + 1] == ["-"] and words.lower[last + 1 : last + 2] in (["elect"], ["designate"]):
        last += 2
    link = last
    if link >= len(words.lower) or words.lower[link] not in _LINKS or mention.first <= link + 2 < mention.last:
        return last
    end = _edge(text, link, mention)
    if end == link + 1 or (words.lower[link] not in _SURE_LINKS and not _names_place(text, link + 1, end)):
        return last
    return end


def _names_place(text: Text, first: int, last: int) -> bool:
    """Whether a name stands at the end of a range: `ambassador in Rome`, not `winner in the last election`."""
    return last - 1 in text.name_at and last - first <= _MAX_PLACE


def _edge(text: Text, at: int, mention: Mention) -> int:
    """One past the last token of a prepositional phrase, up to a comma, a relative clause or the name itself."""
    words, end = text.words, at + 1
    stack, inside = list(words.kids[at]), {at}
    while stack:
        kid = stack.pop()
        if words.dep[kid] not in {"relcl", "acl", "punct", "appos", "advcl"} or words.lower[kid] == "-":
            inside.add(kid)
            stack.extend(words.kids[kid])
    while end in inside and not (mention.first <= end < mention.last):
        end += 1
    while words.pos[end - 1] == "PUNCT":
        end -= 1
    return end
