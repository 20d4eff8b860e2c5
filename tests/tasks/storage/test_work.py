import pytest

from expectations.arrow import to_arrow
from expectations.errors import ConflictError, UsageError
from expectations.tables import TABLES
from tasks.storage.dataset import Dataset
from tasks.storage.work import list_chunks, list_runs_at_work, read_chunks, remove_work, write_chunk
from tests.tasks.storage.example import document_rows


def rows_of(doc_id: str) -> dict[str, object]:
    return {name: to_arrow(TABLES[name], rows) for name, rows in document_rows(doc_id, "Rome Paris").items()}


def test_chunks_come_back_in_the_order_of_their_names(dataset: Dataset) -> None:
    for chunk in ("002", "001", "003"):
        write_chunk(dataset, "run", chunk, rows_of(f"doc-{chunk}"))
    assert list_chunks(dataset, "run") == ["001", "002", "003"]
    rows = read_chunks(dataset, "run", ["003", "001"], "mentions")
    assert rows["doc_id"].to_pylist() == ["doc-001"] * 2 + ["doc-003"] * 2


def test_a_table_that_no_chunk_has_is_empty(dataset: Dataset) -> None:
    write_chunk(dataset, "run", "001", rows_of("a"))
    assert read_chunks(dataset, "run", ["001"], "times").num_rows == 0
    assert read_chunks(dataset, "run", [], "times").column_names == [column.name for column in TABLES["times"].columns]


def test_a_chunk_without_its_marker_does_not_count(dataset: Dataset) -> None:
    write_chunk(dataset, "run", "001", rows_of("a"))
    dataset.store.delete("work/run/001.complete.json")
    assert list_chunks(dataset, "run") == []
    with pytest.raises(ConflictError):
        read_chunks(dataset, "run", ["001"], "mentions")
    write_chunk(dataset, "run", "001", rows_of("a"))
    assert list_chunks(dataset, "run") == ["001"]


def test_a_run_that_is_over_leaves_nothing(dataset: Dataset) -> None:
    write_chunk(dataset, "first", "001", rows_of("a"))
    write_chunk(dataset, "second", "001", rows_of("a"))
    assert list_runs_at_work(dataset) == ["first", "second"]
    remove_work(dataset, "first")
    assert list_runs_at_work(dataset) == ["second"]
    assert dataset.root and not (dataset.root / "work" / "first").exists()


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden", "a b", "é"])
def test_names_stay_below_their_folder(dataset: Dataset, name: str) -> None:
    with pytest.raises(UsageError):
        write_chunk(dataset, "run", name, {})
    with pytest.raises(UsageError):
        list_chunks(dataset, name)
