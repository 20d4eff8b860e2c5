"""Pieces of content: token ranges."""

from typing import NamedTuple

Piece = tuple[int, int]


class Content(NamedTuple):
    """Token ranges of the pieces, in order, the rule that found them and the lexicon frame that allowed it."""

    pieces: tuple[Piece, ...]
    rule: str
    entry_frame: str
