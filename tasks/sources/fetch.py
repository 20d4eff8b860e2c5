"""Objects of a store, copied to a local folder and read there like files."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from obstore.exceptions import BaseError
from obstore.store import from_url

from expectations.errors import InputError
from tasks.sources.find import find_sources, is_of_use
from tasks.sources.records import Source

if TYPE_CHECKING:
    from obstore.store import ObjectStore


def is_address(given: str) -> bool:
    """Whether an input is an address such as s3://bucket/prefix and no path."""
    return "://" in given


def fetch_sources(address: str, folder: Path) -> list[Source]:
    """Copy an object, or what can be read below a prefix, to `folder`, and list the copies as sources of the address.

    Raises:
        InputError: nothing is there, or the store does not answer.
    """
    folder.mkdir(parents=True, exist_ok=True)
    root = address.rstrip("/")
    try:
        found = [_copy(store, name, folder) for store, name in _list(root)]
    except (ValueError, OSError, BaseError) as error:
        raise InputError(f"{address} cannot be read: {str(error).splitlines()[0]}") from error
    if not found:
        raise InputError(f"{address} holds nothing to read: name an object or a prefix")
    root = root.rpartition("/")[0] if is_of_use(root) else root
    return [source._replace(address=root) for source in find_sources([str(folder)])]


def _list(address: str) -> Iterator[tuple["ObjectStore", str]]:
    if is_of_use(address):
        prefix, _, name = address.rpartition("/")
        yield from_url(prefix), name
        return
    store = from_url(address)
    for page in store.list():
        yield from ((store, each["path"]) for each in page if is_of_use(each["path"]))


def _copy(store: "ObjectStore", name: str, folder: Path) -> Path:
    target = folder / name
    if ".." in PurePosixPath(name).parts:
        raise ValueError(f"{name} points out of its prefix")
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        for block in store.get(name).stream():
            file.write(block)
    return target
