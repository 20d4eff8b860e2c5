"""Metadata and text to a document, or to the reason why it is none."""

import json
import re
from datetime import UTC, datetime, time
from typing import NamedTuple

from tasks.sources.decode import find_damage
from tasks.sources.html import read_html
from tasks.sources.metadata import Metadata, merge
from tasks.sources.records import Document, Fault, Fields, Limits, Reject
from tasks.text.dateline import find_publication_day
from tasks.text.language import to_language_code

_SENTENCE_END = re.compile(r"[.!?。\n\r\u2028\u2029]+")
_PAYLOAD_CHARACTERS = 500


class Place(NamedTuple):
    """Where a document stands and what its bytes are."""

    doc_id: str
    row_key: str
    source_uri: str
    source_format: str
    raw_sha256: str
    content_sha256: str
    metadata_sha256: str | None = None


def to_document(place: Place, metadata: Metadata, limits: Limits) -> Document | Reject:
    """Make the document, or say what is wrong with its text. The id of the metadata goes before that of the place."""
    place = place._replace(doc_id=metadata.doc_id or place.doc_id)
    metadata = _with_text(metadata)
    fault = find_fault(metadata, limits)
    if fault:
        return to_reject(place, fault)
    metadata = _with_day(metadata)
    return Document(
        doc_id=place.doc_id,
        source_uri=place.source_uri,
        source_format=place.source_format,
        raw_sha256=place.raw_sha256,
        content_sha256=place.content_sha256,
        metadata_sha256=place.metadata_sha256,
        text=metadata.text or "",
        title=metadata.title,
        byline=metadata.byline,
        outlet=metadata.outlet,
        url=metadata.url,
        published_at=metadata.published_at,
        published_source=metadata.published_source,
        language=to_language_code(metadata.language) if metadata.language else None,
    )


def to_reject(place: Place, fault: Fault, payload: str | None = None) -> Reject:
    """Set a document aside."""
    identity = (place.doc_id, place.row_key, place.source_uri, place.content_sha256, place.metadata_sha256)
    return Reject(*identity, fault.rule, fault.reason, payload)


def to_payload(fields: Fields) -> str:
    """The fields of a record as JSON, long values cut."""
    short = {name: value[:_PAYLOAD_CHARACTERS] if isinstance(value, str) else value for name, value in fields.items()}
    return json.dumps(short, ensure_ascii=True, default=str)[: 10 * _PAYLOAD_CHARACTERS]


def find_fault(metadata: Metadata, limits: Limits) -> Fault | None:
    """Say what is wrong with the text or a field, if anything is."""
    text = metadata.text
    if text is None:
        return Fault("no_article", "no article was found in the page: give the text")
    if not text.strip():
        return Fault("empty", "there is no text: give one or take the document away")
    longest = max((len(stretch) for stretch in _SENTENCE_END.split(text)), default=0)
    if longest > limits.sentence_characters:
        size = f"{longest} characters without the end of a sentence, more than {limits.sentence_characters}"
        return Fault("sentence_too_long", f"{size}: is it a text?")
    longest = max(map(len, text.split()))
    if longest > limits.word_characters:
        return Fault("word_too_long", f"{longest} characters without a space: take out what is not text")
    if len(text) > limits.characters:
        return Fault("too_large", f"{len(text)} characters, more than {limits.characters}: split the text")
    return _find_damage(metadata)


def _find_damage(metadata: Metadata) -> Fault | None:
    for name, value in metadata._asdict().items():
        damage = find_damage(value) if isinstance(value, str) and name != "html" else None
        if damage:
            return Fault(damage.rule, f"{name}: {damage.reason}")
    return None


def _with_text(metadata: Metadata) -> Metadata:
    if metadata.text is not None or not metadata.html:
        return metadata
    page = read_html(metadata.html)
    return merge(metadata, page) if page else metadata


def _with_day(metadata: Metadata) -> Metadata:
    """Take the publication day from a date line of the article when nothing else tells it."""
    day = None if metadata.published_at else find_publication_day(metadata.text or "")
    if day is None:
        return metadata
    return metadata._replace(published_at=datetime.combine(day, time(), UTC), published_source="text")
