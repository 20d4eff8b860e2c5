"""Landed bytes, kept as they came."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import BinaryIO

import zstandard

from tasks.storage.dataset import Dataset
from tasks.storage.manifests import Manifest
from tasks.storage.reading import to_snapshot

# Garbage collection spares what is younger than its grace; an older file that a new run counts on is written again.
_REFRESH = timedelta(hours=6)
_BLOCK = 1 << 20
_DAMAGED = "is damaged: delete it and run its source again"


def raw_path(digest: str) -> str:
    """Path of landed bytes."""
    return f"raw/{digest}.zst"


def copy_raw(dataset: Dataset, digest: str, stream: BinaryIO) -> None:
    """Keep the bytes of a stream, whose sha256 is known, without holding them in memory."""
    if not _is_fresh(dataset, raw_path(digest)):
        dataset.store.put(raw_path(digest), _compress(stream))


def _compress(stream: BinaryIO) -> Iterator[bytes]:
    compressor = zstandard.ZstdCompressor().compressobj()
    while block := stream.read(_BLOCK):
        yield compressor.compress(block)
    yield compressor.flush()


def _is_fresh(dataset: Dataset, path: str) -> bool:
    try:
        return datetime.now(UTC) - dataset.store.head(path)["last_modified"] < _REFRESH
    except FileNotFoundError:
        return False


def find_raw(dataset: Dataset, manifests: Sequence[Manifest], table: str, column: str) -> set[str]:
    """Digests in a column of a table, in any of these versions.

    Raises:
        ConflictError: a part of the table is missing or damaged.
    """
    parts = tuple({part: None for manifest in manifests for part in manifest.parts.get(table, ())})
    if not parts:
        return set()
    snapshot = to_snapshot(dataset, manifests[-1])._replace(parts={table: parts})
    return set(snapshot.read(table, [column])[column].to_pylist())


def find_damage(dataset: Dataset, digest: str) -> str | None:
    """What is wrong with landed bytes, and what to do; None if they are as they came."""
    found, decompressor = sha256(), zstandard.ZstdDecompressor().decompressobj()
    try:
        for block in dataset.store.get(raw_path(digest)):
            found.update(decompressor.decompress(bytes(block)))
    except FileNotFoundError:
        return "is missing: run its source again"
    except zstandard.ZstdError:
        return _DAMAGED
    return None if found.hexdigest() == digest else _DAMAGED
