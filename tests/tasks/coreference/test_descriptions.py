"""Whom a definite description of a person stands for, as a speaker and wherever it acts."""

import pytest
from spacy.language import Language

from tasks.language.lexicon import read_lexicon
from tests.annotated import annotate_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Midfielder Mara Voss scored twice. After the match the veteran tactician said it was late.", ["Mara Voss"]),
        (
            'Pavel Dorn was taken off. His manager, Ivo Renn, was calm. "I was late," the defender admitted.',
            ["Pavel Dorn"],
        ),
        (
            'Nurse Mara Voss, 34, and porter Pavel Dorn, 52, were cleared. "It is late," the 52-year-old said.',
            ["Pavel Dorn"],
        ),
        (
            "Chief executive Mara Voss left. Pavel Dorn, secretary of the drivers' union, stayed. "
            '"It is late," the union leader said.',
            ["Pavel Dorn"],
        ),
        (
            '"It is late," the developer said on Monday. Pavel Dorn, the developer behind the tower, owns two others.',
            ["Pavel Dorn"],
        ),
        ("Mara Voss said the dam was old. The candidate said it leaked.", ["Mara Voss", "Mara Voss"]),
        ('Austrian driver Pavel Dorn won. "It is late," the Austrian said.', ["Pavel Dorn"]),
        ("Mara Voss, a Republican from Ohio, voted no. The Republican said it was late.", ["Mara Voss"]),
        ("French president Mara Voss left. The French said they would stay.", ["French"]),
        (
            "Mara Voss met her guest, Pavel Dorn, on Monday. The two ministers said it was cold.",
            ["Mara Voss; Pavel Dorn"],
        ),
        (
            "Spokesman Pavel Dorn met the press. The brother of one of the victims said it was cold.",
            ["brother of one of the victims"],
        ),
        ("Mara Voss and Pavel Dorn spent two nights on a ledge. The pair said it was cold.", ["Mara Voss; Pavel Dorn"]),
        ("Mara Voss met Pavel Dorn in May. The singer said it was late.", ["singer"]),
        (
            "Mara Voss left by a side door; Pavel Dorn came out. Voss said nothing. "
            '"It is late," the Ghana captain joked.',
            ["Mara Voss"],
        ),
        ('Mara Voss was cleared on Monday. "It is late," sighed the mother of two.', ["Mara Voss"]),
        ('"Was it late?" Mara Voss asked. Pavel Dorn nodded. "It was," the singer said.', ["Mara Voss", "singer"]),
        ("Mara Voss said that the developer had told her that it was late.", ["Mara Voss", "developer"]),
        ("Mara Voss came back. A farmer waved. The farmer said it was late.", ["farmer"]),
        ("Mara Voss came back. It rained for days. The governor said it was late.", ["governor"]),
        ("Mara Voss said the pilot had told her that it was late.", ["Mara Voss", "pilot"]),
    ],
)
def test_descriptions(nlp: Language, text: str, names: list[str]) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    assert ["; ".join(party.name or "" for party in quote.speakers) for quote in quotes] == names


def test_who_is_mostly_not_named_is_nobody_named_before(nlp: Language) -> None:
    rows = read_lexicon("coreference", "bystanders")
    text = "\n\n\n\n".join(row["example"] for row in rows)
    names = [quote.speakers[0].name for quote in annotate_text(nlp, text).found.quotes]
    assert names == [row["word"] for row in rows]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Ohio senator Mara Voss met Pavel Dorn. Later the Ohio lawmaker left.", "the Ohio lawmaker", "Mara Voss"),
        (
            "The Irish striker Mara Voss scored. Her coach Pavel Dorn hugged the Irishwoman.",
            "the Irishwoman",
            "Mara Voss",
        ),
        ("Mara Voss met Pavel Dorn of Poland on Monday. The Pole lost.", "The Pole", "Pavel Dorn"),
        ("Two drivers were held. The Russian was freed.", "The Russian", None),
        ("Mara Voss sold her captain, Pavel Dorn. The Scot bought a striker.", "The Scot", "Mara Voss"),
        ("The Irish baker Mara Voss won. The Scot lost.", "The Scot", None),
        ("Manager Pavel Dorn of Portugal won. The Portuguese has never lost.", "The Portuguese", "Pavel Dorn"),
        ("Pavel Dorn joined in 2018. But the Austrian struggled.", "the Austrian", "Pavel Dorn"),
        ("Mara Voss married Ivo Renn. The Frenchwoman is 40.", "The Frenchwoman", "Mara Voss"),
        ("Mara Voss waved. The second suspect left.", "The second suspect", None),
        ("Mara Voss, whose father was a miner, left.", "whose father", None),
        (
            "The Harlow County Sheriff's Office held two men. A lawyer of the public defender's office came. "
            "They called the sheriff's office.",
            "the sheriff's office",
            "Harlow County Sheriff's Office",
        ),
        (
            "Ivo Brandt left. His son Ivo Brandt Jr. stayed. Brandt Jr. said that his father was ill.",
            "Brandt Jr.",
            "Ivo Brandt Jr.",
        ),
        (
            "Ivo Brandt left. His son Ivo Brandt Jr. stayed. Brandt Jr. said that his father was ill.",
            "his father",
            "Ivo Brandt",
        ),
        ("Ivo Brandt Jr. won on Sunday. Ivo Brandt was late.", "Ivo Brandt", "Ivo Brandt Jr."),
        ("Analyst Per Holm of Nordea said it was late.", "Analyst", "Per Holm"),
        ("A lawyer from the public defender's office came.", "the public defender's office", None),
        (
            "She taught at the Dunmore Dance Academy. The academy, where she met him, closed.",
            "The academy",
            "Dunmore Dance Academy",
        ),
        ("Aldermere Rovers signed him. They lost, and Rovers sold him.", "Rovers", "Aldermere Rovers"),
        ("Mara Voss met Pavel Dorn. Later the lawmaker left.", "the lawmaker", None),
        ("The developer said it leaked.\n\nPavel Dorn, the developer of the dam, left.", "The developer", "Pavel Dorn"),
        ("They left when Mara Voss spoke of her plan. The lawmaker went on.", "The lawmaker", "Mara Voss"),
        ("A report praised Mara Voss. The governor left.", "The governor", None),
        ("Mara Voss waved. The winner's coach left.", "The winner's coach", None),
        ("Nurse Mara Voss, 34, met porter Pavel Dorn, 52. The 52-year-old resigned.", "The 52-year-old", "Pavel Dorn"),
        ("The mayor of Nancy, Bernard Faure, joined the march.", "The mayor", "Bernard Faure"),
        ("Chad's army fought the Rapid Support Forces. The RSF accused the army of theft.", "the army", None),
        ("The regional bloc ECOWAS condemned the coup.", "The regional bloc", "ECOWAS"),
    ],
)
def test_who_acts(nlp: Language, text: str, phrase: str, name: str | None) -> None:
    cast = annotate_text(nlp, text).found.cast
    [chain] = [of for each, of in zip(cast.mentions, cast.chain_of, strict=True) if each.text == phrase]
    assert cast.chains[chain].name == name
