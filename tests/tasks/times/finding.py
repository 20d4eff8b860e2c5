"""Texts read with a blank tokenizer: no tags, no parse, one sentence per line."""

from datetime import date

import spacy

from tasks.language.parse import to_parser_text
from tasks.language.records import Sentence
from tasks.language.words import read_words
from tasks.times.expressions import find_times
from tasks.times.records import TimeExpression

NLP = spacy.blank("en")
PUBLISHED = date(2016, 9, 7)  # a Wednesday


def find(text: str, published: date | None = PUBLISHED, zone: str = "body") -> list[TimeExpression]:
    doc = NLP.make_doc(to_parser_text(text))
    sentences, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            inside = [token.i for token in doc if start <= token.idx < start + len(line)]
            number = len(sentences)
            sentences.append(Sentence(number, start, start + len(line), inside[0], inside[-1] + 1, number, zone))
        start += len(line) + 1
    return find_times(read_words(doc), sentences, published)


def values(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(each.text, each.value) for each in find(text, published)]
