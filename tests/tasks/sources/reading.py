"""Bytes to documents, for tests."""

import json
from pathlib import Path

from tasks.sources.find import find_sources
from tasks.sources.read import read_source
from tasks.sources.records import Document, Limits, Reject

SMALL = Limits(file_bytes=100_000, record_bytes=10_000, characters=50_000, sentence_characters=2_000)


def read(path: Path, content: bytes, **sidecar: object) -> list[Document | Reject]:
    path.write_bytes(content)
    if sidecar:
        path.with_suffix(".meta.json").write_text(json.dumps(sidecar), "utf-8")
    source = next(each for each in find_sources([str(path)]) if each.path == path)
    return list(read_source(source, SMALL))


def read_one(path: Path, content: bytes, **sidecar: object) -> Document | Reject:
    [found] = read(path, content, **sidecar)
    return found


def lines(*records: object) -> bytes:
    return "\n".join(each if isinstance(each, str) else json.dumps(each) for each in records).encode()
