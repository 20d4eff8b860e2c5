"""Ingest: land the bytes, read the documents, and plan what has to be done."""

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from uuid import uuid4

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE

from tasks.annotation.fingerprint import to_fingerprint
from tasks.annotation.plan import Known, Plan, find_read, find_seen, find_unreadable, spool, write_plan
from tasks.sources.fetch import fetch_sources, is_address
from tasks.sources.find import find_sources
from tasks.sources.load import MANY, load
from tasks.sources.read import keep_first, read_documents
from tasks.sources.records import Item, Reject, Seen, Source
from tasks.storage.dataset import Dataset, open_dataset
from tasks.storage.manifests import read_latest
from tasks.storage.raw import copy_raw
from tasks.storage.reading import to_snapshot
from tasks.storage.versions import complete_versions
from tasks.storage.work import work_folder


@task(cache_policy=NO_CACHE)
def land(inputs: Sequence[str], data: str, model: str, retry: bool) -> str:
    """Keep the bytes of every source and spool the documents that are new or changed; returns the landing folder.

    With `retry`, what was set aside counts as new. Version directories that a killed run left out are made first.
    """
    dataset = open_dataset(data)
    complete_versions(dataset)
    folder = work_folder(dataset) / f"landing-{uuid4().hex}"
    fingerprint = to_fingerprint(model)
    documents = _read_known(dataset, "documents")
    aside = {} if retry else _read_known(dataset, "quarantine")
    known = {doc_id: made_from for doc_id, (made_from, _) in (aside | documents).items()}
    # What was set aside is read again: whether it can have its id depends on what else there is.
    current = {
        doc_id: made_from for doc_id, (made_from, _) in documents.items() if made_from.fingerprint == fingerprint
    }
    homes = {doc_id: uri for doc_id, (_, uri) in documents.items()}
    landed = _land(dataset, _find(inputs, folder / "inputs"), current)
    spool(keep_first(landed, homes), known, fingerprint, folder)
    return str(folder)


@task(cache_policy=NO_CACHE)
def plan(landing: str, inputs: Sequence[str], data: str, model: str, prune: bool) -> Plan:
    """Say what has to be done; with `prune`, documents whose source is gone from the inputs are removed."""
    dataset = open_dataset(data)
    latest = read_latest(dataset)
    removed = _find_gone(dataset, inputs, Path(landing), prune)
    planned = write_plan(Path(landing), removed, latest.version if latest else 0, to_fingerprint(model))
    get_run_logger().info("%s", planned)
    return planned


def _find(inputs: Sequence[str], copies: Path) -> list[Source]:
    paths = [each for each in inputs if not is_address(each)]
    sources = find_sources(paths)
    for number, address in enumerate(each for each in inputs if is_address(each)):
        sources += fetch_sources(address, copies / str(number))
    return sources


def _land(dataset: Dataset, sources: Sequence[Source], current: Mapping[str, Known]) -> Iterator[Item]:
    for source in sources:
        loaded = load(source)
        if isinstance(loaded, Reject):
            yield loaded
            continue
        with loaded.open() as stream:
            copy_raw(dataset, loaded.sha256, stream)
        known = None if source.format in MANY else current.get(source.doc_id)
        if known and (known.content_sha256, known.metadata_sha256) == (loaded.sha256, loaded.metadata_sha256):
            yield Seen(source.doc_id, source.uri, loaded.sha256, loaded.metadata_sha256)
        else:
            yield from read_documents(source, loaded)


def _read_known(dataset: Dataset, table: str) -> dict[str, tuple[Known, str]]:
    """What the documents of a table were made from, and their source_uri, by id."""
    latest = read_latest(dataset)
    if latest is None:
        return {}
    known: dict[str, tuple[Known, str]] = {}
    columns = ["doc_id", *Known._fields, "source_uri"]
    for row in to_snapshot(dataset, latest).read(table, columns).select(columns).to_pylist():
        doc_id, *made_from, source_uri = row.values()
        known[doc_id] = (Known(*made_from), source_uri)
    return known


def _find_gone(dataset: Dataset, inputs: Sequence[str], landing: Path, prune: bool) -> list[str]:
    """Find what was not read this time and should not stay.

    That is what was set aside and is no longer in its source; with `prune`, also everything that once came from below
    the inputs, unless it may be where nobody could look.
    """
    roots = [each.rstrip("/") if is_address(each) else Path(each).as_posix() for each in inputs] if prune else []
    seen, read, closed = find_seen(landing), find_read(landing), find_unreadable(landing)
    return [
        doc_id
        for table in ("documents", "quarantine")
        for doc_id, (_, uri) in _read_known(dataset, table).items()
        if doc_id not in seen
        and (
            (table == "quarantine" and uri in read)
            or any(uri.startswith(f"{root}/") or fnmatch(uri, root) for root in roots)
            and not any(uri.startswith(f"{each}/") for each in closed)
        )
    ]
