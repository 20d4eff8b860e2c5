"""What a cue governs: promises, free relatives, what goes on after the speaker, and what the narrator says of it."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text, find_one_quote

pytestmark = pytest.mark.model

ONE = [
    (
        "second quotation that goes on",
        'Pavel Dorn said that "the sale of the port is an excuse" and the plan "a fire, no lamp. It shames us all."',
        '"the sale of the port is an excuse" and the plan "a fire, no lamp. It shames us all."',
        "Pavel Dorn",
    ),
    (
        "clause with a tense after an infinitive",
        "State television reported him to be alive but it now seems he died in March.",
        "him to be alive",
        "State television",
    ),
    ("advised", "The council advised residents to lock their doors.", "to lock their doors", "The council"),
    ("welcomed in marks", 'The embassy welcomed "the return of calm".', '"the return of calm"', "The embassy"),
    ("thing promised", "Pavel Dorn promised a new school.", "a new school", "Pavel Dorn"),
    (
        "subject parsed as whom it was promised",
        "Mara Voss promised the gates would be shut by May.",
        "the gates would be shut by May",
        "Mara Voss",
    ),
    (
        "marks that open half-way",
        'Pavel Dorn promised help "without delay and without forms".',
        'help "without delay and without forms"',
        "Pavel Dorn",
    ),
    (
        "object that the marks take up",
        'The town announced a plan "to shut the port for good".',
        'a plan "to shut the port for good"',
        "The town",
    ),
    (
        "the narrator's apposition",
        'The bank said it saw "signs of life", a view that few have shared.',
        'it saw "signs of life"',
        "The bank",
    ),
    (
        "apposition after closing marks",
        'The board describes Dorn as "a living treasure," a phrase that makes his daughter laugh.',
        'Dorn as "a living treasure,"',
        "The board",
    ),
    (
        "what happened meanwhile",
        'Mara Voss told the council her bill would end "the cold bedroom", as the vote passed by ten to six.',
        'her bill would end "the cold bedroom"',
        "Mara Voss",
    ),
    (
        "reason of what is said",
        "The road would stay shut, the mayor said, because the bridge was not safe.",
        "The road would stay shut|because the bridge was not safe",
        "the mayor",
    ),
    (
        "attendant circumstance of what is said",
        "Gusts of 90 miles an hour are possible, the centre said, with floods at high tide.",
        "Gusts of 90 miles an hour are possible|with floods at high tide",
        "the centre",
    ),
    ("free relative", "He was hurt in what Mara Voss called a raid.", "what|a raid", "Mara Voss"),
    ("free relative of a clause", "It led to what the judges said was folly.", "what|was folly", "the judges"),
    ("refused by its subject", "Pavel Dorn stopped short of demanding a new vote.", "a new vote", "Pavel Dorn"),
]


@pytest.mark.parametrize(("text", "content", "source"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_one_quote(nlp: Language, text: str, content: str, source: str | None) -> None:
    assert find_one_quote(nlp, text) == (content, source)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "State television showed what it said was a tape of the boats.",
            [("said", "what|was a tape of the boats")],
        ),
        (
            'A spokeswoman disputed that account, saying the letter was "a joke".',
            [("disputed", "that account"), ("saying", 'the letter was "a joke"')],
        ),
    ],
)
def test_cues_and_contents(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    told = [
        (text[slice(*quote.cue)] if quote.cue else "", "|".join(text[span.start : span.end] for span in quote.spans))
        for quote in quotes
    ]
    assert told == found


def test_who_writes_in_a_paper_says_all_that_follows(nlp: Language) -> None:
    text = 'Writing in the Gazette, Mara Voss praised the choir and called the play "a dud".'
    quotes = annotate_text(nlp, text).found.quotes
    assert [speaker.name for quote in quotes for speaker in quote.speakers] == ["Mara Voss", "Mara Voss"]
