"""Runs: once, and on a schedule."""

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from flows.commands import options
from flows.settings import Settings, set_environment

if TYPE_CHECKING:
    from collections import Counter

    from tasks.quality.outcome import Outcome


_STOPPED = 130  # what shells expect of a command that Ctrl-C ended


@click.command()
@options.read_inputs
@options.prune
@click.option("--dry-run", is_flag=True, help="Say what would be done, and stop.")
@options.as_json
@options.verbose
def run(as_json: bool, verbose: bool, **told: Any) -> None:
    """Read INPUTS and publish a new version of the dataset.

    INPUTS are files, directories, globs, and prefixes of object stores.
    """
    run_and_tell(Settings(**told), as_json=as_json, verbose=verbose)


def run_and_tell(settings: Settings, *, as_json: bool, verbose: bool) -> None:
    """Run the flow and print what it came to."""
    from tasks.annotation.fingerprint import to_fingerprint
    from tasks.quality.outcome import to_lines
    from tasks.sources.fetch import is_address
    from tasks.sources.find import count_others, find_sources
    from tasks.storage.dataset import open_dataset

    started = time.perf_counter()
    paths = [each for each in settings.inputs if not is_address(each)]
    find_sources(paths)  # what is wrong is told at once, not after the start-up
    _tell_passed_over(count_others(paths))
    to_fingerprint(settings.model)
    open_dataset(settings.data)
    with stopping_at_once():
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


@contextmanager
def stopping_at_once() -> Iterator[None]:
    """End this process at Ctrl-C, as a run may end anywhere; Prefect would wait for its server, which ends as well."""

    def stop(*_: object) -> None:
        click.echo("\nonrecord: stopped, and nothing is lost: the same command goes on where this one was", err=True)
        os._exit(_STOPPED)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _tell_passed_over(others: "Counter[str]") -> None:
    if others:
        kinds = ", ".join(f"{count} {kind}" for kind, count in others.most_common())
        click.echo(f"passed over  {others.total()} files of kinds that are not read: {kinds}", err=True)


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
@options.read_inputs
@options.prune
@click.option("--cron", help='When to run, for example "*/15 * * * *".')
@click.option("--every", type=click.IntRange(1), help="Seconds between runs.")
def serve(cron: str | None, every: int | None, **told: Any) -> None:
    """Run on a schedule until stopped; the runs are seen in Prefect."""
    if (cron is None) == (every is None):
        raise click.UsageError("give either --cron or --every")
    set_environment(verbose=True)
    from flows.schedule import serve_dataset

    serve_dataset(Settings(**told), cron=cron, every=every)
