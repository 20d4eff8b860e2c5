"""Rows and ids are those of the document, whatever is read before, beside or after it."""

from collections.abc import Collection, Iterable, Sequence

import pyarrow as pa
import pytest

from expectations.arrow import to_arrow
from expectations.rows import Row
from expectations.tables import TABLES
from tasks.annotation.chunk import annotate_documents
from tasks.sources.records import Document
from tasks.stories.derive import derive
from tests.accuracy.harness import MODEL
from tests.golden.rows import read_seeds

Rows = dict[str, list[Row]]


def annotated(documents: Iterable[Document]) -> list[Rows]:
    return [each.rows for each in annotate_documents(list(documents), MODEL)]


@pytest.fixture(scope="module")
def seeds() -> list[Rows]:
    return annotated(read_seeds())


def by_id(found: list[Rows]) -> dict[str, Rows]:
    return {rows["documents"][0]["doc_id"]: rows for rows in found}


def derived(found: list[Rows]) -> dict[str, pa.Table]:
    tables = {
        name: to_arrow(table, [row for rows in found for row in rows.get(name, [])]) for name, table in TABLES.items()
    }

    def read(table: str, columns: Sequence[str] | None = None, doc_ids: Collection[str] | None = None) -> pa.Table:
        rows = tables[table]
        if doc_ids is not None:
            rows = rows.filter(pa.array([doc_id in doc_ids for doc_id in rows["doc_id"].to_pylist()], pa.bool_()))
        return rows if columns is None else rows.select(list(columns))

    return derive(read)


@pytest.mark.model
def test_rows_of_a_document_are_its_own(seeds: list[Rows]) -> None:
    assert by_id(annotated(read_seeds()[::-1])) == by_id(seeds)
    assert by_id(annotated(read_seeds()[5:6])).items() <= by_id(seeds).items()


@pytest.mark.model
def test_the_order_of_documents_does_not_show_in_the_dataset(seeds: list[Rows]) -> None:
    assert derived(seeds[::-1]) == derived(seeds)


@pytest.mark.model
@pytest.mark.parametrize("table", ["entities", "events"])
def test_ids_stay_when_documents_are_added(table: str, seeds: list[Rows]) -> None:
    key = TABLES[table].key
    few, all_of_them = derived(seeds[::2])[table], derived(seeds)[table]
    assert set(few[key].to_pylist()) < set(all_of_them[key].to_pylist())


@pytest.mark.model
def test_the_corrected_article_is_a_duplicate_of_the_first(seeds: list[Rows]) -> None:
    rows = derived(seeds)["documents"].to_pylist()
    pairs = {row["doc_id"]: row["duplicate_of"] for row in rows}
    assert pairs == {"kestermond-dock-strike-corrected": "kestermond-dock-strike"}


@pytest.mark.model
def test_two_outlets_tell_one_person(seeds: list[Rows]) -> None:
    (chairman,) = [row for row in derived(seeds)["entities"].to_pylist() if row["name"] == "Ruud Hoekzema"]
    assert chairman["n_documents"] == 3
