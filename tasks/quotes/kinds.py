"""Direct, indirect or mixed: by the share of letters and digits between marks."""

from collections.abc import Iterable, Sequence
from itertools import chain, compress

from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading

_DIRECT = 0.9


def to_kind(reading: Reading, pieces: Sequence[Piece]) -> str:
    """Direct from nine in ten characters between marks on, indirect without any, else mixed."""
    if not reading.has_quotation(pieces[0][0], pieces[-1][1]):
        return "indirect"
    quoted = [reading.quoted[first:last] for first, last in pieces]
    if min(map(min, quoted)) >= 0:
        return "direct"
    words = [reading.tree.lower[first:last] for first, last in pieces]
    letters, inside = _count_letters(chain(*words)), _count_letters(_between_marks(chain(*words), chain(*quoted)))
    return ("direct" if inside >= _DIRECT * letters else "mixed") if inside else "indirect"


def _between_marks(words: Iterable[str], quoted: Iterable[int]) -> Iterable[str]:
    return compress(words, map((0).__le__, quoted))


def _count_letters(words: Iterable[str]) -> int:
    return sum(map(str.isalnum, "".join(words)))
