"""Texts that begin and end anywhere are annotated, and what a row quotes stands where it says."""

from collections.abc import Iterator
from random import Random

import pytest
from spacy.language import Language

from tasks.annotation.document import Parsed, annotate, to_rows
from tasks.language.parse import parse_many
from tasks.text.paragraphs import find_paragraphs
from tests.golden.rows import read_seeds

CUTS = 60  # of every article
LONGEST = 160  # characters


def cut_texts() -> Iterator[str]:
    """Pieces of the seeds, the same ones every time."""
    random = Random(1)
    for document in read_seeds():
        for _ in range(CUTS):
            start = random.randrange(len(document.text))
            yield document.text[start : start + random.randrange(5, LONGEST)].strip() or "-"


@pytest.mark.model
def test_texts_cut_off_anywhere_are_annotated(nlp: Language) -> None:
    texts = list(cut_texts())
    blocks = [find_paragraphs(text) for text in texts]
    for text, block, doc in zip(texts, blocks, parse_many(nlp, zip(texts, blocks, strict=True)), strict=True):
        [found] = annotate([Parsed("cut", doc, block, None)])
        for table, rows in to_rows("cut", text, doc, found).items():
            for row in rows:
                quoted = row.get("text")
                assert quoted is None or "start" not in row or quoted == text[row["start"] : row["end"]], (table, text)
