"""Folders of running and interrupted runs: work/<run_id>/, always on a local disk."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from expectations.errors import ConflictError, UsageError
from tasks.storage.dataset import Dataset, Stored, list_objects, open_dataset

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def work_folder(dataset: Dataset) -> Path:
    """Where the runs of a dataset work: work/ in its directory, for an object store one in the user's cache."""
    if dataset.root is not None:
        return dataset.root / "work"
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return caches / "onrecord" / sha256(dataset.location.encode()).hexdigest()[:16] / "work"


def list_work(dataset: Dataset, run_id: str = "") -> list[Stored]:
    """Files of all runs at work, or of one; paths begin with work/<run_id>/."""
    return list_objects(open_dataset(work_folder(dataset).parent), f"work/{run_id}")


def list_runs_at_work(dataset: Dataset) -> list[str]:
    """Runs that are not over: they go on, or they were interrupted."""
    return sorted({each.path.split("/")[1] for each in list_work(dataset)})


def remove_work(dataset: Dataset, run_id: str) -> None:
    """Forget a run that is over.

    Raises:
        UsageError: no run can have that name.
    """
    if not _NAME.fullmatch(run_id):
        raise UsageError(f"{run_id!r} names no run: it takes letters, digits, '-', '_' and '.'")
    shutil.rmtree(work_folder(dataset) / run_id, ignore_errors=True)


@contextmanager
def hold_work(dataset: Dataset, run_id: str) -> Iterator[None]:
    """Keep the folder of a run to this process until it is done or dies.

    Raises:
        ConflictError: another process is at the same run, or has just finished it.
    """
    with _lock(work_folder(dataset) / run_id / ".lock"):
        yield


def _lock(path: Path) -> BinaryIO:
    """A locked file; the operating system unlocks it when it is closed, also by a kill."""
    taken = ConflictError(f"another process does the same run ({path.parent.name}): run again when it is over")
    try:
        lock = path.open("wb")
    except FileNotFoundError as error:
        raise taken from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise taken from error
    return lock
