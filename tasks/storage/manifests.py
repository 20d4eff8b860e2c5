"""Manifests: what a version consists of. To create one is THE commit."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import NamedTuple

from obstore.exceptions import AlreadyExistsError

from expectations.errors import ConflictError, UsageError
from tasks.storage.dataset import Dataset, list_objects, read_object

_NAME = re.compile(r"manifests/(\d{6,})\.json")


class Part(NamedTuple):
    """A file of rows: parts/<table>/<sha256>.parquet.

    bucket  hex digits that the sha256 of its keys begin with
    keys    different keys in it: documents, or rows of a table that is not owned by documents
    """

    sha256: str
    rows: int
    bucket: str
    keys: int
    bytes: int


@dataclass(frozen=True)
class Manifest:
    """A version: its parts by table, and where it comes from.

    schemas      sha256 of the Arrow schema of each table
    created_at   ISO 8601, UTC
    restores     the version that a rollback went back to
    """

    version: int
    parent: int | None
    run_id: str
    fingerprint: str
    created_at: str
    schemas: Mapping[str, str]
    parts: Mapping[str, tuple[Part, ...]]
    restores: int | None = None

    @property
    def counts(self) -> dict[str, int]:
        """Rows by table."""
        return {name: sum(part.rows for part in parts) for name, parts in self.parts.items()}


def manifest_path(version: int) -> str:
    """Path of the manifest of a version."""
    return f"manifests/{version:06d}.json"


def to_json(manifest: Manifest) -> bytes:
    """Manifest as JSON, tables in the order of their declaration, with their rows for people who look."""
    parts = {name: [part._asdict() for part in parts] for name, parts in manifest.parts.items()}
    content = {**asdict(manifest), "counts": manifest.counts, "parts": parts}
    return json.dumps(content, indent=1).encode() + b"\n"


def from_json(content: bytes) -> Manifest:
    """Manifest from JSON.

    Raises:
        ValueError: this is no manifest.
    """
    try:
        fields = json.loads(content)
        counts = fields.pop("counts")
        parts = {name: tuple(Part(**part) for part in parts) for name, parts in fields.pop("parts").items()}
        manifest = Manifest(**fields, parts=parts)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no manifest: {error}") from error
    if manifest.counts != counts:
        raise ValueError("counts do not add up")
    return manifest


def create_manifest(dataset: Dataset, manifest: Manifest) -> bool:
    """Commit a version; false when somebody else committed that number first."""
    try:
        dataset.store.put(manifest_path(manifest.version), to_json(manifest), mode="create")
    except AlreadyExistsError:
        return False
    return True


def list_versions(dataset: Dataset) -> list[int]:
    """Numbers of the published versions, ascending."""
    names = (_NAME.fullmatch(each.path) for each in list_objects(dataset, "manifests"))
    return sorted(int(name[1]) for name in names if name)


def read_manifest(dataset: Dataset, version: int) -> Manifest:
    """Manifest of a version.

    Raises:
        UsageError: there is no such version.
        ConflictError: its manifest is damaged.
    """
    versions = list_versions(dataset)
    if version not in versions:
        known = f"{versions[0]} to {versions[-1]}" if versions else "none yet"
        raise UsageError(f"{dataset.location} has no version {version} (it has {known}): see `onrecord versions`")
    path = manifest_path(version)
    try:
        manifest = from_json(read_object(dataset, path).to_pybytes())
    except ValueError as error:
        raise ConflictError(f"{path} in {dataset.location} is damaged ({error}): restore it from a copy") from error
    if manifest.version != version:
        raise ConflictError(f"{path} is the manifest of version {manifest.version}: restore it from a copy")
    return manifest


def read_latest(dataset: Dataset) -> Manifest | None:
    """Manifest with the highest number; None before the first version."""
    versions = list_versions(dataset)
    return read_manifest(dataset, versions[-1]) if versions else None


def read_version(dataset: Dataset, version: int | None) -> Manifest:
    """Manifest of a version, of the newest when None.

    Raises:
        UsageError: there is no such version, or none at all.
    """
    if version is not None:
        return read_manifest(dataset, version)
    latest = read_latest(dataset)
    if latest is None:
        raise UsageError(f"{dataset.location} has no version yet: `onrecord run INPUT` publishes one")
    return latest
