"""Which body or holder of a post a description or `its` stands for."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("The airline Velmora cut its fares. Pavel Dorn praised the carrier.", "the carrier", "Velmora"),
        ("Velmora Ltd sold its ships. Pavel Dorn praised the lender.", "the lender", "Velmora Ltd"),
        ("Velmora Ltd sold its ships. The Oslo-based firm gave no reason.", "The Oslo-based firm", "Velmora Ltd"),
        ("Velmora Ltd sold its ships. Pavel Dorn praised the party.", "the party", None),
        (
            "Velmora Ltd sold two ships to Dorn Ltd. Velmora Ltd had bought them in May. They praised the firm.",
            "the firm",
            "Velmora Ltd",
        ),
        ("Velmora Ltd sold two ships. Its chairman, Pavel Dorn, left.", "Its", "Velmora Ltd"),
        ("Two ships were sold by Velmora Bank. Its chairman, Pavel Dorn, left.", "Its", "Velmora Bank"),
        ("A storm hit the farm of Velmora Ltd. Its force was new.", "Its", None),
        (
            "Mara Voss is chairwoman of the Velmora Bank. Ada Renn is chairwoman of the Dorn Bank. "
            "The Velmora Bank closed. Its chairwoman was late.",
            "Its chairwoman",
            "Mara Voss",
        ),
        ("Mara Voss is a member of the Dorn Party. Her party lost.", "Her party", "Dorn Party"),
        ("Mara Voss is not a member of the Dorn Party. They left early.", "a member", None),
        ("Mara Voss met the Dorn Party. Her party lost.", "Her party", None),
        ("Ambassador Mara Voss met Pavel Dorn. Later the diplomat left.", "the diplomat", "Mara Voss"),
        ("Striker Mara Voss met the ambassador. Later the diplomat left.", "the diplomat", None),
    ],
)
def test_who_is_meant(nlp: Language, text: str, phrase: str, name: str | None) -> None:
    cast = annotate_text(nlp, text).found.cast
    [chain] = [of for each, of in zip(cast.mentions, cast.chain_of, strict=True) if each.text == phrase]
    assert cast.chains[chain].name == name
