"""A text through the whole extraction, for tests of what the model and the rules do together."""

from datetime import date

from spacy.language import Language

from tasks.annotation.document import Parsed, annotate
from tasks.language.parse import parse_many
from tasks.text.paragraphs import find_paragraphs
from tests.accuracy.harness import Judged


def annotate_text(nlp: Language, text: str, published: date | None = None, title: str | None = None) -> Judged:
    paragraphs = find_paragraphs(text, title)
    doc = next(parse_many(nlp, [(text, paragraphs)]))
    [found] = annotate([Parsed("test", doc, paragraphs, published)])
    return Judged({"doc_id": "test", "text": text}, doc, found)


def find_one_quote(nlp: Language, text: str) -> tuple[str, str | None]:
    """The pieces of the only quote of a text, joined by `|`, and its source."""
    (quote,) = annotate_text(nlp, text).found.quotes
    pieces = "|".join([text[span.start : span.end] for span in quote.spans])
    return pieces, text[quote.source.start : quote.source.end] if quote.source else None
