"""SQL over the tables of a version, with DuckDB."""

import duckdb
import pyarrow as pa

from expectations.errors import ConflictError, UsageError
from tasks.storage.parts import part_path
from tasks.storage.reading import Snapshot
from tasks.storage.views import SOURCES, create_views, read_views


def connect(snapshot: Snapshot, sql: str | None = None) -> duckdb.DuckDBPyConnection:
    """Connection that sees each table and each view of other datasets by its name; instants are in UTC.

    Parts on a local disk are read by DuckDB itself. From an object store the tables that `sql` names, all when None,
    are loaded before.
    """
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    for table in snapshot.parts:
        if snapshot.dataset.root is not None:
            connection.execute(f"CREATE VIEW {quoted(table)} AS {_to_select(snapshot, table)}")
        elif sql is None or table in sql or (table in SOURCES and any(view in sql for view in read_views())):
            connection.register(table, snapshot.read(table))
    create_views(connection)
    return connection


def _to_select(snapshot: Snapshot, table: str) -> str:
    root = snapshot.dataset.root
    paths = [f"{root}/{part_path(table, part.sha256)}".replace("'", "''") for part in snapshot.parts[table]]
    files = ", ".join(f"'{path}'" for path in paths)
    return f"SELECT * FROM read_parquet([{files}])"


def quoted(name: str) -> str:
    """An identifier, quoted."""
    return '"' + name.replace('"', '""') + '"'


def query(snapshot: Snapshot, sql: str) -> pa.Table:
    """Rows that a SQL statement selects.

    Raises:
        UsageError: DuckDB cannot run the statement.
        ConflictError: a part is missing or damaged.
    """
    try:
        with connect(snapshot, sql) as connection:
            relation = connection.sql(sql)
            return pa.table({}) if relation is None else relation.to_arrow_table()
    except duckdb.IOException as error:
        raise ConflictError(f"{error}: run `onrecord verify`") from error
    except duckdb.Error as error:
        raise UsageError(f"{error}\n`onrecord describe` lists tables and columns") from error
