"""Which names of a document name the same thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.coreference.named import acronyms_of, distance, group_names, is_slip
from tasks.entities.records import Mention


def name(text: str, kind: str = "PERSON") -> Mention:
    return Mention(0, len(text), 0, 1, 0, text, "name", kind, "model", 0.8)


def keys_of(names: list[Mention]) -> dict[int, str]:
    return group_names(dict(enumerate(names)))


@pytest.mark.parametrize(
    ("texts", "same"),
    [
        (("Ivo Harcastle", "Harcastle"), True),
        (("Ivo Harcastle", "Ivo"), True),
        (("Ivo J. Harcastle", "Ivo Harcastle"), True),
        (("I. Harcastle", "Ivo Harcastle"), True),
        (("Ivo Harcastle", "Harcastel"), True),
        (("Kirsten Harcastle", "Kirstin Harcastle"), True),
        (("Ivo Harcastle", "Anna Harcastle"), False),
        (("Ivo Harcastle", "Brill"), False),
        (("Ivo Harcastle", "Harcastles"), False),
        (("Ayub al-Harkasi", "Harkasi"), True),
    ],
)
def test_names_of_people(texts: tuple[str, str], same: bool) -> None:
    keys = keys_of([name(text) for text in texts])
    assert (keys[0] == keys[1]) is same


@pytest.mark.parametrize(
    ("texts", "same"),
    [
        (("Harcastle Trade Union", "HTU"), True),
        (("Bank of Albion", "BOA"), True),
        (("Harcastle Inc.", "Harcastle"), True),
        (("Harcastle Broadband", "Harcastle"), True),
        (("Harcastle Energy Plc", "Harcastle"), True),
        (("Lisbon Energy Plc", "Lisbon"), False),
        (("Toyota Motor Corp.", "Toyota"), True),
        (("Volkswagen AG", "VW"), True),
        (("Colorado State University", "CSU"), True),
        (("University of Albion", "University"), True),
        (("White House", "House"), False),
        (("Boston Red Sox", "Sox"), True),
        (("Research in Motion", "Motion"), False),
        (("Democratic National Committee", "DNC"), True),
        (("Democratic National Convention", "DNC"), False),
        (("United Nations", "U.N."), True),
        (("Supreme Court of Albion", "Supreme Court"), True),
        (("United States Harcastle Office", "Harcastle Office"), True),
        (("FIFA Harcastle Cup", "Harcastle Cup"), True),
        (("2014 Harcastle Cup", "Harcastle Cup"), True),
        (("Harcastle Bridge", "Bridge"), True),
        (("Harcastle Act", "Act"), True),
        (("Harcastle Fund", "Brill Fund"), False),
    ],
)
def test_names_of_bodies(texts: tuple[str, str], same: bool) -> None:
    keys = keys_of([name(text, "ORG") for text in texts])
    assert (keys[0] == keys[1]) is same


def test_the_team_of_a_country_is_one_by_either_name() -> None:
    keys = keys_of([name(each, "ORG") for each in ("South Korea", "Korea Republic", "Japan")])
    assert keys[0] == keys[1] != keys[2]


def test_two_names_of_one_body_have_its_short_name() -> None:
    keys = keys_of([name(each, "ORG") for each in ("US Senate", "United States Senate", "Senate")])
    assert len(set(keys.values())) == 1


def test_a_side_is_the_country_that_has_it_in_its_name() -> None:
    names = [name("North Korea", "GPE"), name("North", "LOC"), name("Korea", "GPE"), name("South", "LOC")]
    keys = keys_of(names)
    assert keys[0] == keys[1] == keys[2] != keys[3]


def test_a_country_is_called_by_no_other_country() -> None:
    keys = keys_of([name("South Sudan", "GPE"), name("Sudan", "GPE")])
    assert keys[0] != keys[1]


def test_acronyms_with_and_without_small_words() -> None:
    assert acronyms_of("Bank of Albion") == {"BA", "BOA"}


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_symmetric_and_zero_for_equals(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) is (one == other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("kristen", "kristin", True), ("lee", "leo", False), ("bauchtman", "buchtmann", True), ("brill", "grill", False)],
)
def test_slips(one: str, other: str, expected: bool) -> None:
    assert is_slip(one, other) is expected
