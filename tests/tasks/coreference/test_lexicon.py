"""A body or place is found again under the nouns that the lexicon gives it."""

import pytest
from spacy.language import Language

from tasks.language.lexicon import read_lexicon
from tests.annotated import annotate_text

ROWS = read_lexicon("coreference", "callings")


@pytest.mark.model
@pytest.mark.parametrize("row", ROWS, ids=[row["word"] for row in ROWS])
def test_a_calling_points_back_in_its_example(nlp: Language, row: dict[str, str]) -> None:
    cast = annotate_text(nlp, row["example"]).found.cast
    called = [
        index for index, each in enumerate(cast.mentions) if each.text.removeprefix("The ") in row["nouns"].split(";")
    ]
    names = {cast.chains[cast.chain_of[index]].name for index in called}
    assert called
    assert None not in names


def test_no_word_is_listed_twice() -> None:
    assert len({row["word"] for row in ROWS}) == len(ROWS)
