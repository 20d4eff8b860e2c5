"""What versions there are, how they differ, how to go back."""

import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from expectations.errors import UsageError
from tasks.storage.dataset import Dataset, read_named_by_content
from tasks.storage.manifests import Manifest, Part, create_manifest, list_versions, read_latest, read_manifest
from tasks.storage.parts import part_path
from tasks.storage.reading import to_snapshot
from tasks.storage.versions import REPORT, fill_directory, materialise, read_report

# What tells whether a document is another one than before.
_IDENTITY = ["doc_id", "content_sha256", "metadata_sha256", "fingerprint"]


class Difference(NamedTuple):
    """From one version to another: document ids, sorted, and rows by table before and after."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    rows: Mapping[str, tuple[int, int]]


def read_history(dataset: Dataset) -> list[Manifest]:
    """Manifests of all versions, the oldest first."""
    return [read_manifest(dataset, version) for version in list_versions(dataset)]


def diff(dataset: Dataset, before: int, after: int) -> Difference:
    """Documents that came, changed or went between two versions; only parts that differ are read.

    Raises:
        UsageError: there is no such version.
    """
    old, new = read_manifest(dataset, before), read_manifest(dataset, after)
    first, second = _read_documents(dataset, old, new), _read_documents(dataset, new, old)
    both = first.keys() & second.keys()
    tables = dict.fromkeys([*old.counts, *new.counts])
    return Difference(
        added=tuple(sorted(second.keys() - both)),
        changed=tuple(sorted(doc_id for doc_id in both if first[doc_id] != second[doc_id])),
        removed=tuple(sorted(first.keys() - both)),
        rows={name: (old.counts.get(name, 0), new.counts.get(name, 0)) for name in tables},
    )


def _read_documents(dataset: Dataset, manifest: Manifest, other: Manifest) -> dict[str, tuple[str | None, ...]]:
    """Identity of the documents in parts that the other version does not have."""
    parts = tuple(part for part in manifest.parts["documents"] if part not in other.parts["documents"])
    if not parts:
        return {}
    snapshot = to_snapshot(dataset, manifest)._replace(parts={"documents": parts})
    rows = snapshot.read("documents", _IDENTITY).to_pylist()
    return {row["doc_id"]: tuple(row[name] for name in _IDENTITY[1:]) for row in rows}


def rollback(dataset: Dataset, version: int, run_id: str) -> Manifest | None:
    """Publish the tables of an earlier version as a new one; None when the newest has them already.

    Raises:
        UsageError: there is no such version.
    """
    wanted = read_manifest(dataset, version)
    while (latest := read_latest(dataset)) is not None and latest.parts != wanted.parts:
        manifest = Manifest(
            version=latest.version + 1,
            parent=latest.version,
            run_id=run_id,
            fingerprint=wanted.fingerprint,
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            schemas=wanted.schemas,
            parts=wanted.parts,
            restores=version,
        )
        if create_manifest(dataset, manifest):
            return materialise(dataset, manifest, read_report(dataset, version))
    return None


def checkout(dataset: Dataset, version: int, directory: Path) -> Manifest:
    """Copy a version into a new or empty directory, which then needs nothing of the dataset.

    Raises:
        UsageError: there is no such version, or the directory holds something.
        ConflictError: a part is missing or damaged.
    """
    manifest = read_manifest(dataset, version)
    make_room(directory)
    try:
        fill_directory(dataset, manifest, directory, place_copies(dataset))
    except BaseException:
        shutil.rmtree(directory, ignore_errors=True)
        raise
    report = read_report(dataset, version)
    if report is not None:
        (directory / REPORT).write_bytes(report)
    return manifest


def make_room(directory: Path) -> None:
    """Make sure that a directory can be made at a place where nothing is overwritten; what is empty there goes.

    Raises:
        UsageError: there is a file, or a directory that holds something, or no directory can be made.
    """
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise UsageError(f"{directory} is there and not empty: choose another place")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        directory.rmdir()
    except OSError as error:
        raise UsageError(f"{directory} cannot be made ({error.strerror}): choose another place") from error


def place_copies(dataset: Dataset) -> Callable[[str, Part, Path], None]:
    """How to put a part at a path as a file of its own."""

    def place(table: str, part: Part, path: Path) -> None:
        path.write_bytes(read_named_by_content(dataset, part_path(table, part.sha256), part.sha256))

    return place
