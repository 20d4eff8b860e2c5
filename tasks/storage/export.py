"""A version in another format, one file or directory per table, and per view of other datasets."""

import importlib
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq

from expectations.errors import UsageError
from tasks.storage.history import make_room
from tasks.storage.parts import read_part
from tasks.storage.reading import Snapshot
from tasks.storage.sql import connect, quoted
from tasks.storage.views import list_views, to_statements


def export(snapshot: Snapshot, form: str, out: Path) -> list[Path]:
    """Write all tables into a new or empty directory, as a whole or not at all; return what is in it.

    Args:
        snapshot: the tables.
        form: parquet, csv, jsonl, duckdb or delta.
        out: the directory.

    Raises:
        UsageError: there is no such format, its library is not installed, the directory holds something, or
            cannot be made.
    """
    if form not in _WRITERS:
        raise UsageError(f"cannot export {form}: choose one of {', '.join(_WRITERS)}")
    make_room(out)
    beside = out.absolute().with_name(f".{out.name}.{uuid4().hex[:8]}")
    beside.mkdir(parents=True)
    try:
        _WRITERS[form](snapshot, beside)
        beside.replace(out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return sorted(out.iterdir())


def _write_parquet(snapshot: Snapshot, out: Path) -> None:
    for table, parts in snapshot.parts.items():
        pieces = (read_part(snapshot.dataset, table, part) for part in parts)
        first = next(pieces)
        with pq.ParquetWriter(out / f"{table}.parquet", first.schema, compression="zstd") as writer:
            writer.write_table(first)
            for piece in pieces:
                writer.write_table(piece)
    with connect(snapshot) as connection:
        for view in list_views(connection):
            target = _literal(out / f"{view}.parquet")
            connection.execute(f"COPY {view} TO {target} (FORMAT parquet, COMPRESSION zstd)")


def _write_csv(snapshot: Snapshot, out: Path) -> None:
    """Lists become JSON; null is an empty field, and an empty text is quoted."""
    with connect(snapshot) as connection:
        for table in snapshot.parts:
            columns = ", ".join(_to_csv_column(field) for field in _read_schema(snapshot, table))
            target = _literal(out / f"{table}.csv")
            connection.execute(f"COPY (SELECT {columns} FROM {quoted(table)}) TO {target} (FORMAT csv, HEADER)")
        for view in list_views(connection):
            connection.execute(f"COPY {view} TO {_literal(out / f'{view}.csv')} (FORMAT csv, HEADER)")


def _to_csv_column(field: pa.Field) -> str:
    name = quoted(field.name)
    return f"to_json({name}) AS {name}" if pa.types.is_nested(field.type) else name


def _write_jsonl(snapshot: Snapshot, out: Path) -> None:
    with connect(snapshot) as connection:
        for table in (*snapshot.parts, *list_views(connection)):
            target = _literal(out / f"{table}.jsonl")
            connection.execute(f"COPY (SELECT * FROM {quoted(table)}) TO {target} (FORMAT json)")


def _write_duckdb(snapshot: Snapshot, out: Path) -> None:
    """One database; the meanings of tables and columns are its comments."""
    with connect(snapshot) as connection:
        connection.execute(f"ATTACH {_literal(out / 'onrecord.duckdb')} AS export")
        for table in snapshot.parts:
            target = f"export.{quoted(table)}"
            connection.execute(f"CREATE TABLE {target} AS SELECT * FROM {quoted(table)}")
            schema = _read_schema(snapshot, table)
            connection.execute(f"COMMENT ON TABLE {target} IS {_literal(_meaning(schema.metadata))}")
            for field in schema:
                column = f"{target}.{quoted(field.name)}"
                connection.execute(f"COMMENT ON COLUMN {column} IS {_literal(_meaning(field.metadata))}")
        views = list_views(connection)
        connection.execute("USE export")
        for statement in to_statements() if views else []:
            connection.execute(statement)
        connection.execute("USE memory")
        connection.execute("DETACH export")


def _write_delta(snapshot: Snapshot, out: Path) -> None:
    try:
        deltalake = importlib.import_module("deltalake")
    except ImportError as error:
        raise UsageError("export to delta needs deltalake: install it beside onrecord") from error
    for table in snapshot.parts:
        deltalake.write_deltalake(str(out / table), snapshot.read(table))
    with connect(snapshot) as connection:
        for view in list_views(connection):
            deltalake.write_deltalake(str(out / view), connection.table(view).to_arrow_table())


def _read_schema(snapshot: Snapshot, table: str) -> pa.Schema:
    return read_part(snapshot.dataset, table, snapshot.parts[table][0]).schema


def _meaning(metadata: Mapping[bytes, bytes] | None) -> str:
    return (metadata or {}).get(b"description", b"").decode()


def _literal(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


_WRITERS: Mapping[str, Callable[[Snapshot, Path], None]] = MappingProxyType(
    {
        "parquet": _write_parquet,
        "csv": _write_csv,
        "jsonl": _write_jsonl,
        "duckdb": _write_duckdb,
        "delta": _write_delta,
    }
)
FORMATS = tuple(_WRITERS)
