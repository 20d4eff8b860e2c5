"""Directories that readers open: versions/NNNNNN with hard links to the parts, and versions/latest.

A directory is built beside its place and renamed, so it is there as a whole or not at all. An object store has neither
links nor renames: there versions/NNNNNN holds copies, its checksums come last, and there is no versions/latest.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from expectations.errors import ConflictError
from tasks.storage.dataset import Dataset, list_objects, read_object
from tasks.storage.manifests import Manifest, Part, list_versions, read_manifest
from tasks.storage.package import part_name, to_checksums, to_datapackage, to_readme, to_views
from tasks.storage.parts import part_path

REPORT = "report.html"
_LAST = "checksums.sha256"  # of the files of a version
Place = Callable[[str, Part, Path], None]


def version_place(version: int) -> str:
    """Path of a version in its dataset."""
    return f"versions/{version:06d}"


def version_directory(root: Path, version: int) -> Path:
    """Directory of a version."""
    return root / version_place(version)


def materialise(dataset: Dataset, manifest: Manifest, report: bytes | None = None) -> Manifest:
    """Make the directory of a version unless it is there, and let `latest` point to the newest."""
    if not _is_complete(dataset, manifest.version):
        _make_version(dataset, manifest, report)
    if dataset.root is not None:
        point_latest(dataset, dataset.root)
    return manifest


def complete_versions(dataset: Dataset) -> list[int]:
    """Make the directories that killed runs left out; return their versions."""
    versions = list_versions(dataset)
    missing = [each for each in versions if not _is_complete(dataset, each)]
    for version in missing:
        _make_version(dataset, read_manifest(dataset, version), None)
    if versions and dataset.root is not None:
        point_latest(dataset, dataset.root)
    return missing


def _is_complete(dataset: Dataset, version: int) -> bool:
    if dataset.root is not None:
        return version_directory(dataset.root, version).exists()
    return any(each.path.endswith(_LAST) for each in list_objects(dataset, version_place(version)))


def _make_version(dataset: Dataset, manifest: Manifest, report: bytes | None) -> None:
    if dataset.root is not None:
        build_version(dataset, dataset.root, manifest, report)
    else:
        _copy_version(dataset, manifest, report)


def _copy_version(dataset: Dataset, manifest: Manifest, report: bytes | None) -> None:
    place = version_place(manifest.version)
    for table, parts in manifest.parts.items():
        for part in parts:
            dataset.store.copy(part_path(table, part.sha256), f"{place}/{part_name(table, part)}")
    if report is not None:
        write_report(dataset, manifest.version, report)
    for name, content in _to_files(dataset, manifest).items():
        dataset.store.put(f"{place}/{name}", content.encode())


def build_version(dataset: Dataset, root: Path, manifest: Manifest, report: bytes | None) -> None:
    """Build the directory of a version beside its place and rename it; another run may have been faster."""
    target = version_directory(root, manifest.version)
    beside = target.with_name(f".{target.name}.{uuid4().hex[:8]}")

    def place(table: str, part: Part, path: Path) -> None:
        link_or_copy(root / part_path(table, part.sha256), path)

    try:
        fill_directory(dataset, manifest, beside, place)
        if report is not None:
            (beside / REPORT).write_bytes(report)
        rename_new(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def fill_directory(dataset: Dataset, manifest: Manifest, directory: Path, place: Place) -> None:
    """Put the parts of a version and the files that explain it into a new directory."""
    directory.mkdir(parents=True)
    for table, parts in manifest.parts.items():
        (directory / table).mkdir()
        for part in parts:
            place(table, part, directory / part_name(table, part))
    for name, content in _to_files(dataset, manifest).items():
        (directory / name).write_text(content, "utf-8")


def _to_files(dataset: Dataset, manifest: Manifest) -> dict[str, str]:
    """The files that explain a version, by name."""
    schemas = {table: _read_schema(dataset, table, parts[0]) for table, parts in manifest.parts.items()}
    return {
        "README.md": to_readme(manifest),
        "datapackage.json": to_datapackage(manifest, schemas),
        "views.sql": to_views(manifest),
        _LAST: to_checksums(manifest),
    }


def _read_schema(dataset: Dataset, table: str, part: Part) -> pa.Schema:
    return pq.read_schema(pa.BufferReader(read_object(dataset, part_path(table, part.sha256))))


def link_or_copy(source: Path, target: Path) -> None:
    """A hard link, or a copy where the file system has no links.

    Raises:
        ConflictError: there is no such file.
    """
    try:
        os.link(source, target)
    except FileNotFoundError as error:
        raise ConflictError(f"{source} is missing: run `onrecord repair`") from error
    except OSError:
        shutil.copyfile(source, target)


def rename_new(source: Path, target: Path) -> None:
    """Rename a directory; when the target is there already, leave it as it is."""
    try:
        source.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def point_latest(dataset: Dataset, root: Path) -> None:
    """Let `versions/latest` point to the newest version, also when another run publishes a newer one meanwhile."""
    latest = root / "versions" / "latest"
    while True:
        names = [version_directory(root, each).name for each in list_versions(dataset)]
        name = next((each for each in reversed(names) if (root / "versions" / each).is_dir()), None)
        if name is None or (latest.is_symlink() and str(latest.readlink()) == name):
            return
        beside = latest.with_name(f".latest.{uuid4().hex[:8]}")
        beside.symlink_to(name)
        beside.replace(latest)


def write_report(dataset: Dataset, version: int, content: bytes) -> None:
    """Add report.html to a version, or replace it."""
    dataset.store.put(f"{version_place(version)}/{REPORT}", content)


def read_report(dataset: Dataset, version: int) -> bytes | None:
    """Return report.html of a version; None when it has none."""
    try:
        return bytes(dataset.store.get(f"{version_place(version)}/{REPORT}").bytes())
    except FileNotFoundError:
        return None
