"""Sentences to rows."""

from collections.abc import Sequence

from expectations.rows import Row, row_id
from tasks.language.records import Sentence


def sentence_id(doc_id: str, sentence: Sentence) -> str:
    """Return the id of a sentence: its place in the document."""
    return row_id("sen", doc_id, sentence.start, sentence.end)


def to_sentence_rows(doc_id: str, text: str, sentences: Sequence[Sentence]) -> list[Row]:
    """Make the rows of table sentences."""
    return [
        {
            "sentence_id": sentence_id(doc_id, each),
            "doc_id": doc_id,
            "ordinal": each.ordinal,
            "paragraph": each.paragraph,
            "zone": each.zone,
            "start": each.start,
            "end": each.end,
            "text": text[each.start : each.end],
        }
        for each in sentences
    ]
