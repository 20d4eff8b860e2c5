"""Stage, check, commit; again on the new parent when somebody else committed first."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pyarrow as pa

from expectations.tables import TABLES
from tasks.storage.dataset import Dataset, flush
from tasks.storage.manifests import Manifest, create_manifest, manifest_path, read_latest
from tasks.storage.parts import part_path, schema_digest
from tasks.storage.staging import Change, Derive, Staged, append, stage
from tasks.storage.versions import complete_versions, materialise

Check = Callable[[Staged], None]  # judges the staged version
Finish = Callable[[Staged], Mapping[str, pa.Table]]  # rows of the tables that runs own, made once the check passed
Report = Callable[[Manifest], bytes]  # report.html of the committed version


def publish(
    dataset: Dataset,
    change: Change,
    derive: Derive,
    check: Check,
    finish: Finish,
    *,
    run_id: str,
    fingerprint: str,
    report: Report | None = None,
) -> Manifest | None:
    """Publish a change as a new version; None when it changes nothing.

    When another run publishes at the same time, the change is staged and checked anew on top of that version, so
    that neither loses a document. What `check` raises keeps the version from being published.
    """
    complete_versions(dataset)
    while True:
        staged = stage(dataset, read_latest(dataset), change, derive)
        if staged.changes_nothing:
            return None
        check(staged)
        manifest = commit(dataset, append(staged, finish(staged)), run_id, fingerprint)
        if manifest is not None:
            return materialise(dataset, manifest, report(manifest) if report else None)


def commit(dataset: Dataset, staged: Staged, run_id: str, fingerprint: str) -> Manifest | None:
    """Create the manifest, which is the commit; None when somebody else committed that number first."""
    manifest = Manifest(
        version=staged.version,
        parent=staged.parent.version if staged.parent else None,
        run_id=run_id,
        fingerprint=fingerprint,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        schemas={table.name: schema_digest(table) for table in TABLES.values()},
        parts=staged.snapshot.parts,
    )
    flush(dataset, _find_new_parts(staged))
    if not create_manifest(dataset, manifest):
        return None
    flush(dataset, [manifest_path(manifest.version)])
    return manifest


def _find_new_parts(staged: Staged) -> list[str]:
    old = staged.parent.parts if staged.parent else {}
    return [
        part_path(name, part.sha256)
        for name, parts in staged.snapshot.parts.items()
        for part in parts
        if part not in old.get(name, ())
    ]
