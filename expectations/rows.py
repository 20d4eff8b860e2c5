"""What a row is before it is a table: a mapping of column names to values, with a stable id."""

from hashlib import sha256
from typing import Any

Row = dict[str, Any]


def row_id(kind: str, doc_id: str, *identity: object) -> str:
    """`<kind>-` and 16 hex digits of sha256 over the document id and what identifies the row in it."""
    content = "\x1f".join([doc_id, *map(str, identity)]).encode("utf-8", "surrogatepass")
    return f"{kind}-{sha256(content).hexdigest()[:16]}"


def of_kind(kind: str, other: str) -> str:
    """Id of another kind of row that the same things identify."""
    return f"{kind}-{other.rpartition('-')[2]}"
