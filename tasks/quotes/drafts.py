"""Attributions before they are resolved: token ranges only."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tasks.quotes.cues import Entry
from tasks.quotes.pieces import Piece
from tasks.quotes.sources import Source


class Draft(NamedTuple):
    """An attribution in the making, in token ranges.

    `head` is the cue's head token, `frame` the words around the cue, `via` who carried the words.
    """

    head: int | None
    cue: Piece | None
    lemma: str | None
    entry: Entry | None
    source: Source | None
    frame: Piece | None
    pieces: tuple[Piece, ...]
    rule: str
    via: Piece | None = None

    @property
    def first(self) -> int:
        """First token of the content."""
        return self.pieces[0][0]

    @property
    def last(self) -> int:
        """Token after the content."""
        return self.pieces[-1][1]

    def holds(self, token: int) -> bool:
        """Whether the content covers a token."""
        return any(first <= token < last for first, last in self.pieces)


def find_holders(drafts: Sequence[Draft]) -> dict[int | None, list[int]]:
    """For every cue's head the indexes of the drafts whose content holds it, its own left out."""
    heads = sorted({draft.head for draft in drafts if draft.head is not None})
    holders: dict[int | None, list[int]] = {head: [] for head in heads}
    for at, draft in enumerate(drafts):
        for first, last in draft.pieces:
            for head in heads[bisect_left(heads, first) : bisect_left(heads, last)]:
                if head != draft.head:
                    holders[head].append(at)
    return holders
