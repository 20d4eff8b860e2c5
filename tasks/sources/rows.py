"""Documents and rejects to rows."""

from expectations.rows import Row, row_id
from tasks.sources.records import Document, Reject
from tasks.stories.duplicates import to_signature
from tasks.text.words import count_words


def to_document_row(document: Document, language: str, fingerprint: str, *, is_annotated: bool) -> Row:
    """Make the row of table documents; duplicates are found when all documents are known."""
    signature = to_signature(document.text)
    return {
        **document._asdict(),
        "language": language,
        "n_words": count_words(document.text),
        "fingerprint": fingerprint,
        "is_annotated": is_annotated,
        "text_signature": signature.hex() if signature else None,
        "duplicate_of": None,
        "duplicate_similarity": None,
    }


def to_quarantine_row(reject: Reject, fingerprint: str, run_id: str) -> Row:
    """Make the row of table quarantine for a document that could not be read or annotated."""
    return {
        "quarantine_id": row_id("qua", reject.doc_id, "documents", reject.row_key, reject.rule),
        "table": "documents",
        "row_key": reject.row_key,
        "doc_id": reject.doc_id,
        "rule": reject.rule,
        "reason": reject.reason,
        "payload": reject.payload,
        "source_uri": reject.source_uri,
        "content_sha256": reject.content_sha256,
        "metadata_sha256": reject.metadata_sha256,
        "fingerprint": fingerprint,
        "run_id": run_id,
    }
