"""Report: tell what the run came to, on the terminal and as a page beside the tables."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.annotation.plan import Plan
from tasks.annotation.records import Chunk
from tasks.annotation.spool import read_tables
from tasks.quality.gate import Judged
from tasks.quality.outcome import Outcome
from tasks.storage.dataset import open_dataset
from tasks.storage.versions import version_directory
from tasks.storage.work import remove_work


@task(cache_policy=NO_CACHE)
def report(
    plan: Plan, chunks: Sequence[Chunk], judged: Judged, version: int | None, data: str, seconds: dict[str, float]
) -> Outcome:
    """Sum up a run that is over and clear its work folder."""
    dataset = open_dataset(data)
    quarantine = read_tables([Path(judged.folder)])["quarantine"]
    place = version_directory(dataset.root, version) if dataset.root and version else data
    outcome = Outcome(
        plan.run_id,
        version,
        str(place),
        plan.new,
        plan.changed,
        plan.unchanged,
        plan.removed,
        sum(chunk.words for chunk in chunks),
        judged.extracted,
        judged.accepted,
        dict(Counter(quarantine["rule"].to_pylist())),
        dict(Counter(f"{each.table}.{each.rule}" for each in judged.failures if each.severity == "warning")),
        {**seconds, "parse": sum(c.seconds.parse for c in chunks), "rules": sum(c.seconds.rules for c in chunks)},
    )
    remove_work(dataset, plan.run_id)
    return outcome


def to_unpublished(plan: Plan, data: str, seconds: dict[str, float], *, dry_run: bool) -> Outcome:
    """Sum up a run that ended with its plan."""
    remove_work(open_dataset(data), plan.run_id)
    counts = (plan.new, plan.changed, plan.unchanged, plan.removed)
    return Outcome(plan.run_id, None, data, *counts, 0, {}, {}, {}, {}, seconds, dry_run)
