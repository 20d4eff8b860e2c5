"""Time expressions: spans and TIMEX3 values."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from tasks.language.records import Sentence
from tasks.times.records import TimeExpression


def find_times(doc: Doc, sentences: Sequence[Sentence], published: date | None) -> list[TimeExpression]:
    """List the time expressions of a document by position; nothing is placed in the calendar without an anchor."""
    return []
