"""The one parse: a spaCy Doc whose character offsets are those of the document."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from tasks.text.records import Paragraph

# The model was trained on straight marks and plain spaces; every replacement has the length of what it replaces.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\u200b\u2060\ufeff\t\r\x0b\x0c\u2028\u2029\x85", " "
        ),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\uff02", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'"),
    }
)
_BATCH_DOCUMENTS = 16


def to_parser_text(text: str) -> str:
    """Return the text that the parser reads: plain spaces and straight marks, offsets unchanged."""
    return text.translate(_SAME_LENGTH)


def to_doc(nlp: Language, text: str, paragraphs: Sequence[Paragraph]) -> Doc:
    """Tokenise a text; a sentence starts at every paragraph, and a paragraph's line breaks count as spaces."""
    source = to_parser_text(text)
    for paragraph in paragraphs:
        inner = source[paragraph.start : paragraph.end]
        if "\n" in inner:
            source = source[: paragraph.start] + inner.replace("\n", " ") + source[paragraph.end :]
    doc = nlp.make_doc(source)
    starts = {paragraph.start for paragraph in paragraphs}
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
    return doc


def parse_many(nlp: Language, texts: Iterable[tuple[str, Sequence[Paragraph]]]) -> Iterator[Doc]:
    """Parse texts in the order given, with a model of `tasks.language.model.read_model`."""
    docs = (to_doc(nlp, text, paragraphs) for text, paragraphs in texts)
    return nlp.pipe(docs, batch_size=_BATCH_DOCUMENTS)
