"""Direct, indirect or mixed: by the share of letters and digits between marks."""

from collections.abc import Sequence
from itertools import chain

from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading

_DIRECT = 0.9


def to_kind(reading: Reading, pieces: Sequence[Piece]) -> str:
    """Direct from nine in ten characters between marks on, indirect without any, else mixed."""
    quoted = [reading.quoted[first:last] for first, last in pieces]
    if max(map(max, quoted)) < 0:
        return "indirect"
    if min(map(min, quoted)) >= 0:
        return "direct"
    tokens = [token for first, last in pieces for token in range(first, last)]
    letters = [sum(map(str.isalnum, reading.tree.lower[token])) for token in tokens]
    inside = sum([count for count, index in zip(letters, chain(*quoted), strict=True) if index >= 0])
    return ("direct" if inside >= _DIRECT * sum(letters) else "mixed") if inside else "indirect"
