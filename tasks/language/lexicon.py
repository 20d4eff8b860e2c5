"""Lexicons: CSV files beside the code that uses them."""

import csv
from functools import cache
from importlib import resources


@cache
def read_lexicon(component: str, name: str) -> tuple[dict[str, str], ...]:
    """Rows of tasks/<component>/lexicon/<name>.csv, without its comment lines; every row has an `example`."""
    content = resources.files(f"tasks.{component}").joinpath("lexicon", f"{name}.csv").read_text("utf-8")
    lines = (line for line in content.splitlines() if line and not line.startswith("#"))
    return tuple(csv.DictReader(lines))
