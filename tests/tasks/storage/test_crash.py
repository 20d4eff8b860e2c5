"""A run that dies at any step leaves every published version intact, and the next run completes the dataset."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tasks.storage.dataset import Dataset, open_dataset
from tasks.storage.garbage import gc
from tasks.storage.manifests import list_versions, read_latest
from tasks.storage.reading import read_snapshot
from tasks.storage.verifying import verify
from tests.tasks.storage.example import content_of, put_documents, texts_of

BEFORE = {"a": "Rome Paris", "b": "Oslo"}
AFTER = {"b": "Lima", "c": "Rome"}


Act = Callable[[Dataset], object]


class Killed(BaseException):
    """Stands for the end of the process."""


class Steps:
    """Lets `left` steps pass and fails all later ones; what the dying process tries to clean up fails too."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, act: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self.left -= 1
        if self.left < 0:
            raise Killed
        return act(*args, **kwargs)


class FailingStore:
    def __init__(self, store: Any, steps: Steps) -> None:
        self.store, self.steps = store, steps

    def put(self, *args: Any, **kwargs: Any) -> Any:
        return self.steps.take(self.store.put, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        return self.steps.take(self.store.delete, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


def fail_disk(patch: pytest.MonkeyPatch, steps: Steps) -> None:
    for name in ("link", "rename", "replace", "symlink", "mkdir"):
        patch.setattr(os, name, wrap(getattr(os, name), steps))
    for name in ("write_text", "write_bytes"):
        patch.setattr(Path, name, wrap(getattr(Path, name), steps))


def wrap(real: Callable[..., Any], steps: Steps) -> Callable[..., Any]:
    return lambda *args, **kwargs: steps.take(real, *args, **kwargs)


def do_with(act: Act, dataset: Dataset, steps: Steps) -> None:
    failing = dataset._replace(store=FailingStore(dataset.store, steps))  # type: ignore[arg-type]
    with pytest.MonkeyPatch.context() as patch:
        fail_disk(patch, steps)
        act(failing)


def kill_points(before: Path, act: Act) -> Iterator[tuple[Dataset, int]]:
    """Copies of a dataset on which something died, for every step at which it can die."""
    for point in itertools.count():
        dataset = open_dataset(shutil.copytree(before, before.with_name(f"killed-{point}"), symlinks=True))
        try:
            do_with(act, dataset, Steps(point))
        except Killed:
            yield dataset, point
        else:
            return


def test_a_run_that_dies_at_any_step(tmp_path: Path) -> None:
    undisturbed = put_documents(open_dataset(tmp_path / "undisturbed"), BEFORE | AFTER)
    put_documents(open_dataset(tmp_path / "before"), BEFORE)
    died = 0
    for dataset, point in kill_points(tmp_path / "before", lambda dataset: put_documents(dataset, AFTER, "killed")):
        assert dataset.root
        latest = dataset.root / "versions" / "latest"
        assert (latest / "documents").is_dir() and (latest / "report.html").exists(), point
        assert not verify(dataset, 1) or (read_latest(dataset) or undisturbed).version == 2, point
        assert texts_of(read_snapshot(dataset)) in (BEFORE, BEFORE | AFTER), point
        put_documents(dataset, AFTER, "second")
        completed = read_latest(dataset)
        assert completed and undisturbed and content_of(completed) == content_of(undisturbed), point
        assert verify(dataset) == [], point
        assert str(latest.readlink()) == f"{completed.version:06d}", point
        died += 1
    assert died > 40


@pytest.mark.parametrize("keep", [1, 2])
def test_a_garbage_collection_that_dies_at_any_step(tmp_path: Path, keep: int) -> None:
    before = open_dataset(tmp_path / "before")
    for number in range(3):
        put_documents(before, {"a": f"Rome{number}", "b": "Oslo"}, f"run-{number}")
    died = 0
    for dataset, point in kill_points(tmp_path / "before", lambda each: gc(each, keep, timedelta(0))):
        assert verify(dataset) == [], point
        assert texts_of(read_snapshot(dataset)) == {"a": "Rome2", "b": "Oslo"}, point
        gc(dataset, keep, timedelta(0))
        assert verify(dataset) == [] and len(list_versions(dataset)) == keep, point
        assert dataset.root and len(list((dataset.root / "versions").iterdir())) == keep + 1, point
        died += 1
    assert died > 5
