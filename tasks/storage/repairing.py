"""Put back what can be put back: parts from the directories of versions, directories from parts, `latest`."""

import shutil
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from expectations.errors import ConflictError
from tasks.storage.dataset import Dataset, read_named_by_content
from tasks.storage.manifests import Manifest, Part
from tasks.storage.package import part_name
from tasks.storage.parts import part_path
from tasks.storage.verifying import Problem, find_directory_problems, read_sound_manifests, verify
from tasks.storage.versions import REPORT, build_version, point_latest, version_directory


def repair(dataset: Dataset) -> list[Problem]:
    """Put back what can be put back and return the problems that remain."""
    if dataset.root is not None:
        manifests, _ = read_sound_manifests(dataset)
        _restore_parts(dataset, dataset.root, manifests)
        for manifest in manifests:
            if find_directory_problems(dataset.root, manifest):
                _rebuild(dataset, dataset.root, manifest)
        point_latest(dataset, dataset.root)
    return verify(dataset)


def _restore_parts(dataset: Dataset, root: Path, manifests: list[Manifest]) -> None:
    """Parts that are missing or damaged, from whichever directory of a version still has them whole."""
    copies: dict[tuple[str, Part], list[Path]] = {}
    for manifest in manifests:
        for table, parts in manifest.parts.items():
            for part in parts:
                copy = version_directory(root, manifest.version) / part_name(table, part)
                copies.setdefault((table, part), []).append(copy)
    for (table, part), paths in copies.items():
        if not _is_whole(dataset, table, part):
            _restore_part(dataset, part_path(table, part.sha256), part.sha256, paths)


def _is_whole(dataset: Dataset, table: str, part: Part) -> bool:
    try:
        read_named_by_content(dataset, part_path(table, part.sha256), part.sha256)
    except ConflictError:
        return False
    return True


def _restore_part(dataset: Dataset, path: str, digest: str, copies: list[Path]) -> None:
    for copy in copies:
        content = copy.read_bytes() if copy.exists() else b""
        if sha256(content).hexdigest() == digest:
            dataset.store.put(path, content, use_multipart=False)
            return


def _rebuild(dataset: Dataset, root: Path, manifest: Manifest) -> None:
    """Set an incomplete directory aside, build it anew with its report, and remove the old one.

    One that lacks a part for good stays as it is.
    """
    if not all(_is_whole(dataset, table, part) for table, parts in manifest.parts.items() for part in parts):
        return
    target = version_directory(root, manifest.version)
    report = (target / REPORT).read_bytes() if (target / REPORT).exists() else None
    aside = target.with_name(f".{target.name}.{uuid4().hex[:8]}")
    if target.exists():
        target.rename(aside)
    build_version(dataset, root, manifest, report)
    shutil.rmtree(aside, ignore_errors=True)
