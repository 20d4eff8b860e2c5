"""Roles to rows."""

from collections.abc import Sequence

from expectations.rows import Row
from tasks.coreference.records import Cast
from tasks.roles.records import Role


def to_role_rows(doc_id: str, text: str, roles: Sequence[Role], cast: Cast) -> list[Row]:
    """Make the rows of table roles."""
    return []
