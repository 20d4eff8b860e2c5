"""Sentences as records."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """A sentence: character offsets, token range (`last` is exclusive), ordinals in the document."""

    ordinal: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    zone: str
