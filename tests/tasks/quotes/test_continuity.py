"""Who goes on speaking."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            'Pavel Dorn, who once cooked for Tobin Hale, said the inn was full. He added: "Come back in May."',
            ["Pavel Dorn", "Pavel Dorn"],
        ),
        (
            "Doctors met Tobin Hale on Monday. Pavel Dorn said the ward was full. He also said beds were on order.",
            ["Pavel Dorn", "Pavel Dorn"],
        ),
        (
            'The Harbour Union said the cranes were old.\n\n"Nobody has looked at them," it added.',
            ["Harbour Union", "Harbour Union"],
        ),
        (
            "The crossing will be open, the Kyrgyz border service announced. Lorries will have to wait, it added.",
            ["Kyrgyz border service", "Kyrgyz border service"],
        ),
        (
            'The Harbour Union said the cranes were old. "Nobody has looked at them," the group added.',
            ["Harbour Union", "Harbour Union"],
        ),
        (
            'The Harbour Union denied this. They claimed the cranes were old. "They fell," they added.',
            ["Harbour Union", "Harbour Union", "Harbour Union"],
        ),
        (
            'A nurse on the ward said the beds were full. "We sleep in the hall," she said.',
            ["nurse on the ward", "nurse on the ward"],
        ),
        (
            'Captain Pavel Dorn admitted it was late.  "It is on us," the 29-year-old midfielder added.',
            ["Pavel Dorn", "Pavel Dorn"],
        ),
        ('Mary Voss said the dam was safe.\n\n"It leaks," he added.', ["Mary Voss", "he"]),
        (
            'For Pavel Dorn, who paints, Tobin Hale was a legend. He said: "Tobin Hale was the first of us."',
            ["Pavel Dorn"],
        ),
        (
            'Pavel Dorn said the inn was full.\n\n"We will not sell to Tobin Hale," he said.',
            ["Pavel Dorn", "Pavel Dorn"],
        ),
    ],
)
def test_who_goes_on(nlp: Language, text: str, names: list[str]) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    assert [quote.speakers[0].name for quote in quotes] == names


def test_the_one_who_goes_on_keeps_the_place_of_the_pronoun(nlp: Language) -> None:
    text = 'The Harbour Union said the cranes were old.\n\n"Nobody has looked at them," it added.'
    _, second = annotate_text(nlp, text).found.quotes
    (party,) = second.speakers
    assert (text[party.start : party.end], party.text) == ("it", "it")
