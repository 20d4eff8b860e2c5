"""Whom a pronoun stands for where the sentence says it."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Pavel Dorn met Robin Karn on Monday. Later Karn lost his keys.", "his", "Robin Karn"),
        ("Pavel Dorn praised Ilsu Karn on Monday. Karn said he was late.", "he", "Ilsu Karn"),
        ("Mary Voss left on Monday. Police freed Ilsu Karn, who lost her car.", "her", "Ilsu Karn"),
        ("Ilsu Karn is a member of the band. Her car was lost.", "Her", "Ilsu Karn"),
        ('Ivo Renn left on Monday. "He was late," Pavel Dorn said.', "He", "Ivo Renn"),
        ('Ivo Renn left on Monday. Pavel Dorn, the mayor, said: "He was late."', "He", "Ivo Renn"),
        ("Ivo Renn left on Monday. Ada Renn, who was his wife, stayed.", "his", "Ivo Renn"),
        ("Robin Karn promised her a house.", "her", None),
        ("Ada Renn met Ivo Karn, who ran for governor. She lost.", "She", "Ada Renn"),
        ("Ada Renn left. His brother stayed.", "His", None),
        ("Ivo Renn left. Questioned by Pavel Dorn, he wept.", "he", "Ivo Renn"),
        ('"It is late," Ivo Renn said.\n\nPavel Dorn shrugged. He went on: "I am fine."', "He", "Pavel Dorn"),
    ],
)
def test_who_is_meant(nlp: Language, text: str, pronoun: str, name: str | None) -> None:
    cast = annotate_text(nlp, text).found.cast
    [chain] = [of for each, of in zip(cast.mentions, cast.chain_of, strict=True) if each.text == pronoun]
    assert cast.chains[chain].name == name


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ('"My father was a miner," he said.', "My father"),
        ('"When I was a boy," he recalled, "the river was clean."', "a boy"),
    ],
)
def test_nobody_who_is_told_of_in_marks_says_it(nlp: Language, text: str, described: str) -> None:
    cast = annotate_text(nlp, text).found.cast
    chains = {each.text: of for each, of in zip(cast.mentions, cast.chain_of, strict=True)}
    assert chains["he"] != chains[described]
