"""Directories that readers open: versions/NNNNNN with hard links to the parts, and versions/latest.

A directory is built beside its place and renamed, so it is there as a whole or not at all.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from expectations.errors import ConflictError
from tasks.storage.dataset import Dataset, read_object
from tasks.storage.manifests import Manifest, Part, list_versions, read_manifest
from tasks.storage.package import part_name, to_checksums, to_datapackage, to_readme, to_views
from tasks.storage.parts import part_path

REPORT = "report.html"
Place = Callable[[str, Part, Path], None]


def version_directory(root: Path, version: int) -> Path:
    """Directory of a version."""
    return root / "versions" / f"{version:06d}"


def materialise(dataset: Dataset, manifest: Manifest, report: bytes | None = None) -> Manifest:
    """Make the directory of a version unless it is there, and let `latest` point to the newest; local disks only."""
    if dataset.root is not None:
        if not version_directory(dataset.root, manifest.version).exists():
            build_version(dataset, dataset.root, manifest, report)
        point_latest(dataset, dataset.root)
    return manifest


def complete_versions(dataset: Dataset) -> list[int]:
    """Make the directories that killed runs left out; return their versions."""
    if dataset.root is None:
        return []
    versions = list_versions(dataset)
    missing = [each for each in versions if not version_directory(dataset.root, each).exists()]
    for version in missing:
        build_version(dataset, dataset.root, read_manifest(dataset, version), None)
    if versions:
        point_latest(dataset, dataset.root)
    return missing


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
    schemas = {table: _read_schema(dataset, table, parts[0]) for table, parts in manifest.parts.items()}
    (directory / "README.md").write_text(to_readme(manifest), "utf-8")
    (directory / "datapackage.json").write_text(to_datapackage(manifest, schemas), "utf-8")
    (directory / "views.sql").write_text(to_views(manifest), "utf-8")
    (directory / "checksums.sha256").write_text(to_checksums(manifest), "utf-8")


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


def write_report(dataset: Dataset, version: int, content: bytes) -> Path | None:
    """Add report.html to the directory of a version, or replace it; None where there are no directories."""
    if dataset.root is None:
        return None
    path = version_directory(dataset.root, version) / REPORT
    beside = path.with_name(f".{REPORT}.{uuid4().hex[:8]}")
    beside.write_bytes(content)
    return beside.replace(path)
