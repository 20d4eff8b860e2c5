"""Options and output that commands share."""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click

from flows.settings import MODEL

_WORKERS = min(os.cpu_count() or 1, 8)

data = click.option("--data", default="data", show_default=True, help="Directory of the dataset.")
version = click.option("--version", type=click.IntRange(1), help="Version to read; the newest when left out.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
prune = click.option("--prune", is_flag=True, help="Remove documents whose source is gone from the inputs.")
model = click.option("--model", default=MODEL, show_default=True, help="An installed spaCy model.")
workers = click.option(
    "--workers", default=_WORKERS, show_default=True, type=click.IntRange(1), help="Processes that annotate."
)
inputs = click.argument("inputs", nargs=-1, required=True, callback=lambda *given: list(given[-1]))
verbose = click.option("-v", "--verbose", is_flag=True, help="Print where the time went.")


def read_inputs(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every command that reads raw texts can be told."""
    for option in (model, workers, data, inputs):
        command = option(command)
    return command


# Control characters, which a terminal would act on; white space is left.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def print_json(value: object) -> None:
    """Print a value as JSON; named tuples become objects."""
    click.echo(json.dumps(_to_plain(value), ensure_ascii=False, indent=1, default=str))


def print_rows(rows: Sequence[Mapping[str, object]], columns: Iterable[str] | None = None) -> None:
    """Print rows as a table with aligned columns; long values are cut."""
    names = list(columns or (rows[0] if rows else ()))
    lines = [names, *([_to_cell(row[name]) for name in names] for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(names))]
    for line in lines:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _to_cell(value: object, limit: int = 60) -> str:
    flat = "" if value is None else " ".join(_UNPRINTABLE.sub("\ufffd", str(value)).split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"


def _to_plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return _to_plain(value._asdict())
    if isinstance(value, Mapping):
        return {str(name): _to_plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_to_plain(each) for each in value]
    return value
