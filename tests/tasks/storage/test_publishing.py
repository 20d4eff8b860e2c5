from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from obstore.store import MemoryStore

from expectations.columns import Owner
from expectations.errors import QualityGateError
from expectations.tables import TABLES
from tasks.storage import merging
from tasks.storage.dataset import Dataset, list_objects
from tasks.storage.manifests import list_versions, read_latest, read_manifest
from tasks.storage.publishing import publish
from tasks.storage.reading import read_snapshot, read_table
from tasks.storage.staging import Change, Staged
from tests.tasks.storage.example import (
    accept,
    change_of,
    content_of,
    derive,
    put_documents,
    texts_of,
)

NEWS = {"a": "Rome Paris", "b": "Paris Oslo", "c": "Oslo"}


def in_memory() -> Dataset:
    return Dataset(MemoryStore(), None, "memory://")


def test_the_first_version_holds_every_table(dataset: Dataset) -> None:
    manifest = put_documents(dataset, NEWS)
    assert manifest is not None and manifest.version == 1 and manifest.parent is None
    assert list(manifest.parts) == list(TABLES) == list(read_manifest(dataset, 1).parts)
    assert manifest.counts["documents"] == 3 and manifest.counts["entities"] == 3 and manifest.counts["runs"] == 1
    assert read_latest(dataset) == manifest == read_manifest(dataset, 1)


def test_an_empty_table_has_its_schema(dataset: Dataset) -> None:
    manifest = put_documents(dataset, NEWS)
    assert manifest is not None
    events = read_table(dataset, manifest, "events")
    assert events.num_rows == 0 and "event_id" in events.column_names


def test_nothing_new_publishes_nothing(dataset: Dataset) -> None:
    put_documents(dataset, NEWS)
    assert put_documents(dataset, {}) is None
    assert put_documents(dataset, {"b": NEWS["b"]}, run_id="again") is None
    assert put_documents(dataset, {}, removed=frozenset({"unknown"})) is None
    assert list_versions(dataset) == [1]


def test_nothing_at_all_is_no_version(dataset: Dataset) -> None:
    assert put_documents(dataset, {}) is None
    assert list_versions(dataset) == []


def test_a_change_replaces_the_rows_of_its_documents_in_all_tables(dataset: Dataset) -> None:
    put_documents(dataset, NEWS)
    put_documents(dataset, {"a": "Lima"}, run_id="second")
    snapshot = read_snapshot(dataset)
    assert texts_of(snapshot) == NEWS | {"a": "Lima"}
    assert snapshot.read("mentions", ["text"], ["a"])["text"].to_pylist() == ["Lima"]
    assert snapshot.read("quotes", ["speaker_id"], ["a"])["speaker_id"].to_pylist() == ["Lima"]
    assert sorted(snapshot.read("entities")["entity_id"].to_pylist()) == ["Lima", "Oslo", "Paris"]
    assert sorted(snapshot.read("runs")["run_id"].to_pylist()) == ["run", "second"]


def test_a_document_with_fewer_tables_loses_its_rows_in_the_others(dataset: Dataset) -> None:
    put_documents(dataset, NEWS)
    change = change_of({"a": "Rome"})
    only_document = Change(frozenset(), {"documents": change.rows["documents"]})
    manifest = publish(dataset, only_document, derive, accept, lambda staged: {}, run_id="r", fingerprint="f")
    assert manifest is not None
    assert read_table(dataset, manifest, "mentions", doc_ids=["a"]).num_rows == 0
    assert manifest.counts["mentions"] == 3


def test_removed_documents_leave_every_table(dataset: Dataset) -> None:
    put_documents(dataset, NEWS)
    manifest = put_documents(dataset, {}, removed=frozenset({"a", "b"}))
    assert manifest is not None
    assert texts_of(read_snapshot(dataset)) == {"c": "Oslo"}
    assert manifest.counts["mentions"] == 1 and manifest.counts["quotes"] == 1


def test_derived_rows_of_documents_replace_theirs(dataset: Dataset) -> None:
    put_documents(dataset, NEWS | {"d": "Oslo"})
    rows = read_snapshot(dataset).read("documents", ["doc_id", "duplicate_of"]).to_pylist()
    assert {row["doc_id"]: row["duplicate_of"] for row in rows} == {"a": None, "b": None, "c": None, "d": "c"}
    put_documents(dataset, {}, removed=frozenset({"c"}))
    assert read_snapshot(dataset).read("documents", doc_ids=["d"])["duplicate_of"].to_pylist() == [None]


