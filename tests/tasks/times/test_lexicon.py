"""Every row of every lexicon does in its example what it is there for."""

import re

import pytest
from spacy.language import Language

from tasks.language.lexicon import read_lexicon
from tasks.times.conditions import CONDITIONS
from tasks.times.patterns import spaced
from tasks.times.readings import READERS
from tests.annotated import annotate_text
from tests.tasks.times.finding import PUBLISHED, find

LEXICONS = [
    "months",
    "weekdays",
    "numbers",
    "ordinals",
    "units",
    "parts_of_day",
    "seasons",
    "decades",
    "day_words",
    "relations",
    "references",
]
LEXICONS += ["frequencies", "edges", "holidays", "eras", "zones"]
RULES = read_lexicon("times", "rules")


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["name"])
def test_a_rule_fires_in_its_example(row: dict[str, str]) -> None:
    assert row["name"] in {each.rule for each in find(row["example"])}


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["name"])
def test_a_rule_names_a_reading_and_a_condition_that_exist(row: dict[str, str]) -> None:
    assert row["reading"] in READERS
    assert not row["needs"] or row["needs"] in CONDITIONS


def test_every_reading_and_condition_is_used() -> None:
    assert {row["reading"] for row in RULES} == set(READERS)
    assert {row["needs"] for row in RULES} - {""} == set(CONDITIONS)


@pytest.mark.parametrize("name", LEXICONS)
def test_a_word_stands_in_the_expression_of_its_example(name: str) -> None:
    for row in read_lexicon("times", name):
        word = re.compile(rf"(?<!\w){re.escape(row['word'])}", re.IGNORECASE)
        assert any(word.search(each.text) for each in find(row["example"])), row


def test_a_name_that_holds_a_word_of_time_is_none() -> None:
    for row in read_lexicon("times", "names"):
        assert row["word"] in row["example"].lower()
        assert not find(row["example"]), row


def test_a_context_decides_in_its_example() -> None:
    for row in read_lexicon("times", "contexts"):
        assert re.search(spaced(row["pattern"], "[ -]"), row["example"], re.IGNORECASE), row


@pytest.mark.model
def test_a_word_of_direction_looks_ahead(nlp: Language) -> None:
    late = []
    for row in read_lexicon("times", "directions"):
        found = annotate_text(nlp, row["example"], PUBLISHED).found.times
        if not found or not found[-1].date_to or found[-1].date_to < PUBLISHED:
            late.append(row["word"])
    assert not late


@pytest.mark.model
def test_a_lasting_state_makes_today_the_present_age(nlp: Language) -> None:
    for row in read_lexicon("times", "states"):
        assert [each.value for each in annotate_text(nlp, row["example"], PUBLISHED).found.times] == ["PRESENT_REF"], (
            row
        )
