"""A chunk of documents in a worker process: read, parsed, annotated, written as rows."""

import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from expectations.tables import TABLES
from tasks.annotation.document import Parsed, annotate, to_rows
from tasks.annotation.fingerprint import to_fingerprint
from tasks.annotation.records import Annotated, Chunk, Rows, Seconds
from tasks.annotation.spool import read_documents, write_rows
from tasks.language.model import read_model
from tasks.language.parse import parse_many
from tasks.sources.records import Document, Reject
from tasks.sources.rows import to_document_row, to_quarantine_row
from tasks.text.language import find_language
from tasks.text.paragraphs import find_paragraphs
from tasks.text.records import Paragraph

TOGETHER = 64  # documents that are parsed, then annotated side by side


@cache
def model(name: str) -> Language:
    """Load a model once in this process.

    The garbage collector leaves what was loaded alone and looks at new objects less often: records are no cycles.
    """
    nlp = read_model(name)
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    return nlp


def annotate_chunk(path: Path, folder: Path, model_name: str, run_id: str) -> Chunk:
    """Annotate the documents spooled at `path` and write their rows to `folder`.

    When a document breaks the extractor, each is tried alone, and that one is set aside.
    """
    documents = read_documents(path)
    try:
        return write_chunk(folder, annotate_documents(documents, model_name))
    except Exception:  # whatever it is, it is raised again for the document that causes it, and recorded there
        return write_chunk(folder, (annotate_alone(document, model_name, run_id) for document in documents))


def annotate_alone(document: Document, model_name: str, run_id: str) -> Annotated:
    """Annotate one document; one that breaks the extractor becomes a quarantine row with the reason."""
    try:
        return next(annotate_documents([document], model_name))
    except Exception as broken:
        return to_failed(document, f"{type(broken).__name__}: {broken}", model_name, run_id)


def to_failed(document: Document, reason: str, model_name: str, run_id: str) -> Annotated:
    """Set a document aside that the extractor cannot cope with."""
    advice = f"report it with the text, which is kept as {document.raw_sha256} in raw/"
    identity = (document.doc_id, document.doc_id, document.source_uri, document.content_sha256)
    reject = Reject(*identity, document.metadata_sha256, "extractor_failed", f"{reason}; {advice}")
    return Annotated({"quarantine": [to_quarantine_row(reject, to_fingerprint(model_name), run_id)]})


def write_chunk(folder: Path, annotated: Iterable[Annotated]) -> Chunk:
    """Write the rows of all documents of a chunk to `folder`."""
    rows: Rows = {name: [] for name, table in TABLES.items() if table.owner == "document"}
    parse = rules = 0.0
    count = 0
    for each in annotated:
        count += 1
        parse += each.seconds.parse
        rules += each.seconds.rules
        for name, found in each.rows.items():
            rows[name].extend(found)
    write_rows(folder, rows)
    return Chunk(str(folder), count, sum(row["n_words"] for row in rows["documents"]), Seconds(parse, rules))


def annotate_documents(documents: Sequence[Document], model_name: str) -> Iterator[Annotated]:
    """Make the rows of each document; what is not English is kept and not annotated."""
    fingerprint = to_fingerprint(model_name)
    english: list[Document] = []
    for document in documents:
        language = find_language(document.text, document.language)
        if language == "en":
            english.append(document)
        else:
            yield Annotated({"documents": [to_document_row(document, language, fingerprint, is_annotated=False)]})
    for first in range(0, len(english), TOGETHER):
        yield from _annotate_english(english[first : first + TOGETHER], model(model_name), fingerprint)


def _annotate_english(documents: Sequence[Document], nlp: Language, fingerprint: str) -> Iterator[Annotated]:
    blocks = [find_paragraphs(document.text, document.title, document.byline) for document in documents]
    before = time.perf_counter()
    texts = zip((document.text for document in documents), blocks, strict=True)
    parsed = list(map(_to_parsed, documents, parse_many(nlp, texts), blocks))
    between = time.perf_counter()
    found = zip(documents, parsed, annotate(parsed), strict=True)
    rows = [to_rows(document.doc_id, document.text, each.doc, annotation) for document, each, annotation in found]
    after = time.perf_counter()
    share = Seconds((between - before) / len(documents), (after - between) / len(documents))
    for document, each in zip(documents, rows, strict=True):
        each["documents"] = [to_document_row(document, "en", fingerprint, is_annotated=True)]
        yield Annotated(each, share)


def _to_parsed(document: Document, doc: Doc, paragraphs: list[Paragraph]) -> Parsed:
    published = document.published_at.date() if document.published_at else None
    return Parsed(document.doc_id, doc, paragraphs, published)
