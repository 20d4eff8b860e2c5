"""Who is the source where the parser does not see it."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text, find_one_quote

pytestmark = pytest.mark.model

ONE = [
    (
        "founder who asks",
        "They were cross. 'What town taxes kindness?' asked its founder, Mara Voss.",
        "'What town taxes kindness?'",
        "its founder, Mara Voss",
    ),
    ("court that is told", "Guard slept before mine fire, court told", "Guard slept before mine fire", None),
    ("parents who are told", "School water 'unsafe', parents told", "School water 'unsafe'", None),
    (
        "writer",
        "Mara Voss has written to the education secretary demanding an inquiry.",
        "an inquiry",
        "Mara Voss",
    ),
    (
        "prosecuting",
        "Opening the case at Dover Crown Court, Mara Voss, prosecuting, said Dorn had lied.",
        "Dorn had lied",
        "Mara Voss",
    ),
    (
        "cross-examined",
        "Cross-examined by Mr Dorn, Mrs Voss agreed that the guard had been late.",
        "the guard had been late",
        "Mrs Voss",
    ),
    (
        "minister after units",
        "Norway will send two units, its trade minister, Mara Voss, said.",
        "Norway will send two units",
        "its trade minister, Mara Voss",
    ),
    ("time of an entry", "14:45 Police have tweeted that the road is closed.", "the road is closed", "Police"),
    ("hyphen", "Mara Lee took office. Lee-Voss said it was late.", "it was late", "Lee-Voss"),
    ("fragment", "They met on Monday. A farce, she says. Nobody came.", "A farce", "she"),
    ("by phone", '"We are well," its spokesman, who was in Oslo, said by phone.', '"We are well,"', "its spokesman"),
]


@pytest.mark.parametrize(("text", "content", "source"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_one_quote(nlp: Language, text: str, content: str, source: str | None) -> None:
    assert find_one_quote(nlp, text) == (content, source)


def test_a_label_in_capitals_is_whoever_has_the_name(nlp: Language) -> None:
    text = "Mara Lee-Voss met Pavel Dorn.\n\nDORN: Is it late?\n\nLEE-VOSS: It is. I like it."
    quotes = annotate_text(nlp, text).found.quotes
    assert [quote.speakers[0].name for quote in quotes] == ["Pavel Dorn", "Mara Lee-Voss"]


ASIDES = [
    (
        "Voss claimed the union had opposed the law, a charge Dorn denied.",
        ["the union had opposed the law", "a charge"],
    ),
    ("Voss said the vote was rigged, an allegation officials have denied.", ["the vote was rigged", "an allegation"]),
    ("Voss said the union had opposed the plan, a claim the party rejects.", ["the union had opposed the plan"]),
    ("Voss said the dam was safe, an assertion disputed by engineers.", ["the dam was safe"]),
    ("Voss warned of rain, though they cautioned it was too early to tell.", ["rain", "it was too early to tell"]),
    ("Dorn warned that it would rain, though she added it was early.", ["it would rain", "it was early"]),
    ("They marched\n\nNEW DELHI: Thousands of farmers gathered at the border on Monday.", []),
    (
        'Dorn weighed in, insisting it "was late" and denouncing the vote as a "farce." Photographs show two men.',
        ['it "was late"', 'the vote as a "farce."'],
    ),
    ("A poll found that it fell, a finding that her aides were quick to repeat.", ["it fell"]),
    ("Tanzania: Ferry capsizes on Lake Victoria\n\nIt sank.", []),
    ("Iran: US must lift sanctions\n\nIt will.", ["US must lift sanctions"]),
    ("They spoke\n\nMara Voss: The dam was old and everybody knew it.", ["The dam was old and everybody knew it"]),
]


@pytest.mark.parametrize(("text", "contents"), ASIDES)
def test_what_stands_beside_content_is_none_of_it(nlp: Language, text: str, contents: list[str]) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    assert [text[quote.spans[0].start : quote.spans[-1].end] for quote in quotes] == contents
