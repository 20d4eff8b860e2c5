"""Landed bytes, kept as they came."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO

import zstandard

from expectations.errors import ConflictError
from tasks.storage.dataset import Dataset, read_object

# Garbage collection spares what is younger than its grace; an older file that a new run counts on is written again.
_REFRESH = timedelta(hours=6)
_BLOCK = 1 << 20


def raw_path(digest: str) -> str:
    """Path of landed bytes."""
    return f"raw/{digest}.zst"


def write_raw(dataset: Dataset, content: bytes) -> str:
    """Keep bytes and return their sha256; bytes that are there already are not written again."""
    digest = sha256(content).hexdigest()
    copy_raw(dataset, digest, BytesIO(content))
    return digest


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


def read_raw(dataset: Dataset, digest: str) -> bytes:
    """Bytes that were landed.

    Raises:
        ConflictError: they are missing or damaged.
    """
    try:
        content = zstandard.ZstdDecompressor().decompressobj().decompress(read_object(dataset, raw_path(digest)))
    except zstandard.ZstdError as error:
        raise ConflictError(f"{raw_path(digest)} is damaged: land its source again") from error
    if sha256(content).hexdigest() != digest:
        raise ConflictError(f"{raw_path(digest)} is damaged: land its source again")
    return content
