"""Rows to the bytes of a part and back; the same rows give the same bytes, whatever their order was."""

from collections.abc import Sequence
from hashlib import sha256

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from expectations.arrow import to_schema
from expectations.columns import Table
from expectations.errors import ConflictError, QualityGateError
from tasks.storage.dataset import Dataset, read_named_by_content
from tasks.storage.manifests import Part

_ROW_GROUP = 65_536


def part_path(table: str, digest: str) -> str:
    """Path of a part."""
    return f"parts/{table}/{digest}.parquet"


def partition_column(table: Table) -> str:
    """Column whose values decide the bucket of a row: the document of rows that documents own, else the key."""
    return "doc_id" if table.owner == "document" else table.key


def sort_columns(table: Table) -> list[str]:
    """Columns that rows are sorted by: document, then place in it, then key."""
    place = [column.name for column in table.columns if column.kind == "offset" and column.required][:1]
    return list(dict.fromkeys([partition_column(table), *place, table.key]))


def schema_digest(table: Table) -> str:
    """Sha256 of the Arrow schema, descriptions included."""
    return sha256(to_schema(table).serialize()).hexdigest()


def conform(table: Table, rows: pa.Table) -> pa.Table:
    """Rows with the declared columns: what is not declared is dropped, what is missing is null.

    Raises:
        QualityGateError: a required column is missing or holds null.
    """
    schema = to_schema(table)
    if rows.schema.equals(schema, check_metadata=True):
        columns = rows.columns
    else:
        columns = [_column(rows, field) for field in schema]
    for field, column in zip(schema, columns, strict=True):
        if not field.nullable and column.null_count:
            raise QualityGateError(
                f"{table.name}.{field.name} is required and holds null: if the column is new, read all documents again"
            )
    return pa.Table.from_arrays(columns, schema=schema)


def _column(rows: pa.Table, field: pa.Field) -> pa.ChunkedArray:
    if field.name in rows.column_names:
        return rows[field.name].cast(field.type)
    return pa.chunked_array([pa.nulls(rows.num_rows, field.type)])


def to_parquet(table: Table, rows: pa.Table) -> bytes:
    """Bytes of a part: rows sorted, settings of the writer fixed.

    The footer names the version of pyarrow, so another pyarrow may write other bytes for the same rows.
    """
    rows = conform(table, rows)
    order = pc.sort_indices(rows, sort_keys=[(name, "ascending") for name in sort_columns(table)])
    sink = pa.BufferOutputStream()
    pq.write_table(
        rows.take(order).combine_chunks(),
        sink,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=3,
        row_group_size=_ROW_GROUP,
    )
    content: bytes = sink.getvalue().to_pybytes()
    return content


def write_part(dataset: Dataset, table: Table, bucket: str, rows: pa.Table, known: Sequence[Part] = ()) -> Part:
    """Write a part, unless it is one of the `known`, which a published version holds."""
    content = to_parquet(table, rows)
    keys = pc.count_distinct(rows[partition_column(table)]).as_py()
    part = Part(sha256(content).hexdigest(), rows.num_rows, bucket, keys, len(content))
    if part not in known:
        dataset.store.put(part_path(table.name, part.sha256), content, use_multipart=False)
    return part


def read_part(dataset: Dataset, table: str, part: Part, columns: Sequence[str] | None = None) -> pa.Table:
    """Rows of a part; a column that it lacks is left out.

    Raises:
        ConflictError: it is missing or damaged.
    """
    path = part_path(table, part.sha256)
    content = read_named_by_content(dataset, path, part.sha256)
    try:
        wanted = None if columns is None else list(columns)
        # Arrow's threads may still start when a short command ends, which aborts the process.
        return pq.ParquetFile(pa.BufferReader(content)).read(wanted, use_threads=False)
    except pa.ArrowInvalid as error:
        raise ConflictError(f"{path} cannot be read as Parquet: {error}; run `onrecord repair`") from error
