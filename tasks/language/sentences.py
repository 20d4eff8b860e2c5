"""The sentences of a parse, repaired where the parser cuts wrongly."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasks.language.records import Sentence
from tasks.text.records import Paragraph


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
