"""Where a dataset lives: an object store, and the local directory behind it when there is one."""

import os
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
from obstore.exceptions import BaseError
from obstore.store import LocalStore, from_url

from expectations.errors import ConflictError, UsageError

if TYPE_CHECKING:
    from obstore.store import ObjectStore


class Dataset(NamedTuple):
    """An open dataset; `root` is None unless it lives on a local disk."""

    store: "ObjectStore"
    root: Path | None
    location: str


class Stored(NamedTuple):
    """An object of the store; size in bytes."""

    path: str
    size: int
    modified: datetime


def open_dataset(location: str | Path, *, create: bool = True) -> Dataset:
    """Open a directory, or an address such as s3://bucket/prefix, gs:// or az://.

    Raises:
        UsageError: the place cannot hold a dataset, or holds none and `create` is false.
    """
    address = str(location).removeprefix("file://")
    if "://" in address:
        return _open_address(address)
    root = Path(address).expanduser().absolute()
    if not create and not (root / "manifests").is_dir():
        raise UsageError(f"{location} holds no dataset: `onrecord run INPUT --data {location}` makes one")
    try:
        return Dataset(LocalStore(root, mkdir=True), root, str(root))
    except (OSError, BaseError) as error:
        raise UsageError(f"{location} cannot hold a dataset: {_first_line(error)}; choose another --data") from error


def _open_address(address: str) -> Dataset:
    try:
        store = from_url(address)
        next(iter(store.list("manifests")), None)
    except (ValueError, BaseError) as error:
        raise UsageError(f"{address} cannot be read: {_first_line(error)}; choose another --data") from error
    return Dataset(store, None, address)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def read_object(dataset: Dataset, path: str) -> pa.Buffer:
    """Bytes of an object.

    Raises:
        ConflictError: there is no such object.
    """
    try:
        return pa.py_buffer(dataset.store.get(path).bytes())
    except FileNotFoundError as error:
        raise ConflictError(f"{path} is missing from {dataset.location}: run `onrecord repair`") from error


def read_named_by_content(dataset: Dataset, path: str, digest: str) -> pa.Buffer:
    """Bytes of an object whose name is the sha256 of its bytes.

    Raises:
        ConflictError: the object is missing, or its bytes are not those that were written.
    """
    content = read_object(dataset, path)
    if sha256(content).hexdigest() != digest:
        raise ConflictError(f"{path} in {dataset.location} is damaged: run `onrecord repair`, else restore a copy")
    return content


def list_objects(dataset: Dataset, prefix: str) -> list[Stored]:
    """Objects below a prefix, by path."""
    found = dataset.store.list(prefix).collect()
    return sorted(Stored(each["path"], each["size"], each["last_modified"]) for each in found)


def delete_objects(dataset: Dataset, paths: list[str]) -> None:
    """Delete objects; one that somebody else deleted meanwhile is no error."""
    for path in paths:
        try:
            dataset.store.delete(path)
        except FileNotFoundError:
            continue


def flush(dataset: Dataset, paths: list[str]) -> None:
    """Wait until the local disk holds objects and their names, so that not even a power cut loses them."""
    if dataset.root is None:
        return
    files = [dataset.root / path for path in paths]
    for path in (*files, *{file.parent for file in files}):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
