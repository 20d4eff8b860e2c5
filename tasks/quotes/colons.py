"""What is said after a colon: a quotation, or a paragraph set off without marks."""

from bisect import bisect_left
from operator import attrgetter

from tasks.language.records import Sentence
from tasks.quotes.cues import Cue, read_plain_verbs
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
    """A paragraph set off without marks after `he said:`, up to where it is told again what he said.

    One that quotes at length itself is none; a few words in marks are its own.
    """
    last = reading.paragraph_at(first)[1]
    sentences = reading.sentences[bisect_left(reading.sentences, first, key=_FIRST) :]
    ends = [sentence.first for sentence in sentences if sentence.first < last and _is_told(reading, sentence)]
    last = min(ends, default=last)
    quoted = range(bisect_left(reading.ranges, (first, 0)), bisect_left(reading.ranges, (last, 0)))
    is_long = any(reading.last_of(at) - reading.first_of(at) > _LONGEST_MARKED for at in quoted)
    return None if is_long or last - first < _SHORTEST_BLOCK else (first, last)


def _is_told(reading: Reading, sentence: Sentence) -> bool:
    """Whether he is told of from outside: `They also said the ship had sailed.`."""
    tree = reading.tree
    verbs = (at for at in range(sentence.first, sentence.last) if tree.lemma[at] in read_plain_verbs())
    subjects = (tree.kid(verb, "nsubj") for verb in verbs if tree.dep[verb] == "ROOT")
    return any(subject is not None and tree.lower[subject] in _THIRD for subject in subjects)


_THIRD = frozenset({"he", "she", "they", "it"})
_FIRST = attrgetter("first")
_LONGEST_MARKED = 5  # tokens, marks included
