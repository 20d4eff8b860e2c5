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
from tasks.sources.records import LIMITS, Document, Fault, Limits, Loaded, Reject, Source
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


def keep_first(documents: Iterable[Document | Reject]) -> Iterator[Document | Reject]:
    """Keep the first document of every id; one with other bytes is rejected, one with the same is passed over."""
    known: dict[str, tuple[str, tuple[str, str | None]]] = {}
    for each in documents:
        if isinstance(each, Reject):
            yield each
            continue
        content = (each.content_sha256, each.metadata_sha256)
        first = known.get(each.doc_id)
        if first is None:
            known[each.doc_id] = (each.source_uri, content)
            yield each
        elif first[1] != content:
            yield _to_duplicate(each, first[0])


def _to_duplicate(document: Document, first_uri: str) -> Reject:
    reason = f"{first_uri} already holds another document with the id {document.doc_id}: give one of them another id"
    row_key = f"{document.source_uri}#{document.doc_id}@{document.content_sha256[:12]}"
    identity = (document.doc_id, row_key, document.source_uri, document.content_sha256, document.metadata_sha256)
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
