"""Quality: the report of a version, what was set aside, whether the machine is fit."""

import importlib.metadata
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from expectations.errors import UsageError
from flows.commands import options
from flows.commands.reading import read_version
from flows.commands.run import run_and_tell
from flows.settings import MODEL, Settings


@click.command()
@click.argument("version", required=False, type=click.IntRange(1))
@options.data
@options.as_json
def report(version: int | None, data: str, as_json: bool) -> None:
    """Say how the expectations came out, and where the report lies."""
    from tasks.storage.manifests import list_versions
    from tasks.storage.versions import REPORT, version_place

    snapshot = read_version(data, version)
    page = f"{data}/{version_place(version or list_versions(snapshot.dataset)[-1])}/{REPORT}"
    checks = snapshot.read("checks").to_pylist()
    failed = [row for row in checks if not row["success"]]
    if as_json:
        options.print_json({"report": page, "evaluated": len(checks), "failed": failed})
        return
    click.echo(page)
    click.echo(f"{len(checks)} expectations evaluated, {len(failed)} failed")
    if failed:
        options.print_rows(failed, ("table", "expectation", "severity", "unexpected_count", "run_id"))


@click.group(invoke_without_command=True)
@options.data
@options.version
@options.as_json
@click.pass_context
def quarantine(context: click.Context, /, **told: Any) -> None:
    """List what was set aside, or try it again."""
    context.default_map = {"list": told, "retry": told}
    if context.invoked_subcommand is None:
        context.invoke(list_rows, **told)


@quarantine.command(name="list")
@options.data
@options.version
@options.as_json
def list_rows(data: str, version: int | None, as_json: bool) -> None:
    """List rows and documents that were set aside, and why."""
    rows = read_version(data, version).read("quarantine").to_pylist()
    columns = ("doc_id", "row_key", "rule", "reason")
    options.print_json(rows) if as_json else options.print_rows(rows, columns)


@quarantine.command()
@options.read_inputs
@options.as_json
@options.verbose
def retry(as_json: bool, verbose: bool, **told: Any) -> None:
    """Run on INPUTS, and read what was set aside again."""
    run_and_tell(Settings(**told, retry=True), as_json=as_json, verbose=verbose)


@click.command()
@options.data
@options.as_json
def doctor(data: str, as_json: bool) -> None:
    """Say whether this machine can run the pipeline."""
    checks = list(_examine(data))
    rows = [{"check": name, "ok": "yes" if ok else "no", "what": what} for name, ok, what in checks]
    options.print_json(rows) if as_json else options.print_rows(rows)
    if not all(ok for _, ok, _ in checks):
        raise UsageError("mend what is marked no above; `make setup` installs what is missing")


def _examine(data: str) -> Iterator[tuple[str, bool, str]]:
    version = sys.version_info
    yield "python", (3, 11) <= version[:2] < (3, 14), ".".join(map(str, version[:3]))
    for package in ("prefect", "spacy", "great-expectations", "pyarrow", "duckdb", "obstore", MODEL):
        try:
            yield package, True, importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            yield package, False, "not installed"
    yield "data", *_examine_place(data)
    yield "server", True, os.environ.get("PREFECT_API_URL", "embedded: starts with each run; PREFECT_API_URL names one")


def _examine_place(data: str) -> tuple[bool, str]:
    if "://" in data:
        return _examine_store(data)
    place = Path(data).absolute()
    existing = next(parent for parent in (place, *place.parents) if parent.exists())
    is_writable = os.access(existing, os.W_OK)
    return is_writable, f"{place} can{'' if is_writable else 'not'} be written"


def _examine_store(address: str) -> tuple[bool, str]:
    from tasks.storage.dataset import open_dataset
    from tasks.storage.manifests import list_versions

    try:
        return True, f"{address} holds {len(list_versions(open_dataset(address)))} versions"
    except UsageError as error:
        return False, str(error)
