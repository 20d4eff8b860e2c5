"""Where a row comes from: its values, what they mean, and the characters of the source behind them."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import pyarrow.compute as pc

from expectations.columns import Table, read_vocabulary
from expectations.errors import UsageError
from expectations.rows import Row
from expectations.tables import TABLES
from tasks.storage.reading import Snapshot

_CONTEXT = 60
_POINTING = 5  # rows that are named


def find_row(snapshot: Snapshot, row_id: str) -> tuple[Table, Row]:
    """Find the row whose key is `row_id`.

    Raises:
        UsageError: no table has such a row.
    """
    for table in TABLES.values():
        keys = snapshot.read(table.name, [table.key])[table.key]
        place = keys.index(row_id).as_py()
        if place >= 0:
            row: Row = snapshot.read(table.name).slice(place, 1).to_pylist()[0]
            return table, row
    raise UsageError(f"no row {row_id}: give an id such as quo-0123456789abcdef, as the tables have them")


def find_pointing(snapshot: Snapshot, table: Table, row_id: str) -> dict[str, list[str]]:
    """Find the keys of all rows that name this one, by `table.column`."""
    pointing = {}
    for each in TABLES.values():
        for column in each.columns:
            if column.references == f"{table.name}.{table.key}":
                rows = snapshot.read(each.name, [each.key, column.name])
                pointing[f"{each.name}.{column.name}"] = rows.filter(pc.equal(rows[column.name], row_id))[each.key]
    return {place: keys.to_pylist() for place, keys in pointing.items() if len(keys)}


def to_lines(
    table: Table, row: Row, text: str | None, pointing: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> Iterator[str]:
    """Print a row with the meaning of each value, the stretch of `text` that each span stands for, and who names it."""
    yield f"{table.name}: one row per {table.row}"
    for column in table.columns:
        value = row[column.name]
        if value is None or value == []:
            continue
        yield f"  {column.name} = {value}"
        yield f"      {column.meaning}{_to_meaning(column.vocabulary, value)}"
        if column.slices and text is not None:
            yield f"      {_to_context(text, row[column.slices[0]], row[column.slices[1]])}"

    for place, keys in pointing.items():
        more = f" and {len(keys) - _POINTING} more" if len(keys) > _POINTING else ""
        yield f"  named in {place} of {', '.join(keys[:_POINTING])}{more}"


def _to_meaning(vocabulary: str | None, value: object) -> str:
    meaning = read_vocabulary(vocabulary).get(str(value)) if vocabulary else None
    return f" ({meaning})" if meaning else ""


def _to_context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return " ".join(f"{start}-{end}: …{before}[{text[start:end]}]{after}…".split())
