"""The gate between extraction and publication, in a process of its own that has Great Expectations ready."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple

from expectations.arrow import to_arrow
from expectations.bookkeeping import QUARANTINE
from expectations.rows import Row
from expectations.tables import TABLES
from tasks.annotation.pool import start_pool
from tasks.annotation.spool import read_tables, write_tables
from tasks.quality.assertions import preload
from tasks.quality.quarantine import split
from tasks.quality.validate import Failure, to_check_rows, validate_dataset, validate_tables


class Judged(NamedTuple):
    """What the gate let through: tables in `folder`, rows by table, the evaluated expectations, and what failed."""

    folder: str
    extracted: dict[str, int]
    accepted: dict[str, int]
    checks: list[Row]
    failures: list[Failure]


@cache
def gate() -> ProcessPoolExecutor:
    """Return the one process that judges rows; it starts with the first call and is kept."""
    pool = start_pool(1)
    pool.submit(preload)
    return pool


def judge_documents(folders: Sequence[Path], target: Path, rejects: Sequence[Row], run_id: str) -> Judged:
    """Judge the rows of whole documents; accepted rows, and quarantine with the rejects, are written to `target`."""
    tables = read_tables(folders)
    failed = tables["quarantine"]
    rows = {name: tables[name] for name, table in TABLES.items() if table.owner == "document" and name != "quarantine"}
    validation = validate_tables(rows)
    accepted, quarantine = split(rows, validation.failures, run_id)
    set_aside = to_arrow(QUARANTINE, [*rejects, *failed.to_pylist(), *quarantine])
    write_tables(target, {**accepted, "quarantine": set_aside})
    return Judged(
        str(target),
        {name: table.num_rows for name, table in rows.items()},
        {name: table.num_rows for name, table in accepted.items()},
        to_check_rows(validation.checks, run_id),
        validation.failures,
    )


def judge_dataset(sources: Mapping[str, Sequence[str]], run_id: str) -> tuple[list[Row], list[Failure]]:
    """Judge the tables that are computed from all documents, given the paths of all parts by table."""
    validation = validate_dataset(sources)
    return to_check_rows(validation.checks, run_id), validation.failures
