"""Attributions without a verb: `according to`, and nouns such as `the claim that`."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress, count

from tasks.language.words import Words
from tasks.quotes.complements import cut
from tasks.quotes.cues import Entry, read_nouns
from tasks.quotes.drafts import Draft
from tasks.quotes.outlets import is_outlet
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading, find_word
from tasks.quotes.sources import Source, trim

_ACCORDING = Entry("accord", ("to",), "say", "says", frozenset("c"))


def find_by_preposition(reading: Reading) -> Iterator[Draft]:
    """`According to the police, ...` before, after or within what is said."""
    words = reading.tree.lower
    for token in find_word(reading.tree, "according"):
        if words[token + 1 : token + 2] == ["to"]:
            thing = reading.tree.kid(token + 1, "pobj") or reading.tree.kid(token, "pobj")
            if thing is None or reading.tree.lemma[thing] in _MEASURES:
                continue
            first, last = trim(reading, thing, token)
            last = _until_comma(reading, thing, last)
            aside = reading.tree.right[thing]
            pieces = _around(reading, token, aside if words[aside : aside + 1] == [","] else last)
            if pieces:
                source = Source(first, last, thing, "object", (first, last))
                yield Draft(
                    token, (token, token + 2), "according to", _ACCORDING, source, (token, last), pieces, "according"
                )


def find_in_words_of(reading: Reading) -> Iterator[Draft]:
    """`In the words of the judge, "..."`: the quotation that follows within the sentence."""
    words, tree = reading.tree.lower, reading.tree
    for token in find_word(tree, "words"):
        thing = tree.kid(token + 1, "pobj") if words[token - 2 : token + 2] == ["in", "the", "words", "of"] else None
        index = bisect_left(reading.ranges, (token, 0))
        if thing is None or index == len(reading.ranges) or reading.first_of(index) > token + _FARTHEST:
            continue
        opening = reading.first_of(index)
        last = opening - (words[opening - 1] == ",")
        if thing < last <= tree.sentence[thing][1]:
            source = Source(token + 2, last, thing, "object", (token + 2, last))
            cue, frame, piece = (token - 2, token + 2), (token - 2, opening), reading.ranges[index]
            yield Draft(token, cue, "in the words of", _ACCORDING, source, frame, (piece,), "in_words_of")


_FARTHEST = 20  # tokens
_MEASURES = frozenset({"standard", "rule", "law", "schedule", "plan", "tradition", "size", "taste", "need", "custom"})


def _until_comma(reading: Reading, head: int, last: int) -> int:
    """End a source before a comma that opens the sentence proper, a list or an apposition aside."""
    tree = reading.tree
    for token in range(head + 1, last):
        if (
            tree.lower[token] == ","
            and tree.head[token] != head
            and tree.dep[tree.head[token]] not in ("appos", "conj")
        ):
            return token
    return last


def _around(reading: Reading, token: int, last: int) -> tuple[Piece, ...]:
    """The rest of the sentence: before, after, or on both sides."""
    start, end = reading.tree.sentence[token]
    before = token
    while before > start and not reading.tree.lower[before - 1][:1].isalnum() and reading.quoted[before - 1] < 0:
        before -= 1
    index = reading.quoted[before - 1] if before else -1
    if index >= 0 and index != reading.quoted[token]:
        start = min(start, reading.first_of(index))
    pieces = []
    if before - start >= 2 and reading.tree.lower[before - 1] != "that":
        pieces.append((start, before))
    if last < end and (not pieces or reading.is_comma(last)) and end - last >= 3:
        pieces.append((last, end))
    return tuple(pieces)


def find_by_noun(reading: Reading) -> Iterator[Draft]:
    """`The claim that ...`, `a refusal to ...`: a noun of saying with its clause."""
    nouns, tree = read_nouns(), reading.tree
    for token in compress(count(), map(nouns.__contains__, tree.lemma)):
        if tree.tag[token] in ("NN", "NNS"):
            lemma = tree.lemma[token]
            entry = nouns[lemma]
            clause = _clause(reading, token, entry)
            if clause is not None:
                source = _before(reading, _noun_source(reading, token), clause)
                yield Draft(token, (token, token + 1), lemma, entry, source, (token, token + 1), (clause,), "noun")


def _before(reading: Reading, source: Source | None, clause: Piece) -> Source | None:
    """The source without the clause that the parser hung on its name."""
    if source is None or not source.head < clause[0] < source.last:
        return source
    last = clause[0] - (reading.tree.lower[clause[0] - 1] == "that")
    return source._replace(last=last, name=(source.first, last))


def _clause(reading: Reading, noun: int, entry: Entry) -> Piece | None:
    tree = reading.tree
    for top in _clause_heads(tree, noun):
        first = tree.left[top]
        if "c" in entry.frames and tree.lower[first] == "that" and tree.dep[first] == "mark":
            return first + 1, cut(reading, first, tree.right[top])
        if "i" in entry.frames and tree.tag[first] == "TO" and tree.head[top] == noun:
            return first, cut(reading, first, tree.right[top])
    link = next((kid for kid in tree.kids[noun] if tree.lower[kid] == "of"), None) if "of" in entry.frames else None
    thing = tree.kid(link, "pobj", "pcomp") if link is not None and tree.kid(noun, "poss") is not None else None
    return None if thing is None else (tree.left[thing], tree.right[thing])


def _clause_heads(tree: Words, noun: int) -> Iterator[int]:
    """Verbs of clauses on the noun, or on a name between: `a report in The Gazette that ...`."""
    holders = [noun, *(token for kid in tree.kids_of(noun, "prep") for token in tree.kids[kid])]
    holders += [name for holder in holders[1:] for name in tree.kids_of(holder, "appos")]
    for holder in holders:
        for kid in tree.kids[holder]:
            if kid > noun and tree.dep[kid] in ("acl", "ccomp", "relcl", "xcomp"):
                yield kid


def _noun_source(reading: Reading, noun: int) -> Source | None:
    tree = reading.tree
    holder = tree.kid(noun, "poss")
    if holder is None:
        by = next((kid for kid in tree.kids[noun] if tree.lower[kid] in ("by", "from", "in")), None)
        holder = tree.kid(by, "pobj") if by is not None else None
        if by is not None and holder is not None and tree.lower[by] == "in" and not _is_paper(tree, holder):
            holder = None
    if holder is None:
        verb = tree.head[noun]
        if tree.dep[noun] == "dobj" and tree.lemma[verb] in _MAKES:
            holder = tree.kid(verb, "nsubj")
        elif tree.dep[noun] == "pobj" and tree.lower[verb] == "with":
            holder = tree.kid(tree.head[verb], "nsubj")
    if holder is None:
        return None
    first, last = trim(reading, holder, noun)
    return Source(first, last, holder, "holder", (first, last))


def _is_paper(tree: Words, holder: int) -> bool:
    return is_outlet(tree, tree.left[holder], holder + 1) or is_outlet(tree, holder, holder + 1)


_MAKES = frozenset(
    {"make", "issue", "repeat", "publish", "give", "offer", "release", "raise", "express", "have", "send"}
)
