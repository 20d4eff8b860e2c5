"""Arrow schemas and Arrow tables, derived from the declaration and never inferred."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pyarrow as pa

from expectations.columns import Column, Kind, Table
from expectations.rows import Row

# Lists call their values "element", as Parquet does, so that a table read back has the very schema that was written.
_SPAN = pa.struct([pa.field("start", pa.int32(), nullable=False), pa.field("end", pa.int32(), nullable=False)])
_TYPES: Mapping[Kind, pa.DataType] = MappingProxyType(
    {
        "text": pa.string(),
        "offset": pa.int32(),
        "count": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "date": pa.date32(),
        "instant": pa.timestamp("us", tz="UTC"),
        "texts": pa.list_(pa.field("element", pa.string(), nullable=False)),
        "spans": pa.list_(pa.field("element", _SPAN, nullable=False)),
    }
)


def to_field(column: Column) -> pa.Field:
    """Arrow field of a column; its metadata key `description` holds the meaning."""
    metadata = {"description": column.meaning}
    return pa.field(column.name, _TYPES[column.kind], nullable=not column.required, metadata=metadata)


def to_schema(table: Table) -> pa.Schema:
    """Arrow schema of a table; its metadata key `description` says what one row stands for."""
    return pa.schema(
        [to_field(column) for column in table.columns], metadata={"description": f"One row per {table.row}."}
    )


def to_arrow(table: Table, rows: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table with exactly the declared columns.

    A null in a required column is kept: judging values is the work of the expectations, which name the row.

    Raises:
        ValueError: a row lacks a column, has one that is not declared, or holds a value of another type.
    """
    schema = to_schema(table)
    names = set(schema.names)
    for row in rows:
        if row.keys() != names:
            raise ValueError(
                f"{table.name}: columns {sorted(row.keys() ^ names)} are missing or not declared in {row!r}"
            )
    return pa.Table.from_arrays([_to_array(table, field, rows) for field in schema], schema=schema)


def _to_array(table: Table, field: pa.Field, rows: Sequence[Row]) -> pa.Array:
    try:
        return pa.array([row[field.name] for row in rows], type=field.type)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
        raise ValueError(f"{table.name}.{field.name}: a value does not fit {field.type}: {error}") from error
