"""Cues that the parser joined to what another cue says: `confirmed that it was late but denied that ...`."""

from collections.abc import Mapping, Sequence
from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.cues import Cue
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_FINITE_OR_BARE = _FINITE | {"VBN", "VB"}
_JOINING = frozenset({"and", "but", "or", "also", "then", ","})


@cache
def _read_states() -> frozenset[str]:
    """Verbs that tell what is and not what is done: what is joined to them was said as well."""
    return frozenset(row["lemma"] for row in read_lexicon("quotes", "states"))


def find_coordinated(reading: Reading, cues: Sequence[Cue]) -> dict[int, int]:
    """For the token of every such cue that of the cue it goes with, in the same quotation or outside any."""
    tree, quoted = reading.tree, reading.quoted
    joined = [cue.token for cue in cues if tree.dep[cue.token] == "conj" and tree.tag[cue.token] in _FINITE_OR_BARE]
    if not joined:
        return {}
    tokens = {cue.token for cue in cues if "c" in cue.frames or tree.kid(cue.token, "ccomp") is None}
    found: dict[int, int] = {}
    for token in joined:
        if token in tokens:
            outer = _outer(tree, token)
            if (
                outer in tokens
                and quoted[outer] == quoted[token]
                and tree.kid(token, "nsubj", "nsubjpass", "aux", "auxpass", "expl") is None
            ):
                found[token] = found.get(outer, outer)
    return found


def _outer(tree: Words, token: int) -> int:
    """The verb over the clause that a verb is joined to, -1 when that clause may go on with it."""
    top = tree.head[token]
    while tree.dep[top] == "conj" and tree.head[top] != top:
        top = tree.head[top]
    outer = tree.head[top]
    if tree.dep[top] not in ("ccomp", "xcomp") or outer > top:
        return -1
    if tree.tag[token] == "VB":
        return outer if tree.tag[top] in _FINITE and tree.lemma[token] == tree.lemma[outer] else -1
    if tree.tag[token] != tree.tag[top] and (
        tree.tag[token] == tree.tag[outer] or tree.lemma[token] == tree.lemma[outer]
    ):
        return outer
    is_active = tree.kid(top, "auxpass") is not None and tree.kid(token, "ccomp") is not None
    is_apart = (
        tree.tag[token] == tree.tag[top] and tree.lemma[top] in _read_states() and tree.kid(token, "xcomp") is None
    )
    return outer if is_active or is_apart else -1  # `said the mine was safe and denied any fault`


def cut_coordinated(tree: Words, cue: int, pieces: tuple[Piece, ...], joined: Mapping[int, int]) -> tuple[Piece, ...]:
    """End the content of a cue before the next one that goes with it."""
    first, last = pieces[-1]
    for token, outer in joined.items():
        if outer == cue and first < token < last:
            while token > first + 1 and tree.lower[token - 1] in _JOINING:
                token -= 1
            return (*pieces[:-1], (first, token))
    return pieces
