"""Sources to documents: every document comes out either read or with the reason why not."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from tasks.sources.columns import read_columns
from tasks.sources.decode import decode
from tasks.sources.documents import Place, to_document, to_payload, to_reject
from tasks.sources.lines import Record, read_lines
from tasks.sources.load import MANY, load
from tasks.sources.markdown import read_markdown
from tasks.sources.metadata import Metadata, merge, to_metadata
from tasks.sources.records import LIMITS, Document, Fault, Item, Limits, Loaded, Reject, Source
from tasks.sources.web_archive import read_web_archive


def read_source(source: Source, limits: Limits = LIMITS) -> Iterator[Document | Reject]:
    """Load a source and read its documents."""
    loaded = load(source, limits)
    if isinstance(loaded, Reject):
        yield loaded
    else:
        yield from read_documents(source, loaded, limits)


def read_documents(source: Source, loaded: Loaded, limits: Limits = LIMITS) -> Iterator[Document | Reject]:
    """Read the documents of a loaded source, in its order; memory holds one at a time."""
    if source.format in MANY:
        with loaded.open() as stream:
            for record in _records(source, stream, limits):
                yield _read_record(source, loaded, record, limits)
        return
    place = Place(source.doc_id, source.uri, source.uri, source.format, loaded.sha256, loaded.sha256)
    place = place._replace(metadata_sha256=loaded.metadata_sha256)
    found = loaded.fault or _read_file(source, loaded)
    yield to_reject(place, found) if isinstance(found, Fault) else to_document(place, found, limits)


def keep_first(items: Iterable[Item]) -> Iterator[Item]:
    """Keep the first item of every id; one with the same bytes is passed over, one with others is set aside.

    What is set aside gets an id of its own, `<id>@<first digits of its sha256>`, so that every id stands for one thing.
    """
    known: dict[str, Item] = {}
    for each in map(_to_encodable, items):
        first = known.get(each.doc_id)
        if first and (first.content_sha256, first.metadata_sha256) != (each.content_sha256, each.metadata_sha256):
            each = _to_duplicate(each, first.source_uri)
        if each.doc_id not in known:
            known[each.doc_id] = each._replace(text="") if isinstance(each, Document) else each
            yield each


def _to_encodable(item: Item) -> Item:
    """Escape what UTF-8 cannot hold: bytes of a file name that is no UTF-8, lone surrogates in JSON."""
    names = {"doc_id", "row_key", "source_uri", "reason", "payload"} & set(item._fields)
    values = {name: getattr(item, name) for name in names if getattr(item, name) is not None}
    return item._replace(**{name: text.encode("utf-8", "backslashreplace").decode() for name, text in values.items()})


def _to_duplicate(item: Item, first_uri: str) -> Reject:
    doc_id = f"{item.doc_id}@{item.content_sha256[:12]}"
    if isinstance(item, Reject):
        return item._replace(doc_id=doc_id)
    reason = f"{first_uri} already holds another document with the id {item.doc_id}: give one of them another id"
    identity = (doc_id, f"{item.source_uri}#{item.doc_id}", item.source_uri, item.content_sha256, item.metadata_sha256)
    return Reject(*identity, "duplicate_id", reason)


def _read_file(source: Source, loaded: Loaded) -> Metadata | Fault:
    """Read a file of one document; what its sidecar says goes before what the file itself says."""
    declared = to_metadata(loaded.fields, "sidecar")
    if isinstance(declared, Fault):
        return declared
    content = decode(loaded.content or b"", is_html=source.format == "html")
    if isinstance(content, Fault):
        return content
    if source.format == "txt":
        return declared._replace(text=content, html=None)
    found = _read_markup(source.format, content)
    return found if isinstance(found, Fault) else merge(declared._replace(text=None, html=None), found)


def _read_markup(source_format: str, content: str) -> Metadata | Fault:
    if source_format == "html":
        return Metadata(html=content)
    split = read_markdown(content)
    if isinstance(split, Fault):
        return split
    front = to_metadata(split[0], "metadata")
    return front if isinstance(front, Fault) else front._replace(text=split[1], html=None)


def _records(source: Source, stream: BinaryIO, limits: Limits) -> Iterator[Record]:
    if source.format == "jsonl":
        return read_lines(stream, source.path.name, limits.record_bytes)
    return read_columns(stream) if source.format == "parquet" else read_web_archive(stream)


def _read_record(source: Source, loaded: Loaded, record: Record, limits: Limits) -> Document | Reject:
    doc_id, row_key = f"{source.doc_id}#{record.number}", f"{source.uri}#{record.number}"
    place = Place(doc_id, row_key, source.uri, source.format, loaded.sha256, record.sha256)
    if isinstance(record.fields, Fault):
        return to_reject(place, record.fields, record.payload)
    metadata = to_metadata(record.fields, "metadata")
    if isinstance(metadata, Fault):
        return to_reject(place, metadata, to_payload(record.fields))
    return to_document(place, metadata, limits)
