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
    (
        "sentence that goes on in marks",
        '"It is late, any day now," Mara Voss said. But "the mayor gains by the vote. It helps."',
        '"It is late, any day now,"|But "the mayor gains by the vote. It helps."',
        "Mara Voss",
    ),
    (
        "wish that goes on in marks",
        'Mara Voss called on both sides not to take a step "that cannot be taken back".',
        'not to take a step "that cannot be taken back"',
        "Mara Voss",
    ),
    ("poll of a phrase", "He fell after a poll showing Dorn ahead of Voss.", "Dorn ahead of Voss", "a poll"),
    ("relative subject", "The law, which critics say hurts the poor, passed.", "which|hurts the poor", "critics"),
    ("headline of an office", "Sheriff: Ex-guard set fire in mine", "Ex-guard set fire in mine", "Sheriff"),
    (
        "second clause in marks",
        'The mine was safe in May, the firm said, and any talk of a leak was "absurd".',
        'The mine was safe in May|and any talk of a leak was "absurd"',
        "the firm",
    ),
    (
        "day and what happened then",
        "Mara Voss accused Pavel Dorn of lying Thursday as the two met for a debate.",
        "Pavel Dorn of lying",
        "Mara Voss",
    ),
    ("why", "The mine shut because, the firm said, nobody wanted coal.", "nobody wanted coal", "the firm"),
    (
        "hearer parsed as what is told of",
        "Mara Voss told the board she had learned of it in May.",
        "she had learned of it in May",
        "Mara Voss",
    ),
    (
        "apposition before the verb",
        'In the hall afterward, Dorn\'s campaign manager, Mara Voss, called the evening "a clean win," while he wept.',
        'the evening "a clean win,"',
        "Dorn's campaign manager, Mara Voss",
    ),
    ("place in front", "Outside court, the guard, who wept, said it was late.", "it was late", "the guard"),
    ("wish in a headline", "EU urges Serbia to free editor", "to free editor", "EU"),
    ("call of an owner", "The fund renewed its call for Pavel Dorn to resign.", "Pavel Dorn to resign", "its"),
    (
        "call and infinitive",
        "The unions repeated their call for the mine to stay open.",
        "the mine to stay open",
        "their",
    ),
    ("aside with a hearer", "He kept every letter, as his widow told Dorn.", "He kept every letter", "his widow"),
    ("reply", "Mara Voss said no to the offer.", "no to the offer", "Mara Voss"),
    ("reply before", "Sorry, Mara Voss said.", "Sorry", "Mara Voss"),
    (
        "verb in marks parsed as a noun",
        "Ryan said Voss’s words and actions “amount to a form of threat that undermines trust.”",
        "Voss’s words and actions “amount to a form of threat that undermines trust.”",
        "Ryan",
    ),
    ("nouns in front of marks", 'Voss said the figures "beggar belief".', 'the figures "beggar belief"', "Voss"),
    ("adjective behind", "Mara Voss branded the move cynical.", "the move cynical", "Mara Voss"),
    ("described as", "The union welcomed the ruling as late but right.", "the ruling as late but right", "The union"),
    ("message that said", 'It met a message that said, "The mine is shut."', '"The mine is shut."', "that"),
    ("estimate", "Officials put the death toll at 23.", "the death toll at 23", "Officials"),
    ("plea", "Pavel Dorn pleaded not guilty to two counts of fraud.", "two counts of fraud", "Pavel Dorn"),
    ("hearing", "The inquest heard how the bridge had lost its rail.", "how the bridge had lost its rail", None),
    ("headline of a hearing", "Guard slept before mine fire, court hears", "Guard slept before mine fire", None),
    (
        "headline with single marks",
        "Minister 'misled' parliament over loan, watchdog finds",
        "Minister 'misled' parliament over loan",
        "watchdog",
    ),
    ("headline without a verb", "Town 'ignored' warnings, report says", "Town 'ignored' warnings", "report"),
    ("what a study found", "It found that the wells were dry.", "the wells were dry", "It"),
    ("day that is no topic", "Dorn insisted on Friday that the mine was dry.", "the mine was dry", "Dorn"),
    ("day before what is called for", "Dorn called on Friday for a new vote.", "a new vote", "Dorn"),
    ("vote of a day", "Dorn commented on Friday's vote.", "Friday's vote", "Dorn"),
    (
        "denied behind it",
        "The mayor faces a charge of theft, which Mara Voss denies.",
        "a charge of theft",
        "Mara Voss",
    ),
    ("clause", "The mine was sold, which the town confirmed on Friday.", "The mine was sold", "the town"),
    ("act", "Pavel Dorn was accused of taking bribes, which he denies.", "taking bribes", "he"),
    (
        "clause within",
        "The plan was dropped over fears it would amount to amnesty, which the ministry today rejects.",
        "it would amount to amnesty",
        "the ministry",
    ),
    (
        "subject",
        "The sale of the mine, which the town denies, would bring in nine million crowns.",
        "The sale of the mine",
        "the town",
    ),
    ("gerund", "Mara Voss described being beaten by guards.", "being beaten by guards", "Mara Voss"),
    ("likened", "She described Dorn as a man facing the law.", "Dorn as a man facing the law", "She"),
    ("aside", "Dorn, in a letter to the bank, said it had failed.", "it had failed", "Dorn"),
    ("aside after marks", '"We never quit," Voss, in her third year, said.', '"We never quit,"', "Voss"),
    ("with", "With Dorn insisting the plan was dead, the council voted.", "the plan was dead", "Dorn"),
    ("judge who asks", '"Who told you?" asked the judge.', '"Who told you?"', "the judge"),
    ("strong case", "Dorn made a strong case that the mine was safe.", "the mine was safe", "Dorn"),
    ("reached", "The committee reached the conclusion that it was late.", "it was late", "The committee"),
    (
        "an object that is chosen",
        "Mara Voss welcomed a plan which Dorn rejected.",
        "a plan which Dorn rejected",
        "Mara Voss",
    ),
    ("statement that no raid is in", "Mara Voss condemned the raid in a statement.", "the raid", "Mara Voss"),
    ("line that is in a speech", "She praised a line in a speech by Hale.", "a line in a speech by Hale", "She"),
    ("purpose of a speech", "Mara Voss used her speech to call for a new vote.", "a new vote", "Mara Voss"),
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
        (
            'He said he respects Voss and called her standing "unheard of."',
            [("said", "he respects Voss"), ("called", 'her standing "unheard of."')],
        ),
        (
            'Mara Voss described it as "a victory for sense" and thanked the nurses.',
            [("described", 'it as "a victory for sense"'), ("thanked", "the nurses")],
        ),
        (
            "The rebels said they had no mines and demanded a new vote.",
            [("said", "they had no mines"), ("demanded", "a new vote")],
        ),
        (
            "Officials say the bridge will open in May, with the mayor insisting it will be safe.",
            [("say", "the bridge will open in May"), ("insisting", "it will be safe")],
        ),
        (
            'Sam Pike, a driver known as "Mr. Fish," asked the council to wait.',
            [("asked", "to wait")],
        ),
        (
            'Mara Voss said she could not back a fixed price, which she called "a medicine that kills".',
            [("said", "she could not back a fixed price"), ("called", "which|a medicine that kills")],
        ),
        ('Mara Voss said the word "no" twice. No group has claimed responsibility for the fire.', []),
        ("The rise, proposed by the mayor, would add a crown to the bill.", []),
        ('In his film "The Long Way," Pavel Dorn told the story of a strike.', []),
        ("The court heard evidence from six doctors. Residents put the cups on the table.", []),
    ],
)
def test_cues_and_contents(nlp: Language, text: str, found: list[tuple[str, str]]) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    told = [
        (text[slice(*quote.cue)] if quote.cue else "", "|".join(text[span.start : span.end] for span in quote.spans))
        for quote in quotes
    ]
    assert told == found


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Court rules ban was unlawful", [("Court", "rules", "ban was unlawful")]),
        ("Study claims coffee helps the heart", [("Study", "claims", "coffee helps the heart")]),
        ("Fraud claims cost firms millions", []),
        ("Bank charges hit customers", []),
    ],
)
def test_headlines(nlp: Language, headline: str, found: list[tuple[str, str, str]]) -> None:
    text = f"{headline}\n\nThe papers were read out in Oslo on Monday."
    quotes = annotate_text(nlp, text).found.quotes
    spans = [(quote.source, quote.cue, quote.spans[0]) for quote in quotes]
    assert [tuple([text[slice(*span)] for span in each if span]) for each in spans] == found


