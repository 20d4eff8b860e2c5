from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.arrow import to_arrow, to_schema
from expectations.bookkeeping import CHECKS
from expectations.rows import Row
from expectations.suites import suite
from expectations.tables import TABLES
from tasks.quality.validate import Failure, Validation, to_check_rows, validate_dataset, validate_tables
from tests.rows import Rows, blank, to_tables, valid_rows
from tests.tasks.quality.breaking import Break, break_rows, breaks

BREAKS = breaks()
SEVERITIES = {
    (each.table, each.name): each.severity
    for table in TABLES.values()
    for scope in ("document", "dataset")
    for each in suite(table, scope)
}


class Judged(NamedTuple):
    """Every break in a copy of the valid rows of its own, all copies judged at once; the last copy is whole."""

    validations: list[Validation]
    copies: list[Rows]

    @property
    def failures(self) -> list[Failure]:
        return [failure for validation in self.validations for failure in validation.failures]


@pytest.fixture(scope="module")
def judged() -> Judged:
    untouched = Break("documents", "", 0, {})
    copies = [break_rows(each, copy) for copy, each in enumerate([*BREAKS, untouched])]
    rows: Rows = {name: [row for copy in copies for row in copy[name]] for name in copies[0]}
    tables = to_tables(rows)
    documents = {name: table for name, table in tables.items() if TABLES[name].owner == "document"}
    return Judged([validate_tables(documents), validate_dataset(tables)], copies)


def rules_broken_by(judged: Judged, table: str, row: Row) -> set[str]:
    identity = (row[TABLES[table].key], row.get("doc_id"))
    return {each.rule for each in judged.failures if each.table == table and (each.key, each.doc_id) == identity}


@pytest.mark.parametrize("copy", range(len(BREAKS)), ids=[f"{b.table}-{b.rule}-{i}" for i, b in enumerate(BREAKS)])
def test_a_change_breaks_the_expectation(judged: Judged, copy: int) -> None:
    broken = BREAKS[copy]
    assert broken.rule in rules_broken_by(judged, broken.table, judged.copies[copy][broken.table][broken.row])


def test_valid_rows_break_nothing(judged: Judged) -> None:
    rows = [(name, row) for name, rows in judged.copies[-1].items() for row in rows]
    assert {rule for name, row in rows for rule in rules_broken_by(judged, name, row)} == set()


def test_every_expectation_has_a_row_that_breaks_it() -> None:
    judged_tables = valid_rows().keys()
    assert {(each.table, each.rule) for each in BREAKS} == {each for each in SEVERITIES if each[0] in judged_tables}


def test_failures_carry_the_severity_of_their_expectation(judged: Judged) -> None:
    assert {each.severity for each in judged.failures} == {"critical", "warning"}
    assert all(each.severity == SEVERITIES[each.table, each.rule] for each in judged.failures)


def test_a_reason_shows_what_was_seen(judged: Judged) -> None:
    copy = next(i for i, each in enumerate(BREAKS) if each.rule == "unplaced_has_no_date" and len(each.change) == 2)
    (failure,) = [each for each in judged.failures if each.doc_id == f"two~{copy}"]
    assert failure.reason == (
        "every row of times must have no date while its status is needs_anchor, "
        "but status is 'needs_anchor', date_from is 2020-01-01, date_to is 2020-01-01"
    )


def test_checks_are_rows_of_the_table_and_count_the_failures(judged: Judged) -> None:
    rows = [row for each in judged.validations for row in to_check_rows(each.checks, "run-1")]
    assert to_arrow(CHECKS, rows).num_rows == len({row["check_id"] for row in rows}) == len(rows)
    counted = {(row["table"], row["expectation"]): row["unexpected_count"] for row in rows if not row["success"]}
    failed = [(each.table, each.rule) for each in judged.failures]
    assert counted == {each: failed.count(each) for each in set(failed)}


def test_a_dataset_is_judged_where_its_parts_lie(tmp_path: Path) -> None:
    tables = to_tables(valid_rows())
    rows = tables["entities"].to_pylist()
    tables["entities"] = to_arrow(TABLES["entities"], [row for row in rows if row["name"] != "Oslo"])
    for name, table in tables.items():
        pq.write_table(table, tmp_path / f"{name}.parquet")
    failures = validate_dataset({name: [str(tmp_path / f"{name}.parquet")] for name in tables}).failures
    assert {(each.table, each.rule) for each in failures} == {
        ("mentions", "entity_id_resolves"),
        ("roles", "organisation_id_resolves"),
        ("event_mentions", "place_id_resolves"),
    }


def test_no_rows_break_nothing() -> None:
    empty = {name: to_schema(table).empty_table() for name, table in TABLES.items()}
    documents = {name: table for name, table in empty.items() if TABLES[name].owner == "document"}
    assert validate_tables(documents).failures == validate_dataset(empty).failures == []


@pytest.mark.parametrize(("n_failed", "n_annotated", "is_refused"), [(9, 0, False), (10, 9, True), (10, 10, False)])
def test_an_extractor_that_breaks_on_most_documents_is_not_published(
    n_failed: int, n_annotated: int, is_refused: bool
) -> None:
    failed = [
        blank("quarantine", quarantine_id=f"q-{n}", rule="extractor_failed", reason="KeyError") for n in range(n_failed)
    ]
    annotated = [blank("documents", doc_id=f"doc-{n}", is_annotated=True) for n in range(n_annotated)]
    rows = {"quarantine": failed, "documents": annotated}
    tables = {name: pa.Table.from_pylist(rows[name], to_schema(TABLES[name])) for name in rows}
    broken = {each.rule for each in validate_dataset(tables).critical}
    assert broken == ({"extractor_copes_with_most"} if is_refused else set())
