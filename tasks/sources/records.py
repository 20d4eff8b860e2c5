"""Where documents come from, documents as they were read, and what could not be read."""

import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

Fields = Mapping[str, object]


class Limits(NamedTuple):
    """Sizes beyond which a document is set aside.

    A text of a million characters is the most that the parser takes, and the tokeniser takes the square of the length
    of what no space breaks: four seconds for 5,000 marks in a row.
    """

    file_bytes: int = 10_000_000
    record_bytes: int = 10_000_000
    characters: int = 1_000_000
    sentence_characters: int = 20_000
    word_characters: int = 5_000


LIMITS = Limits()


class Source(NamedTuple):
    """A file to read; `root` is the folder that its document ids are relative to, `format` is "" when unknown.

    Of a copy from an object store, `address` is that of the root.
    """

    path: Path
    root: Path
    format: str
    sidecar: Path | None = None
    address: str | None = None

    @property
    def uri(self) -> str:
        """The path or address as it was asked for, with forward slashes."""
        if self.address is None:
            return self.path.as_posix()
        return f"{self.address}/{self.path.relative_to(self.root).as_posix()}"

    @property
    def doc_id(self) -> str:
        """The path below the root without its extensions."""
        inside = self.path.relative_to(self.root)
        name = inside.name.removesuffix(".gz").removesuffix(".zst").removesuffix(".warc")
        stem = name.rpartition(".")[0] or name
        return inside.with_name(stem).as_posix()


class Loaded(NamedTuple):
    """The bytes of a source: in memory when they are few, else to be read from its path.

    `metadata_sha256` and `fields` come from the sidecar; `fault` says why it cannot be used.
    For a format that holds one document a file, `sha256` is also the document's content_sha256.
    """

    path: Path
    sha256: str
    content: bytes | None = None
    metadata_sha256: str | None = None
    fields: Fields = {}
    fault: "Fault | None" = None

    def open(self) -> BinaryIO:
        """Open the bytes for reading."""
        return self.path.open("rb") if self.content is None else io.BytesIO(self.content)


class Fault(NamedTuple):
    """Why something cannot be read: the name of the rule that it breaks, and what to do about it."""

    rule: str
    reason: str


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


class Seen(NamedTuple):
    """A file whose bytes and metadata are those that its published document was made from; it is not read again."""

    doc_id: str
    source_uri: str
    content_sha256: str
    metadata_sha256: str | None


Item = Document | Reject | Seen
