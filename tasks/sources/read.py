"""Sources to documents: every document comes out either read or with the reason why not."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO

from tasks.sources.columns import read_columns
from tasks.sources.decode import decode
from tasks.sources.documents import Place, to_document, to_payload, to_reject
from tasks.sources.lines import Record, read_lines
from tasks.sources.load import MANY, load
from tasks.sources.markdown import read_markdown
from tasks.sources.metadata import Metadata, merge, to_metadata, to_missing
from tasks.sources.records import LIMITS, Document, Fault, Item, Limits, Loaded, Reject, Source
from tasks.sources.web_archive import read_web_archive

_NOWHERE: Mapping[str, str] = MappingProxyType({})


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


def keep_first(items: Iterable[Item], homes: Mapping[str, str] = _NOWHERE) -> Iterator[Item]:
    """Keep the first item of every id; a document with the same bytes is passed over, what differs is set aside.

    What is set aside gets an id of its own, `<id>@<first digits of its sha256>`, so that every id stands for one thing.
    What cannot be read comes last and takes the id of no document, neither of one that is read here nor of one that is
    published from another place: `homes` are the source_uri of what is published, by id.
    """
    known: dict[str, Item] = {}
    for each in _readable_first(map(_to_encodable, items)):
        kept = _with_own_id(each, known.get(each.doc_id), homes)
        if kept.doc_id not in known or isinstance(each, Reject):
            known.setdefault(kept.doc_id, kept._replace(text="") if isinstance(kept, Document) else kept)
            yield kept


def _readable_first(items: Iterable[Item]) -> Iterator[Item]:
    rejects = []
    for each in items:
        if isinstance(each, Reject):
            rejects.append(each)
        else:
            yield each
    yield from rejects


def _to_encodable(item: Item) -> Item:
    """Escape what UTF-8 cannot hold: bytes of a file name that is no UTF-8, lone surrogates in JSON."""
    names = {"doc_id", "row_key", "source_uri", "reason", "payload"} & set(item._fields)
    values = {name: getattr(item, name) for name in names if getattr(item, name) is not None}
    return item._replace(**{name: text.encode("utf-8", "backslashreplace").decode() for name, text in values.items()})


def _with_own_id(item: Item, first: Item | None, homes: Mapping[str, str]) -> Item:
    if isinstance(item, Reject):
        is_taken = first is not None or homes.get(item.doc_id, item.source_uri) != item.source_uri
        return item._replace(doc_id=_to_spare_id(item)) if is_taken else item
    if first is None or (first.content_sha256, first.metadata_sha256) == (item.content_sha256, item.metadata_sha256):
        return item
    return _to_duplicate(item, first.source_uri)


def _to_duplicate(item: Item, first_uri: str) -> Reject:
    reason = f"{first_uri} already holds another document with the id {item.doc_id}: give one of them another id"
    place = (_to_spare_id(item), f"{item.source_uri}#{item.doc_id}", item.source_uri)
    return Reject(*place, item.content_sha256, item.metadata_sha256, "duplicate_id", reason)


def _to_spare_id(item: Item) -> str:
    return f"{item.doc_id}@{item.content_sha256[:12]}"


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
    if metadata.text is None and metadata.html is None:
        place = place._replace(doc_id=metadata.doc_id or doc_id)
        named = [name for name, value in record.fields.items() if value is not None]
        return to_reject(place, to_missing(named), to_payload(record.fields))
    return to_document(place, metadata, limits)
