"""The declaration changes between two versions: a column comes, a column goes, a required column comes."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from expectations.columns import Column, Table, text
from expectations.errors import QualityGateError
from expectations.tables import TABLES
from tasks.storage import merging, publishing, staging
from tasks.storage.dataset import Dataset
from tasks.storage.history import rollback
from tasks.storage.reading import read_snapshot
from tasks.storage.sql import query
from tasks.storage.verifying import verify
from tests.tasks.storage.example import put_documents

NEWS = {f"doc-{i}": "Rome Paris" for i in range(12)}
Declare = Callable[[Table], None]


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Declare:
    """Publish from now on with another declaration of quotes."""
    monkeypatch.setattr(merging, "BUCKET_LIMITS", {"document": 4, "dataset": 99, "run": 99, "person": 99})

    def declare(table: Table) -> None:
        tables = {**TABLES, table.name: table}
        monkeypatch.setattr(staging, "TABLES", tables)
        monkeypatch.setattr(publishing, "TABLES", tables)

    return declare


def with_columns(name: str, columns: list[Column]) -> Table:
    return replace(TABLES[name], columns=tuple(columns))


def test_a_new_column_is_null_in_earlier_rows(dataset: Dataset, declare: Declare) -> None:
    new = text("dialect", "in which dialect it was said")
    put_documents(dataset, NEWS)
    declare(with_columns("quotes", [*TABLES["quotes"].columns, new]))
    assert put_documents(dataset, {}, "second") is not None
    quotes = read_snapshot(dataset).read("quotes")
    assert quotes.num_rows == 12 and quotes["dialect"].null_count == 12
    assert quotes.schema.field("dialect").metadata == {b"description": new.meaning.encode()}
    assert dataset.root
    assert "dialect" in pd.read_parquet(dataset.root / "versions" / "latest" / "quotes").columns
    assert "dialect" not in read_snapshot(dataset, 1).read("quotes").column_names
    assert verify(dataset) == []


def test_a_column_that_goes_leaves_all_parts(dataset: Dataset, declare: Declare) -> None:
    put_documents(dataset, NEWS)
    declare(with_columns("quotes", [column for column in TABLES["quotes"].columns if column.name != "medium"]))
    put_documents(dataset, {"doc-0": "Oslo"}, "second")
    assert "medium" not in read_snapshot(dataset).read("quotes").column_names
    assert query(read_snapshot(dataset, 1), "SELECT count(medium) AS n FROM quotes").to_pylist() == [{"n": 0}]


def test_a_new_required_column_needs_all_documents(dataset: Dataset, declare: Declare) -> None:
    put_documents(dataset, NEWS)
    declare(with_columns("quotes", [*TABLES["quotes"].columns, text("dialect", "which", required=True)]))
    with pytest.raises(QualityGateError, match=r"quotes.dialect .* read all documents again"):
        put_documents(dataset, {}, "second")


def test_a_rollback_over_a_change_of_columns(dataset: Dataset, declare: Declare) -> None:
    put_documents(dataset, NEWS)
    declare(with_columns("quotes", [*TABLES["quotes"].columns, text("dialect", "which")]))
    put_documents(dataset, {}, "second")
    rollback(dataset, 1, "back")
    assert "dialect" not in read_snapshot(dataset).read("quotes").column_names
    put_documents(dataset, {}, "fourth")
    assert "dialect" in read_snapshot(dataset).read("quotes").column_names
    assert verify(dataset) == []
