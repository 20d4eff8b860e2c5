"""Quotes to rows."""

from collections.abc import Sequence

from expectations.rows import Row
from tasks.quotes.records import Quote
from tasks.times.records import TimeExpression


def to_quote_rows(doc_id: str, text: str, quotes: Sequence[Quote], times: Sequence[TimeExpression]) -> list[Row]:
    """Make the rows of table quotes."""
    return []
