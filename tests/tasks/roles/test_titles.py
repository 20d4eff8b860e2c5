"""Titles: where they stand, and what they say about post, body, country and how it is held."""

import pytest
from spacy.language import Language

from tasks.language.lexicon import read_lexicon
from tasks.roles.records import Role
from tests.annotated import annotate_text


def roles(nlp: Language, text: str) -> list[tuple[Role, str]]:
    found = annotate_text(nlp, text).found
    return [(role, text[role.start : role.end]) for role in found.roles]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "surface", "role", "kind", "rule"),
    [
        (
            "Russian Foreign Minister Ivo Harcastle spoke.",
            "Russian Foreign Minister",
            "foreign minister",
            "office",
            "title_before",
        ),
        (
            "Former Alaska governor Dana Brill spoke.",
            "Former Alaska governor",
            "governor of Alaska",
            "office",
            "title_before",
        ),
        ("Dana Brill, the mayor of Oslo, spoke.", "mayor of Oslo", "mayor of Oslo", "office", "apposition"),
        ("Dana Brill, a journalist, spoke.", "journalist", "journalist", "description", "apposition"),
        ("Dana Brill is the president of France.", "president of France", "president", "office", "copula"),
        ("Dana Brill was elected president on Monday.", "president", "president", "office", "named_as"),
        ("The group was led by Dana Brill.", "led by", "leader", "office", "led_by"),
        ("Rep. Dana Brill voted against it.", "Rep.", "representative", "office", "title_before"),
        ("Health Secretary Dame Anna Brill left.", "Health Secretary", "health secretary", "office", "title_before"),
        (
            "Dana Brill, chief economist at the bank, left.",
            "chief economist",
            "chief economist",
            "office",
            "apposition",
        ),
        (
            "The ambassador to the United Nations, Dana Brill, left.",
            "ambassador to the United Nations",
            "ambassador",
            "office",
            "apposition_before",
        ),
        (
            "NATO Secretary-General Dana Brill spoke.",
            "NATO Secretary-General",
            "secretary-general",
            "office",
            "title_before",
        ),
    ],
)
def test_titles(nlp: Language, text: str, surface: str, role: str, kind: str, rule: str) -> None:
    assert (surface, role, kind, rule) in [(span, each.role, each.kind, each.rule) for each, span in roles(nlp, text)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "modifier", "organisation", "country"),
    [
        ("Acting defence minister Ivo Harcastle of Norway spoke.", "acting", None, "NOR"),
        ("Former French president Ivo Harcastle spoke.", "former", None, "FRA"),
        ("Deputy prime minister Ivo Harcastle left Sweden.", "deputy", None, "SWE"),
        ("Ivo Harcastle, an adviser to former officials, left Sweden.", None, None, "SWE"),
        ("Then-President Ivo Harcastle left Sweden.", "former", None, "SWE"),
        ("Ivo Harcastle, mayor of the Swedish capital, retired in May.", None, None, "SWE"),
        ("Russia's Foreign Ministry Spokesperson Anna Brill spoke.", None, "Foreign Ministry", "RUS"),
        ("Ivo Harcastle, spokesman for the United Nations, left France.", None, "United Nations", None),
        ("Senate Majority Leader Ivo Harcastle spoke.", None, "Senate", "USA"),
        ("House member Ivo Harcastle left Sudan.", None, "House", "USA"),
        ("Army chief Ivo Harcastle left Sudan.", None, "Army", "SDN"),
        ("UN Secretary General Ivo Harcastle left Sudan.", None, "UN", None),
        ("President Ivo Harcastle left Paris. The White House and the Pentagon were told in Paris.", None, None, "USA"),
        ("African-American delegate Ivo Harcastle spoke.", None, None, None),
        ("Republican delegate Ivo Harcastle spoke.", None, "Republican", None),
        ("Olympic champion Ivo Harcastle spoke.", None, None, None),
        ("Democratic Party leader Ivo Harcastle left Sudan.", None, "Democratic Party", "SDN"),
        ("The bishop, Ivo Harcastle, left Sudan.", None, None, None),
        ("Kestrel Motors Inc bought it, Kestrel Chief Executive Ivo Harcastle said.", None, "Kestrel", None),
        ("Ivo Harcastle, head of the Kestrel Institute in Oslo, spoke.", None, "Kestrel Institute", "NOR"),
        ("Congresswoman Ana Harcastle left Peru.", None, None, "PER"),
        ("Congresswoman Ana Harcastle of Ohio left Peru.", None, None, "USA"),
        ("The UDLB met. UDLB secretary-general Ivo Harcastle spoke.", None, "UDLB", None),
        ("Previous head Ivo Harcastle spoke.", "former", None, None),
        ("Ivo Harcastle, director for eleven years, spoke.", None, None, None),
        ("Ivo Harcastle, a spokesman for the Harcastle Bank, left Sudan.", None, "Harcastle Bank", None),
    ],
)
def test_facets(nlp: Language, text: str, modifier: str | None, organisation: str | None, country: str | None) -> None:
    found = roles(nlp, text)
    assert [(role.modifier, role.organisation_text, role.country) for role, _ in found] == [
        (modifier, organisation, country)
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "He was president for years.",
        "Mr Ivo Harcastle spoke.",
        "The mayor met Dana Brill.",
        "Liberal Democrat Ivo Harcastle spoke.",
        "They asked a spokesman for Mr. Harcastle about it.",
        "He is an officer of the Harcastle Rifles.",
        "He accused Harcastle of lying.",
    ],
)
def test_no_title_without_its_holder(nlp: Language, text: str) -> None:
    assert roles(nlp, text) == []


@pytest.mark.parametrize(
    ("name", "key"), [("titles", "title"), ("modifiers", "word"), ("private", "role"), ("states", "word")]
)
def test_every_entry_stands_once_and_in_its_example(name: str, key: str) -> None:
    rows = read_lexicon("roles", name)
    assert len({row[key] for row in rows}) == len(rows)
    assert not [row[key] for row in rows if row[key].casefold() not in row["example"].casefold()]


@pytest.mark.model
def test_private_posts_are_of_no_country_and_those_at_bodies_of_states_are(nlp: Language) -> None:
    private = [row["example"] for row in read_lexicon("roles", "private")]
    states = [row["example"] for row in read_lexicon("roles", "states")]
    found = {text: {role.country for role, _ in roles(nlp, text)} for text in private + states}
    assert [text for text in private if found[text] - {None}] == []
    assert [text for text in states if not found[text] or None in found[text]] == []
