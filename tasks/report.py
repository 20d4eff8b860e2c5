"""Report: tell what the run came to, on the terminal and as a page beside the tables."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from expectations.errors import QualityGateError
from tasks.annotation.plan import Plan
from tasks.annotation.records import Chunk
from tasks.annotation.spool import read_tables
from tasks.publish import Published
from tasks.quality.gate import Judged
from tasks.quality.outcome import Outcome
from tasks.quality.report import to_html
from tasks.storage.dataset import Dataset, open_dataset
from tasks.storage.versions import write_report
from tasks.storage.work import remove_work


@task(cache_policy=NO_CACHE)
def report(
    plan: Plan, chunks: Sequence[Chunk], judged: Judged, published: Published, data: str, seconds: dict[str, float]
) -> Outcome:
    """Write report.html, of a refused run to failed/<run_id>/, and clear the work folder of the run.

    Raises:
        QualityGateError: the version was refused.
    """
    dataset = open_dataset(data)
    tables = read_tables([Path(judged.folder)])
    parse, rules = (sum(getattr(chunk.seconds, name) for chunk in chunks) for name in ("parse", "rules"))
    rule_counts = Counter(tables["quarantine"]["rule"].to_pylist())
    warnings = Counter(f"{each.table}.{each.rule}" for each in published.failures if each.severity == "warning")
    outcome = _to_outcome(plan, data, {**seconds, "parse": parse, "rules": rules})._replace(
        version=published.version,
        place=f"{data}/versions/{published.version:06}" if published.version else data,
        words=sum(chunk.words for chunk in chunks),
        extracted=judged.extracted,
        accepted=judged.accepted,
        reasons=dict(rule_counts),
        warnings=dict(warnings),
    )
    page = to_html(outcome, tables, published.checks, published.failures, published.totals)
    if published.version:
        write_report(dataset, published.version, page.encode())
    remove_work(dataset, plan.run_id)
    if published.refusal:
        _keep_refused(dataset, outcome, page)
        raise QualityGateError(f"nothing is published: {published.refusal}; see {data}/failed/{plan.run_id}")
    return outcome


@task(cache_policy=NO_CACHE)
def stop(plan: Plan, data: str, seconds: dict[str, float], dry_run: bool) -> Outcome:
    """Sum up a run that ends with its plan; the plan of a dry run is kept for the run that follows it."""
    if plan.is_empty:
        remove_work(open_dataset(data), plan.run_id)
    return _to_outcome(plan, data, seconds)._replace(dry_run=dry_run)


def _to_outcome(plan: Plan, data: str, seconds: dict[str, float]) -> Outcome:
    counts = (plan.new, plan.changed, plan.unchanged, plan.removed)
    return Outcome(plan.run_id, None, data, *counts, 0, {}, {}, {}, {}, seconds)


def _keep_refused(dataset: Dataset, outcome: Outcome, page: str) -> None:
    for name, content in (("report.html", page), ("outcome.json", json.dumps(outcome._asdict(), indent=1))):
        dataset.store.put(f"failed/{outcome.run_id}/{name}", content.encode())
