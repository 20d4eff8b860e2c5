"""Chains of mentions, and the cast of a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tasks.entities.records import Entity, Mention


class Chain(NamedTuple):
    """Mentions of one document that refer to the same thing.

    `mentions` are indexes into the list of mentions, ascending. `name` is the canonical name, None when it is never
    named. `gender` is female, male, neuter or plural, None when unknown.
    """

    mentions: tuple[int, ...]
    entity_type: str | None
    name: str | None
    gender: str | None
    country: str | None


class Party(NamedTuple):
    """Someone or something that takes part in a quote or an event, as far as it is resolved.

    `name` is the canonical name, else the description without its article; `mention` the index of the mention, if it
    is one.
    """

    start: int
    end: int
    text: str
    name: str | None
    entity: Entity | None
    mention: int | None
    entity_type: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who in a document: `chain_of[i]` is the chain of mention i, `entities[c]` what chain c names.

    `by_head` gives the mention of a head token, `by_token` the name that a token is part of.
    """

    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    chain_of: tuple[int, ...]
    entities: tuple[Entity | None, ...]
    by_head: Mapping[int, int] = field(default_factory=dict)
    by_token: Mapping[int, int] = field(default_factory=dict)
