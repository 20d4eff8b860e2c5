"""Every entry of the word lists stands in its example, and no two files contradict each other."""

import re

import pytest

from tasks.entities.gazetteer import read_gazetteer
from tasks.entities.lexicons import read_lexicons
from tasks.language.lexicon import read_lexicon

KEYS = {
    "honorifics": "word",
    "nouns": "noun",
    "keywords": "word",
    "title_words": "word",
    "given_names": "name",
    "pronouns": "word",
    "sports": "word",
    "suffixes": "word",
    "belongings": "word",
    "either": "noun",
    "countries": "name",
    "regions": "name",
    "organisations": "name",
    "things": "name",
    "groups": "name",
    "local_names": "name",
    "cities": "name",
    "city_names": "name",
    "country_names": "name",
    "people": "name",
    "person_names": "name",
}
TYPES = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK", "LAW", "PRODUCT"}


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_every_entry_stands_in_its_example(name: str, key: str) -> None:
    rows = read_lexicon("entities", name)
    assert rows
    missing = [row[key] for row in rows if row[key].casefold() not in row["example"].casefold()]
    assert not missing


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_no_entry_is_listed_twice(name: str, key: str) -> None:
    keys = [(row.get("kb_id"), row[key]) for row in read_lexicon("entities", name)]
    assert len(keys) == len(set(keys))


def test_every_type_is_in_the_vocabulary() -> None:
    assert {entry.entity_type for entry in read_gazetteer().values()} <= TYPES
    assert {noun.entity_type for noun in read_lexicons().nouns.values()} <= TYPES


def test_codes_have_the_shape_of_their_standard() -> None:
    for entry in read_gazetteer().values():
        assert re.fullmatch(r"(iso|gov|org|city|loc|group|fac|event|work|law|product):[A-Za-z0-9-]+", entry.kb_id)
        assert entry.country is None or re.fullmatch(r"[A-Z]{3}", entry.country)


@pytest.mark.parametrize(
    ("name", "kb_id", "country"),
    [
        ("Russia", "iso:RU", "RUS"),
        ("Kremlin", "gov:RU", "RUS"),
        ("Moscow", "city:moscow-ru", "RUS"),
        ("NATO", "org:nato", None),
        ("Burma", "iso:MM", "MMR"),
        ("Dutch", "iso:NL", "NLD"),
    ],
)
def test_gazetteer(name: str, kb_id: str, country: str | None) -> None:
    entry = read_gazetteer()[name.casefold()]
    assert (entry.kb_id, entry.country) == (kb_id, country)


@pytest.mark.parametrize(
    ("table", "names", "key"), [("cities", "city_names", "kb_id"), ("countries", "country_names", "iso2")]
)
def test_written_names_are_in_the_generated_table(table: str, names: str, key: str) -> None:
    generated = {row[key]: row for row in read_lexicon("entities", table)}
    for row in read_lexicon("entities", names):
        assert generated[row[key]]["name"] == row["name"]
        assert row["wikipedia_title"] in ("", generated[row[key]]["wikipedia_title"])
        assert {*row["other_names"].split(";")} <= {"", *generated[row[key]]["other_names"].split(";")}


@pytest.mark.parametrize(
    ("name", "kb_id", "title"),
    [
        ("cologne", "city:koln-de", "Cologne"),
        ("köln", "city:koln-de", "Cologne"),
        ("tucson", "city:tucson-us", "Tucson, Arizona"),
        ("washington , d.c.", "city:washington-us", "Washington, D.C."),
        ("world health organisation", "org:who", "World Health Organization"),
        ("second world war", "event:world-war-ii", "World War II"),
        ("2012 summer olympic games", "event:summer-olympics-2012", "2012 Summer Olympics"),
        ("republican party", "org:republican-party-us", "Republican Party (United States)"),
    ],
)
def test_other_names_and_titles(name: str, kb_id: str, title: str) -> None:
    entry = read_gazetteer()[name]
    assert (entry.kb_id, entry.wikipedia_title) == (kb_id, title)
