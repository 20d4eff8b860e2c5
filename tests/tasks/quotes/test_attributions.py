"""Several quotes of one sentence: nested, relayed, joined; and quotes that name nobody."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text

pytestmark = pytest.mark.model


def test_a_quote_inside_another_names_its_parent(nlp: Language) -> None:
    text = "Aide Mara Voss said the president had told ministers that no deal was possible."
    outer, inner = annotate_text(nlp, text).found.quotes
    assert (outer.parent, inner.parent) == (None, 0)


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("The mine is safe, Pavel Dorn said, Reuters reported.", "Pavel Dorn", "Reuters"),
        ('"The mine is safe," Pavel Dorn was quoted as saying by Interfax.', "Pavel Dorn", "Interfax"),
        ('State media quoted Pavel Dorn as saying: "The mine is safe."', "Pavel Dorn", "State media"),
        ("A statement aired on Harbour TV said that the mine was safe.", "statement", "Harbour TV"),
        ("According to Pavel Dorn, as reported by Reuters, the mine is safe.", "Pavel Dorn", "Reuters"),
        ("Pavel Dorn said on CNN that the mine was safe.", "Pavel Dorn", "CNN"),
        ("In remarks carried by Harbour TV, Pavel Dorn said the mine was safe.", "Pavel Dorn", "Harbour TV"),
        ("The mine was shut, the agency reported, citing the Defence Ministry.", "Defence Ministry", "agency"),
        (
            "The television network al-Jazeera has aired a tape of a rebel. On the tape, Pavel Dorn says he is well.",
            "Pavel Dorn",
            "al-Jazeera",
        ),
        ('"The mine is safe now," Pavel Dorn said, as quoted by Reuters.', "Pavel Dorn", "Reuters"),
        ('"The mine is safe," Reuters quoted Pavel Dorn as saying.', "Pavel Dorn", "Reuters"),
        ("According to the Harbour Gazette, citing Pavel Dorn, the mine is shut.", "Pavel Dorn", "Harbour Gazette"),
    ],
)
def test_outlets_that_relay_are_not_the_speaker(nlp: Language, text: str, speaker: str, via: str) -> None:
    (quote,) = annotate_text(nlp, text).found.quotes
    assert [party.name for party in quote.speakers] == [speaker]
    assert quote.via and quote.via.name == via


def test_an_outlet_that_closes_a_sentence_is_no_part_of_what_is_said(nlp: Language) -> None:
    text = "The mine was safe, Pavel Dorn said, Reuters reported."
    (quote,) = annotate_text(nlp, text).found.quotes
    assert [text[span.start : span.end] for span in quote.spans] == ["The mine was safe"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Mara Voss confirmed that wages had been delayed but denied that anyone was owed more.",
            "wages had been delayed",
            "anyone was owed more",
        ),
        (
            "Mara Voss said she would order a review and warned that files were missing.",
            "she would order a review",
            "files were missing",
        ),
        (
            "Mara Voss said the mine was safe and say the owners are poor.",
            "the mine was safe",
            "the owners are poor",
        ),
    ],
)
def test_a_second_cue_ends_the_content_of_the_first(nlp: Language, text: str, first: str, second: str) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    assert [text[quote.spans[0].start : quote.spans[0].end] for quote in quotes] == [first, second]
    assert all([party.name for party in quote.speakers] == ["Mara Voss"] for quote in quotes)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Divers searched, but it is reported that they found no boat.", "they found no boat"),
        ("Two bodies were found, and it is estimated that ten people are missing.", "ten people are missing"),
    ],
)
def test_nobody_is_named_as_the_source_of_a_passive(nlp: Language, text: str, content: str) -> None:
    (quote,) = annotate_text(nlp, text).found.quotes
    assert text[quote.spans[0].start : quote.spans[0].end] == content
    assert quote.source is None


def test_a_verb_that_is_joined_to_an_object_is_no_part_of_it(nlp: Language) -> None:
    text = "Malta denies such claims and accuses Norway of trying to stop the talks."
    contents = [text[quote.spans[0].start : quote.spans[0].end] for quote in annotate_text(nlp, text).found.quotes]
    assert contents[0] == "such claims"


def test_a_participle_after_a_comma_is_an_attribution_of_its_own(nlp: Language) -> None:
    text = "The court rejected the claim, ruling that the act was valid."
    contents = [text[quote.spans[0].start : quote.spans[0].end] for quote in annotate_text(nlp, text).found.quotes]
    assert contents == ["the claim", "the act was valid"]


def test_joint_speakers(nlp: Language) -> None:
    (quote,) = annotate_text(nlp, "Mara Voss and Pavel Dorn said the mine was safe.").found.quotes
    assert [party.name for party in quote.speakers] == ["Mara Voss", "Pavel Dorn"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Harbour Council issued a statement on Monday. The statement said the mine was safe.", "Harbour Council"),
        ("The Harbour Study looked at wells. Pavel Dorn paid for it. The report says they are dry.", "Harbour Study"),
        (
            "A poll by Gulf Research came out in May. Later, the poll found that most voters stay at home.",
            "poll by Gulf Research",
        ),
        ("The report says the wells are dry.", "report"),
    ],
)
def test_papers_speak_for_whom_the_text_names(nlp: Language, text: str, speaker: str) -> None:
    quote = annotate_text(nlp, text).found.quotes[-1]
    assert [party.name for party in quote.speakers] == [speaker]


def test_a_paragraph_that_ends_with_a_name_is_pulled_from_a_speech(nlp: Language) -> None:
    text = "The mine is shut now.\n\nI saw the roof fall in and I ran for my life. Mara Voss\n\nNobody was hurt."
    (quote,) = annotate_text(nlp, text).found.quotes
    assert quote.rule == "pull_quote"
    assert [party.name for party in quote.speakers] == ["Mara Voss"]


def test_a_capital_speaks_for_its_government(nlp: Language) -> None:
    text = "Russia signed the pact in May. Moscow said that the border was fair."
    (quote,) = annotate_text(nlp, text).found.quotes
    assert [party.name for party in quote.speakers] == ["government of Russia"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Chairman and CEO Ann Lee said that the mine was safe.", ["Ann Lee"]),
        ("Commander of the Harbour Guard General Pavel Dorn said it was late.", ["Pavel Dorn"]),
        ("Mayor Ann Lee and Governor Pavel Dorn said it was late.", ["Ann Lee", "Pavel Dorn"]),
        ('The mayor is quoted by the Harbour Gazette saying, "We will not pay for it."', ["mayor"]),
        ("According to Reuters the mayor of the town has gone.", ["Reuters"]),
        ("The family's barrister, Ann Lee KC, said that the mine was safe.", ["Ann Lee"]),
        ("Ann Lee MBE said that the mine was safe.", ["Ann Lee"]),
        ("A Labour MP said that the mine was safe.", ["Labour MP"]),
        ('"We were informed," the co-founder, Mara Voss, said.', ["Mara Voss"]),
        ("Ann Lee, whose Farmers' League holds the balance of power, accused the mine of lying.", ["Ann Lee"]),
        ("The mine was sold in May, the harbour board and the bank said.", ["harbour board", "bank"]),
    ],
)
def test_titles_and_outlets_beside_a_name(nlp: Language, text: str, speakers: list[str]) -> None:
    (quote,) = annotate_text(nlp, text).found.quotes
    assert [party.name for party in quote.speakers] == speakers


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Voss denied that the owner of the mine had lost money, saying the price was fair.", "Voss"),
        ("The defeat led Voss to say that the race was over.", "Voss"),
        ("The town sent an email to its readers saying that the race was over.", "The town"),
        ("The town knew Dorn, who saw the fall and described it as a trap.", "who"),
        ('The wells are dry. Dorn shook his head:\n\n"We dug them in May."', "Dorn"),
        ('The news did not surprise the builder Ann Lee: "We dug them in May."', "Ann Lee"),
        ("Two people briefed on the sale said the town had paid too much.", "Two people briefed on the sale"),
        ('"The road is shut, stay home," the Ostrava town hall posted on its page.', "the Ostrava town hall"),
        (
            "Rebels in the hills have freed guards seized from a mine in May, "
            "a priest who took part in the talks told Dorn.",
            "a priest",
        ),
        ("Critic Pavel Dorn, writing in The Harbour Gazette, complained that it was late.", "Critic Pavel Dorn"),
        ("The judge, sentencing Hale to nine years, said he had shown no remorse.", "The judge"),
        ("The results were clear, said co-founder Ana Bell.", "co-founder Ana Bell"),
        ('"Who counted them?" wondered Mara Voss aloud.', "Mara Voss"),
        ("According to the judge, Ann Lee, the fine is due in May.", "the judge, Ann Lee"),
        ('"It is late," harrumphed Lord Dorn-Voss.', "Lord Dorn-Voss"),
        ("Citing two guards, Radio Ostrava said that the mine had burned.", "two guards"),
    ],
)
def test_sources_that_stand_elsewhere(nlp: Language, text: str, source: str) -> None:
    quote = annotate_text(nlp, text).found.quotes[-1]
    assert quote.source and text[quote.source.start : quote.source.end] == source


def test_an_emoji_does_not_speak(nlp: Language) -> None:
    (quote,) = annotate_text(nlp, '"We lost," \U0001f600 said.').found.quotes
    assert quote.source is None


def test_who_is_asked_does_not_ask(nlp: Language) -> None:
    asked, answer = annotate_text(nlp, "Asked whether the mine was safe, Ann Lee said that it was shut.").found.quotes
    assert (asked.cue_lemma, asked.speakers) == ("ask", ())
    assert [party.name for party in answer.speakers] == ["Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "The wells are dry, according to",
        "The guard, who was ill, asked to go",
        'In reply to the town, Mara Voss said, "',
        'The bill was passed on Monday and urges miners "',
        'The king "',
    ],
)
def test_a_text_may_break_off(nlp: Language, text: str) -> None:
    assert all(quote.spans for quote in annotate_text(nlp, text).found.quotes)
