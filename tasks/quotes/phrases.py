"""Attributions without a verb: `according to`, and nouns such as `the claim that`."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress, count

from tasks.language.words import Words
from tasks.quotes.according import ACCORDING
from tasks.quotes.cues import Entry, read_nouns
from tasks.quotes.drafts import Draft
from tasks.quotes.edges import cut, widen
from tasks.quotes.outlets import is_outlet
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading, find_word
from tasks.quotes.sources import Source, end_before, trim


def find_in_words_of(reading: Reading) -> Iterator[Draft]:
    """`In the words of the judge, "..."`: the quotation that follows within the sentence, or the one right before."""
    words, tree = reading.tree.lower, reading.tree
    for token in find_word(tree, "words"):
        thing = tree.kid(token + 1, "pobj") if words[token - 2 : token + 2] == ["in", "the", "words", "of"] else None
        if thing is None:
            continue
        index = bisect_left(reading.ranges, (token, 0))
        if index and words[token - 3] == "," and reading.last_of(index - 1) in (token - 2, token - 3):
            index, end = index - 1, tree.right[thing]
        elif index < len(reading.ranges) and reading.first_of(index) <= token + _FARTHEST:
            end = reading.first_of(index)
        else:
            continue
        last = end - (words[end - 1] == ",")
        if thing < last <= tree.sentence[thing][1]:
            source = Source(token + 2, last, thing, "object", (token + 2, last))
            cue, frame, piece = (token - 2, token + 2), (token - 2, end), reading.ranges[index]
            yield Draft(token, cue, "in the words of", ACCORDING, source, frame, (piece,), "in_words_of")


_FARTHEST = 20  # tokens


def find_by_noun(reading: Reading) -> Iterator[Draft]:
    """`The claim that ...`, `a refusal to ...`: a noun of saying with its clause."""
    nouns, tree = read_nouns(), reading.tree
    for token in compress(count(), map(nouns.__contains__, tree.lemma)):
        if tree.tag[token] in ("NN", "NNS") and not _is_thought(tree, token) and not _is_aside(tree, token):
            lemma = tree.lemma[token]
            entry = nouns[lemma]
            clause = _clause(reading, token, entry)
            if clause is not None:
                source = end_before(reading.tree, _noun_source(reading, token), clause[0])
                yield Draft(token, (token, token + 1), lemma, entry, source, (token, token + 1), (clause,), "noun")


def _is_aside(tree: Words, noun: int) -> bool:
    """`..., a finding that her aides were quick to repeat`: the clause tells of the finding, not what was found."""
    return tree.lower[noun - 2 : noun] in ([",", "a"], [",", "an"]) and tree.lower[noun + 1 : noun + 2] == ["that"]


def _clause(reading: Reading, noun: int, entry: Entry) -> Piece | None:
    tree = reading.tree
    that = _find_that(tree, noun) if "c" in entry.frames else None
    if that is not None:
        return that + 1, widen(reading, that + 1, cut(reading, that, tree.right[tree.head[that]]))
    for top in _clause_heads(tree, noun):
        first = tree.left[top]
        if "c" in entry.frames and tree.lower[first] == "that" and tree.dep[first] == "mark":
            return first + 1, widen(reading, first + 1, cut(reading, first, tree.right[top]))
        if "i" in entry.frames and tree.tag[first] == "TO" and tree.head[top] == noun:
            return first, cut(reading, first, tree.right[top])
        if "for" in entry.frames and tree.lower[first] == "for" and tree.dep[first] == "mark":
            return first + 1, cut(reading, first, tree.right[top])
    link = next((kid for kid in tree.kids[noun] if tree.lower[kid] in entry.frames), None)
    thing = tree.kid(link, "pobj", "pcomp") if link is not None and _is_told(tree, noun, link) else None
    return None if thing is None else (tree.left[thing], _end(tree, thing, noun))


def _is_told(tree: Words, noun: int, link: int) -> bool:
    """`calls for a vote`; `a denial of guilt` only by someone."""
    return tree.lower[link] == "for" or tree.kid(noun, "poss") is not None


def _end(tree: Words, thing: int, noun: int) -> int:
    """Where a thing ends, with the infinitive on the noun or its verb: `repeated a call for the owners to resign`."""
    last, verb = tree.right[thing], tree.head[noun]
    over = (noun, verb) if tree.dep[noun] == "dobj" else (noun,)
    to = next((kid for up in over for kid in tree.kids[up] if tree.left[kid] == last and tree.tag[last] == "TO"), None)
    return last if to is None else tree.right[to]


def _clause_heads(tree: Words, noun: int) -> Iterator[int]:
    """Verbs of clauses on the noun, or on a name between: `a report in The Gazette that ...`."""
    verb = tree.head[noun]
    if tree.lemma[verb] == "be" and tree.dep[noun] == "nsubj":
        yield from tree.kids_of(verb, "ccomp")
    holders = [noun, *(token for kid in tree.kids_of(noun, "prep") for token in tree.kids[kid])]
    holders += [name for holder in holders[1:] for name in tree.kids_of(holder, "appos")]
    for holder in holders:
        for kid in tree.kids[holder]:
            is_owned = tree.dep[kid] == "advcl" and tree.kid(noun, "poss") is not None
            if kid > noun and (is_owned or tree.dep[kid] in ("acl", "ccomp", "relcl", "xcomp")):
                yield kid


def _find_that(tree: Words, noun: int) -> int | None:
    """The `that` after a noun and what follows from a preposition: `assurances from the mayor that ...`."""
    at = noun + 1
    if tree.tag[at : at + 1] == ["IN"] and tree.lower[at] != "that":
        at += 1
        while at < min(noun + _LONGEST, len(tree.tag)) and tree.tag[at] in _PHRASAL:
            at += 1
    return at if tree.lower[at : at + 1] == ["that"] and tree.dep[at] == "mark" else None


_LONGEST = 10  # tokens
_PHRASAL = frozenset({"DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "PRP$"})


def _noun_source(reading: Reading, noun: int) -> Source | None:
    tree = reading.tree
    holder = tree.kid(noun, "poss")
    if holder is None:
        by = next((kid for kid in tree.kids[noun] if tree.lower[kid] in _HOLDERS), None)
        holder = tree.kid(by, "pobj") if by is not None else None
        if by is not None and holder is not None and not _may_hold(tree, by, holder):
            holder = None
    if holder is None:
        verb = tree.head[noun]
        if tree.dep[noun] == "dobj" and tree.lemma[verb] in _MAKES:
            holder = _maker(tree, verb)
        elif tree.dep[noun] == "pobj" and tree.lower[verb] == "with":
            holder = _maker(tree, tree.head[verb])
    if holder is None:
        return None
    first, last = trim(reading, holder, noun)
    return Source(first, last, holder, "holder", (first, last))


def _maker(tree: Words, verb: int) -> int | None:
    """The subject, which a verb may share with the one before it: `met and issued a call for talks`."""
    subject = tree.kid(verb, "nsubj")
    return tree.kid(tree.head[verb], "nsubj") if subject is None and tree.dep[verb] == "conj" else subject


def _is_thought(tree: Words, noun: int) -> bool:
    """`came to the conclusion that` tells of no words."""
    link = tree.head[noun]
    return tree.lower[link] == "to" and tree.lemma[tree.head[link]] == "come"


def _may_hold(tree: Words, link: int, holder: int) -> bool:
    """`a claim by`, `a report in The Gazette`, `the opinion of Voss`."""
    if tree.lower[link] == "of":
        return tree.tag[holder] in ("NNP", "NNPS")
    return tree.lower[link] != "in" or _is_paper(tree, holder)


_HOLDERS = frozenset({"by", "from", "in", "of"})


def _is_paper(tree: Words, holder: int) -> bool:
    return is_outlet(tree, tree.left[holder], holder + 1) or is_outlet(tree, holder, holder + 1)


_MAKES = frozenset(
    {"make", "issue", "repeat", "publish", "give", "offer", "release", "raise", "express", "have", "send"}
)
_MAKES |= {"reach", "draw"}
