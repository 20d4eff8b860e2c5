"""The data dictionary: `python -m expectations.dictionary > data/DICTIONARY.md`."""

from collections.abc import Iterator

from expectations.arrow import to_field
from expectations.columns import Column, Table, read_vocabulary
from expectations.rules import read_rules
from expectations.tables import TABLES

_HEAD = """# Data dictionary

Made by `python -m expectations.dictionary` from `expectations/`; do not edit.

Offsets count code points of `documents.text`, ends are exclusive: `text[start:end]` is the surface. Required columns
are never null; the others are null when the value is unknown."""

_OWNERS = {
    "document": "Its rows are replaced together with their document.",
    "dataset": "It is computed from all documents of the version.",
    "run": "Each run that publishes adds its rows.",
    "person": "Commands add its rows, and every run keeps them.",
}


def to_dictionary() -> str:
    """Every table, column, rule and vocabulary as Markdown."""
    parts = [_HEAD, *(_of_table(table) for table in TABLES.values()), _of_vocabularies()]
    return "\n\n".join(parts) + "\n"


def _of_table(table: Table) -> str:
    lines = [f"## {table.name}", "", f"One row per {table.row}. {_OWNERS[table.owner]}", ""]
    lines += ["| column | type | required | meaning |", "| --- | --- | --- | --- |"]
    lines += [_of_column(column) for column in table.columns]
    lines += ["", *_of_rules(table)]
    return "\n".join(lines).rstrip()


def _of_column(column: Column) -> str:
    required = "key" if column.is_key else "yes" if column.required else ""
    kind = str(to_field(column).type).replace("element: ", "").replace(" not null", "")
    return f"| {column.name} | `{kind}` | {required} | {_cell('; '.join(_meanings(column)))} |"


def _meanings(column: Column) -> Iterator[str]:
    yield column.meaning
    if column.vocabulary:
        yield f"vocabulary [{column.vocabulary}](#{_anchor(column.vocabulary)})"
    if column.references:
        yield f"references `{column.references}`"
    if column.slices:
        yield f"`text[{':'.join(column.slices)}]`"
    if column.low is not None and column.high is not None:
        yield f"{column.low:g} to {column.high:g}"


def _of_rules(table: Table) -> list[str]:
    """Declared rules; those that the table of columns implies (references, slices) are not repeated."""
    rules = read_rules().get(table.name, ())
    if not rules:
        return []
    return ["Every row must", "", *(f"- {rule.meaning} (`{rule.name}`, {rule.severity})" for rule in rules)]


def _of_vocabularies() -> str:
    names = {column.vocabulary for table in TABLES.values() for column in table.columns if column.vocabulary}
    return "\n\n".join(["## Vocabularies", *(_of_vocabulary(name) for name in sorted(names))])


def _of_vocabulary(name: str) -> str:
    lines = [f"### {name}", "", "| value | meaning |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| {value} | {_cell(meaning)} |" for value, meaning in read_vocabulary(name).items())])


def _cell(content: str) -> str:
    """What Markdown would take for a tag or for the end of the cell is escaped."""
    return content.replace("<", "\\<").replace("|", "\\|")


def _anchor(heading: str) -> str:
    """GitHub's anchor of a heading."""
    return heading.replace(".", "")


if __name__ == "__main__":
    print(to_dictionary(), end="")
