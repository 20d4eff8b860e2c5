"""Is everything there that the manifests name, as it was written? And what can be put back."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from expectations.errors import ConflictError
from tasks.storage.dataset import Dataset, read_named_by_content
from tasks.storage.manifests import Manifest, Part, list_versions, manifest_path, read_manifest
from tasks.storage.package import part_name
from tasks.storage.parts import part_path
from tasks.storage.raw import find_damage, find_raw, raw_path
from tasks.storage.versions import version_directory


class Problem(NamedTuple):
    """What is wrong with a file of the dataset."""

    path: str
    reason: str


def verify(dataset: Dataset, version: int | None = None) -> list[Problem]:
    """Check every manifest, part, landed file and directory of a version, of all versions when None.

    Empty when all is well.

    Raises:
        UsageError: there is no such version.
    """
    manifests, problems = read_sound_manifests(dataset, version)
    problems += _check_chain(manifests) if version is None else []
    parts = {(name, part): None for each in manifests for name, parts in each.parts.items() for part in parts}
    problems += [problem for name, part in parts if (problem := _check_part(dataset, name, part))]
    problems += _check_landed(dataset, manifests)
    if dataset.root is not None:
        for manifest in manifests:
            problems += find_directory_problems(dataset.root, manifest)
        problems += _check_latest(dataset, dataset.root)
    return problems


def read_sound_manifests(dataset: Dataset, version: int | None = None) -> tuple[list[Manifest], list[Problem]]:
    """Manifests that can be read, and the problems of those that cannot."""
    manifests, problems = [], []
    for each in list_versions(dataset) if version is None else [version]:
        try:
            manifests.append(read_manifest(dataset, each))
        except ConflictError as error:
            problems.append(Problem(manifest_path(each), str(error)))
    return manifests, problems


def _check_chain(manifests: list[Manifest]) -> list[Problem]:
    """Each version follows the one before it; the oldest may have lost its parent to garbage collection."""
    return [
        Problem(manifest_path(after.version), f"its parent is {after.parent}, but it follows {before.version}")
        for before, after in pairwise(manifests)
        if after.parent != before.version
    ]


def _check_part(dataset: Dataset, table: str, part: Part) -> Problem | None:
    path = part_path(table, part.sha256)
    try:
        rows = pq.read_metadata(pa.BufferReader(read_named_by_content(dataset, path, part.sha256))).num_rows
    except (ConflictError, pa.ArrowInvalid) as error:
        return Problem(path, str(error))
    return None if rows == part.rows else Problem(path, f"holds {rows} rows, its manifest says {part.rows}")


def _check_landed(dataset: Dataset, manifests: list[Manifest]) -> list[Problem]:
    """The bytes that the documents were read from."""
    try:
        digests = find_raw(dataset, manifests, "documents", "raw_sha256")
    except ConflictError:  # a damaged part, which has been told of
        return []
    return [Problem(raw_path(each), damage) for each in sorted(digests) if (damage := find_damage(dataset, each))]


def find_directory_problems(root: Path, manifest: Manifest) -> list[Problem]:
    """What the directory of a version lacks, has too much or has otherwise."""
    directory = version_directory(root, manifest.version)
    if not directory.is_dir():
        return [Problem(str(directory), "is missing: run `onrecord repair`")]
    named = {part_name(name, part): (name, part) for name, parts in manifest.parts.items() for part in parts}
    there = {str(path.relative_to(directory)) for path in directory.glob("*/*")}
    problems = [Problem(str(directory / name), "does not belong here") for name in sorted(there - named.keys())]
    problems += [Problem(str(directory / name), "is missing") for name in sorted(named.keys() - there)]
    for name in sorted(there & named.keys()):
        table, part = named[name]
        if not _is_same(directory / name, root / part_path(table, part.sha256), part.sha256):
            problems.append(Problem(str(directory / name), "has other bytes than its part"))
    texts = ("README.md", "datapackage.json", "views.sql", "checksums.sha256")
    return problems + [
        Problem(str(directory / name), "is missing") for name in texts if not (directory / name).exists()
    ]


def _is_same(path: Path, part: Path, digest: str) -> bool:
    """A link to the part has been checked with it."""
    linked = part.exists() and path.samefile(part)
    return linked or sha256(path.read_bytes()).hexdigest() == digest


def _check_latest(dataset: Dataset, root: Path) -> Iterator[Problem]:
    versions = list_versions(dataset)
    latest = root / "versions" / "latest"
    if versions and not (latest.is_symlink() and latest.readlink().name == version_directory(root, versions[-1]).name):
        yield Problem(str(latest), f"does not point to version {versions[-1]}: run `onrecord repair`")
