"""Names, descriptions and pronouns of sentences, with the types that the whole text gives them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tasks.entities.mentions import find_mentions
from tasks.entities.records import Mention
from tasks.language.parse import parse_many
from tasks.language.sentences import find_sentences
from tasks.language.words import read_words
from tasks.text.paragraphs import find_paragraphs
from tests.annotated import annotate_text


def mentions(nlp: Language, text: str) -> tuple[Mention, ...]:
    return annotate_text(nlp, text).found.cast.mentions


def names(nlp: Language, text: str) -> set[tuple[str, str | None]]:
    return {(each.text, each.entity_type) for each in mentions(nlp, text) if each.form == "name"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Ivo Harcastle met Senator Dana Brill in Lisbon.", {("Ivo Harcastle", "PERSON"), ("Dana Brill", "PERSON")}),
        ("The Kremlin rejected the claim on Monday.", {("Kremlin", "ORG")}),
        ("Officials in France's capital agreed with the Dutch minister.", {("France", "GPE"), ("Dutch", "NORP")}),
        ("She told the United Nations that the talks had failed.", {("United Nations", "ORG")}),
        ("The U.S. Department of Justice opened an inquiry.", {("U.S. Department of Justice", "ORG")}),
        (
            "Foreign Minister Ada Brill spoke first. Brill then left for Oslo.",
            {("Ada Brill", "PERSON"), ("Brill", "PERSON"), ("Oslo", "GPE")},
        ),
        ("The Republicans lost the vote.", {("Republicans", "NORP")}),
        (
            "The World Health Organization met in Oslo. WHO say that the fever has spread.",
            {("World Health Organization", "ORG"), ("Oslo", "GPE"), ("WHO", "ORG")},
        ),
        ("A US Department of Defense spokesperson spoke.", {("US Department of Defense", "ORG")}),
        ("The US Congress returns in May.", {("US Congress", "ORG")}),
        ("Uruguayan Diego Harcastle scored first.", {("Uruguayan", "NORP"), ("Diego Harcastle", "PERSON")}),
        ("It was told at the start of the 2014 Winter Olympics.", {("2014 Winter Olympics", "EVENT")}),
        ("He played in the English Premier League.", {("English Premier League", "ORG")}),
        ("Kathryn Waters arrived late. In her remarks, Waters pointed out the doors.", {("Waters", "PERSON")}),
        ("Peter King left on Monday. King said so.", {("King", "PERSON")}),
        ("Water Beyond Borders left. WBB gave no date.", {("Water Beyond Borders", "ORG"), ("WBB", "ORG")}),
        ("He leads the Justice and Order Party.", {("Justice and Order Party", "ORG")}),
        ("She fears Harcastle Resources of China.", {("Harcastle Resources", "ORG"), ("China", "GPE")}),
        ("The Bank of China closed it.", {("Bank of China", "ORG")}),
        ("The HKTB said on Monday that it would close.", {("HKTB", "ORG")}),
        ("She is a lawyer at Harcastle, Brill & Moss in Oslo.", {("Harcastle, Brill & Moss", "ORG")}),
        ("He died at St Anne's Hospital on Monday.", {("St Anne's Hospital", "ORG")}),
        ("Former Health Secretary Dame Ruth Harcastle left.", {("Ruth Harcastle", "PERSON")}),
        ("Detective Superintendent Alan Brill left.", {("Alan Brill", "PERSON")}),
        ("Dmitri “Dima” Harcastle won again.", {('Dmitri "Dima" Harcastle', "PERSON")}),
        ('Jack "Hammer" Oyelaran has been banned.', {('Jack "Hammer" Oyelaran', "PERSON")}),
        ("Harcast Moor, a Lima start-up, sold bikes on Monday.", {("Harcast Moor", "ORG"), ("Lima", "GPE")}),
        ("Joost van Harcastle scored twice, then van Harcastle left.", {("van Harcastle", "PERSON")}),
        ("Faisal bin Hamad al-Harcastle will replace her.", {("Faisal bin Hamad al-Harcastle", "PERSON")}),
        (
            "Ada Brill MBE spoke first. Ivo Harcastle, MEP, left.",
            {("Ada Brill", "PERSON"), ("Ivo Harcastle", "PERSON")},
        ),
        ("Caldera Health, which runs 22 hospitals, said no.", {("Caldera Health", "ORG")}),
        ("Zalar spoke to the daily Jutro List.", {("Jutro List", "ORG")}),
        ("The chairman of the Pro-Beijing Harcastle Party left.", {("Harcastle Party", "ORG")}),
    ],
)
def test_names(nlp: Language, text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= names(nlp, text)


@pytest.mark.model
def test_a_caption_holds_two_people_and_an_agency(nlp: Language) -> None:
    found = names(nlp, "Mayor John Harcastle Peter Brill / AP\n\nJohn Harcastle opened the bridge on Friday.")
    assert {("John Harcastle", "PERSON"), ("Peter Brill", "PERSON"), ("AP", "ORG")} <= found


@pytest.mark.model
def test_what_follows_that_is_no_part_of_a_name(nlp: Language) -> None:
    found = names(nlp, "It followed a report in The Washington Post that Harcastle had met Brill.")
    assert ("Washington Post", "ORG") in found
    assert not [text for text, _ in found if "that" in text.split()]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attorney general refused to answer.", ("The attorney general", "PERSON")),
        ("Government sources told the paper so.", ("Government sources", "PERSON")),
        ("The Russian embassy in Oslo said no.", ("The Russian embassy", "ORG")),
        ("They returned to the country in May.", ("the country", "GPE")),
    ],
)
def test_descriptions(nlp: Language, text: str, expected: tuple[str, str]) -> None:
    found = {(each.text, each.entity_type) for each in mentions(nlp, text) if each.form == "nominal"}
    assert expected in found


@pytest.mark.model
def test_a_country_is_its_team_in_a_report_of_a_match(nlp: Language) -> None:
    text = (
        "Sweden scored two goals before half-time. Sweden missed a penalty, and the striker was sent off by the "
        "referee. The midfielder scored in stoppage time of the semi-final, the last fixture of the tournament."
    )
    assert ("Sweden", "ORG") in names(nlp, text)
    assert ("Sweden", "GPE") in names(nlp, "Sweden raised taxes on fuel.")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Bank of America Harcastle Cup ended in rain.", {("Bank of America", "ORG")}),
        ("The US Harcastle Council met on Monday.", {("US", "GPE")}),
        ("The University of Copenhagen opened its doors.", {("Copenhagen", "GPE")}),
        ("The British Harcastle Alliance met on Monday.", {("British", "NORP")}),
        ("The US Senate met on Monday.", set()),
        ("They crossed the Gulf of Mexico.", set()),
        ("The UN Security Council met on Monday. The UN said so.", {("UN", "ORG")}),
        ("Apple Inc. rose on Monday. Apple sells telephones.", set()),
        ("The University of Southern Indiana opened its doors.", {("Southern Indiana", "GPE")}),
    ],
)
def test_names_inside_names(nlp: Language, text: str, held: set[tuple[str, str]]) -> None:
    assert {(each.text, each.entity_type) for each in mentions(nlp, text) if each.rule == "nested"} == held


@pytest.mark.model
def test_no_two_mentions_have_one_span(nlp: Language) -> None:
    found = mentions(nlp, "The French government and its minister met Ivo Harcastle of the University of Lisbon.")
    spans = [(each.start, each.end) for each in found]
    assert len(spans) == len(set(spans))
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))


@pytest.mark.model
def test_no_outermost_names_overlap(nlp: Language) -> None:
    text = "Faisal bin Hamad al-Brill met Juan de la Moss. Van der Harcastle and Rhys ap Brandt left in 2014."
    named = [each for each in mentions(nlp, text) if each.form == "name" and each.rule != "nested"]
    assert all(before.end <= after.start for before, after in pairwise(named))


@pytest.mark.model
@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="AbC dé.\n\"'’“”Mr,-/1", max_size=60))
def test_any_text_has_mentions_that_slice_it(nlp: Language, text: str) -> None:
    blocks = find_paragraphs(text, None)
    doc = next(parse_many(nlp, [(text, blocks)]))
    words = read_words(doc)
    for mention in find_mentions(words, find_sentences(words, blocks)):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.text == doc.text[mention.start : mention.end]
        assert mention.first <= mention.head < mention.last
