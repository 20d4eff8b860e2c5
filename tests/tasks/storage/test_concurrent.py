from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tasks.storage import publishing
from tasks.storage.dataset import Dataset, open_dataset
from tasks.storage.history import read_history
from tasks.storage.manifests import Manifest
from tasks.storage.reading import read_snapshot
from tasks.storage.verifying import verify
from tests.tasks.storage.example import content_of, put_documents, texts_of


def put_two(location: str, number: int) -> list[int]:
    dataset = open_dataset(location)
    documents = [{f"doc-{number}-{i}": f"Rome Paris{number}", "shared": "Oslo"} for i in range(2)]
    manifests = [put_documents(dataset, each, f"run-{number}-{i}") for i, each in enumerate(documents)]
    return [manifest.version for manifest in manifests if manifest]


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_publishers_at_once_lose_nothing(dataset: Dataset, kind: str, tmp_path: Path) -> None:
    executor = ThreadPoolExecutor(3) if kind == "threads" else ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    with executor:
        versions = list(executor.map(put_two, [dataset.location] * 3, range(3)))
    assert sorted(each for some in versions for each in some) == list(range(1, 7))
    expected = {f"doc-{n}-{i}": f"Rome Paris{n}" for n in range(3) for i in range(2)} | {"shared": "Oslo"}
    assert texts_of(read_snapshot(dataset)) == expected
    assert read_snapshot(dataset).read("runs").num_rows == 6
    assert verify(dataset) == []
    alone = put_documents(open_dataset(tmp_path / "alone"), expected)
    assert alone is not None and content_of(alone) == content_of(read_history(dataset)[-1])


def test_the_loser_is_staged_again_on_the_winner(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    put_documents(dataset, {"a": "Rome"})
    create, raced = publishing.create_manifest, list[Manifest | None]()

    def lose_once(own: Dataset, manifest: Manifest) -> bool:
        if not raced:
            raced.append(None)
            raced[0] = put_documents(own, {"b": "Oslo"}, "winner")
        return create(own, manifest)

    monkeypatch.setattr(publishing, "create_manifest", lose_once)
    manifest = put_documents(dataset, {"c": "Lima"}, "loser")
    assert manifest is not None and manifest.version == 3 and manifest.parent == 2
    assert texts_of(read_snapshot(dataset)) == {"a": "Rome", "b": "Oslo", "c": "Lima"}


def test_when_the_winner_did_the_same_the_loser_publishes_nothing(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = publishing.create_manifest

    def lose(own: Dataset, manifest: Manifest) -> bool:
        monkeypatch.setattr(publishing, "create_manifest", create)
        put_documents(own, {"a": "Rome"}, "winner")
        return create(own, manifest)

    monkeypatch.setattr(publishing, "create_manifest", lose)
    assert put_documents(dataset, {"a": "Rome"}, "loser") is None
    assert [manifest.run_id for manifest in read_history(dataset)] == ["winner"]
