"""Which mentions of a text refer to the same thing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.annotated import annotate_text

STORY = (
    "The Russian embassy in Oslo refused to comment. The embassy said that they had no plans.\n\n"
    "Attorney General Ivo Harcastle met Ambassador Anna Brill in May. "
    "The attorney general said that he had left early, but she denied it.\n\n"
    "Harcastle resigned on Friday."
)


def chain_names(nlp: Language, text: str) -> dict[str, str | None]:
    """Canonical name of the chain of every mention, by the mention's text; the last one of a text wins."""
    cast = annotate_text(nlp, text).found.cast
    return {each.text: cast.chains[chain].name for each, chain in zip(cast.mentions, cast.chain_of, strict=True)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("The attorney general", "Ivo Harcastle"),
        ("he", "Ivo Harcastle"),
        ("she", "Anna Brill"),
        ("Harcastle", "Ivo Harcastle"),
        ("The embassy", None),
    ],
)
def test_a_story(nlp: Language, mention: str, expected: str | None) -> None:
    assert chain_names(nlp, STORY)[mention] == expected


@pytest.mark.model
def test_a_body_and_its_they_are_one_chain(nlp: Language) -> None:
    cast = annotate_text(nlp, STORY).found.cast
    chain = {each.text: number for each, number in zip(cast.mentions, cast.chain_of, strict=True)}
    assert chain["The Russian embassy"] == chain["The embassy"] == chain["they"]


@pytest.mark.model
def test_several_people_are_not_the_first_of_them(nlp: Language) -> None:
    found = chain_names(nlp, "The candidates Ivo Harcastle and Dana Brill spoke. Many reporters Ivo Brandt knew left.")
    assert found["The candidates"] is None
    assert found["Many reporters"] is None


@pytest.mark.model
def test_a_given_name_alone_tells_the_gender_but_no_surname_does(nlp: Language) -> None:
    assert chain_names(nlp, "Anna met Carlo on Monday. She thanked him.")["him"] == "Carlo"
    assert chain_names(nlp, "Anna Grant won again. Grant thanked her team.")["Grant"] == "Anna Grant"


@pytest.mark.model
def test_a_nickname_is_a_name(nlp: Language) -> None:
    found = chain_names(nlp, 'Dmitri "Dima" Harcastle won again. Harcastle thanked his team, and Dima wept.')
    assert found["Harcastle"] == found["Dima"] == 'Dmitri "Dima" Harcastle'


@pytest.mark.model
def test_two_people_of_one_surname_stay_apart(nlp: Language) -> None:
    text = "Ivo Harcastle met Anna Harcastle in Oslo. Harcastle left early."
    names = chain_names(nlp, text)
    assert names["Ivo Harcastle"] != names["Anna Harcastle"]
    assert names["Harcastle"] == "Harcastle"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Harcastle was jailed. Harcastle's wife, Anna Harcastle, wept.", "Ivo Harcastle"),
        ("Ivo Harcastle was jailed. His wife, Anna Harcastle, wept. Mrs Harcastle then left.", "Anna Harcastle"),
        ("Ivo Harcastle was jailed. His sister, Zanele Harcastle, wept. Ms. Harcastle left.", "Zanele Harcastle"),
        ("Zanele Harcastle was jailed. Mr. Harcastle wept. Ivo Harcastle is her husband.", "Harcastle"),
    ],
)
def test_a_surname_is_that_of_the_only_one_told_of_so_far(nlp: Language, text: str, expected: str) -> None:
    assert chain_names(nlp, text)["Harcastle"] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "expected"), [("", "Anna Harcastle"), ("Mrs. ", "Anna Harcastle"), ("Mr. ", "Ivo Harcastle")]
)
def test_a_surname_is_that_of_the_one_told_of_first_and_most(nlp: Language, title: str, expected: str) -> None:
    text = (
        f"Anna Harcastle flew to Oslo with her husband, Mr. Ivo Harcastle. Anna Harcastle spoke first. "
        f"{title}Harcastle left early."
    )
    assert chain_names(nlp, text)["Harcastle"] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "mention", "expected"),
    [
        (
            "Albian minister resigns over fire\n\nIvo Harcastle, the minister of trade, resigned on Monday.",
            "Albian minister",
            "Ivo Harcastle",
        ),
        (
            "Harbour pilot fined\n\nAda Brill, a lawyer, met Ivo Harcastle, a harbour pilot, on Monday.",
            "Harbour pilot",
            "Ivo Harcastle",
        ),
        (
            "Astronaut tells graduates to be wrong\n\nFormer astronaut Ada Brill spoke at the university on Monday.",
            "Astronaut",
            "Ada Brill",
        ),
        (
            "Climber found dead in Alps\n\nThe climber Ivo Harcastle, 34, was found on Monday.",
            "Climber",
            "Ivo Harcastle",
        ),
        (
            "Baker sues town\n\nA baker has sued the town. Ivo Harcastle, the baker, wants the street back.",
            "Baker",
            "Ivo Harcastle",
        ),
    ],
)
def test_a_headline_describes_the_first_person_so_called(
    nlp: Language, text: str, mention: str, expected: str | None
) -> None:
    assert chain_names(nlp, text)[mention] == expected


@pytest.mark.model
def test_an_argument_of_the_same_verb_is_no_antecedent(nlp: Language) -> None:
    for told in ("called him", "talked about him"):
        assert chain_names(nlp, f"John Harcastle spoke. Peter Brill {told} on Monday.")["him"] == "John Harcastle"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I never met them," Ivo Harcastle said on Monday.', "Ivo Harcastle"),
        ("Ivo Harcastle said that I was late.", None),
    ],
)
def test_first_person_is_the_speaker_inside_marks_only(nlp: Language, text: str, expected: str | None) -> None:
    assert chain_names(nlp, text)["I"] == expected


