"""Where titles stand: before a name, beside it, behind a copula or `as`."""

from collections.abc import Iterator

from tasks.entities.records import Mention
from tasks.roles.edges import BEFORE_TAGS, MAX_BEFORE, SURE_LINKS, first_of, last_of, until
from tasks.roles.scene import Phrase, Text, is_title

_COPULAS = frozenset({"is", "was", "are", "were", "be", "been", "became", "become", "becomes", "remains", "remained"})
_NAMING = frozenset({"elected", "appointed", "named", "sworn", "served", "serving", "serves", "inaugurated", "chosen"})
_LED = {"led": "leader", "headed": "head", "run": "head", "chaired": "chair"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ADDRESSES = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady", "baroness"}
)
_OPENING = frozenset({"DT", "IN"})  # what the name itself stands behind: an officer of the Wilmot Rifles


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
            first, last = first_of(text, head), max(head + 1, until(text, head, mention))
        elif rule == "led_by":
            first, last = head, head + 2
        else:
            first, last = first_of(text, head), last_of(text, head, mention)
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
    if dep == "appos" and up < mention.first:
        head = _explained(text, up)
        if head is not None:
            yield head, "apposition_before"
            yield from _joined(text, head, "apposition_before")
    elif dep in _SUBJECTS:
        for head in _predicates(text, up):
            yield head, "copula" if words.lower[up] in _COPULAS else "named_as"
            yield from _joined(text, head, "copula")
    elif dep == "dobj":
        yield from ((head, "named_as") for head in _predicates(text, up))
    elif dep == "attr" and words.lower[up] in _COPULAS:
        yield from ((kid, "copula") for kid in words.kids[up] if words.dep[kid] == "nsubj" and is_title(text, kid))
    elif dep == "pobj" and words.lower[up] == "by" and words.lower[up - 1] in _LED:
        yield up - 1, "led_by"


def _explained(text: Text, at: int) -> int | None:
    """The title that a name behind a comma is the holder of, also where the parse has its body: head of Wilmot, Ada."""
    words = text.words
    while not is_title(text, at):
        link = words.head[at]
        if words.dep[at] != "pobj" or words.lower[link] not in SURE_LINKS or words.head[link] == link:
            return None
        at = words.head[link]
    return at


def _before(text: Text, mention: Mention) -> int | None:
    """The title right before a name, or before the names that it is joined with."""
    words, at = text.words, mention.first - 1
    if at < 0:
        return None
    if words.lower[at] in {"elect", "designate"} and at > 1 and words.text[at - 1] == "-":
        at -= 2
    if is_title(text, at):
        return at
    if words.lower[at] in {"and", ","} and words.dep[mention.head] == "conj":
        return _shared(text, mention)
    if words.lower[at] in _ADDRESSES:  # the minister Dame Ada Wilmot, not a spokesman for Mr. Wilmot
        return at - 1 if at and is_title(text, at - 1) else None
    return _before_link(text, at)


def _before_link(text: Text, at: int) -> int | None:
    """The head of `member for Cook NAME`, `secretary of state NAME`: a title whose link and object end at a token."""
    words = text.words
    if words.tag[at] in _OPENING:
        return None
    for link in range(at, max(at - MAX_BEFORE, 0), -1):
        if link < at and words.lower[link] in SURE_LINKS and is_title(text, link - 1):
            return link - 1
        index = text.name_at.get(link)
        if index is not None and text.mentions[index].entity_type == "PERSON":
            return None
        if (
            words.pos[link] == "VERB"
            or words.tag[link] not in BEFORE_TAGS
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
    return before if is_plural and is_title(text, before) else None


def _joined(text: Text, head: int, rule: str = "title_before") -> Iterator[tuple[int, str]]:
    """Titles joined to a title: `founder and chairman of`."""
    words = text.words
    first = [words.head[head]] if words.dep[head] == "conj" else []
    for at in (*first, *words.kids_of(head, "conj")):
        if is_title(text, at):
            yield at, rule


def _beside(text: Text, mention: Mention) -> Iterator[int]:
    """Titles in apposition behind a name, by the parse or by the comma."""
    words = text.words
    found = {
        kid
        for at in range(mention.first, mention.last)
        for kid in words.kids[at]
        if kid >= mention.last and words.dep[kid] in {"appos", "nmod"} and is_title(text, kid)
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
    for end in range(at + 1, min(at + MAX_BEFORE, len(words.text))):
        if is_title(text, end) and not (end + 1 < len(words.text) and is_title(text, end + 1)):
            return end
        if words.tag[end] not in BEFORE_TAGS and words.tag[end] not in {"DT", "PRP$"}:
            return None
    return None


def _behind_comma(text: Text, at: int) -> int | None:
    """`NAME, the former mayor of` or `NAME MP`: the head of a noun phrase right behind the name."""
    words, size = text.words, len(text.words.text)
    if at < size and words.lower[at] in {"mp", "mep", "msp"}:
        return at
    if at + 1 >= size or words.text[at] not in {",", "(", "-", "–"}:
        return None
    for end in range(at + 1, min(at + MAX_BEFORE, size)):
        if words.tag[end] not in BEFORE_TAGS and words.tag[end] not in {"DT", "PRP$"}:
            return None
        nxt = words.tag[end + 1] if end + 1 < size else "."
        if is_title(text, end) and nxt not in BEFORE_TAGS:
            return end
    return None


def _predicates(text: Text, verb: int) -> Iterator[int]:
    """Titles that a copula or a verb of naming gives to its subject or object."""
    words = text.words
    if words.lower[verb] in _COPULAS:
        if any(words.dep[kid] == "neg" for kid in words.kids[verb]):
            return
        yield from (kid for kid in words.kids[verb] if words.dep[kid] == "attr" and is_title(text, kid))
    elif words.lower[verb] in _NAMING:
        for kid in words.kids[verb]:
            if words.dep[kid] in {"oprd", "attr"} and is_title(text, kid):
                yield kid
            elif words.lower[kid] == "as":
                yield from (each for each in words.kids[kid] if is_title(text, each))
