"""Looking up who a phrase refers to."""

import pytest
from spacy.language import Language

from tasks.coreference.cast import find_party
from tasks.language.words import read_words
from tests.annotated import annotate_text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "phrase", "name", "country"),
    [
        ("The Kremlin denied the claim.", "The Kremlin", "government of Russia", "RUS"),
        (
            "Embassy press secretary Ivo Harcastle spoke.",
            "Embassy press secretary Ivo Harcastle",
            "Ivo Harcastle",
            None,
        ),
        ("The Russian embassy refused to comment.", "The Russian embassy", "Russian embassy", "RUS"),
        ("French officials met in Oslo.", "French officials", "French officials", "FRA"),
        ("A spokesman for the ministry left.", "A spokesman for the ministry", "spokesman for the ministry", None),
        ("The embassy confirmed that it had met the guards.", "it", "embassy", None),
        ("The nurses said that they had met the guards.", "they", "they", None),
        ("Ivo Harcastle, a lawyer, spoke.", "Ivo Harcastle, a lawyer", "Ivo Harcastle", None),
        (
            "The U.S. Department of Justice agreed.",
            "The U.S. Department of Justice",
            "United States Department of Justice",
            "USA",
        ),
    ],
)
def test_party(nlp: Language, text: str, phrase: str, name: str, country: str | None) -> None:
    judged = annotate_text(nlp, text)
    start = text.index(phrase)
    span = judged.doc.char_span(start, start + len(phrase))
    assert span is not None
    party = find_party(judged.found.cast, read_words(judged.doc), span.start, span.end)
    assert (party.text, party.name) == (phrase, name)
    if country:
        assert party.country == country
