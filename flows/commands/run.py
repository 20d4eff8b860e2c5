"""Runs: once, and on a schedule."""

import json
import os
import time
from typing import TYPE_CHECKING

import click

from flows.settings import MODEL, Settings, set_environment

if TYPE_CHECKING:
    from tasks.quality.outcome import Outcome

_WORKERS = min(os.cpu_count() or 1, 8)


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--data", default="data", show_default=True, help="Directory of the dataset.")
@click.option("--workers", default=_WORKERS, show_default=True, type=click.IntRange(1), help="Processes that annotate.")
@click.option("--model", default=MODEL, show_default=True, help="An installed spaCy model.")
@click.option("--prune", is_flag=True, help="Remove documents whose source is gone from the inputs.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and stop.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@click.option("-v", "--verbose", is_flag=True, help="Print where the time went.")
def run(
    inputs: tuple[str, ...],
    data: str,
    workers: int,
    model: str,
    prune: bool,
    dry_run: bool,
    as_json: bool,
    verbose: bool,
) -> None:
    """Read INPUTS (files, directories, globs) and publish a new version of the dataset."""
    run_and_tell(Settings(list(inputs), data, workers, model, prune, dry_run), as_json=as_json, verbose=verbose)


def run_and_tell(settings: Settings, *, as_json: bool, verbose: bool) -> None:
    """Run the flow and print what it came to."""
    from tasks.quality.outcome import to_lines
    from tasks.sources.find import find_sources
    from tasks.storage.dataset import open_dataset

    started = time.perf_counter()
    find_sources(settings.inputs)  # a wrong path is told at once, not after the start-up
    open_dataset(settings.data)
    outcome = _run(settings, verbose=verbose)
    total = time.perf_counter() - started
    if as_json:
        click.echo(json.dumps({**outcome._asdict(), "total_seconds": total}, default=str))
        return
    for line in to_lines(outcome, verbose=verbose):
        click.echo(line)
    if verbose:
        steps = sum(outcome.seconds[name] for name in outcome.seconds if name not in ("parse", "rules"))
        click.echo(f"{'start-up':12} {total - steps:6.2f} s (Prefect's server above all)")


def _run(settings: Settings, *, verbose: bool) -> "Outcome":
    """Run the flow; the model and Great Expectations load in processes of their own while Prefect's server starts."""
    set_environment(verbose=verbose)
    from tasks.annotation.pool import warm_up
    from tasks.quality.gate import gate

    warm_up(settings.workers, settings.model)
    gate()
    from flows.dataset import build_dataset

    inputs, data, workers, model, prune, dry_run, retry = settings
    return build_dataset(inputs, data, workers, model, prune, dry_run, retry)


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option("--data", default="data", show_default=True, help="Directory of the dataset.")
@click.option("--workers", default=_WORKERS, show_default=True, type=click.IntRange(1), help="Processes that annotate.")
@click.option("--model", default=MODEL, show_default=True, help="An installed spaCy model.")
@click.option("--prune", is_flag=True, help="Remove documents whose source is gone from the inputs.")
@click.option("--cron", help='When to run, for example "*/15 * * * *".')
@click.option("--every", type=click.IntRange(1), help="Seconds between runs.")
def serve(
    inputs: tuple[str, ...], data: str, workers: int, model: str, prune: bool, cron: str | None, every: int | None
) -> None:
    """Run on a schedule until stopped; the runs are seen in Prefect."""
    if (cron is None) == (every is None):
        raise click.UsageError("give either --cron or --every")
    set_environment(verbose=True)
    from flows.schedule import serve_dataset

    serve_dataset(Settings(list(inputs), data, workers, model, prune), cron=cron, every=every)
