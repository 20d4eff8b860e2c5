"""What is said after a colon: a quotation, or a paragraph set off without marks."""

from tasks.quotes.cues import Cue
from tasks.quotes.frames import Frame
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading

_SHORTEST_BLOCK = 6  # tokens


def find_after_colon(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """A quotation after a colon that ends the cue's clause, in the same paragraph or as the next one."""
    words, quoted = reading.tree.lower, reading.quoted
    colon = reading.colon_from(frame.last, min(reading.tree.sentence[cue.token][1], frame.last + 25))
    if colon is None or quoted[cue.token] >= 0:
        return None
    if reading.has_quotation(frame.last, colon + 1) or "," in words[frame.last : colon]:
        return None
    following = colon + 1
    while following < len(words) and words[following].isspace():
        following += 1
    if following == colon + 2 and quoted[following] < 0 and reading.paragraph[following] > reading.paragraph[colon]:
        return _block(reading, following) if "q" in cue.frames else None
    if cue.lemma == "read" and following < len(words) and quoted[following] < 0:
        rest = (following, reading.paragraph_at(following)[1])
        return None if reading.has_quotation(*rest) or rest[1] - rest[0] < _SHORTEST_BLOCK else rest
    index = quoted[following] if following < len(words) else -1
    return reading.ranges[index] if index >= 0 and reading.first_of(index) == following else None


def _block(reading: Reading, first: int) -> Piece | None:
    """A paragraph set off without marks after `he said:`: one that quotes nobody itself."""
    block = reading.paragraph_at(first)
    return None if reading.has_quotation(*block) or block[1] - block[0] < _SHORTEST_BLOCK else block
