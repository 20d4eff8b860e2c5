"""Publish: merge the accepted rows into the dataset, judge the whole, and commit a version."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from expectations.arrow import to_arrow
from expectations.errors import QualityGateError
from expectations.rows import Row
from expectations.tables import CHECKS, RUNS
from tasks.annotation.fingerprint import to_fingerprint, to_package_versions
from tasks.annotation.plan import Plan, read_replaced
from tasks.annotation.spool import read_tables
from tasks.quality.gate import Judged, gate, judge_dataset
from tasks.quality.validate import Failure
from tasks.storage.dataset import open_dataset
from tasks.storage.parts import part_path
from tasks.storage.publishing import publish as publish_change
from tasks.storage.staging import Change, Staged
from tasks.stories.derive import derive


@task(cache_policy=NO_CACHE)
def publish(plan: Plan, judged: Judged, data: str, model: str, started_at: datetime) -> int | None:
    """Commit a version with the accepted rows and return its number; None when they change nothing.

    Raises QualityGateError when the whole breaks a critical expectation; nothing is published then.
    """
    dataset = open_dataset(data)
    tables = read_tables([Path(judged.folder)])
    change = Change(read_replaced(plan), {name: table for name, table in tables.items() if table.num_rows})
    checks: list[Row] = []

    def check(staged: Staged) -> None:
        sources = {
            name: [_path(data, name, each.sha256) for each in parts] for name, parts in staged.snapshot.parts.items()
        }
        found, failures = gate().submit(judge_dataset, sources, plan.run_id).result()
        checks[:] = [*judged.checks, *found]
        _raise_if_critical(failures)

    def finish(staged: Staged) -> Mapping[str, pa.Table]:
        run = _to_run_row(plan, judged, staged.version, model, started_at)
        return {"checks": to_arrow(CHECKS, checks), "runs": to_arrow(RUNS, [run])}

    manifest = publish_change(
        dataset,
        change,
        lambda snapshot: derive(snapshot.read),
        check,
        finish,
        run_id=plan.run_id,
        fingerprint=to_fingerprint(model),
    )
    get_run_logger().info("published %s", manifest.version if manifest else "nothing: the rows are the same")
    return manifest.version if manifest else None


def _path(data: str, table: str, digest: str) -> str:
    return str(Path(data) / part_path(table, digest))


def _raise_if_critical(failures: list[Failure]) -> None:
    critical = [failure for failure in failures if failure.severity == "critical"]
    if critical:
        first = critical[0]
        raise QualityGateError(f"{len(critical)} rows break the dataset; the first: {first.table} {first.reason}")


def _to_run_row(plan: Plan, judged: Judged, version: int, model: str, started_at: datetime) -> Row:
    return {
        "run_id": plan.run_id,
        "version": version,
        "started_at": started_at,
        "finished_at": datetime.now(UTC),
        "documents_new": plan.new,
        "documents_changed": plan.changed,
        "documents_unchanged": plan.unchanged,
        "documents_removed": plan.removed,
        "rows": sum(judged.accepted.values()),
        "fingerprint": to_fingerprint(model),
        "package_versions": to_package_versions(model),
    }
