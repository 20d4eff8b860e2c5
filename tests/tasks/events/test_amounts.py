"""Sums of money: read from words, and told of an act."""

import pytest
from spacy.language import Language

from tasks.events.amounts import to_amount
from tests.annotated import annotate_text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("$5 million", (5_000_000, "$")),
        ("C$66 million", (66_000_000, "C$")),
        ("about €1,250.50", (1250.5, "€")),
        ("£2.5bn", (2_500_000_000, "£")),
        ("200 euros", (200, "euros")),
        ("8,000 Hong Kong dollars", (8000, "Hong Kong dollars")),
        ("between $5 million and $6 million", None),
        ("millions of dollars", None),
        ("12", None),
    ],
)
def test_a_sum(text: str, wanted: tuple[float, str] | None) -> None:
    assert to_amount(text) == wanted


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway gave Chad $5 million.", [5_000_000]),
        ("The court imposed a fine of $200 on the miller.", [200]),
        ("The emirate sent $3 million in aid to the island.", [3_000_000]),
        ("Rebels attacked a $90 million refinery.", [None]),
        ("Ghana accused Togo, which owes it $7 million.", [None]),
    ],
)
def test_the_sum_that_an_act_is_about(nlp: Language, text: str, wanted: list[float | None]) -> None:
    found = annotate_text(nlp, text).found.events
    assert [each.amount.value if each.amount else None for each in found][:1] == wanted
