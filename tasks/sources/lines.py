"""Records of a JSON Lines file, one line in memory at a time."""

import gzip
import hashlib
import io
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

import pyarrow as pa

from tasks.sources.decode import decode
from tasks.sources.records import Fault, Fields


class Record(NamedTuple):
    """A record of a file of many: its place in the file from 1, its hash, and its fields or why it has none."""

    number: int
    sha256: str
    fields: Fields | Fault
    payload: str | None = None


def read_lines(stream: BinaryIO, name: str, limit: int) -> Iterator[Record]:
    """Read the records of a file that may be compressed, as `name` tells. Blank lines are none; n bad lines cost n.

    limit   bytes that a line may have
    """
    number = 0
    try:
        for number, line, digest in _split(_decompress(stream, name), limit):
            if line is None:
                yield Record(number, digest, Fault("too_large", f"a line of more than {limit / 1e6:g} MB: split it"))
            elif line.strip():
                yield _read_line(number, line, digest)
    except (OSError, EOFError, zlib.error) as error:
        fault = Fault("broken_archive", f"{error}: the rest of the file cannot be read, compress it again")
        yield Record(number + 1, hashlib.sha256(str(error).encode()).hexdigest(), fault)


def _decompress(stream: BinaryIO, name: str) -> BinaryIO:
    if name.lower().endswith(".gz"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if name.lower().endswith(".zst"):
        # Arrow's reader, because zstandard's takes a file that breaks off for one that ends.
        return cast(BinaryIO, io.BufferedReader(pa.CompressedInputStream(stream, "zstd")))
    return stream


def _split(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None, str]]:
    """Yield number, bytes (None when longer than the limit) and hash of every line, its line break left out."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        digest = hashlib.sha256(line.rstrip(b"\r\n"))
        if len(line) <= limit + 1 or line.endswith(b"\n"):
            yield number, line.rstrip(b"\r\n"), digest.hexdigest()
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            digest.update(rest)
        digest.update(rest)
        yield number, None, digest.hexdigest()


def _read_line(number: int, line: bytes, digest: str) -> Record:
    text = decode(line)
    if isinstance(text, Fault):
        return Record(number, digest, text)
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        fault = Fault("broken_json", f"{error}: write one object {{...}} a line")
        return Record(number, digest, fault, _excerpt(text))
    if not isinstance(fields, dict):
        fault = Fault(
            "broken_json", f"the line is no object but {type(fields).__name__}: write one object {{...}} a line"
        )
        return Record(number, digest, fault, _excerpt(text))
    return Record(number, digest, fields)


def _excerpt(text: str) -> str:
    return json.dumps({"line": text[:500]}, ensure_ascii=True)
