"""What a version holds, table by table and column by column."""

from typing import NamedTuple

import pyarrow as pa

from expectations.tables import TABLES
from tasks.storage.reading import Snapshot


class TableSummary(NamedTuple):
    """A table: what a row stands for, how many there are, and how many files and bytes hold them."""

    name: str
    row: str
    rows: int
    parts: int
    bytes: int


class ColumnSummary(NamedTuple):
    """A column: its Arrow type, what it means, and how many rows leave it null."""

    name: str
    type: str
    meaning: str
    nulls: int


def describe(snapshot: Snapshot) -> list[TableSummary]:
    """All tables of a version, from the manifest alone."""
    return [
        TableSummary(
            name,
            TABLES[name].row if name in TABLES else "",
            sum(part.rows for part in parts),
            len(parts),
            sum(part.bytes for part in parts),
        )
        for name, parts in snapshot.parts.items()
    ]


def describe_table(snapshot: Snapshot, table: str) -> list[ColumnSummary]:
    """All columns of a table.

    Raises:
        UsageError: there is no such table.
    """
    rows = snapshot.read(table)
    return [_describe_column(rows, field) for field in rows.schema]


def _describe_column(rows: pa.Table, field: pa.Field) -> ColumnSummary:
    meaning = (field.metadata or {}).get(b"description", b"").decode()
    return ColumnSummary(field.name, str(field.type), meaning, rows[field.name].null_count)
