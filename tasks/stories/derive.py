"""What depends on all documents of a version: tables entities and events, and which documents are near-duplicates.

The one module of this folder that knows Arrow and DuckDB: it sees a whole dataset, not a document.
"""

from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from expectations.arrow import to_schema
from expectations.rows import row_id
from expectations.tables import TABLES
from tasks.entities.gazetteer import read_gazetteer
from tasks.stories.duplicates import Signed, find_duplicates
from tasks.stories.judgements import Read, apply_judgements, overlay, read_judgements

# Which label stands for an event when as many mentions carry one as another.
_STRENGTH = (
    "confirmed", "asserted", "negated", "denied", "alleged", "hedged", "planned", "conditional", "requested", "refused",
)  # fmt: skip


def derive(read: Read) -> dict[str, pa.Table]:
    """Make tables entities and events anew, and the rows of documents that other documents or a person change.

    These are rows of documents whose `duplicate_of` has changed, and those that name an entity that was judged.
    """
    settled = apply_judgements(read)
    read = overlay(read, settled)
    made = {"entities": derive_entities(read), "events": derive_events(read), "documents": derive_documents(read)}
    return {**settled, **made}


def derive_entities(read: Read) -> pa.Table:
    """Make table entities: every entity that a document mentions or refers to."""
    return _query(
        "entities",
        mentions=read("mentions", ["doc_id", "entity_id", "entity_type", "chain_id", "form", "text"]),
        days=_days(read),
        countries=pa.concat_tables(read(name, ["entity_id", "country"]) for name in ("participants", "roles")),
        referenced=_referenced(read),
        known=_known(),
        merged=_merged(read),
    )


def derive_events(read: Read) -> pa.Table:
    """Make table events: every event that an event mention tells."""
    names = (
        "event_mention_id", "event_id", "doc_id", "act_type", "actor_id", "recipient_id", "date_from", "date_to",
        "country", "factuality", "asserter_kind", "asserter_name", "asserter_id",
    )  # fmt: skip
    strength = pa.table({"factuality": list(_STRENGTH), "rank": list(range(len(_STRENGTH)))})
    return _query("events", event_mentions=read("event_mentions", names), days=_days(read), strength=strength)


def derive_documents(read: Read) -> pa.Table:
    """Make the rows of documents whose nearest earlier twin is another than their row says."""
    documents = read("documents", ["doc_id", "published_at", "text_signature", "duplicate_of", "duplicate_similarity"])
    found = find_duplicates([_to_signed(row) for row in _rows(documents)])
    changed = {}
    for row in _rows(documents):
        duplicate = found.get(row["doc_id"])
        now = tuple(duplicate) if duplicate else (None, None)
        if now != (row["duplicate_of"], row["duplicate_similarity"]):
            changed[row["doc_id"]] = now
    rows = read("documents", None, sorted(changed)).sort_by("doc_id")
    order = rows["doc_id"].to_pylist()
    for place, name in enumerate(("duplicate_of", "duplicate_similarity")):
        field = rows.schema.field(name)
        values = pa.array([changed[doc_id][place] for doc_id in order], field.type)
        rows = rows.set_column(rows.schema.get_field_index(name), field, values)
    return rows


def _to_signed(row: Mapping[str, Any]) -> Signed:
    signature = row["text_signature"]
    return Signed(row["doc_id"], row["published_at"], bytes.fromhex(signature) if signature else None)


def _rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    """Rows one after the other, a batch in memory at a time."""
    for batch in table.to_batches(max_chunksize=1000):
        yield from batch.to_pylist()


def _days(read: Read) -> pa.Table:
    documents = read("documents", ["doc_id", "outlet", "published_at"])
    days = documents["published_at"].cast(pa.date32())
    return pa.table({"doc_id": documents["doc_id"], "outlet": documents["outlet"], "day": days})


def _referenced(read: Read) -> pa.Table:
    """Ids that rows of documents use for entities."""
    columns = [
        read(table.name, [column.name])[column.name]
        for table in TABLES.values()
        for column in table.columns
        if table.owner == "document" and column.references == "entities.entity_id"
    ]
    ids = pa.chunked_array([chunk for column in columns for chunk in column.chunks], pa.string())
    return pa.table({"entity_id": pc.unique(ids.drop_null())})


def _merged(read: Read) -> pa.Table:
    """Entities that were merged, with what became of them: their rows stay as tombstones."""
    rows = read("judgements", ["kind", "entity_id", "entity_type", "name", "becomes_id"])
    merged = rows.filter(pc.equal(rows["kind"], "merge"))
    settle = read_judgements(read).settle
    becomes = [settle(entity_id, "") for entity_id in merged["becomes_id"].to_pylist()]
    return merged.select(["entity_id", "entity_type", "name"]).append_column(
        "becomes_id", pa.array(becomes, pa.string())
    )


def _known() -> pa.Table:
    """What the gazetteer says of its entities, by the id that `resolve_entities` gives them."""
    known = {row_id("ent", "", each.kb_id, each.entity_type): each for each in read_gazetteer().values()}
    return pa.table(
        {
            "entity_id": pa.array(known, pa.string()),
            "kb_id": pa.array([each.kb_id for each in known.values()], pa.string()),
            "entity_type": pa.array([each.entity_type for each in known.values()], pa.string()),
            "name": pa.array([each.name for each in known.values()], pa.string()),
            "country": pa.array([each.country for each in known.values()], pa.string()),
            "wikipedia_title": pa.array([each.wikipedia_title or None for each in known.values()], pa.string()),
            "latitude": pa.array([each.location.latitude for each in known.values()], pa.float64()),
            "longitude": pa.array([each.location.longitude for each in known.values()], pa.float64()),
            "geonames_id": pa.array([each.location.geonames_id for each in known.values()], pa.int64()),
        }
    )


def _query(table: str, **sources: pa.Table) -> pa.Table:
    """Run the SQL that stands beside this module under the name of the table; the result has its schema."""
    sql = resources.files("tasks.stories").joinpath(f"{table}.sql").read_text("utf-8")
    with duckdb.connect() as connection:
        for name, rows in sources.items():
            connection.register(name, rows)
        rows = connection.sql(sql).to_arrow_table()
    schema = to_schema(TABLES[table])
    return pa.Table.from_arrays([rows[field.name].cast(field.type) for field in schema], schema=schema)
