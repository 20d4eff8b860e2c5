"""What the documents really have where rows say that they found something."""

from collections.abc import Mapping

import pyarrow as pa

from expectations.columns import Table


def with_surfaces(table: Table, rows: pa.Table, texts: Mapping[str, str | None]) -> pa.Table:
    """Rows with a column <text>_surface beside every column that slices; null where there is nothing to slice."""
    for column in table.columns:
        if column.slices:
            rows = rows.append_column(f"{column.name}_surface", _surfaces(column.slices, rows, texts))
    return rows


def _surfaces(slices: tuple[str, str], rows: pa.Table, texts: Mapping[str, str | None]) -> pa.Array:
    """Slices are taken as Python takes them: code points, whatever the engine that reads the table counts."""
    starts, ends, doc_ids = (rows[name].to_pylist() for name in (*slices, "doc_id"))
    found = [_slice(texts.get(doc), start, end) for doc, start, end in zip(doc_ids, starts, ends, strict=True)]
    return pa.array(found, pa.string())


def _slice(text: str | None, start: int | None, end: int | None) -> str | None:
    return None if text is None or start is None or end is None else text[start:end]