@pytest.mark.model
@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(["He left.", "Ivo Harcastle spoke.", "The embassy denied it.", '"I won," she said.']),
        max_size=6,
    )
)
def test_every_mention_is_in_exactly_one_chain(nlp: Language, sentences: list[str]) -> None:
    if not sentences:
        return
    cast = annotate_text(nlp, " ".join(sentences)).found.cast
    assert sorted(index for chain in cast.chains for index in chain.mentions) == list(range(len(cast.mentions)))
    assert all(chain.mentions == tuple(sorted(chain.mentions)) for chain in cast.chains)
    assert [chain.mentions[0] for chain in cast.chains] == sorted(chain.mentions[0] for chain in cast.chains)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("The Harcastle Mining Company lost. It said that prices fell. It added that jobs were safe.", "It", True),
        ("The Harcastle Court opened. Ivo Brill left the court early.", "the court", True),
        ("The Harcastle Court and the Brill Court opened. Ivo Brill left the court early.", "the court", False),
        ("The Harcastle Court opened. Ivo Brill left the new civil court early.", "the new civil court", False),
        ("Dana Moss spoke. Its president, Ivo Brill, left early.", "Its president", True),
        ("LISBON (Reuters) - The minister left. The company gave no reason.", "The company", False),
    ],
)
def test_a_body_is_found_again(nlp: Language, text: str, phrase: str, expected: bool) -> None:
    assert (chain_names(nlp, text)[phrase] is not None) is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Harcastle won again. The 47-year-old thanked his team.", "Ivo Harcastle"),
        ("Ivo Harcastle won again. Dana Brill praised the 47-year-old.", "Ivo Harcastle"),
        ('Ivo Harcastle won again. "Dana Brill is strong," said the 47-year-old.', "Ivo Harcastle"),
    ],
)
def test_an_age_stands_for_who_was_told_of_last(nlp: Language, text: str, expected: str) -> None:
    found = chain_names(nlp, text)
    assert {name for phrase, name in found.items() if phrase.endswith("47-year-old")} == {expected}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Ada Wilmot won the cup on Sunday. The singer thanked her band.", "The singer", "Ada Wilmot"),
        ("Ada Wilmot won the cup on Sunday. The singer, 38, had cancelled her tour.", "The singer", "Ada Wilmot"),
        ("Ada Wilmot met Ivo Brill on Sunday. The singer thanked her band.", "The singer", None),
        ("Ada Wilmot won the cup on Sunday. The band's singer left early.", "The band's singer", None),
        ("Ada Wilmot won the cup on Sunday. Reporters met the singer in Oslo.", "the singer", None),
    ],
)
def test_the_next_sentence_says_what_somebody_is(nlp: Language, text: str, phrase: str, expected: str | None) -> None:
    assert chain_names(nlp, text)[phrase] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("They flew to Washington on Monday. Snow fell on the American capital.", "the American capital", "Washington"),
        ("The Harcastle River rose on Monday. Nobody swam in the river.", "the river", "Harcastle River"),
        ("The Harcastle Bridge closed. Ivo Brill left the bridge early.", "the bridge", "Harcastle Bridge"),
        ("They left Oslo. A bus stood in the town of Lillehammer.", "the town", "Lillehammer"),
    ],
)
def test_a_place_is_found_again(nlp: Language, text: str, phrase: str, expected: str) -> None:
    assert chain_names(nlp, text)[phrase] == expected


@pytest.mark.model
def test_what_somebody_has_is_one_thing(nlp: Language) -> None:
    text = "Ivo Brill's lawyer spoke. A lawyer for the city left. Brill's lawyer spoke again."
    cast = annotate_text(nlp, text).found.cast
    chain = {each.text: number for each, number in zip(cast.mentions, cast.chain_of, strict=True)}
    assert chain["Ivo Brill's lawyer"] == chain["Brill's lawyer"] != chain["A lawyer"]


@pytest.mark.model
def test_it_that_speaks_is_the_body_that_spoke_last(nlp: Language) -> None:
    text = "The Brill Bank said on Monday that it closed. A fire burned the library. It added that nobody was hurt."
    assert chain_names(nlp, text)["It"] == "Brill Bank"


@pytest.mark.model
def test_he_that_speaks_is_the_last_subject_however_much_is_told_of_another(nlp: Language) -> None:
    text = (
        "Peter Wilmot said the plane was on a mission. He said it crashed near the town, and that his men were safe. "
        "Peter Wilmot spoke to reporters.\n\nBerdi Ashyrow, a village elder, told the agency that the wreck was "
        "burning. “I can see it from here,” he said."
    )
    cast = annotate_text(nlp, text).found.cast
    chains = [number for each, number in zip(cast.mentions, cast.chain_of, strict=True) if each.text == "he"]
    assert cast.chains[chains[-1]].name == "Berdi Ashyrow"


@pytest.mark.model
def test_he_that_goes_on_to_speak_is_the_last_subject(nlp: Language) -> None:
    text = (
        "Peter Wilmot is in jail. Wilmot was led away on Monday, and his wife saw him. His lawyer, Anton Brill, stated "
        "that Wilmot had not eaten. He went on to tell reporters that the strike would go on."
    )
    assert chain_names(nlp, text)["He"] == "Anton Brill"
