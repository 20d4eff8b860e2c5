"""Attributions: source, cue and content."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasks.coreference.records import Cast
from tasks.language.records import Sentence
from tasks.quotes.records import Quote
from tasks.times.records import TimeExpression


def find_quotes(doc: Doc, sentences: Sequence[Sentence], cast: Cast, times: Sequence[TimeExpression]) -> list[Quote]:
    """List the quotes of a document by position."""
    return []
