"""Documents whose rows break a critical expectation leave, with all their rows in all tables."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from expectations.rows import Row, row_id
from expectations.tables import TABLES
from tasks.quality.validate import Failure

BYSTANDER = "document_quarantined"
_UNKNOWN: Row = {"source_uri": "", "content_sha256": "", "metadata_sha256": None, "fingerprint": ""}


class Split(NamedTuple):
    """Rows that go on and rows that were set aside; together, table by table, exactly the rows that were extracted."""

    accepted: dict[str, pa.Table]
    quarantine: list[Row]


def split(tables: Mapping[str, pa.Table], failures: Iterable[Failure], run_id: str) -> Split:
    """Separate the documents that keep every critical expectation from those that do not.

    Each row that leaves becomes one row for table quarantine, under the first rule that it broke with the reasons for
    all, or as `document_quarantined` when it only leaves with its document.
    """
    broken: dict[tuple[str, str | None, str | None], list[Failure]] = defaultdict(list)
    condemned: dict[str | None, list[Failure]] = defaultdict(list)
    for failure in failures:
        if failure.severity == "critical":
            broken[failure.table, failure.key, failure.doc_id].append(failure)
            condemned[failure.doc_id].append(failure)
    leavers = pa.array(list(condemned), pa.string())
    sources = _sources(tables["documents"], leavers)
    accepted: dict[str, pa.Table] = {}
    quarantine: list[Row] = []
    for name, rows in tables.items():
        leaves = pc.is_in(rows["doc_id"], value_set=leavers)
        accepted[name] = rows.filter(pc.invert(leaves))
        for ordinal, row in enumerate(rows.filter(leaves).to_pylist()):
            key, doc_id = row[TABLES[name].key], row["doc_id"]
            rule, reason = _judgement(broken[name, key, doc_id], condemned[doc_id])
            source = sources.get(doc_id, _UNKNOWN)
            quarantine.append(_to_row(name, ordinal, row, rule, reason) | source | {"run_id": run_id})
    return Split(accepted, quarantine)


def _to_row(table: str, ordinal: int, row: Row, rule: str, reason: str) -> Row:
    key, doc_id = row[TABLES[table].key], row["doc_id"] or ""
    return {
        "quarantine_id": row_id("qua", doc_id, table, key, ordinal),
        "table": table,
        "row_key": key or f"row {ordinal}",
        "doc_id": doc_id,
        "rule": rule,
        "reason": reason,
        "payload": json.dumps(row, ensure_ascii=False, default=str),
    }


def _judgement(own: Sequence[Failure], of_document: Sequence[Failure]) -> tuple[str, str]:
    """Rule and reason: those of the row itself, else what its document is set aside for."""
    if own:
        return own[0].rule, "; ".join(failure.reason for failure in own)
    rules = ", ".join(sorted({f"{failure.table}.{failure.rule}" for failure in of_document}))
    return (
        BYSTANDER,
        f"its document is set aside for {len(of_document)} failures of {rules}; see the rows with those rules",
    )


def _sources(documents: pa.Table, doc_ids: pa.Array) -> dict[str | None, Row]:
    """Where each of the documents came from."""
    rows = documents.filter(pc.is_in(documents["doc_id"], value_set=doc_ids)).to_pylist()
    return {row["doc_id"]: {name: row[name] or _UNKNOWN[name] for name in _UNKNOWN} for row in rows}
