"""Rules judged by DuckDB: which rows keep them."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import duckdb
import pyarrow as pa

from expectations.arrow import to_schema
from expectations.columns import Table, read_ontology, read_vocabulary
from expectations.suites import Expectation
from expectations.tables import TABLES
from tasks.quality.surfaces import with_surfaces

Source: TypeAlias = pa.Table | Sequence[str]  # rows in memory, or the paths of their Parquet files


def connect(sources: Mapping[str, Source]) -> duckdb.DuckDBPyConnection:
    """Open a database in memory that sees every table by its name (empty if not given) and what rules look up."""
    connection = duckdb.connect()
    for name, table in TABLES.items():
        _register(connection, table, sources.get(name, ()))
    connection.register("vocabularies", _vocabularies())
    connection.register("event_types", _event_types())
    return connection


def add_texts(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    """Add surfaces and lengths, which rules on one document may use."""
    texts = dict(zip(*(tables["documents"][name].to_pylist() for name in ("doc_id", "text")), strict=True))
    lengths = {"doc_id": list(texts), "length": [len(text or "") for text in texts.values()]}
    connection.register("lengths", pa.table(lengths, pa.schema({"doc_id": pa.string(), "length": pa.int64()})))
    for name, table in tables.items():
        connection.register(name, with_surfaces(TABLES[name], table, texts))


def read(connection: duckdb.DuckDBPyConnection, table: Table, columns: Sequence[str]) -> pa.Table:
    """Some columns of all rows; lists as text."""
    values = ", ".join(_value(table, name) for name in columns)
    return connection.sql(f'select {values} from "{table.name}" this').to_arrow_table()


def find_broken(
    connection: duckdb.DuckDBPyConnection, table: Table, columns: Sequence[str], rules: Sequence[Expectation]
) -> pa.Table:
    """The rows that break a rule: columns as `read` gives them and, by name of the rule, whether the row keeps it."""
    values = [_value(table, name) for name in columns]
    verdicts = [f'coalesce({rule.arguments["holds"]}, true) as "{rule.name}"' for rule in rules]
    kept = " and ".join(f'"{rule.name}"' for rule in rules)
    query = f'select {", ".join(values + verdicts)} from "{table.name}" this'
    return connection.sql(f"select * from ({query}) where not ({kept})").to_arrow_table()


def _value(table: Table, name: str) -> str:
    is_list = table.column(name).kind in ("texts", "spans")
    return f'cast(this."{name}" as varchar) as "{name}"' if is_list else f'this."{name}"'


def _register(connection: duckdb.DuckDBPyConnection, table: Table, source: Source) -> None:
    if isinstance(source, pa.Table):
        connection.register(table.name, source)
    elif source:
        connection.read_parquet(list(source)).create_view(table.name)
    else:
        connection.register(table.name, to_schema(table).empty_table())


def _vocabularies() -> pa.Table:
    columns = [column for table in TABLES.values() for column in table.columns if column.kind == "texts"]
    names = {column.vocabulary for column in columns if column.vocabulary}
    return pa.Table.from_pylist([{"name": name, "value": value} for name in names for value in read_vocabulary(name)])


def _event_types() -> pa.Table:
    types = read_ontology()["types"]
    return pa.Table.from_pylist(
        [
            {"event_type": name, "quad_code": entry["quad_code"], "modes": list(entry.get("modes", {}))}
            for name, entry in types.items()
        ]
    )
