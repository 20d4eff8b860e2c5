"""Reading a version: its tables, its documents, its rows."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from expectations.errors import UsageError
from flows.commands import options

if TYPE_CHECKING:
    from expectations.rows import Row
    from tasks.storage.reading import Snapshot


def read_version(data: str, version: int | None) -> "Snapshot":
    """Read the tables of a version, of the newest when None."""
    from tasks.storage.dataset import open_dataset
    from tasks.storage.reading import read_snapshot

    return read_snapshot(open_dataset(data, create=False), version)


@click.command()
@click.argument("table", required=False)
@options.data
@options.version
@options.as_json
def describe(table: str | None, data: str, version: int | None, as_json: bool) -> None:
    """Say what the tables hold, or what the columns of TABLE mean."""
    from tasks.storage.describing import describe as describe_all
    from tasks.storage.describing import describe_table

    snapshot = read_version(data, version)
    found = describe_table(snapshot, table) if table else describe_all(snapshot)
    options.print_json(found) if as_json else options.print_rows([each._asdict() for each in found])


@click.command()
@click.argument("sql")
@options.data
@options.version
@options.as_json
def query(sql: str, data: str, version: int | None, as_json: bool) -> None:
    """Run SQL over the tables. It is DuckDB's, and sees the tables and views by their names."""
    from tasks.storage.sql import query as select

    found = select(read_version(data, version), sql)
    rows = found.to_pylist()
    options.print_json(rows) if as_json else options.print_rows(rows, found.column_names)


@click.command()
@click.option(
    "--format", "form", required=True, type=click.Choice(["parquet", "csv", "jsonl", "duckdb", "delta"]), help="Format."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Directory to write to, new or empty.")
@options.data
@options.version
def export(form: str, out: Path, data: str, version: int | None) -> None:
    """Write the tables in another format."""
    from tasks.storage.export import export as write

    for path in write(read_version(data, version), form, out):
        click.echo(path)


@click.command()
@click.argument("doc_id")
@options.data
@options.version
@options.as_json
@click.option("--html", "as_html", is_flag=True, help="Print a page with the text and everything found in it.")
def show(doc_id: str, data: str, version: int | None, as_json: bool, as_html: bool) -> None:
    """Print a document with everything that was found in it."""
    from tasks.reading.show import to_lines

    tables = _read_document(read_version(data, version), doc_id)
    if as_json:
        options.print_json(tables)
    elif as_html:
        from tasks.reading.page import to_page

        click.echo(to_page(tables))
    else:
        click.echo("\n".join(to_lines(tables)))


@click.command()
@click.argument("row_id")
@options.data
@options.version
@options.as_json
def explain(row_id: str, data: str, version: int | None, as_json: bool) -> None:
    """Say where a row comes from. Prints its values, what they mean, and the characters of the source."""
    from tasks.reading.explain import find_pointing, find_row, to_lines

    snapshot = read_version(data, version)
    table, row = find_row(snapshot, row_id)
    if as_json:
        options.print_json({"table": table.name, **row})
        return
    documents = snapshot.read("documents", ["text"], [row["doc_id"]]).to_pylist() if "doc_id" in row else []
    text = documents[0]["text"] if documents else None
    click.echo("\n".join(to_lines(table, row, text, find_pointing(snapshot, table, row_id))))


def _read_document(snapshot: "Snapshot", doc_id: str) -> "dict[str, list[Row]]":
    from expectations.tables import TABLES

    owned = [name for name, table in TABLES.items() if table.owner == "document"]
    tables = {name: snapshot.read(name, None, [doc_id]).to_pylist() for name in owned}
    if not tables["documents"]:
        reasons = [f"{row['rule']}: {row['reason']}" for row in tables["quarantine"]]
        raise UsageError(f"no document {doc_id}: {reasons[0] if reasons else '`onrecord query` lists doc_id'}")
    return tables