def test_who_is_a_person(nlp: Language) -> None:
    text = "Pavel Dorn, head of the Harbour Alliance, who said the mine was safe, left."
    assert [party.name for quote in annotate_text(nlp, text).found.quotes for party in quote.speakers] == ["Pavel Dorn"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The board's report blamed Pavel Dorn for the fire.", ["board"]),
        ("It was welcomed by residents, many of whom say the mine is safe.", ["residents"]),
        ("Its chief, who goes by the name Simba Rewi, threatened to leave.", ["Simba Rewi"]),
        ("A farmer named Pavel Dorn said the well was dry.", ["Pavel Dorn"]),
        ("In a post on the network X, their leader, Mara Voss, said that it was late.", ["Mara Voss"]),
        ("The two senators, Mara Voss and Pavel Dorn, said they would stay.", ["Mara Voss", "Pavel Dorn"]),
    ],
)
def test_whom_a_description_names(nlp: Language, text: str, names: list[str]) -> None:
    (quote,) = annotate_text(nlp, text).found.quotes
    assert [party.name for party in quote.speakers] == names


def test_it_is_the_body_that_spoke(nlp: Language) -> None:
    text = "The ministry denied the report. The road was safe, it said."
    parties = [party.name for quote in annotate_text(nlp, text).found.quotes for party in quote.speakers]
    assert parties == ["ministry", "ministry"]


def test_who_writes_in_a_paper_says_all_that_follows(nlp: Language) -> None:
    text = 'Writing in the Gazette, Mara Voss praised the choir and called the play "a dud".'
    quotes = annotate_text(nlp, text).found.quotes
    assert [speaker.name for quote in quotes for speaker in quote.speakers] == ["Mara Voss", "Mara Voss"]
