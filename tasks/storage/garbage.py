"""Garbage collection: what no kept version names and no run at work can count on."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from expectations.errors import UsageError
from tasks.storage.dataset import Dataset, Stored, delete_objects, list_objects
from tasks.storage.history import read_history
from tasks.storage.manifests import Manifest, list_versions, manifest_path
from tasks.storage.parts import part_path
from tasks.storage.raw import find_raw, raw_path
from tasks.storage.versions import version_place
from tasks.storage.work import list_runs_at_work, list_work, remove_work

GRACE = timedelta(hours=24)


class Collected(NamedTuple):
    """What was removed: version numbers, runs that were given up, other files and their size in bytes."""

    versions: tuple[int, ...]
    runs: tuple[str, ...]
    files: tuple[str, ...]
    bytes: int


def gc(dataset: Dataset, keep: int | None = None, grace: timedelta = GRACE, *, dry_run: bool = False) -> Collected:
    """Remove parts and landed bytes that no kept version names, and what killed runs left.

    Args:
        dataset: where to collect.
        keep: how many of the newest versions to keep; all when None.
        grace: files younger than this are spared, since a run may be about to commit them; a run at work that
            wrote nothing for as long is given up.
        dry_run: only say what would go.

    Raises:
        UsageError: `keep` is less than one.
        ConflictError: a kept version is damaged, so that nobody knows what it needs.
    """
    if keep is not None and keep < 1:
        raise UsageError("the newest version is always kept: --keep takes 1 or more")
    history = read_history(dataset)
    kept = history if keep is None else history[-keep:]
    dropped = [manifest.version for manifest in history if manifest not in kept]
    runs = _find_abandoned(dataset, datetime.now(UTC) - grace)
    files = _find_unnamed(dataset, kept, _oldest_work(dataset, runs) - grace)
    found = Collected(tuple(dropped), tuple(runs), tuple(each.path for each in files), sum(each.size for each in files))
    if not dry_run:
        _remove(dataset, found, datetime.now(UTC) - grace)
    return found


def _find_abandoned(dataset: Dataset, limit: datetime) -> list[str]:
    """Runs at work that wrote nothing since."""
    runs = list_runs_at_work(dataset)
    return [run for run in runs if max(each.modified for each in list_work(dataset, run)) < limit]


def _oldest_work(dataset: Dataset, abandoned: list[str]) -> datetime:
    """When the runs began that may go on: what is younger may be theirs."""
    work = (each for each in list_work(dataset) if each.path.split("/")[1] not in abandoned)
    return min((each.modified for each in work), default=datetime.now(UTC))


def _find_unnamed(dataset: Dataset, kept: list[Manifest], limit: datetime) -> list[Stored]:
    named = {part_path(name, part.sha256) for each in kept for name, parts in each.parts.items() for part in parts}
    # The bytes of a document that was set aside were landed if it is a file of its own.
    for table, column in (("documents", "raw_sha256"), ("quarantine", "content_sha256")):
        named |= set(map(raw_path, find_raw(dataset, kept, table, column)))
    stored = [*list_objects(dataset, "parts"), *list_objects(dataset, "raw")]
    return [each for each in stored if each.path not in named and each.modified < limit]


def _remove(dataset: Dataset, found: Collected, limit: datetime) -> None:
    """Manifests first: a version that loses its parts must not be there any more."""
    delete_objects(dataset, [manifest_path(version) for version in found.versions])
    if dataset.root is not None:
        _remove_directories(dataset.root / "versions", min(list_versions(dataset), default=0))
        _remove_unfinished(dataset.root, limit)
    else:
        copies = (each for version in found.versions for each in list_objects(dataset, version_place(version)))
        delete_objects(dataset, [each.path for each in copies])
    delete_objects(dataset, list(found.files))
    for run in found.runs:
        remove_work(dataset, run)


def _remove_directories(versions: Path, oldest: int) -> None:
    """Directories of dropped versions, also those that a killed collection left."""
    for path in versions.glob("[0-9]*"):
        if path.name.isdecimal() and int(path.name) < oldest:
            shutil.rmtree(path, ignore_errors=True)


def _remove_unfinished(root: Path, limit: datetime) -> None:
    """What killed runs were writing: directories beside their place, and uploads, whose names end in `#1`."""
    for path in (*root.glob("versions/.*"), *root.glob("**/*#[0-9]*")):
        if datetime.fromtimestamp(path.lstat().st_mtime, UTC) >= limit:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
