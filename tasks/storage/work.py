"""Folders of running and interrupted runs: work/<run_id>/."""

import re
import shutil

from expectations.errors import UsageError
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
