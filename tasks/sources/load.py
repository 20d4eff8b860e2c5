"""The bytes of a source and of its sidecar, read once."""

import hashlib
import json
import os
from collections.abc import Mapping

import yaml

from tasks.sources.records import LIMITS, Fault, Fields, Limits, Loaded, Reject, Source

MANY = frozenset({"jsonl", "parquet", "warc"})  # formats of many documents a file: streamed, whatever their size
_BLOCK = 1 << 20


def load(source: Source, limits: Limits = LIMITS) -> Loaded | Reject:
    """Read and hash a source. A file too large or of an unknown kind is hashed, not kept in memory."""
    try:
        return _load(source, limits)
    except OSError as error:
        reason = f"{error.strerror or error}: check that the file is there and may be read"
        return _reject(source, hashlib.sha256(os.fsencode(source.path)).hexdigest(), Fault("unreadable_file", reason))


def _load(source: Source, limits: Limits) -> Loaded | Reject:
    size = source.path.stat().st_size
    if size > limits.file_bytes or not source.format:
        digest = _hash_file(source)
        if source.format in MANY:
            return Loaded(source.path, digest)
        return _reject(source, digest, _refusal(source, size, limits))
    content = source.path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if source.sidecar is None or source.format in MANY:
        return Loaded(source.path, digest, content)
    sidecar = source.sidecar.read_bytes()
    fields = read_fields(sidecar, source.sidecar.name)
    if isinstance(fields, Fault):
        return Loaded(source.path, digest, content, hashlib.sha256(sidecar).hexdigest(), fault=fields)
    return Loaded(source.path, digest, content, hash_fields(fields), fields)


def read_fields(content: bytes, name: str) -> Fields | Fault:
    """Read metadata in YAML, of which JSON is a part; `name` is for the reason."""
    try:
        fields = yaml.safe_load(content.decode("utf-8-sig"))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = str(error).splitlines()[0] if str(error) else type(error).__name__
        return Fault("broken_metadata", f"{name} is neither JSON nor YAML ({problem}): correct it or take it away")
    if fields is None:
        return {}
    if not isinstance(fields, Mapping):
        return Fault("broken_metadata", f"{name} holds no fields: write lines such as `title: ...`")
    return {str(key): value for key, value in fields.items()}


def hash_fields(fields: Fields) -> str:
    """Sha256 of fields in a canonical form: the order and the layout of the file do not count."""
    canonical = json.dumps(fields, sort_keys=True, ensure_ascii=True, default=str, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _refusal(source: Source, size: int, limits: Limits) -> Fault:
    if not source.format:
        return Fault("unknown_format", f"no reader for {source.path.suffix or 'a file without extension'}: convert it")
    limit = limits.file_bytes / 1e6
    return Fault("too_large", f"{size / 1e6:.1f} MB, more than {limit:g} MB: split it, or pass its articles as .jsonl")


def _hash_file(source: Source) -> str:
    digest = hashlib.sha256()
    with source.path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _reject(source: Source, digest: str, fault: Fault) -> Reject:
    return Reject(source.doc_id, source.uri, source.uri, digest, None, *fault)
