"""A change on top of a version: everything is written, nothing is visible."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pyarrow as pa

from expectations.arrow import to_schema
from expectations.columns import Owner, Table
from expectations.tables import TABLES
from tasks.storage.dataset import Dataset, read_object
from tasks.storage.manifests import Manifest, Part
from tasks.storage.merging import keys_of, merge, replace
from tasks.storage.parts import part_path, schema_digest
from tasks.storage.reading import Snapshot

# Computes what depends on all documents: every table that the dataset owns, and where rows of a table that documents
# own must change too (duplicate_of, ids of entities that a person judged), the rows of those documents in that table.
Derive = Callable[[Snapshot], Mapping[str, pa.Table]]


class Change(NamedTuple):
    """What a run brings.

    replaced  documents whose rows vanish from all tables that documents own; a document with new rows is one of them
    rows      new rows by table, of tables that documents own, or persons
    """

    replaced: frozenset[str]
    rows: Mapping[str, pa.Table]


class Staged(NamedTuple):
    """A version that is written and not yet committed."""

    parent: Manifest | None
    snapshot: Snapshot

    @property
    def version(self) -> int:
        """The number that it will have."""
        return self.parent.version + 1 if self.parent else 1

    @property
    def changes_nothing(self) -> bool:
        """Whether every table has the rows of the parent; without a parent, whether there is no row."""
        if self.parent is None:
            return not any(part.rows for parts in self.snapshot.parts.values() for part in parts)
        return self.snapshot.parts == self.parent.parts


def stage(dataset: Dataset, parent: Manifest | None, change: Change, derive: Derive) -> Staged:
    """Merge a change into a version and derive the rest; this writes parts that nobody sees yet.

    Raises:
        ValueError: the change or `derive` brings rows of a table that is not its to fill.
        ConflictError: a part of the parent is missing or damaged.
    """
    merged = Snapshot(dataset, _merge_change(dataset, parent, change))
    derived = derive(merged)
    _require(derived, "document", "dataset")
    missing = {table.name for table in TABLES.values() if table.owner == "dataset"} - derived.keys()
    if missing:
        raise ValueError(f"derive must return {', '.join(sorted(missing))}")
    parts = {name: _merge_derived(merged, TABLES[name], rows) for name, rows in derived.items()}
    return Staged(parent, Snapshot(dataset, {**merged.parts, **parts}))


@contextmanager
def parts_on_disk(staged: Staged) -> Iterator[dict[str, list[str]]]:
    """Paths of all parts of a staged version by table; while inside, those of an object store are on disk, too."""
    dataset, tables = staged.snapshot
    paths = {name: [part_path(name, part.sha256) for part in parts] for name, parts in tables.items()}
    with TemporaryDirectory(prefix="onrecord-") as copies:
        if dataset.root is None:
            for path in (each for found in paths.values() for each in found):
                copy = Path(copies, path)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(read_object(dataset, path))
        root = dataset.root or Path(copies)
        yield {name: [str(root / path) for path in found] for name, found in paths.items()}


def append(staged: Staged, rows: Mapping[str, pa.Table]) -> Staged:
    """Staged version with rows of the tables that runs own, after those of earlier runs."""
    _require(rows, "run")
    dataset, parts = staged.snapshot
    more = {name: merge(dataset, TABLES[name], parts[name], frozenset(), new) for name, new in rows.items()}
    return staged._replace(snapshot=Snapshot(dataset, {**parts, **more}))


def _merge_change(dataset: Dataset, parent: Manifest | None, change: Change) -> dict[str, tuple[Part, ...]]:
    _require(change.rows, "document", "person")
    gone = change.replaced.union(*(keys_of(TABLES[name], rows) for name, rows in change.rows.items()))
    return {table.name: _merge_table(dataset, parent, table, gone, change.rows) for table in TABLES.values()}


def _merge_table(
    dataset: Dataset, parent: Manifest | None, table: Table, gone: frozenset[str], rows: Mapping[str, pa.Table]
) -> tuple[Part, ...]:
    parts = parent.parts.get(table.name, ()) if parent else ()
    rewrite = not parts or (parent is not None and parent.schemas.get(table.name) != schema_digest(table))
    if table.owner != "document":
        gone = frozenset()
    new = rows.get(table.name, to_schema(table).empty_table())
    return merge(dataset, table, parts, gone, new, rewrite=rewrite)


def _merge_derived(merged: Snapshot, table: Table, rows: pa.Table) -> tuple[Part, ...]:
    if table.owner == "dataset":
        return replace(merged.dataset, table, merged.parts[table.name], rows)
    return merge(merged.dataset, table, merged.parts[table.name], frozenset(), rows)


def _require(rows: Mapping[str, pa.Table], *owners: Owner) -> None:
    """Only tables of these owners may be filled here."""
    wrong = sorted(name for name in rows if name not in TABLES or TABLES[name].owner not in owners)
    if wrong:
        raise ValueError(f"{', '.join(wrong)}: only tables owned by {' or '.join(owners)} are filled here")
