"""Objects as content: what is judged, asked for, refused, or found by a survey."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text, find_one_quote

pytestmark = pytest.mark.model

ONE = [
    (
        "thanked in marks",
        'The union thanked "everyone who wrote, marched and shouted".',
        '"everyone who wrote, marched and shouted"',
        "The union",
    ),
    ("judged in one noun", "The sheriff called the pair heroes.", "the pair heroes", "The sheriff"),
    ("plural parsed as bare", "The guards, who were not named, deny the charge.", "the charge", "The guards"),
    ("branded", "The plan was branded heartless by critics.", "The plan|heartless", "critics"),
    ("branded in marks", "The council was branded 'heartless' last night.", "The council|'heartless'", None),
    ("fraud by abuse", "The guard denies fraud by abuse of position.", "fraud by abuse of position", "The guard"),
    ("denied within", "The president's office denied it within the hour.", "it", "The president's office"),
    ("offer", "The firm offered to clean the ring for free.", "to clean the ring for free", "The firm"),
    ("plea", "Pavel Dorn pleaded guilty on Monday.", "guilty", "Pavel Dorn"),
    ("rain by a day", "The forecasters predicted more rain by Monday.", "more rain by Monday", "The forecasters"),
    (
        "hiding until",
        "Mara Voss accused the cabinet of hiding the bill until after the vote.",
        "the cabinet of hiding the bill until after the vote",
        "Mara Voss",
    ),
    (
        "called for",
        "The union is calling for the owners to publish the figures.",
        "the owners to publish the figures",
        "The union",
    ),
    ("refusal with object", "The firm would not comment on the leak.", "the leak", "The firm"),
    (
        "judged after an aside",
        'The mayor called him, with a smile, "a pest".',
        'him, with a smile, "a pest"',
        "The mayor",
    ),
    (
        "judged twice in marks",
        'The mayor called the new law a "trap" and a "farce".',
        'the new law a "trap" and a "farce"',
        "The mayor",
    ),
    (
        "judged by a relative clause",
        'The town met the owner, whom Pavel Dorn described as "idle".',
        'whom|as "idle"',
        "Pavel Dorn",
    ),
    (
        "poll with an object",
        "A poll showed Mara Voss ahead of the mayor by nine points.",
        "Mara Voss ahead of the mayor by nine points",
        "A poll",
    ),
    (
        "found that",
        "The auditors found that the mine had lost its licence.",
        "the mine had lost its licence",
        "The auditors",
    ),
    ("judged in marks", 'The mayor calls drivers "pests" on the radio.', 'drivers "pests"', "The mayor"),
    ("threat", "The rebels threatened a strike if the talks failed.", "a strike if the talks failed", "The rebels"),
    (
        "object with a purpose",
        "The bank proposed a plan to save the mine.",
        "a plan to save the mine",
        "The bank",
    ),
]


@pytest.mark.parametrize(("text", "content", "source"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_quote(nlp: Language, text: str, content: str, source: str | None) -> None:
    assert find_one_quote(nlp, text) == (content, source)


@pytest.mark.parametrize(
    "text",
    [
        "The doctor found that hard to believe.",
        "She found that he had gone.",
        "The club gave the town a park.",
        'They met in a bar called the "Blue Boat" near the dam.',
        "The survey has a margin of error of three points.",
        "The patient was advised to rest.",
        "The town welcomed nine thousand visitors in May.",
        "The king welcomed Mr Voss at the palace.",
    ],
)
def test_no_quote(nlp: Language, text: str) -> None:
    assert annotate_text(nlp, text).found.quotes == []
