"""Human judgements on who an entity is, applied to the rows of documents that name it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from expectations.rows import Row, row_id
from expectations.tables import TABLES

# Columns by table that name entities in the rows of documents.
_REFERENCES = {
    table.name: [column.name for column in table.columns if column.references == "entities.entity_id"]
    for table in TABLES.values()
    if table.owner == "document"
}


class Read(Protocol):
    """Reads rows of a table: some columns of it, or those of some documents."""

    def __call__(
        self, table: str, columns: Sequence[str] | None = None, doc_ids: Collection[str] | None = None
    ) -> pa.Table:
        """Return the rows."""


class Judgements(NamedTuple):
    """What entities became: everywhere, and in single documents."""

    merged: Mapping[str, str]
    split: Mapping[tuple[str, str], str]

    def settle(self, entity_id: str | None, doc_id: str) -> str | None:
        """Return the entity that an id stands for in a document."""
        seen: set[str] = set()
        while entity_id is not None and entity_id not in seen:
            seen.add(entity_id)
            entity_id = self.split.get((entity_id, doc_id)) or self.merged.get(entity_id, entity_id)
        return entity_id


def read_judgements(read: Read) -> Judgements:
    """Read what was judged."""
    rows = read("judgements", ["kind", "entity_id", "doc_id", "becomes_id"]).to_pylist()
    return Judgements(
        {row["entity_id"]: row["becomes_id"] for row in rows if row["kind"] == "merge"},
        {(row["entity_id"], row["doc_id"]): row["becomes_id"] for row in rows if row["kind"] == "split"},
    )


def apply_judgements(read: Read) -> dict[str, pa.Table]:
    """Make the rows anew, by table, of the documents in which a judged entity is named."""
    judgements = read_judgements(read)
    judged = pa.array(sorted({*judgements.merged, *(entity_id for entity_id, _ in judgements.split)}), pa.string())
    found = {}
    for table, columns in _REFERENCES.items():
        if columns and len(judged):
            doc_ids = _find_documents(read(table, ["doc_id", *columns]), columns, judged)
            if doc_ids:
                found[table] = _settle(read(table, None, doc_ids), columns, judgements)
    return found


def overlay(read: Read, rows: Mapping[str, pa.Table]) -> Read:
    """Read as if `rows` stood already where the rows of their documents stand."""

    def read_over(table: str, columns: Sequence[str] | None = None, doc_ids: Collection[str] | None = None) -> pa.Table:
        if table not in rows:
            return read(table, columns, doc_ids)
        asked = None if columns is None else [*dict.fromkeys([*columns, "doc_id"])]
        below, over = read(table, asked, doc_ids), rows[table]
        if doc_ids is not None:
            over = over.filter(pc.is_in(over["doc_id"], value_set=pa.array(list(doc_ids), pa.string())))
        kept = below.filter(pc.invert(pc.is_in(below["doc_id"], value_set=pc.unique(rows[table]["doc_id"]))))
        both = pa.concat_tables([kept, over.select(below.column_names)])
        return both if columns is None else both.select(list(columns))

    return read_over


def _find_documents(rows: pa.Table, columns: Sequence[str], judged: pa.Array) -> list[str]:
    found: set[str] = set()
    for column in columns:
        found.update(rows["doc_id"].filter(pc.is_in(rows[column], value_set=judged)).to_pylist())
    return sorted(found)


def _settle(rows: pa.Table, columns: Sequence[str], judgements: Judgements) -> pa.Table:
    before = rows.to_pylist()
    after = [row | {name: judgements.settle(row[name], row["doc_id"]) for name in columns} for row in before]
    if "event_id" in rows.column_names:
        moved = {old["event_id"]: new for pair in zip(before, after, strict=True) for old, new in _move_event(*pair)}
        after = [row | {"event_id": moved.get(row["event_id"], row["event_id"])} for row in after]
    return pa.Table.from_pylist(after, schema=rows.schema)


def _move_event(old: Row, new: Row) -> Iterator[tuple[Row, str]]:
    """Yield the id that an event has with its new parties, if its old ones made its id (see tasks.stories.events)."""
    for first, second in (("actor_id", "recipient_id"), ("recipient_id", "actor_id")):
        if old["event_id"] == _to_event_id(old, first, second):
            yield old, _to_event_id(new, first, second)


def _to_event_id(row: Row, first: str, second: str) -> str:
    return row_id("eve", "", row["act_type"], row[first], row[second], row["date_from"])
