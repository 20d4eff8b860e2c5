"""Folders of running and interrupted runs: work/<run_id>/."""

import fcntl
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from expectations.errors import ConflictError, UsageError
from tasks.storage.dataset import Dataset, delete_objects, list_objects

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def list_runs_at_work(dataset: Dataset) -> list[str]:
    """Runs that are not over: they go on, or they were interrupted."""
    return sorted({each.path.split("/")[1] for each in list_objects(dataset, "work")})


def remove_work(dataset: Dataset, run_id: str) -> None:
    """Forget a run that is over.

    Raises:
        UsageError: no run can have that name.
    """
    if not _NAME.fullmatch(run_id):
        raise UsageError(f"{run_id!r} names no run: it takes letters, digits, '-', '_' and '.'")
    delete_objects(dataset, [each.path for each in list_objects(dataset, f"work/{run_id}")])
    if dataset.root is not None:
        shutil.rmtree(dataset.root / "work" / run_id, ignore_errors=True)


@contextmanager
def hold_work(dataset: Dataset, run_id: str) -> Iterator[None]:
    """Keep the folder of a run to this process until it is done or dies.

    Raises:
        ConflictError: another process is at the same run, or has just finished it.
    """
    if dataset.root is None:
        raise UsageError(f"{dataset.location}: a run needs a local --data directory to work in")
    with _lock(dataset.root / "work" / run_id / ".lock"):
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
