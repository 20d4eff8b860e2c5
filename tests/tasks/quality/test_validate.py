from typing import NamedTuple

import pytest

from expectations.rows import Row
from expectations.suites import suite
from expectations.tables import TABLES
from tasks.quality.validate import Failure, Validation, validate_dataset, validate_tables
from tests.rows import Rows, to_tables, valid_rows
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
