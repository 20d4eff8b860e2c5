"""Documents as they were read, and what could not be read."""

from datetime import datetime
from typing import NamedTuple


class Document(NamedTuple):
    """A text with its metadata; everything unknown is None. `published_at` is in UTC."""

    doc_id: str
    source_uri: str
    source_format: str
    raw_sha256: str
    content_sha256: str
    metadata_sha256: str | None
    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published_at: datetime | None = None
    published_source: str | None = None
    language: str | None = None


class Reject(NamedTuple):
    """A document that cannot be read, and why; `row_key` is its place in the source (path, path#line)."""

    doc_id: str
    row_key: str
    source_uri: str
    content_sha256: str
    metadata_sha256: str | None
    rule: str
    reason: str
    payload: str | None = None