def test_a_failed_check_publishes_nothing(dataset: Dataset) -> None:
    put_documents(dataset, NEWS)

    def refuse(staged: Staged) -> None:
        raise QualityGateError(f"version {staged.version} is not good enough")

    with pytest.raises(QualityGateError, match="version 2"):
        publish(dataset, change_of({"a": "Lima"}), derive, refuse, lambda staged: {}, run_id="r", fingerprint="f")
    assert list_versions(dataset) == [1]
    assert texts_of(read_snapshot(dataset)) == NEWS


@pytest.mark.parametrize("table", ["entities", "runs", "unknown"])
def test_a_change_fills_tables_of_documents_only(dataset: Dataset, table: str) -> None:
    change = Change(frozenset(), {table: change_of(NEWS).rows["documents"]})
    with pytest.raises(ValueError, match=table):
        publish(dataset, change, derive, accept, lambda staged: {}, run_id="r", fingerprint="f")


def test_derive_must_return_all_that_the_dataset_owns(dataset: Dataset) -> None:
    with pytest.raises(ValueError, match="entities, events"):
        publish(dataset, change_of(NEWS), lambda _: {}, accept, lambda staged: {}, run_id="r", fingerprint="f")


def test_the_order_of_rows_does_not_show(tmp_path: Path) -> None:
    manifests = []
    for reverse in (False, True):
        store = in_memory()
        documents = dict(reversed(NEWS.items())) if reverse else NEWS
        change = change_of(documents, reverse=reverse)
        manifests.append(publish(store, change, derive, accept, lambda staged: {}, run_id="r", fingerprint="f"))
    first, second = manifests
    assert first and second and first.parts == second.parts


STEPS = st.lists(
    st.dictionaries(st.sampled_from("abcdefghijklmnop"), st.sampled_from(["Rome", "Paris Oslo", "Lima Rome", ""])),
    max_size=4,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_the_same_content_has_the_same_parts_whatever_came_before(
    steps: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: dict[Owner, int] = {"document": 3, "dataset": 2, "run": 2**62, "person": 9}
    monkeypatch.setattr(merging, "BUCKET_LIMITS", limits)
    store, present = in_memory(), dict[str, str]()
    for number, step in enumerate(steps):
        put = {doc_id: text for doc_id, text in step.items() if text}
        removed = frozenset(step) - frozenset(put)
        put_documents(store, put, f"run{number}", removed)
        present = {doc_id: text for doc_id, text in (present | put).items() if doc_id not in removed}
    at_once, latest = put_documents(in_memory(), present), read_latest(store)
    if at_once is None:
        assert latest is None or not latest.counts["documents"]
    else:
        assert latest is not None and content_of(latest) == content_of(at_once)
        assert texts_of(read_snapshot(store)) == present


def test_untouched_parts_are_carried_over(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "BUCKET_LIMITS", {"document": 8, "dataset": 8, "run": 2**62, "person": 9})
    first = put_documents(dataset, {f"doc-{i}": "Rome" for i in range(100)})
    before = {each.path for each in list_objects(dataset, "parts/mentions")}
    second = put_documents(dataset, {"doc-7": "Oslo"}, "second")
    assert first is not None and second is not None
    assert len(first.parts["mentions"]) > 10
    assert len({each.path for each in list_objects(dataset, "parts/mentions")} - before) == 1
    assert len(set(second.parts["mentions"]) - set(first.parts["mentions"])) == 1


def test_rows_of_runs_are_kept_together(dataset: Dataset) -> None:
    for number in range(4):
        put_documents(dataset, {"a": f"Rome{number}"}, f"run{number}")
    latest = read_latest(dataset)
    assert latest is not None and len(latest.parts["runs"]) == 1 and latest.counts["runs"] == 4


def test_finish_may_fill_tables_of_runs_only(dataset: Dataset) -> None:
    rows = {"documents": change_of(NEWS).rows["documents"]}
    with pytest.raises(ValueError, match="documents"):
        publish(dataset, change_of(NEWS), derive, accept, lambda staged: rows, run_id="r", fingerprint="f")
    assert list_versions(dataset) == []
