"""Speakers whom no cue of the lexicon names."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text, find_one_quote

pytestmark = pytest.mark.model

SPEAKERS = [
    ("unlisted verb", '"Over my dead body," alderman Pavel Dorn harrumphed.', "alderman Pavel Dorn"),
    (
        "unlisted verb with its quotation as object",
        '"It is only a scratch," rider Mara Voss grimaced.',
        "rider Mara Voss",
    ),
    (
        "unlisted verb before its subject",
        '"Ten goals ahead and they still boo us," rued trainer Ivo Renn.',
        "trainer Ivo Renn",
    ),
    ("someone's verdict", 'The verdict of Dr Mara Voss was blunt: "It does not work."', "Dr Mara Voss"),
    ("someone's reply", 'Mara Voss\'s reply came at noon: "The mine is shut."', "Mara Voss"),
    ("a body that acts", 'The coast guard put out a single line: "Two boats are lost."', "The coast guard"),
    (
        "who acts in the sentence before",
        'Mara Voss laughed and slapped the roof of her lorry. "Nobody believed in it."',
        "Mara Voss",
    ),
    (
        "who acts between two quotations",
        '"Look at this." Mara Voss held up a cracked bolt. "It came out of the crane."',
        "Mara Voss",
    ),
    (
        "a quotation within ends with it",
        "\u201cShe took my hand and said, \u2018Keep it,\u2019 \u201d Mara Voss remembered.",
        "Mara Voss",
    ),
    ("a dash on its own line", '"The best cure for rain is a roof."\n\n\u2014Mara Voss, builder', "Mara Voss"),
    ("a medium before the colon", 'Actor Pavel Dorn on Twitter: "We tried everything."', "Actor Pavel Dorn"),
]


@pytest.mark.parametrize(("text", "source"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS])
def test_someone_speaks(nlp: Language, text: str, source: str) -> None:
    assert find_one_quote(nlp, text)[1] == source


def test_who_acts_does_not_speak_after_another_has_spoken(nlp: Language) -> None:
    text = '"It is late," Mara Voss said. Pavel Dorn shook his head. "Go home."'
    assert {quote.speakers[0].name for quote in annotate_text(nlp, text).found.quotes} == {"Mara Voss"}


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (
            "Judge Dorn: Do you understand the charge?\n\nMs Voss: I do not.\n\nJudge Dorn: Then we read it again.",
            ["Judge Dorn", "Ms Voss", "Judge Dorn"],
        ),
        ("Pavel Dorn: now or never\n\nMara Voss: nine seats\n\nIvo Renn: a closing surge", []),
        (
            "Interviewer: How long did it take?\n\nMara Voss: Nine days. We ate snow for two of them.",
            ["Interviewer", "Mara Voss"],
        ),
        ("The CHAIR: Order.\n\nMs VOSS: I am grateful. How many beds are left?", ["The CHAIR", "Ms VOSS"]),
        ("'Famine is weeks away': UN envoy to Ostrava", ["UN envoy to Ostrava"]),
        ("No new runway before 2035: transport minister", ["transport minister"]),
        ("A walk in the hills: part two", []),
        ("'I thought it was thunder': survivors recall the flood\n\nNobody was hurt.", ["survivors"]),
        ("'I never wanted it': rail regulator on fines and fares\n\nNobody was hurt.", ["rail regulator"]),
        ("'It is over': markets tumble as talks fail\n\nNobody was hurt.", []),
        ("Nurses' chief: 'We will walk out before May'", ["Nurses' chief"]),
        ('A sheet hung from the window, daubed in red: "WE PAID, WHERE IS OUR WATER".', []),
        ('The singer Mara Voss trilled from Ostrava: "We are in the final!"', ["The singer Mara Voss"]),
        ('Bishop Anna Dorn-Voss on Instagram: "I see you."', ["Bishop Anna Dorn-Voss"]),
        ("Mara Voss's verdict on the draw? 'Bring on anyone.'", ["Mara Voss"]),
        ('What is the verdict? "Guilty," said the judge.', ["the judge"]),
        (
            'Voss was late. "Stay," she said.\n\n14:20 Our reporter Jamie Sloan, in Oslo: "It is gone. Just gone."',
            ["she", "Our reporter Jamie Sloan"],
        ),
        ('Asked if it was late, Pavel Dorn shrugged. "What will be will be."', ["Pavel Dorn"]),
        ("Who can travel free?\n\nAnyone over 65, says the ministry. Children pay nothing.", ["the ministry"]),
    ],
)
def test_layout_names_who_speaks(nlp: Language, text: str, turns: list[str]) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    assert [text[quote.source.start : quote.source.end] for quote in quotes if quote.source] == turns


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"I was never paid," he said. Pavel Dorn, 54, had worked on the mine for two years.', "Pavel Dorn"),
        ('Amy Hale and Greg Dorn were lifted off the roof. "I thought of the dogs," he said.', "Greg Dorn"),
        ("Lawyers for Mr Dorn said he was ill.", "Lawyers for Mr Dorn"),
        ("A mother of four, who gave her name only as Blandine, said the wells smelled of fuel.", "Blandine"),
        ("The harbour board has shut two piers, it said on Tuesday.", "harbour board"),
        ("Mara Voss won the prize. Her publisher said it was late.", "Mara Voss's publisher"),
        ("The Harbour Bank has paid a woman, her lawyers said.", "her lawyers"),
    ],
)
def test_resolved_speaker(nlp: Language, text: str, name: str) -> None:
    assert [quote.speakers[0].name for quote in annotate_text(nlp, text).found.quotes] == [name]
