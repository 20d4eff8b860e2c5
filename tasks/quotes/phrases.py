"""Attributions without a verb: `according to`, and nouns such as `the claim that`."""

from collections.abc import Iterator

from tasks.quotes.cues import Entry, read_nouns
from tasks.quotes.drafts import Draft
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source, trim

_ACCORDING = Entry("accord", ("to",), "say", "says", frozenset("c"))


def find_by_preposition(reading: Reading) -> Iterator[Draft]:
    """`According to the police, ...` before, after or within what is said."""
    words = reading.tree.words
    for token, word in enumerate(words[:-1]):
        if word == "according" and words[token + 1] == "to":
            thing = reading.tree.kid(token + 1, "pobj") or reading.tree.kid(token, "pobj")
            if thing is None:
                continue
            first, last = trim(reading, thing, token)
            last = _until_comma(reading, thing, last)
            pieces = _around(reading, token, last)
            if pieces:
                source = Source(first, last, thing, "object", (first, last))
                yield Draft(
                    token, (token, token + 2), "according to", _ACCORDING, source, (token, last), pieces, "according"
                )


def _until_comma(reading: Reading, head: int, last: int) -> int:
    """End a source before a comma that opens the sentence proper, a list or an apposition aside."""
    tree = reading.tree
    for token in range(head + 1, last):
        if (
            tree.words[token] == ","
            and tree.heads[token] != head
            and tree.deps[tree.heads[token]] not in ("appos", "conj")
        ):
            return token
    return last


def _around(reading: Reading, token: int, last: int) -> tuple[Piece, ...]:
    """The rest of the sentence: before, after, or on both sides."""
    start, end = reading.tree.sentence[token]
    before = token
    while before > start and not reading.tree.words[before - 1][:1].isalnum() and reading.quoted[before - 1] < 0:
        before -= 1
    index = reading.quoted[before - 1] if before else -1
    if index >= 0 and index != reading.quoted[token]:
        start = min(start, reading.first_of(index))
    pieces = []
    if before - start >= 2:
        pieces.append((start, before))
    if last < end and (not pieces or reading.is_comma(last)) and end - last >= 3:
        pieces.append((last, end))
    return tuple(pieces)


def find_by_noun(reading: Reading) -> Iterator[Draft]:
    """`The claim that ...`, `a refusal to ...`: a noun of saying with its clause."""
    nouns, tree = read_nouns(), reading.tree
    for token, lemma in enumerate(tree.lemmas):
        entry = nouns.get(lemma)
        if entry is not None and tree.tags[token] in ("NN", "NNS"):
            clause = _clause(reading, token, entry)
            if clause is not None:
                source = _noun_source(reading, token)
                yield Draft(token, (token, token + 1), lemma, entry, source, (token, token + 1), (clause,), "noun")


def _clause(reading: Reading, noun: int, entry: Entry) -> Piece | None:
    tree = reading.tree
    for kid in tree.kids[noun]:
        if kid < noun or tree.deps[kid] not in ("acl", "ccomp", "relcl", "xcomp"):
            continue
        first = tree.left[kid]
        if "c" in entry.frames and tree.words[first] == "that" and tree.deps[first] == "mark":
            return first + 1, tree.right[kid]
        if "i" in entry.frames and tree.tags[first] == "TO":
            return first, tree.right[kid]
    return None


def _noun_source(reading: Reading, noun: int) -> Source | None:
    tree = reading.tree
    holder = tree.kid(noun, "poss")
    if holder is None:
        by = next((kid for kid in tree.kids[noun] if tree.words[kid] in ("by", "from")), None)
        holder = tree.kid(by, "pobj") if by is not None else None
    if holder is None:
        verb = tree.heads[noun]
        if tree.deps[noun] == "dobj" and tree.lemmas[verb] in _MAKES:
            holder = tree.kid(verb, "nsubj")
    if holder is None:
        return None
    first, last = trim(reading, holder, noun)
    return Source(first, last, holder, "holder", (first, last))


_MAKES = frozenset(
    {"make", "issue", "repeat", "publish", "give", "offer", "release", "raise", "express", "have", "send"}
)
