"""Rows in the words of their document, for people to judge."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from expectations.rows import Row
from expectations.suites import Expectation
from expectations.tables import TABLES
from tasks.quality.validate import Failure

_AROUND = 90
Place: TypeAlias = tuple[str, str | None]  # table and key of a row


class Passage(NamedTuple):
    """A stretch of a document with what stands around it."""

    before: str
    surface: str
    after: str


class Example(NamedTuple):
    """A row that breaks an expectation; `passage` is None where the row or its document has no text."""

    key: str | None
    doc_id: str | None
    reason: str
    passage: Passage | None


def to_passage(text: str, start: int, end: int, around: int = _AROUND) -> Passage:
    """Cut a stretch out of a text; what stands around it is cut at white space."""
    before = text[max(0, start - around) : start]
    after = text[end : end + around]
    if start > around and " " in before:
        before = "…" + before[before.index(" ") :]
    if end + around < len(text) and " " in after:
        after = after[: after.rindex(" ") + 1] + "…"
    return Passage(before, text[start:end], after)


def find_examples(
    failures: Iterable[Failure],
    expectations: Mapping[tuple[str, str], Expectation],
    tables: Mapping[str, pa.Table],
    n: int,
) -> dict[tuple[str, str], list[Example]]:
    """The first `n` failures of each expectation, by table and rule; `tables` hold what was accepted and quarantine."""
    ordered = sorted(failures, key=lambda each: (each.table, each.rule, each.doc_id or "", each.key or ""))
    grouped = [(key, list(group)[:n]) for key, group in groupby(ordered, key=lambda each: (each.table, each.rule))]
    shown = [failure for _, group in grouped for failure in group]
    rows = find_rows(
        tables, {(each.table, each.key) for each in shown} | {("documents", each.doc_id) for each in shown}
    )
    return {key: [_to_example(each, expectations[key], rows) for each in group] for key, group in grouped}


def find_rows(tables: Mapping[str, pa.Table], wanted: set[Place]) -> dict[Place, Row]:
    """Rows by table and key, from the tables or from what stands in quarantine for them."""
    found: dict[Place, Row] = {}
    for name in {table for table, _ in wanted} & tables.keys():
        keys = pa.array([key for table, key in wanted if table == name and key is not None], pa.string())
        column = TABLES[name].key
        rows = tables[name].filter(pc.is_in(tables[name][column], value_set=keys)).to_pylist()
        found |= {(name, row[column]): row for row in rows}
    for row in tables["quarantine"].select(["table", "row_key", "payload"]).to_pylist():
        place = (row["table"], row["row_key"])
        if place in wanted and row["payload"] is not None:
            found.setdefault(place, json.loads(row["payload"]))
    return found


def _to_example(failure: Failure, expectation: Expectation, rows: Mapping[Place, Row]) -> Example:
    row = rows.get((failure.table, failure.key), {})
    text = rows.get(("documents", failure.doc_id), {}).get("text")
    start, end = (row.get(name) for name in _offsets(expectation))
    if text is None or start is None or end is None or not 0 <= start <= end:
        return Example(failure.key, failure.doc_id, failure.reason, None)
    return Example(failure.key, failure.doc_id, failure.reason, to_passage(text, start, end))


def _offsets(expectation: Expectation) -> tuple[str, str]:
    """Columns that hold the offsets of what an expectation is about: those it names, else those of the row."""
    slices = [(column, column.slices) for column in TABLES[expectation.table].columns if column.slices]
    about = [pair for column, pair in slices if {column.name, *pair} & set(expectation.columns)]
    return next(iter([*about, *(pair for _, pair in slices), ("", "")]))


def spread(rows: Sequence[Row], n: int) -> Iterator[Row]:
    """At most `n` of the rows, evenly spread over all of them."""
    return (rows[index * len(rows) // n] for index in range(n)) if len(rows) > n else iter(rows)
