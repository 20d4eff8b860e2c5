import json
import subprocess
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from expectations.tables import TABLES
from tasks.storage import merging, versions
from tasks.storage.dataset import Dataset
from tasks.storage.manifests import read_latest
from tasks.storage.reading import read_snapshot
from tasks.storage.versions import complete_versions, write_report
from tests.tasks.storage.example import put_documents

NEWS = {f"doc-{i}": "Rome Paris" for i in range(30)}


@pytest.fixture
def latest(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(merging, "BUCKET_LIMITS", {"document": 4, "dataset": 4, "run": 99, "person": 99})
    put_documents(dataset, NEWS)
    assert dataset.root
    return dataset.root / "versions" / "latest"


@pytest.mark.parametrize("table", list(TABLES))
def test_pandas_duckdb_and_polars_see_the_same_rows(dataset: Dataset, latest: Path, table: str) -> None:
    key = TABLES[table].key
    expected = sorted(read_snapshot(dataset).read(table)[key].to_pylist())
    frame = pd.read_parquet(latest / table)
    assert list(frame.columns) == [column.name for column in TABLES[table].columns]
    assert sorted(frame[key]) == expected
    found = duckdb.connect().sql(f"SELECT {key} FROM read_parquet('{latest}/{table}/*.parquet')").fetchall()
    assert sorted(each for (each,) in found) == expected
    assert sorted(pl.read_parquet(latest / table / "*.parquet")[key]) == expected


def test_files_carry_the_meaning_of_their_columns(latest: Path) -> None:
    schema = pq.read_schema(next((latest / "quotes").iterdir()))
    assert schema.field("speaker_name").metadata[b"description"]
    assert b"pandas" not in (schema.metadata or {})


def test_the_checksums_hold(latest: Path) -> None:
    done = subprocess.run(["sha256sum", "-c", "checksums.sha256"], cwd=latest, capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.count(": OK") == sum(1 for _ in latest.glob("*/*.parquet"))


def test_the_views_are_the_tables(dataset: Dataset, latest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(latest)
    connection = duckdb.connect()
    connection.execute((latest / "views.sql").read_text())
    counts = read_snapshot(dataset).parts
    for table in TABLES:
        rows = connection.sql(f"SELECT count(*) FROM {table}").fetchall()
        assert rows == [(sum(part.rows for part in counts[table]),)]


def test_the_data_package_describes_the_files(latest: Path) -> None:
    package = json.loads((latest / "datapackage.json").read_text())
    resources = {each["name"]: each for each in package["resources"]}
    assert set(resources) == set(TABLES)
    for name, resource in resources.items():
        assert all((latest / path).exists() for path in resource["path"])
        assert [field["name"] for field in resource["schema"]["fields"]] == [c.name for c in TABLES[name].columns]
        assert resource["schema"]["primaryKey"] == TABLES[name].key
    fields = {field["name"]: field for field in resources["quotes"]["schema"]["fields"]}
    assert fields["kind"]["constraints"]["enum"] == ["direct", "indirect", "mixed"]
    assert fields["spans"]["type"] == "array" and fields["start"]["type"] == "integer"
    assert {"fields": "doc_id", "reference": {"resource": "documents", "fields": "doc_id"}} in resources["quotes"][
        "schema"
    ]["foreignKeys"]


def test_the_readme_names_every_table_and_its_rows(latest: Path) -> None:
    readme = (latest / "README.md").read_text()
    assert "| documents | ingested text | 30 |" in readme
    assert all(f"| {name} |" in readme for name in TABLES)


def test_latest_is_relative_so_that_the_dataset_may_move(dataset: Dataset, latest: Path, tmp_path: Path) -> None:
    assert dataset.root
    assert str(latest.readlink()) == "000001"
    moved = dataset.root.rename(tmp_path / "moved")
    assert len(pd.read_parquet(moved / "versions" / "latest" / "documents")) == 30


def test_parts_are_linked_not_copied(dataset: Dataset, latest: Path) -> None:
    assert dataset.root
    part = read_snapshot(dataset).parts["quotes"][0]
    linked = latest / "quotes" / f"{part.bucket}-{part.sha256[:8]}.parquet"
    assert linked.samefile(dataset.root / "parts" / "quotes" / f"{part.sha256}.parquet")


def test_where_links_cannot_be_there_are_copies(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(versions.os, "link", refuse)
    put_documents(dataset, NEWS)
    assert dataset.root
    assert len(pd.read_parquet(dataset.root / "versions" / "latest" / "documents")) == 30


def test_a_published_version_never_changes(dataset: Dataset, latest: Path) -> None:
    before = {path: path.read_bytes() for path in latest.resolve().rglob("*") if path.is_file()}
    put_documents(dataset, {"doc-1": "Oslo", "doc-99": "Lima"}, "second")
    put_documents(dataset, {}, "third", removed=frozenset(NEWS))
    assert {path: path.read_bytes() for path in before} == before
    assert str(latest.readlink()) == "000003"


def test_a_missing_directory_is_made_by_the_next_run(dataset: Dataset, latest: Path) -> None:
    latest.resolve().rename(latest.parent / ".aside")
    latest.unlink()
    assert complete_versions(dataset) == [1]
    assert len(pd.read_parquet(latest / "documents")) == 30
    assert complete_versions(dataset) == []


def test_the_report_lies_in_the_version(dataset: Dataset, latest: Path) -> None:
    assert (latest / "report.html").read_bytes() == b"<p>version 1</p>"
    write_report(dataset, 1, b"better")
    assert (latest / "report.html").read_bytes() == b"better"
    assert read_latest(dataset)
