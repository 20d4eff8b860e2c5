"""The one parse: a spaCy Doc whose character offsets are those of the document."""

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from tasks.text.marks import find_quotations
from tasks.text.records import Paragraph

# The model was trained on straight marks and plain spaces; every replacement has the length of what it replaces.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(_SPACES + _BREAKS + _INVISIBLE, " "),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\uff07\u2032\u00b4", "'"),
        **dict.fromkeys("\u2010\u2011", "-"),
        "\u2015": "\u2014",
    }
)
_ONE_WORD = re.compile(r"\b(?:[Nn]os?|pp)\.(?= ?\d)|\b[Cc]ross-examin\w+")
_BATCH_DOCUMENTS = 16
_BATCH_TOKENS = 20_000  # bounds the memory that one step of the parse takes


def to_parser_text(text: str) -> str:
    """Return the text that the parser reads: plain spaces and straight marks, offsets unchanged."""
    return text.translate(_SAME_LENGTH)


def to_doc(nlp: Language, text: str, paragraphs: Sequence[Paragraph]) -> Doc:
    """Tokenise a text; a sentence starts at every paragraph, and a paragraph's line breaks count as spaces."""
    source = _double_marks(to_parser_text(text), paragraphs)
    pieces, at = [], 0
    for paragraph in paragraphs:
        pieces += [source[at : paragraph.start], source[paragraph.start : paragraph.end].replace("\n", " ")]
        at = paragraph.end
    doc = nlp.make_doc("".join([*pieces, source[at:]]))
    _join_words(doc)
    starts = iter(paragraphs)
    next_start = next(starts, None)
    for token in doc:
        if next_start is not None and token.idx >= next_start.start and not token.is_space:
            token.is_sent_start = True
            next_start = next(starts, None)
    return doc


def _double_marks(source: str, paragraphs: Sequence[Paragraph]) -> str:
    """Make double marks of paired single ones, of which the parser makes possessives: `Minister 'misled' MPs`."""
    characters = list(source)
    for start, end, _, is_single in find_quotations(source, [(block.start, block.end) for block in paragraphs]):
        if is_single and '"' not in source[start:end]:
            characters[start] = characters[end - 1] = '"'
    return "".join(characters)


def _join_words(doc: Doc) -> None:
    """Make one token of "No." before a digit, as in the texts that the model learnt from, and of "cross-examined"."""
    with doc.retokenize() as retokenizer:
        for match in _ONE_WORD.finditer(doc.text):
            span = doc.char_span(*match.span())
            if span is not None and len(span) > 1:
                retokenizer.merge(span)


def parse_many(nlp: Language, texts: Iterable[tuple[str, Sequence[Paragraph]]]) -> Iterator[Doc]:
    """Parse texts in the order given, with a model of `tasks.language.model.read_model`."""
    for batch in _batches(to_doc(nlp, text, paragraphs) for text, paragraphs in texts):
        yield from nlp.pipe(batch, batch_size=len(batch))


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    tokens = 0
    for doc in docs:
        if batch and (len(batch) == _BATCH_DOCUMENTS or tokens + len(doc) > _BATCH_TOKENS):
            yield batch
            batch, tokens = [], 0
        batch.append(doc)
        tokens += len(doc)
    if batch:
        yield batch
