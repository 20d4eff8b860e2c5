"""What no news is has a low confidence: history, plots, laws and habits."""

from datetime import date

import pytest
from spacy.language import Language

from tasks.events.retelling import read_signs
from tasks.language.lexicon import read_lexicon
from tests.annotated import annotate_text

pytestmark = pytest.mark.model

_LOW, _HIGH = 0.5, 0.75
_PUBLISHED = date(2024, 5, 15)


def confidences(nlp: Language, text: str) -> list[float]:
    return [each.confidence for each in annotate_text(nlp, text, _PUBLISHED).found.events]


@pytest.mark.parametrize(
    "text",
    [
        "The 1917 revolution overthrew the king.",
        "The farmers revolted in 1840. The army arrested their leaders.",
        "The fort was built in 1340. Sweden attacked it in 1655. Denmark attacked it in 1671.\n\nThe king resigned.",
        "The Gestapo arrested the poet. The partisans freed him.",
        "In the film, a general attacks the palace. The queen accuses him of treason.",
        "Ministers usually resign in such a case.",
        "In the video game, players attack the base.",
        "Did the army attack the town?",
        "The law bans the party. It restricts the union.",
    ],
)
def test_what_is_no_news_is_not_sure(nlp: Language, text: str) -> None:
    found = confidences(nlp, text)
    assert found
    assert max(found) < _LOW


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the town on Monday.",
        "The party was founded in 1917. On Monday, police arrested its leader.",
        "The party was founded in 1917. Police have arrested its leader.",
        "The party backs the Strikes Act 1984. Police arrested its leader.",
        "The film was shown in Oslo. The mayor praised the director.",
        "The law of 2008 was dropped.\n\nThe army attacked the town.",
        "Norway supports the plan.",
    ],
)
def test_news_is_sure(nlp: Language, text: str) -> None:
    found = confidences(nlp, text)
    assert found
    assert min(found) >= _HIGH


@pytest.mark.parametrize("row", range(len(read_lexicon("events", "retellings"))))
def test_the_example_is_retold(nlp: Language, row: int) -> None:
    example = read_lexicon("events", "retellings")[row]["example"]
    judged = annotate_text(nlp, example, _PUBLISHED)
    assert [each.act_type for each in judged.found.events] == ["ASSAULT"]
    assert judged.found.events[0].confidence < _LOW


def test_signs_are_lemmas() -> None:
    assert all(word == word.lower() for field in ("history", "work") for word in read_signs(field))
