"""Rows of a version, or of a version that is about to be."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from expectations.errors import UsageError
from expectations.tables import TABLES
from tasks.storage.dataset import Dataset
from tasks.storage.manifests import Manifest, Part, read_version
from tasks.storage.merging import find_touched
from tasks.storage.parts import read_part


class Snapshot(NamedTuple):
    """Parts by table that belong together."""

    dataset: Dataset
    parts: Mapping[str, tuple[Part, ...]]

    def read(
        self, table: str, columns: Sequence[str] | None = None, doc_ids: Collection[str] | None = None
    ) -> pa.Table:
        """Rows of a table, those of some documents only when `doc_ids` is given; sorted within each bucket.

        Raises:
            UsageError: there is no such table or column, or documents do not own its rows.
            ConflictError: a part is missing or damaged.
        """
        if table not in self.parts:
            raise UsageError(f"there is no table {table}: {', '.join(self.parts)}")
        if doc_ids is None:
            return pa.concat_tables([self._read(table, part, columns) for part in self.parts[table]])
        if TABLES[table].owner != "document":
            raise UsageError(f"{table} does not belong to documents")
        parts = find_touched(self.parts[table], doc_ids) or self.parts[table][:1]
        asked = None if columns is None else [*dict.fromkeys([*columns, "doc_id"])]
        rows = pa.concat_tables([self._read(table, part, asked) for part in self.parts[table] if part in parts])
        rows = rows.filter(pc.is_in(rows["doc_id"], value_set=pa.array(list(doc_ids), pa.string())))
        return rows if columns is None else rows.select(list(columns))

    def _read(self, table: str, part: Part, columns: Sequence[str] | None) -> pa.Table:
        rows = read_part(self.dataset, table, part, columns)
        missing = [name for name in columns or () if name not in rows.column_names]
        if missing:
            raise UsageError(f"{table} has no column {', '.join(missing)}: see `onrecord describe {table}`")
        return rows


def to_snapshot(dataset: Dataset, manifest: Manifest) -> Snapshot:
    """The tables of a version."""
    return Snapshot(dataset, manifest.parts)


def read_snapshot(dataset: Dataset, version: int | None = None) -> Snapshot:
    """The tables of a version, of the newest when None.

    Raises:
        UsageError: there is no such version.
    """
    return to_snapshot(dataset, read_version(dataset, version))


def read_table(
    dataset: Dataset,
    manifest: Manifest,
    name: str,
    columns: Sequence[str] | None = None,
    doc_ids: Collection[str] | None = None,
) -> pa.Table:
    """Rows of a table of a version; see Snapshot.read."""
    return to_snapshot(dataset, manifest).read(name, columns, doc_ids)
