"""A dataset in an object store: runs work on a local disk, and what is published lies in the store."""

from pathlib import Path

import pytest
from obstore.store import MemoryStore

from flows.dataset import build_dataset
from tasks.storage import dataset as storage
from tasks.storage.dataset import list_objects, open_dataset
from tasks.storage.garbage import gc
from tasks.storage.history import rollback
from tasks.storage.manifests import list_versions
from tasks.storage.reading import read_snapshot
from tasks.storage.verifying import verify
from tasks.storage.versions import complete_versions, read_report
from tests.flows.articles import write_articles

pytestmark = [pytest.mark.model, pytest.mark.slow, pytest.mark.usefixtures("prefect_server")]
ADDRESS = "memory:///news"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """One store behind the address, as a bucket is one for all who open it."""
    store = MemoryStore()
    monkeypatch.setattr(storage, "from_url", lambda address: store)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return store


def names(version: int) -> set[str]:
    return {each.path.split("/")[2] for each in list_objects(open_dataset(ADDRESS), f"versions/{version:06d}")}


def test_the_life_of_a_dataset_in_a_store(store: MemoryStore, tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in")
    first = build_dataset([str(inputs)], ADDRESS, workers=1)
    assert (first.version, first.place) == (1, f"{ADDRESS}/versions/000001")
    assert {"quotes", "README.md", "views.sql", "checksums.sha256", "report.html"} <= names(1)
    assert build_dataset([str(inputs)], ADDRESS, workers=1).version is None

    (inputs / "harbour.txt").write_text("Harbour reopens\n\nThe harbour of Vell opened again on Tuesday.\n", "utf-8")
    assert build_dataset([str(inputs)], ADDRESS, workers=1).version == 2
    dataset = open_dataset(ADDRESS)
    assert "harbour" not in read_snapshot(dataset, 2).read("quotes")["doc_id"].to_pylist()
    assert "harbour" in read_snapshot(dataset, 1).read("quotes")["doc_id"].to_pylist()

    assert rollback(dataset, 1, "rollback") and read_report(dataset, 3) == read_report(dataset, 1)
    store.delete("versions/000003/checksums.sha256")
    assert complete_versions(dataset) == [3] and "checksums.sha256" in names(3)
    assert gc(dataset, keep=1).versions == (1, 2) and list_versions(dataset) == [3]
    assert not names(1) and verify(dataset) == []
    assert not list((tmp_path / "cache").rglob("*.arrow"))
