"""Times to rows."""

from collections.abc import Sequence

from expectations.rows import Row
from tasks.times.records import TimeExpression


def to_time_rows(doc_id: str, text: str, times: Sequence[TimeExpression]) -> list[Row]:
    """Make the rows of table times."""
    return []
