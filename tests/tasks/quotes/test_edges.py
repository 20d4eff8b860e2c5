"""Where content begins and ends."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text, find_one_quote

pytestmark = pytest.mark.model

ONE = [
    (
        "condition of a promise",
        "The mayor promised to resign if the court finds against him.",
        "to resign if the court finds against him",
        "The mayor",
    ),
    (
        "reduced relative within the subject",
        "He did not change his mind, noting that most of the money raised would go to the town.",
        "most of the money raised would go to the town",
        "He",
    ),
    (
        "subject parsed as an object",
        "A study by the town showed the street with the most shops lost the most trees.",
        "the street with the most shops lost the most trees",
        "A study by the town",
    ),
    ("only that", 'Pavel Dorn said only that he was "on his way home".', 'he was "on his way home"', "Pavel Dorn"),
    ("why", "When asked why, Pavel Dorn left the room.", "why", None),
    (
        "quotation after a dash",
        'He dislikes the plan to move the mine - "I love the hills," Pavel Dorn said.',
        '"I love the hills,"',
        "Pavel Dorn",
    ),
    (
        "two apostrophes after a colon",
        "The old man went through the code of the house: ''Good manners were assumed,'' he said.",
        "''Good manners were assumed,''",
        "he",
    ),
    (
        "in brackets",
        'Interior minister Mara Voss ("I never sleep," she told a radio host last week) came to the mine at five.',
        '"I never sleep,"',
        "she",
    ),
    (
        "row of quotations",
        'The mayor, Mara Voss said, was "kind", "funny" and "always late".',
        'The mayor|was "kind", "funny" and "always late"',
        "Mara Voss",
    ),
    (
        "split once more",
        '"I will not," the mayor said, "be told," and here she rose, "by a man who cannot count."',
        '"I will not,"|"be told,"|"by a man who cannot count."',
        "the mayor",
    ),
    (
        "relative clause of a part",
        "The plan lists ten mines, some of which, the ministry said, will close in May.",
        "some of which|will close in May",
        "the ministry",
    ),
    (
        "free relative as a subject",
        'What the town needs, Mara Voss told delegates, is "fewer speeches".',
        'What the town needs|is "fewer speeches"',
        "Mara Voss",
    ),
    (
        "as someone put it",
        'As Dr Ivo Renn put it, the bridge "told its own story".',
        'the bridge "told its own story"',
        "Dr Ivo Renn",
    ),
    (
        "title of a memoir",
        'The town had poured "cold water on the plan", she wrote in her memoir, "Hard Years".',
        'The town had poured "cold water on the plan"',
        "she",
    ),
    (
        "passive accusation",
        "The mayor was accused by three guards of taking bribes.",
        "The mayor|of taking bribes",
        "three guards",
    ),
    (
        "noun and its clause apart",
        "She came under fire over her claim during the debate that the mine was safe.",
        "the mine was safe",
        "her",
    ),
    (
        "neighbour by name",
        '"He just left," according to a neighbour, Doris Hale, who had seen him go.',
        '"He just left,"',
        "a neighbour, Doris Hale",
    ),
    (
        "subject in marks",
        '"The board," the chairman, Sir Ivo Renn, told angry owners, "did what it was paid for."',
        '"The board,"|"did what it was paid for."',
        "the chairman, Sir Ivo Renn",
    ),
    (
        "cited by an unknown paper",
        "The Harbour Standard said, quoting an unnamed guard, that the boat had run out of fuel.",
        "the boat had run out of fuel",
        "an unnamed guard",
    ),
    ("on a day", "The union said on Tuesday it would go on.", "it would go on", "The union"),
    (
        "predicate parsed as a participle",
        "Its president, Mara Voss, called on the union to publish the figures.",
        "to publish the figures",
        "Its president, Mara Voss",
    ),
    (
        "agency by its noun",
        "The border will reopen on Monday, the state news agency BTK reported, citing the Interior Ministry.",
        "The border will reopen on Monday",
        "the Interior Ministry",
    ),
    ("an age", '"I did not expect it," the 24-year-old said.', '"I did not expect it,"', "the 24-year-old"),
    ("not discussed", "The union would not discuss the leak.", "the leak", "The union"),
    ("not to", "The mayor urged miners not to go on.", "not to go on", "The mayor"),
    (
        "aside before that",
        "Two of the owners have since conceded, in letters seen by this paper, that the roof was known to be leaking.",
        "the roof was known to be leaking",
        "Two of the owners",
    ),
    ("gerund of a passive", "Pavel Dorn flatly denied having been paid.", "having been paid", "Pavel Dorn"),
    (
        "passive judgement",
        "The plan was condemned by the union as a tax on breathing.",
        "The plan|as a tax on breathing",
        "the union",
    ),
    (
        "judgement in marks after as",
        'The mayor dismissed the inquiry as "a fishing trip".',
        'the inquiry as "a fishing trip"',
        "The mayor",
    ),
    (
        "claimed by several",
        "It was claimed by lawyers for the heirs that the will had been altered.",
        "the will had been altered",
        "lawyers for the heirs",
    ),
    (
        "according to within",
        "What the town needs, according to its doctor, Ivo Renn, is a bus.",
        "What the town needs|is a bus",
        "its doctor, Ivo Renn",
    ),
    (
        "as per",
        "As per the charge sheet filed by police, Dorn paid twice.",
        "Dorn paid twice",
        "the charge sheet filed by police",
    ),
    (
        "according to after a copula",
        "The twins were, according to their aunt, asleep when the roof fell.",
        "The twins were|asleep when the roof fell",
        "their aunt",
    ),
    (
        "according to after a semicolon",
        "The tests were late; the dam is safe, according to a report by the town.",
        "the dam is safe",
        "a report by the town",
    ),
    ("against", "The guards warned both sides against sailing early.", "sailing early", "The guards"),
    ("on", "The board blamed the fire on a broken cable.", "the fire on a broken cable", "The board"),
    ("denied", "The board rejected the notion that it was late.", "the notion that it was late", "The board"),
    ("begged", '"Come home," begged the girl\'s father. The search goes on.', '"Come home,"', "the girl's father"),
    (
        "two verbs",
        "Residents wanted to know how much the bridge had cost.",
        "how much the bridge had cost",
        "Residents",
    ),
    (
        "question left open",
        "It is not clear, police say, who fired first.",
        "It is not clear|who fired first",
        "police",
    ),
    (
        "in the words of",
        'It opens on 1 June, "barring accidents", in the words of ferry chief Mara Voss.',
        '"barring accidents"',
        "ferry chief Mara Voss",
    ),
    (
        "deed of the speaker",
        'Voss said the town "has time for all", and pointed to a dinner in May which Dorn attended.',
        'the town "has time for all"',
        "Voss",
    ),
    ("who owns it", "The mine is shut, said Dorn, who owns it.", "The mine is shut", "Dorn"),
    (
        "aside before the quotation goes on",
        '"This place," she said, pointing at the wall, "is where it began."',
        '"This place,"|"is where it began."',
        "she",
    ),
    (
        "clause before a colon",
        'The report is grim, says Dorn: "We have failed."',
        'The report is grim|"We have failed."',
        "Dorn",
    ),
]


@pytest.mark.parametrize(("text", "content", "source"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_one_quote(nlp: Language, text: str, content: str, source: str | None) -> None:
    assert find_one_quote(nlp, text) == (content, source)


SEVERAL = [
    (
        'Calling the plan "thin", Mara Voss urged both towns to open the road.',
        ['the plan "thin"', "to open the road"],
    ),
    (
        "The tunnel will cost nine millions, the mayor says; the auditors say it will cost twelve.",
        ["The tunnel will cost nine millions", "it will cost twelve"],
    ),
    (
        '"The boat is lost," Mara Voss said, according to the harbour guard. "Nobody came."',
        ['"The boat is lost,"|"Nobody came."', '"The boat is lost," Mara Voss said|"Nobody came."'],
    ),
    (
        "The answer, Mara Voss said, was simple. ''Just shut the mine,'' she said.",
        ["The answer|was simple", "''Just shut the mine,''"],
    ),
    (
        'Mara Voss said the tax was "a trick" that the town would answer "in kind and at once".',
        ['the tax was "a trick" that the town would answer "in kind and at once"'],
    ),
    (
        'The mayor, Mara Voss said, wants to fight the plan with "hard data."',
        ['The mayor|wants to fight the plan with "hard data."'],
    ),
    (
        '"All is open," Mara Voss said on Monday after hinting that changes could come. "Every single thing."',
        ['"All is open,"|"Every single thing."', "changes could come"],
    ),
    (
        "The UN says 900 people died, while aid groups say the true figure is twice that.",
        ["900 people died", "the true figure is twice that"],
    ),
]


@pytest.mark.parametrize(("text", "contents"), SEVERAL)
def test_contents_stay_apart(nlp: Language, text: str, contents: list[str]) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    assert ["|".join([text[span.start : span.end] for span in quote.spans]) for quote in quotes] == contents


@pytest.mark.parametrize(
    "text",
    [
        "Say what you like about the mine, it pays.",
        'The line now adds a "comfort fee" to every seat in its "premium light" rows.',
        "No rule tells a baker when to sleep.",
        "Do not tell me that it is late.",
        "Nobody has said where the cars will go.",
        "It goes without saying that the guards are paid.",
        "The crew is paid as per the contract.",
        'A painted board at the gate offers "Eggs, honey, no credit".',
        'The film "Who Owns the Rain?" will be shown at the Palace on Sunday.',
        '"The Widow of Harbour Street", an oil of 1931, was stolen on Sunday.',
        'Her memoir, "I Told You So", and his, "Nobody Asked Me", were published on the same day.',
    ],
)
def test_orders_and_titles_say_nothing(nlp: Language, text: str) -> None:
    assert not annotate_text(nlp, text).found.quotes


def test_a_paragraph_without_marks_ends_where_its_speaker_is_told_of(nlp: Language) -> None:
    text = (
        "The church denied the charges:\n\nNobody was 'forced' to stay. She was free to go. They also said Dorn lied."
    )
    contents = [text[quote.spans[0].start : quote.spans[-1].end] for quote in annotate_text(nlp, text).found.quotes]
    assert contents == ["Nobody was 'forced' to stay. She was free to go", "Dorn lied"]
