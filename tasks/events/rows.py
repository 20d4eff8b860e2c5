"""Event mentions and participants to rows."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from expectations.rows import Row
from tasks.coreference.records import Cast
from tasks.events.records import EventMention
from tasks.language.records import Sentence
from tasks.quotes.records import Quote
from tasks.times.records import TimeExpression


class Context(NamedTuple):
    """What rows of events refer to."""

    sentences: Sequence[Sentence]
    cast: Cast
    times: Sequence[TimeExpression]
    quotes: Sequence[Quote]


def to_event_rows(
    doc_id: str, text: str, doc: Doc, events: Sequence[EventMention], context: Context
) -> tuple[list[Row], list[Row]]:
    """Make the rows of tables event_mentions and participants."""
    return [], []
