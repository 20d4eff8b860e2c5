"""Publish: merge the accepted rows into the dataset, judge the whole, and commit a version."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from expectations.arrow import to_arrow
from expectations.bookkeeping import CHECKS, RUNS
from expectations.errors import QualityGateError
from expectations.rows import Row
from tasks.annotation.fingerprint import to_fingerprint, to_package_versions
from tasks.annotation.plan import Plan, read_replaced
from tasks.annotation.spool import read_tables
from tasks.quality.gate import Judged, gate, judge_dataset
from tasks.quality.validate import Failure
from tasks.storage.dataset import open_dataset
from tasks.storage.publishing import publish as publish_change
from tasks.storage.reading import Snapshot
from tasks.storage.staging import Change, Staged, parts_on_disk
from tasks.stories.derive import derive


class Published(NamedTuple):
    """What became of the accepted rows; `version` is None when they change nothing or were refused, `refusal` says why.

    `checks` are rows of table checks, `failures` of rows and of the whole, `totals` rows by table of the version.
    """

    version: int | None
    refusal: str | None
    checks: list[Row]
    failures: list[Failure]
    totals: dict[str, int]


@task(cache_policy=NO_CACHE)
def publish(plan: Plan, judged: Judged, data: str, model: str, started_at: datetime) -> Published:
    """Commit a version with the accepted rows, unless the whole breaks a critical expectation."""
    checks, failures = list(judged.checks), list(judged.failures)

    def check(staged: Staged) -> None:
        with parts_on_disk(staged) as paths:
            found, broken = gate().submit(judge_dataset, paths, plan.run_id).result()
        checks[:], failures[:] = [*judged.checks, *found], [*judged.failures, *broken]
        critical = [failure for failure in broken if failure.severity == "critical"]
        if critical:
            first = f"{critical[0].table}.{critical[0].rule}: {critical[0].reason}"
            raise QualityGateError(f"{len(critical)} rows break the dataset; the first: {first}")

    def finish(staged: Staged) -> Mapping[str, pa.Table]:
        run = _to_run_row(plan, judged, staged.version, model, started_at)
        return {"checks": to_arrow(CHECKS, checks), "runs": to_arrow(RUNS, [run])}

    dataset, change, fingerprint = open_dataset(data), _to_change(plan, judged), to_fingerprint(model)
    try:
        manifest = publish_change(dataset, change, _derive, check, finish, run_id=plan.run_id, fingerprint=fingerprint)
    except QualityGateError as refusal:
        return Published(None, str(refusal), checks, failures, {})
    get_run_logger().info("published %s", manifest.version if manifest else "nothing: the rows are the same")
    return Published(
        manifest.version if manifest else None, None, checks, failures, manifest.counts if manifest else {}
    )


def _to_change(plan: Plan, judged: Judged) -> Change:
    tables = read_tables([Path(judged.folder)])
    return Change(read_replaced(plan), {name: table for name, table in tables.items() if table.num_rows})


def _derive(merged: Snapshot) -> Mapping[str, pa.Table]:
    return derive(merged.read)


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
