"""Mentions and the entities that they name."""

from collections.abc import Sequence
from typing import NamedTuple

from tasks.language.words import Words


class Name(NamedTuple):
    """Token range of a name, the model's label (None where the model saw none), and the rule that cut it."""

    first: int
    last: int
    label: str | None
    rule: str


class Mention(NamedTuple):
    """A span that names or points at something.

    Token range `first`..`last` (exclusive) and `head` are token indexes; `entity_type` is None for a pronoun.
    `chain_key` is left to coreference: mentions are referred to by their index in the list of the document.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    text: str
    form: str
    entity_type: str | None
    rule: str
    confidence: float


def names_by_surface(words: Words, names: Sequence[Name]) -> dict[str, list[int]]:
    """Indexes of the names that share a surface, case folded."""
    groups: dict[str, list[int]] = {}
    lower = words.lower
    for index, (first, last, _, _) in enumerate(names):
        surface = lower[first] if last - first == 1 else " ".join(lower[first:last])
        groups.setdefault(surface, []).append(index)
    return groups


def names_by_token(mentions: Sequence[Mention]) -> dict[int, int]:
    """Index of the outermost name that each token is part of; `the Austrian` is no name of a people."""
    found: dict[int, int] = {}
    described = {mention.head for mention in mentions if mention.form == "nominal"}
    for index, mention in enumerate(mentions):
        if mention.form == "name" and mention.first not in found and mention.first not in described:
            for at in range(mention.first, mention.last):
                found[at] = index
    return found


class Entity(NamedTuple):
    """What a chain of mentions names; `kb_id` is the gazetteer's id, `country` an ISO 3166-1 alpha-3 code."""

    entity_id: str
    entity_type: str
    name: str
    kb_id: str | None
    wikipedia_title: str | None
    country: str | None
