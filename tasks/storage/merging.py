"""New rows into the parts of a table; only buckets that hold a changed key are written."""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from expectations.columns import Owner, Table
from tasks.storage.buckets import key_digest, plan_buckets, within
from tasks.storage.dataset import Dataset
from tasks.storage.manifests import Part
from tasks.storage.parts import conform, partition_column, read_part, write_part

# Documents of a bucket, rows of a bucket; what runs append stays together.
BUCKET_LIMITS: dict[Owner, int] = {"document": 4096, "dataset": 65_536, "run": 2**62, "person": 2**62}


class _Merge(NamedTuple):
    """What buckets are written from: touched parts without the keys that are gone, untouched ones, and new rows."""

    dataset: Dataset
    table: Table
    touched: Set[Part]
    untouched: Mapping[str, Part]
    gone: Set[str]
    rows: pa.Table


def merge(
    dataset: Dataset, table: Table, parts: Sequence[Part], gone: Set[str], rows: pa.Table, *, rewrite: bool = False
) -> tuple[Part, ...]:
    """Parts of the table without the rows of the keys that are gone or come anew, and with the new rows.

    Args:
        dataset: where parts are read and written.
        table: the table; its keys are document ids when documents own it.
        parts: its present parts.
        gone: keys whose rows vanish.
        rows: new rows.
        rewrite: write every part, because the columns changed.
    """
    new = keys_of(table, rows)
    touched = frozenset(parts) if rewrite else find_touched(parts, gone | new)
    untouched = {part.bucket: part for part in parts if part not in touched}
    merging = _Merge(dataset, table, touched, untouched, gone | new, conform(table, rows))
    stay = (key for part in touched for key in _read_keys(merging, part) - merging.gone)
    keys = {key_digest(key): key for key in (*stay, *new)}
    return _write_buckets(merging, keys, parts)


def replace(dataset: Dataset, table: Table, parts: Sequence[Part], rows: pa.Table) -> tuple[Part, ...]:
    """Parts of the table with these rows and no others; those that are there already are not written again."""
    merging = _Merge(dataset, table, frozenset(), {}, frozenset(), conform(table, rows))
    return _write_buckets(merging, {key_digest(key): key for key in keys_of(table, rows)}, parts)


def keys_of(table: Table, rows: pa.Table) -> frozenset[str]:
    """Keys that decide the buckets of rows."""
    return frozenset(pc.unique(rows[partition_column(table)]).to_pylist())


def find_touched(parts: Iterable[Part], keys: Iterable[str]) -> frozenset[Part]:
    """Parts whose bucket holds one of the keys, whether or not they have rows of it."""
    digests = sorted(map(key_digest, keys))
    return frozenset(part for part in parts if within(digests, part.bucket))


def _read_keys(merging: _Merge, part: Part) -> frozenset[str]:
    column = partition_column(merging.table)
    return keys_of(merging.table, read_part(merging.dataset, merging.table.name, part, [column]))


def _write_buckets(merging: _Merge, keys: Mapping[str, str], known: Sequence[Part]) -> tuple[Part, ...]:
    digests = sorted(keys)
    sizes = {bucket: part.keys for bucket, part in merging.untouched.items()}
    parts = []
    for bucket in plan_buckets(digests, sizes, BUCKET_LIMITS[merging.table.owner]) or [""]:
        here = frozenset(keys[digest] for digest in within(digests, bucket))
        parts.append(merging.untouched.get(bucket) or _write_bucket(merging, bucket, here, known))
    return tuple(parts)


def _write_bucket(merging: _Merge, bucket: str, here: Set[str], known: Sequence[Part]) -> Part:
    """Write a bucket from what lay in it, above it (it split) or below it (it closed up), and the new rows."""
    closed = [part for part in merging.untouched.values() if part.bucket.startswith(bucket)]
    split = [part for part in merging.touched if part.bucket.startswith(bucket) or bucket.startswith(part.bucket)]
    old = [_select(merging, _read(merging, part), here - merging.gone) for part in split]
    new = _select(merging, merging.rows, here)
    rows = pa.concat_tables([*(_read(merging, part) for part in closed), *old, new])
    return write_part(merging.dataset, merging.table, bucket, rows, known)


def _read(merging: _Merge, part: Part) -> pa.Table:
    return conform(merging.table, read_part(merging.dataset, merging.table.name, part))


def _select(merging: _Merge, rows: pa.Table, keys: Set[str]) -> pa.Table:
    return rows.filter(pc.is_in(rows[partition_column(merging.table)], value_set=pa.array(list(keys), pa.string())))
