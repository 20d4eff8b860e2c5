"""I and we inside a quotation."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasks.coreference.records import Cast
from tasks.quotes.records import Quote


def resolve_first_person(doc: Doc, cast: Cast, quotes: Sequence[Quote]) -> Cast:
    """Move first-person pronouns inside a quotation into the chain of its speaker."""
    return cast
