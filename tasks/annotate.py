"""Annotate: every chunk of a plan on a pool of worker processes."""

from pathlib import Path

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from tasks.annotation.plan import Plan
from tasks.annotation.pool import Job, annotate_chunks
from tasks.annotation.progress import show_progress
from tasks.annotation.records import Chunk


@task(cache_policy=NO_CACHE)
def annotate(plan: Plan, workers: int, model: str) -> list[Chunk]:
    """Write the rows of every chunk that has none yet; chunks that an interrupted run finished are kept."""
    folder = Path(plan.folder)
    jobs = [Job(folder / f"{name}.arrow", folder / name, model, plan.run_id) for name in plan.chunks]
    waiting = [job for job in reversed(jobs) if not job.folder.exists()]  # later chunks are the larger ones
    get_run_logger().info("%d chunks to annotate, %d done before", len(waiting), len(jobs) - len(waiting))
    return list(show_progress(annotate_chunks(waiting, workers), plan.new + plan.changed - plan.rejected))
