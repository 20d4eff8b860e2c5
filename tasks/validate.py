"""Validate: judge the extracted rows, and set documents aside whose rows break a critical expectation."""

from pathlib import Path

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from tasks.annotation.fingerprint import to_fingerprint
from tasks.annotation.plan import Plan, read_rejects
from tasks.quality.gate import Judged, gate, judge_documents
from tasks.sources.rows import to_quarantine_row


@task(cache_policy=NO_CACHE)
def validate(plan: Plan, model: str) -> Judged:
    """Judge the rows of all chunks; what is accepted and what is quarantined is written to the run's folder."""
    folder = Path(plan.folder)
    rejects = [to_quarantine_row(each, to_fingerprint(model), plan.run_id) for each in read_rejects(plan)]
    chunk_folders = [folder / name for name in plan.chunks]
    judged = gate().submit(judge_documents, chunk_folders, folder / "judged", rejects, plan.run_id).result()
    broken = {failure.rule for failure in judged.failures}
    get_run_logger().info("%d rows break %s", len(judged.failures), sorted(broken) or "nothing")
    return judged
