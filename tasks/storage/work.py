"""Chunks of a running or interrupted run: work/<run_id>/<chunk>/<table>.arrow, and a marker when all are there."""

import json
import re
import shutil
from collections.abc import Mapping, Sequence

import pyarrow as pa

from expectations.arrow import to_schema
from expectations.errors import ConflictError, UsageError
from expectations.tables import TABLES
from tasks.storage.dataset import Dataset, delete_objects, list_objects, read_object

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_MARKER = ".complete.json"


def _folder(*names: str) -> str:
    wrong = [name for name in names if not _NAME.fullmatch(name)]
    if wrong:
        raise UsageError(f"{wrong[0]!r} cannot name a run or a chunk: use letters, digits, '-', '_' and '.'")
    return "/".join(("work", *names))


def write_chunk(dataset: Dataset, run_id: str, chunk: str, tables: Mapping[str, pa.Table]) -> None:
    """Keep the rows of a chunk; the marker comes last, so a chunk counts only when all of it is there."""
    folder = _folder(run_id, chunk)
    for name, rows in tables.items():
        sink = pa.BufferOutputStream()
        with pa.ipc.new_file(sink, rows.schema) as writer:
            writer.write_table(rows)
        dataset.store.put(f"{folder}/{name}.arrow", sink.getvalue().to_pybytes(), use_multipart=False)
    rows_by_table = {name: rows.num_rows for name, rows in tables.items()}
    dataset.store.put(folder + _MARKER, json.dumps(rows_by_table, sort_keys=True).encode())


def list_chunks(dataset: Dataset, run_id: str) -> list[str]:
    """Chunks of a run that are complete, by name."""
    folder = _folder(run_id) + "/"
    paths = (each.path.removeprefix(folder) for each in list_objects(dataset, folder))
    return [path.removesuffix(_MARKER) for path in paths if path.endswith(_MARKER)]


def list_runs_at_work(dataset: Dataset) -> list[str]:
    """Runs that are not over: they go on, or they were interrupted."""
    return sorted({each.path.split("/")[1] for each in list_objects(dataset, "work")})


def read_chunks(dataset: Dataset, run_id: str, chunks: Sequence[str], table: str) -> pa.Table:
    """Rows of a table from complete chunks, in the order of their names.

    Raises:
        ConflictError: a chunk is not complete.
    """
    schema = to_schema(TABLES[table])
    read = (_read_chunk(dataset, _folder(run_id, chunk), table) for chunk in sorted(chunks))
    return pa.concat_tables([schema.empty_table(), *(rows for rows in read if rows is not None)])


def _read_chunk(dataset: Dataset, folder: str, table: str) -> pa.Table | None:
    rows_by_table = json.loads(read_object(dataset, folder + _MARKER).to_pybytes())
    if table not in rows_by_table:
        return None
    rows = pa.ipc.open_file(read_object(dataset, f"{folder}/{table}.arrow")).read_all()
    if rows.num_rows != rows_by_table[table]:
        raise ConflictError(f"{folder} is damaged: remove it and run again")
    return rows


def remove_work(dataset: Dataset, run_id: str) -> None:
    """Forget a run that is over: markers first, so that no chunk looks complete while it is taken apart."""
    paths = [each.path for each in list_objects(dataset, _folder(run_id))]
    delete_objects(dataset, sorted(paths, key=lambda path: not path.endswith(_MARKER)))
    if dataset.root is not None:
        shutil.rmtree(dataset.root / _folder(run_id), ignore_errors=True)
