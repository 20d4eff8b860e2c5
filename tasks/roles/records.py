"""Titles as records."""

from typing import NamedTuple


class Role(NamedTuple):
    """A title that stands with a named person.

    `mention` is the index of the person's mention; `first`..`last` (exclusive) the token range of the whole title.
    `organisation` is the index of the body's mention, None when it is none; `organisation_text` its surface.
    """

    mention: int
    start: int
    end: int
    first: int
    last: int
    role: str
    kind: str
    modifier: str | None
    organisation: int | None
    organisation_text: str | None
    country: str | None
    rule: str
    confidence: float
