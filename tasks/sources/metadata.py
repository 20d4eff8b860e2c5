"""Fields of a record, a sidecar or a front matter to typed metadata."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import Any, NamedTuple

from tasks.sources.dates import to_instant
from tasks.sources.records import Fault, Fields

_TEXTS = ("text", "html", "title", "outlet", "byline", "url", "language")
_NAMED = 12  # fields that a reason names


class Metadata(NamedTuple):
    """What is said of a document; everything unknown is None."""

    doc_id: str | None = None
    text: str | None = None
    html: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    published_source: str | None = None


def to_metadata(fields: Fields, published_source: str) -> Metadata | Fault:
    """Check the fields that we know and leave the others; an empty value counts as missing."""
    wrong = _find_wrong(fields)
    if wrong:
        return wrong
    texts = {name: str(fields[name]) for name in _TEXTS if fields.get(name)}
    if fields.get("text") == "" and "html" not in texts:
        texts["text"] = ""
    doc_id = next((str(fields[name]).strip() for name in ("doc_id", "id") if fields.get(name) not in (None, "")), None)
    published = fields.get("published") or None
    published_at = to_instant(published)
    if published is not None and published_at is None:
        hint = "write 2017-03-04 or 2017-03-04T12:00:00Z, or leave it out"
        return Fault("bad_date", f"published {str(published)[:80]!r} does not name one full date: {hint}")
    return Metadata(
        doc_id=doc_id or None,
        published_at=published_at,
        published_source=published_source if published_at else None,
        **texts,
    )


def to_missing(names: Iterable[str]) -> Fault:
    """Say that none of these fields is the text."""
    named = ", ".join(islice(names, _NAMED)) or "no fields"
    return Fault("missing_field", f"neither text nor html among {named}: name the text `text`")


def merge(first: Metadata, second: Metadata) -> Metadata:
    """Fill what the first does not know from the second; the date and where it is from go together."""
    dated = first if first.published_at else second
    known: dict[str, Any] = {name: value for name, value in first._asdict().items() if value is not None}
    filled = second._replace(**known)
    return filled._replace(published_at=dated.published_at, published_source=dated.published_source)


def _find_wrong(fields: Fields) -> Fault | None:
    for name in ("doc_id", "id"):
        value = fields.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
            return _wrong_type(name, value, "a text (in quotation marks) or a whole number")
    for name in _TEXTS:
        if not isinstance(fields.get(name), str | None):
            return _wrong_type(name, fields[name], "a text (in quotation marks)")
    if not isinstance(fields.get("published"), str | date | None):
        return _wrong_type("published", fields["published"], "a date (in quotation marks)")
    return None


def _wrong_type(name: str, value: object, expected: str) -> Fault:
    return Fault("wrong_type", f"{name} is {type(value).__name__} {str(value)[:40]!r}: it must be {expected}")
