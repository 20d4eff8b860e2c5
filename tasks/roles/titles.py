"""Titles that stand with names."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasks.entities.records import Mention
from tasks.roles.records import Role


def find_roles(doc: Doc, mentions: Sequence[Mention]) -> list[Role]:
    """List the titles of named people, by position."""
    return []
