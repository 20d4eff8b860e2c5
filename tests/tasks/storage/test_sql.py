import csv
import importlib.util
import json
import shutil
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from obstore.store import MemoryStore

from expectations.errors import ConflictError, UsageError
from expectations.tables import TABLES
from tasks.storage.dataset import Dataset
from tasks.storage.describing import describe, describe_table
from tasks.storage.export import export
from tasks.storage.reading import Snapshot, read_snapshot
from tasks.storage.sql import query
from tasks.storage.views import read_views
from tests.tasks.storage.example import put_documents

NEWS = {"a": "Rome Paris", "b": 'said "no", twice\nand, again'}


@pytest.fixture(params=["disk", "memory"])
def snapshot(request: pytest.FixtureRequest, dataset: Dataset) -> Snapshot:
    place = dataset if request.param == "disk" else Dataset(MemoryStore(), None, "memory://")
    put_documents(place, NEWS)
    return read_snapshot(place)


@pytest.mark.parametrize("table", list(TABLES))
def test_sql_sees_every_table_by_its_name(snapshot: Snapshot, table: str) -> None:
    rows = query(snapshot, f"SELECT * FROM {table}")
    assert rows.num_rows == snapshot.read(table).num_rows
    assert rows.column_names == snapshot.read(table).column_names


def test_sql_joins(snapshot: Snapshot) -> None:
    sql = "SELECT doc_id, count(*) AS n FROM documents JOIN mentions USING (doc_id) GROUP BY ALL ORDER BY ALL"
    assert query(snapshot, sql).to_pylist() == [{"doc_id": "a", "n": 2}, {"doc_id": "b", "n": 5}]


@pytest.mark.parametrize("sql", ["SELEC 1", "SELECT x FROM quotes", "SELECT * FROM nowhere", ""])
def test_wrong_sql_is_the_callers_fault(snapshot: Snapshot, sql: str) -> None:
    if not sql:
        assert query(snapshot, sql).num_rows == 0
        return
    with pytest.raises(UsageError, match="onrecord describe"):
        query(snapshot, sql)


def test_a_missing_part_is_not_the_callers_fault(dataset: Dataset) -> None:
    put_documents(dataset, NEWS)
    snapshot = read_snapshot(dataset)
    shutil.rmtree(Path(dataset.location) / "parts" / "quotes")
    with pytest.raises(ConflictError):
        query(snapshot, "SELECT * FROM quotes")


def test_describe(snapshot: Snapshot) -> None:
    tables = {each.name: each for each in describe(snapshot)}
    assert tables["documents"].rows == 2 and tables["documents"].row == "ingested text"
    columns = {each.name: each for each in describe_table(snapshot, "documents")}
    assert columns["title"].nulls == 2 and columns["text"].nulls == 0
    assert columns["text"].meaning == TABLES["documents"].column("text").meaning


def test_export_to_parquet_keeps_meanings(snapshot: Snapshot, tmp_path: Path) -> None:
    files = export(snapshot, "parquet", tmp_path / "out")
    assert {path.name for path in files} == {f"{name}.parquet" for name in (*TABLES, *read_views())}
    for name in TABLES:
        assert pq.read_table(tmp_path / "out" / f"{name}.parquet").equals(snapshot.read(name), check_metadata=True)


def test_export_to_csv(snapshot: Snapshot, tmp_path: Path) -> None:
    export(snapshot, "csv", tmp_path / "out")
    with (tmp_path / "out" / "documents.csv").open(newline="", encoding="utf-8") as file:
        assert {row["doc_id"]: row["text"] for row in csv.DictReader(file)} == NEWS
    with (tmp_path / "out" / "quotes.csv").open(newline="", encoding="utf-8") as file:
        assert [json.loads(row["spans"]) for row in csv.DictReader(file)] == [[{"start": 0, "end": 2}]] * 2


def test_export_to_jsonl(snapshot: Snapshot, tmp_path: Path) -> None:
    export(snapshot, "jsonl", tmp_path / "out")
    lines = (tmp_path / "out" / "documents.jsonl").read_text("utf-8").splitlines()
    assert {row["doc_id"]: row["text"] for row in map(json.loads, lines)} == NEWS


def test_export_to_duckdb(snapshot: Snapshot, tmp_path: Path) -> None:
    export(snapshot, "duckdb", tmp_path / "out")
    connection = duckdb.connect(str(tmp_path / "out" / "onrecord.duckdb"), read_only=True)
    assert dict(connection.sql("SELECT doc_id, text FROM documents").fetchall()) == NEWS
    comments = connection.sql(
        "SELECT comment FROM duckdb_columns() WHERE table_name = 'quotes' AND column_name = 'cue_lemma'"
    )
    assert comments.fetchall() == [(TABLES["quotes"].column("cue_lemma").meaning,)]


def test_export_to_delta(snapshot: Snapshot, tmp_path: Path) -> None:
    if importlib.util.find_spec("deltalake") is None:
        with pytest.raises(UsageError, match="needs deltalake"):
            export(snapshot, "delta", tmp_path / "out")
        assert not (tmp_path / "out").exists()
    else:
        export(snapshot, "delta", tmp_path / "out")
        assert (tmp_path / "out" / "quotes" / "_delta_log").is_dir()


def test_export_overwrites_nothing(snapshot: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    with pytest.raises(UsageError, match="not empty"):
        export(snapshot, "csv", tmp_path)
    with pytest.raises(UsageError, match="choose one of parquet"):
        export(snapshot, "excel", tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir() if path.name != "data"] == ["mine"]
