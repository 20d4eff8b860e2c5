"""Reading and writing the tables, comment lines kept."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

LEXICON = Path(__file__).parents[2] / "tasks" / "entities" / "lexicon"

Row = dict[str, str]


def read_rows(name: str) -> list[Row]:
    """Rows of a table of tasks/entities/lexicon."""
    lines = (LEXICON / f"{name}.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def write_rows(name: str, comments: Iterable[str], rows: list[Mapping[str, object]]) -> None:
    """Write a table under the lines that say where it comes from."""
    with (LEXICON / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"# {line}\n" for line in comments)
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
