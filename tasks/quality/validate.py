"""Rows judged by every expectation on them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import duckdb
import pyarrow as pa

from expectations.columns import Table
from expectations.rows import Row, row_id
from expectations.rules import Scope, Severity, rules_of
from expectations.suites import Expectation, suite
from expectations.tables import TABLES
from tasks.quality.assertions import Verdict, assert_all
from tasks.quality.relations import Source, add_texts, connect, judge

EXAMPLES = 5
SHOWN = 80


class Failure(NamedTuple):
    """A row that breaks an expectation; `key` and `doc_id` are None where the row has none."""

    table: str
    key: str | None
    doc_id: str | None
    rule: str
    severity: Severity
    reason: str


class Check(NamedTuple):
    """How an expectation came out over all rows of its table; `examples` are keys of rows that break it."""

    expectation: Expectation
    n_rows: int
    n_broken: int
    examples: tuple[str | None, ...]


class Validation(NamedTuple):
    """What was checked, and every row that failed."""

    checks: list[Check]
    failures: list[Failure]

    @property
    def critical(self) -> list[Failure]:
        """The failures that must not be published."""
        return [failure for failure in self.failures if failure.severity == "critical"]


def validate_tables(tables: Mapping[str, pa.Table]) -> Validation:
    """Judge the rows of whole documents: all their rows in the tables that documents own."""
    connection = connect(tables)
    add_texts(connection, tables)
    return _validate(connection, list(tables), "document")


def validate_dataset(sources: Mapping[str, Source]) -> Validation:
    """Judge the tables that are computed from all documents, and what all other tables say about them."""
    return _validate(connect(sources), list(sources), "dataset")


def to_check_rows(checks: Iterable[Check], run_id: str) -> list[Row]:
    """Make the rows of table checks."""
    return [_to_check_row(check, run_id) for check in checks]


def _validate(connection: duckdb.DuckDBPyConnection, names: Iterable[str], scope: Scope) -> Validation:
    checks: list[Check] = []
    failures: list[Failure] = []
    for table in (TABLES[name] for name in names):
        rows, verdicts = _judge(connection, table, scope)
        n_rows = connection.table(table.name).shape[0]
        for verdict in verdicts:
            broken = list(_failures(table, rows, verdict))
            failures.extend(broken)
            keys = tuple(failure.key for failure in broken[:EXAMPLES])
            checks.append(Check(verdict.expectation, n_rows, len(broken), keys))
    return Validation(checks, failures)


def _judge(connection: duckdb.DuckDBPyConnection, table: Table, scope: Scope) -> tuple[pa.Table, list[Verdict]]:
    """Where only rules are asked about, the rows are those that break one: the others are not worth a frame."""
    expectations, rules = suite(table, scope), rules_of(table, scope)
    if not expectations:
        return pa.table({}), []
    needed = {table.key, "doc_id", *(name for each in expectations for name in each.columns)}
    columns = [column.name for column in table.columns if column.name in needed]
    rows = judge(connection, table, columns, rules, broken_only=table.owner != scope)
    return rows, assert_all(rows.to_pandas(), expectations)


def _failures(table: Table, rows: pa.Table, verdict: Verdict) -> Iterator[Failure]:
    expectation = verdict.expectation
    for row in rows.take(pa.array(verdict.broken, pa.int64())).to_pylist():
        seen = ", ".join(f"{name} is {_show(row[name])}" for name in expectation.columns)
        reason = f"every row of {table.name} must {expectation.meaning}, but {seen}"
        yield Failure(table.name, row[table.key], row.get("doc_id"), expectation.name, expectation.severity, reason)


def _show(value: object) -> str:
    if value is None:
        return "null"
    shown = value if isinstance(value, str) else str(value)
    shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
    return repr(shown) if isinstance(value, str) else shown


def _to_check_row(check: Check, run_id: str) -> Row:
    expectation = check.expectation
    observed = {"rows": check.n_rows, "examples": check.examples, "kind": expectation.kind}
    return {
        "check_id": row_id("chk", run_id, expectation.table, expectation.name),
        "table": expectation.table,
        "expectation": expectation.name,
        "column": expectation.columns[0] if len(expectation.columns) == 1 else None,
        "severity": expectation.severity,
        "success": check.n_broken == 0,
        "observed": json.dumps(observed, ensure_ascii=False),
        "unexpected_count": check.n_broken,
        "unexpected_percent": 100 * check.n_broken / check.n_rows if check.n_rows else 0.0,
        "run_id": run_id,
    }
