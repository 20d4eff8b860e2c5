"""Documents and rows on their way between the tasks of a run: Arrow files in the run's work folder.

A file or folder that exists is complete: both are written beside their place and renamed into it.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import feather

from expectations.arrow import to_arrow, to_schema
from expectations.rows import Row
from expectations.tables import DOCUMENTS, TABLES
from tasks.sources.records import Document

_DOCUMENT = pa.schema([to_schema(DOCUMENTS).field(name) for name in Document._fields])


def write_documents(path: Path, documents: Sequence[Document]) -> None:
    """Write documents that are still to be annotated."""
    table = pa.Table.from_pylist([document._asdict() for document in documents], schema=_DOCUMENT)
    partial = path.with_suffix(".partial")
    feather.write_feather(table, partial, compression="zstd")
    partial.replace(path)


def read_documents(path: Path) -> list[Document]:
    """Read what `write_documents` wrote."""
    return [Document(**row) for row in feather.read_table(path).to_pylist()]


def write_rows(folder: Path, rows: Mapping[str, Sequence[Row]]) -> None:
    """Write the rows of each table to <folder>/<table>.arrow."""
    write_tables(folder, {name: to_arrow(TABLES[name], rows[name]) for name in rows})


def write_tables(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write each table to <folder>/<table>.arrow."""
    partial = folder.with_name(f"{folder.name}.{os.getpid()}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    for name, table in tables.items():
        feather.write_feather(table, partial / f"{name}.arrow", compression="zstd")
    shutil.rmtree(folder, ignore_errors=True)
    partial.rename(folder)


def read_tables(folders: Iterable[Path]) -> dict[str, pa.Table]:
    """Read the tables of several folders, joined in the order given; a table that no folder has is empty."""
    pieces: dict[str, list[pa.Table]] = {name: [to_schema(table).empty_table()] for name, table in TABLES.items()}
    for folder in folders:
        for path in sorted(folder.glob("*.arrow")):
            pieces[path.stem].append(feather.read_table(path))
    return {name: pa.concat_tables(tables) for name, tables in pieces.items()}
