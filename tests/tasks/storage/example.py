"""A small dataset by hand: documents with sentences, mentions, quotes; entities and events counted from them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from expectations.arrow import to_arrow
from expectations.columns import Column, read_vocabulary
from expectations.rows import Row
from expectations.tables import TABLES
from tasks.storage.dataset import Dataset
from tasks.storage.manifests import Manifest
from tasks.storage.publishing import publish
from tasks.storage.raw import copy_raw
from tasks.storage.reading import Snapshot
from tasks.storage.staging import Change, Staged

VALUES: Mapping[str, Any] = {
    "text": "something",
    "offset": 0,
    "count": 1,
    "number": 0.0,
    "flag": True,
    "instant": datetime(2024, 5, 1, tzinfo=UTC),
    "texts": [],
    "spans": [{"start": 0, "end": 2}],
}


def value_of(column: Column) -> Any:
    if not column.required:
        return None
    return next(iter(read_vocabulary(column.vocabulary))) if column.vocabulary else VALUES[column.kind]


def row_of(name: str, **values: Any) -> Row:
    return {column.name: value_of(column) for column in TABLES[name].columns} | values


def document_rows(doc_id: str, text: str, n: int = 3) -> dict[str, list[Row]]:
    """Rows of one document; every word of the text mentions the entity of that name."""
    words, digest = text.split(), sha256(text.encode()).hexdigest()
    return {
        "documents": [
            row_of("documents", doc_id=doc_id, text=text, raw_sha256=digest, content_sha256=digest, fingerprint="f")
        ],
        "sentences": [
            row_of("sentences", sentence_id=f"sentence-{doc_id}-{i}", doc_id=doc_id, ordinal=i, start=n - i, end=n)
            for i in range(n)
        ],
        "mentions": [
            row_of("mentions", mention_id=f"mention-{doc_id}-{i}", doc_id=doc_id, text=word, entity_id=word)
            for i, word in enumerate(words)
        ],
        "quotes": [row_of("quotes", quote_id=f"quote-{doc_id}", doc_id=doc_id, speaker_id=words[0])],
    }


def change_of(documents: Mapping[str, str], removed: frozenset[str] = frozenset(), reverse: bool = False) -> Change:
    rows: dict[str, list[Row]] = {}
    for doc_id, text in documents.items():
        for name, more in document_rows(doc_id, text).items():
            rows.setdefault(name, []).extend(more)
    order = -1 if reverse else 1
    return Change(
        frozenset(documents) | removed,
        {name: to_arrow(TABLES[name], each[::order]) for name, each in rows.items()},
    )


def derive(snapshot: Snapshot) -> dict[str, pa.Table]:
    """Entities with their mentions counted; no events; the earliest document with the same text."""
    counts = snapshot.read("mentions", ["entity_id"])["entity_id"].value_counts().to_pylist()
    entities = [row_of("entities", entity_id=each["values"], n_mentions=each["counts"]) for each in counts]
    return {
        "entities": to_arrow(TABLES["entities"], entities),
        "events": to_arrow(TABLES["events"], []),
        "documents": find_duplicates(snapshot.read("documents")),
    }


def find_duplicates(documents: pa.Table) -> pa.Table:
    first: dict[str, str] = {}
    changed = []
    for row in sorted(documents.to_pylist(), key=lambda row: row["doc_id"]):
        earliest = first.setdefault(row["text"], row["doc_id"])
        duplicate_of = earliest if earliest != row["doc_id"] else None
        if row["duplicate_of"] != duplicate_of:
            changed.append(row | {"duplicate_of": duplicate_of})
    return to_arrow(TABLES["documents"], changed)


def accept(staged: Staged) -> None:
    """A check that finds nothing."""


def run_rows(run_id: str, staged: Staged) -> dict[str, pa.Table]:
    run = row_of("runs", run_id=run_id, version=staged.version)
    check = row_of("checks", check_id=f"check-{run_id}", run_id=run_id)
    return {"runs": to_arrow(TABLES["runs"], [run]), "checks": to_arrow(TABLES["checks"], [check])}


def land_bytes(dataset: Dataset, content: bytes) -> str:
    """Land bytes and return their digest."""
    digest = sha256(content).hexdigest()
    copy_raw(dataset, digest, BytesIO(content))
    return digest


def put_documents(
    dataset: Dataset, documents: Mapping[str, str], run_id: str = "run", removed: frozenset[str] = frozenset()
) -> Manifest | None:
    for text in documents.values():
        land_bytes(dataset, text.encode())
    return publish(
        dataset,
        change_of(documents, removed),
        derive,
        accept,
        lambda staged: run_rows(run_id, staged),
        run_id=run_id,
        fingerprint="f",
        report=lambda manifest: f"<p>version {manifest.version}</p>".encode(),
    )


def texts_of(snapshot: Snapshot) -> dict[str, str]:
    documents = snapshot.read("documents", ["doc_id", "text"])
    return dict(zip(documents["doc_id"].to_pylist(), documents["text"].to_pylist(), strict=True))


def content_of(manifest: Manifest) -> dict[str, tuple[Any, ...]]:
    """Parts of all tables that do not speak of runs."""
    return {name: parts for name, parts in manifest.parts.items() if TABLES[name].owner != "run"}


def total(column: pa.ChunkedArray) -> int:
    return int(pc.sum(column).as_py() or 0)
