"""The one parse: a spaCy Doc whose character offsets are those of the document."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import spacy
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

from tasks.language.records import Sentence
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
_BATCH_WORDS = 10_000


def read_model(name: str) -> Language:
    """Load a spaCy model for parsing; its lemmatizer stays out of the pipeline and is asked by `fill_lemmas`.

    Raises OSError when the model is not installed.
    """
    return spacy.load(name, disable=["lemmatizer"])


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
    """Parse texts in the order given."""
    docs = (to_doc(nlp, text, paragraphs) for text, paragraphs in texts)
    for doc in nlp.pipe(docs, batch_size=16):
        fill_lemmas(nlp, doc)
        yield doc


def fill_lemmas(nlp: Language, doc: Doc) -> None:
    """Set the lemma of every word by the model's own lemmatizer, each form and part of speech looked up once."""
    lemmatizer = cast(EnglishLemmatizer, nlp.get_pipe("lemmatizer"))
    for token in doc:
        token.lemma_ = lemmatizer.rule_lemmatize(token)[0]


def find_sentences(doc: Doc, paragraphs: Sequence[Paragraph]) -> list[Sentence]:
    """List the sentences of a parse; none crosses a paragraph, and white space at their edges is left out."""
    sentences: list[Sentence] = []
    at = 0
    for span in doc.sents:
        first, last = span.start, span.end
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if first == last:
            continue
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        while at + 1 < len(paragraphs) and paragraphs[at].end <= start:
            at += 1
        zone = paragraphs[at].zone if paragraphs else "body"
        sentences.append(Sentence(len(sentences), start, end, first, last, at, zone))
    return sentences
