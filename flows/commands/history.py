"""The life of versions: list, compare, go back, copy, clean, check, mend."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from expectations.errors import ConflictError
from flows.commands import options

if TYPE_CHECKING:
    from tasks.storage.dataset import Dataset


def _open(data: str) -> "Dataset":
    from tasks.storage.dataset import open_dataset

    return open_dataset(data, create=False)


@click.command()
@options.data
@options.as_json
def versions(data: str, as_json: bool) -> None:
    """List the published versions."""
    from tasks.storage.history import read_history

    rows = [
        {
            "version": each.version,
            "created_at": each.created_at,
            "documents": each.counts["documents"],
            "rows": sum(each.counts.values()),
            "run_id": each.run_id,
            "restores": each.restores,
        }
        for each in read_history(_open(data))
    ]
    options.print_json(rows) if as_json else options.print_rows(rows)


@click.command()
@click.argument("before", type=int)
@click.argument("after", type=int)
@options.data
@options.as_json
def diff(before: int, after: int, data: str, as_json: bool) -> None:
    """Say what differs between versions BEFORE and AFTER."""
    from tasks.storage.history import diff as find_difference

    difference = find_difference(_open(data), before, after)
    if as_json:
        options.print_json(difference)
        return
    for name in ("added", "changed", "removed"):
        for doc_id in getattr(difference, name):
            click.echo(f"{name:8} {doc_id}")
    rows = [{"table": name, "before": old, "after": new} for name, (old, new) in difference.rows.items() if old != new]
    options.print_rows(rows or [{"table": "every table", "before": "same count", "after": "same count"}])


@click.command()
@click.argument("version", type=int)
@options.data
def rollback(version: int, data: str) -> None:
    """Publish the tables of VERSION again, as the newest version."""
    from tasks.storage.history import rollback as restore

    manifest = restore(_open(data), version, f"rollback-{uuid4().hex[:16]}")
    what = f"version {manifest.version} has the tables of version {version}" if manifest else "nothing to do"
    click.echo(f"{what}; the next `onrecord run` brings what changed since")


@click.command()
@click.argument("version", type=int)
@click.argument("directory", type=click.Path(path_type=Path))
@options.data
def checkout(version: int, directory: Path, data: str) -> None:
    """Copy VERSION to DIRECTORY. The copy needs nothing of the dataset."""
    from tasks.storage.history import checkout as copy

    copy(_open(data), version, directory)
    click.echo(f"version {version} is in {directory}")


@click.command()
@options.data
@click.option("--keep", type=click.IntRange(1), help="Versions to keep; all when left out.")
@click.option(
    "--grace", default=24, show_default=True, type=click.IntRange(0), help="Hours for which files are spared."
)
@click.option("--dry-run", is_flag=True, help="Say what would be removed, and stop.")
@options.as_json
def gc(data: str, keep: int | None, grace: int, dry_run: bool, as_json: bool) -> None:
    """Remove what no kept version and no living run needs."""
    from tasks.storage.garbage import gc as collect

    collected = collect(_open(data), keep, timedelta(hours=grace), dry_run=dry_run)
    if as_json:
        options.print_json(collected)
        return
    verb = "would remove" if dry_run else "removed"
    click.echo(
        f"{verb} {len(collected.versions)} versions, {len(collected.runs)} dead runs, "
        f"{len(collected.files)} files, {collected.bytes / 1e6:.1f} MB"
    )


@click.command()
@options.data
@options.version
@options.as_json
def verify(data: str, version: int | None, as_json: bool) -> None:
    """Check that all files are as they were published."""
    from tasks.storage.verifying import verify as find_problems

    problems = find_problems(_open(data), version)
    if as_json:
        options.print_json(problems)
    for problem in () if as_json else problems:
        click.echo(f"{problem.path}: {problem.reason}")
    if problems:
        raise ConflictError(f"{len(problems)} problems: run `onrecord repair`")
    if not as_json:
        click.echo("all parts and versions are as they were published")


@click.command()
@options.data
def repair(data: str) -> None:
    """Mend files from the copies that are left. Says what cannot be mended."""
    from tasks.storage.repairing import repair as mend

    problems = mend(_open(data))
    for problem in problems:
        click.echo(f"{problem.path}: {problem.reason}")
    if problems:
        raise ConflictError(f"{len(problems)} problems are left: restore the files named above from a copy")
    click.echo("nothing is missing or damaged")
