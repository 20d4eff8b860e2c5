"""Rows judged by every expectation on them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from expectations.columns import Table
from expectations.rows import Row, row_id
from expectations.rules import Scope, Severity
from expectations.suites import Expectation, column_suite, rule_suite
from expectations.tables import TABLES
from tasks.quality.assertions import assert_columns, assert_rules, define_batches
from tasks.quality.relations import Source, add_texts, connect, find_broken, read

if TYPE_CHECKING:
    from great_expectations.core.batch_definition import BatchDefinition

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
    success: bool
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
    tables = [TABLES[name] for name in names]
    batches = define_batches()
    judged = [each for table in tables if table.owner == scope for each in _judge_columns(batches, connection, table)]
    judged += _judge_rules(batches, connection, tables, scope)
    sizes = {table.name: connection.table(table.name).shape[0] for table in tables}
    checks = [_to_check(each, sizes[each.expectation.table]) for each in judged]
    return Validation(checks, [failure for each in judged for failure in each.broken])


class _Judgement(NamedTuple):
    expectation: Expectation
    broken: list[Failure]
    holds: bool


def _to_check(judged: _Judgement, n_rows: int) -> Check:
    keys = tuple(failure.key for failure in judged.broken[:EXAMPLES])
    return Check(judged.expectation, judged.holds, n_rows, len(judged.broken), keys)


def _judge_columns(
    batches: "BatchDefinition[Any]", connection: duckdb.DuckDBPyConnection, table: Table
) -> list[_Judgement]:
    expectations = column_suite(table)
    rows = read(connection, table, _columns(table, expectations))
    broken = assert_columns(batches, rows.to_pandas(), expectations)
    return [
        _Judgement(expectation, _to_failures(expectation, rows.take(pa.array(positions, pa.int64()))), not positions)
        for expectation, positions in zip(expectations, broken, strict=True)
    ]


def _judge_rules(
    batches: "BatchDefinition[Any]", connection: duckdb.DuckDBPyConnection, tables: Sequence[Table], scope: Scope
) -> list[_Judgement]:
    found: list[_Judgement] = []
    for table in tables:
        rules = rule_suite(table, scope)
        if rules:
            rows = find_broken(connection, table, _columns(table, rules), rules)
            broken = [_to_failures(rule, rows.filter(pc.invert(rows[rule.name]))) for rule in rules]
            found += [_Judgement(rule, failures, not failures) for rule, failures in zip(rules, broken, strict=True)]
    holds = assert_rules(batches, [(each.expectation, len(each.broken)) for each in found])
    return [each._replace(holds=held) for each, held in zip(found, holds, strict=True)]


def _columns(table: Table, expectations: Sequence[Expectation]) -> list[str]:
    """Columns that identify a row, and those that expectations are about."""
    needed = {table.key, "doc_id", *(name for each in expectations for name in each.columns)}
    return [column.name for column in table.columns if column.name in needed]


def _to_failures(expectation: Expectation, rows: pa.Table) -> list[Failure]:
    table = TABLES[expectation.table]
    failures = []
    for row in rows.to_pylist():
        seen = ", ".join(f"{name} is {_show(row[name])}" for name in expectation.columns)
        reason = f"every row of {table.name} must {expectation.meaning}, but {seen}"
        failures.append(
            Failure(table.name, row[table.key], row.get("doc_id"), expectation.name, expectation.severity, reason)
        )
    return failures


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
        "success": check.success,
        "observed": json.dumps(observed, ensure_ascii=False),
        "unexpected_count": check.n_broken,
        "unexpected_percent": 100 * check.n_broken / check.n_rows if check.n_rows else 0.0,
        "run_id": run_id,
    }
