"""Events in the columns of other event datasets: a view for each file of this folder, by its name."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import duckdb

from expectations.tables import TABLES

SOURCES = ("documents", "mentions", "entities", "roles", "event_mentions", "participants", "events")


@cache
def read_views() -> Mapping[str, str]:
    """The SELECT statement of every view."""
    files = [each for each in resources.files("tasks.storage.views").iterdir() if each.name.endswith(".sql")]
    found = {each.name.removesuffix(".sql"): each.read_text("utf-8").rstrip() for each in files}
    return MappingProxyType(dict(sorted(found.items())))


def to_statements() -> list[str]:
    """The statements that define the views over the tables."""
    return [f"CREATE VIEW {name} AS\n{sql};\n" for name, sql in read_views().items()]


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Define the views, unless a table or column is not there: the version is of an earlier release."""
    has = set(connection.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall())
    needs = {(table, column.name) for table in SOURCES for column in TABLES[table].columns}
    for statement in to_statements() if needs <= has else []:
        connection.execute(statement)


def list_views(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Names of the views that a connection has."""
    known = {name for (name,) in connection.execute("SELECT view_name FROM duckdb_views()").fetchall()}
    return [name for name in read_views() if name in known]
