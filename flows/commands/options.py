"""Options and output that commands share."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

data = click.option("--data", default="data", show_default=True, help="Directory of the dataset.")
version = click.option("--version", type=click.IntRange(1), help="Version to read; the newest when left out.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


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
    flat = "" if value is None else " ".join(str(value).split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"


def _to_plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return _to_plain(value._asdict())
    if isinstance(value, Mapping):
        return {str(name): _to_plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_to_plain(each) for each in value]
    return value
