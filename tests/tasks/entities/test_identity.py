"""Entity ids: global where a name tells enough, else within the document; never dependent on other documents."""

import pytest

from tasks.coreference.records import Chain
from tasks.entities.identity import resolve_entities
from tasks.entities.records import Entity, Mention


def mention(text: str, kind: str, at: int = 0) -> Mention:
    return Mention(at, at + len(text), at, at + 1, at, text, "name", kind, "model", 0.8)


def entity(text: str, kind: str, doc_id: str = "a", country: str | None = None) -> Entity | None:
    chain = Chain((0,), kind, text, None, country)
    return resolve_entities(doc_id, [chain], [mention(text, kind)])[0]


def key(text: str, kind: str, doc_id: str = "a", country: str | None = None) -> str:
    found = entity(text, kind, doc_id, country)
    assert found
    return found.entity_id


@pytest.mark.parametrize(
    ("text", "kind", "kb_id", "name"),
    [
        ("Britain", "GPE", "iso:GB", "United Kingdom"),
        ("British", "NORP", "iso:GB", "United Kingdom"),
        ("Europeans", "NORP", "loc:europe", "Europe"),
        ("Kremlin", "ORG", "gov:RU", "government of Russia"),
        ("United States Marines", "ORG", "org:us-marine-corps", "United States Marine Corps"),
        ("Islamic", "NORP", "group:islam", "Islam"),
        ("G.O.P.", "ORG", "org:republican-party-us", "Republican Party"),
        ("U.N.", "ORG", "org:un", "United Nations"),
        ("Microsoft Corp", "ORG", "org:microsoft", "Microsoft"),
        ("Sweden", "ORG", "iso:SE", "Sweden"),
        ("Moscow", "GPE", "city:moscow-ru", "Moscow"),
    ],
)
def test_the_gazetteer_names_it(text: str, kind: str, kb_id: str, name: str) -> None:
    found = entity(text, kind)
    assert found
    assert (found.kb_id, found.name) == (kb_id, name)


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("Barack Obama", "PERSON", "Barack Obama"),
        ("Barack H. Obama", "PERSON", "Barack Obama"),
        ("Gerhard Schroder", "PERSON", "Gerhard Schröder"),
        ("Moammar Gadhafi", "PERSON", "Muammar Gaddafi"),
        ("Michael Clarke", "PERSON", "Michael Clarke (cricketer)"),
        ("Obama", "PERSON", None),
        ("Barack Obama", "WORK", None),
        ("Ada Brill", "PERSON", None),
    ],
)
def test_widely_known_people_have_a_page(text: str, kind: str, title: str | None) -> None:
    found = entity(text, kind)
    assert found
    assert found.wikipedia_title == title


def test_a_city_its_government_and_its_country_are_three() -> None:
    assert len({key("Moscow", "GPE"), key("Kremlin", "ORG"), key("Russia", "GPE")}) == 3


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ada Brill", "Ada  Brill", "PERSON"),
        ("Ada M. Brill", "Ada Brill", "PERSON"),
        ("Brill Fund", "Brill fund", "ORG"),
        ("Timothy D. Cook", "Tim Cook", "PERSON"),
    ],
)
def test_full_names_cross_documents(one: str, other: str, kind: str) -> None:
    assert key(one, kind, "a") == key(other, kind, "b")


@pytest.mark.parametrize(("text", "kind"), [("Brill", "PERSON"), ("Foreign Ministry", "ORG")])
def test_what_tells_too_little_stays_in_its_document(text: str, kind: str) -> None:
    assert key(text, kind, "a") != key(text, kind, "b")


def test_a_ministry_with_its_country_crosses_documents() -> None:
    assert key("Foreign Ministry", "ORG", "a", "RUS") == key("Russian Foreign Ministry", "ORG", "b")


@pytest.mark.parametrize(("beside", "kb_id"), [("Texas", "iso:US-GA"), ("Tbilisi", "iso:GE")])
def test_a_region_is_meant_where_the_document_is_about_its_country(beside: str, kb_id: str) -> None:
    mentions = [mention("Georgia", "GPE"), *(mention(beside, "GPE", at) for at in (10, 20))]
    found = resolve_entities("a", [Chain((0,), "GPE", "Georgia", None, None)], mentions)[0]
    assert found
    assert found.kb_id == kb_id


@pytest.mark.parametrize(
    ("beside", "kb_id"), [("Leeds", "org:labour-party-uk"), ("Amsterdam", None), ("Ada", "org:labour-party-uk")]
)
def test_a_name_of_many_bodies_is_that_of_a_country_told_of(beside: str, kb_id: str | None) -> None:
    mentions = [mention("Labour Party", "ORG"), mention(beside, "GPE", 20)]
    found = resolve_entities("a", [Chain((0,), "ORG", "Labour Party", None, None)], mentions)[0]
    assert found
    assert found.kb_id == kb_id


@pytest.mark.parametrize(("beside", "kb_id"), [("Texas", "org:us-congress"), ("Oslo", None)])
def test_a_short_name_of_one_body_only_is_meant_where_its_country_is_named(beside: str, kb_id: str | None) -> None:
    mentions = [mention("Congress", "ORG"), *(mention(each, "GPE", 20) for each in ("Sudan", "Khartoum", beside))]
    found = resolve_entities("a", [Chain((0,), "ORG", "Congress", None, None)], mentions)[0]
    assert found
    assert found.kb_id == kb_id


@pytest.mark.parametrize(
    ("full", "kb_id"), [("US Supreme Court", "org:us-supreme-court"), ("Ohio Supreme Court", None)]
)
def test_a_body_of_a_region_is_not_that_of_its_country(full: str, kb_id: str | None) -> None:
    mentions = [mention(full, "ORG"), mention("Supreme Court", "ORG", 20), mention("Texas", "GPE", 40)]
    found = resolve_entities("a", [Chain((0, 1), "ORG", full, None, None)], mentions)[0]
    assert found
    assert found.kb_id == kb_id


@pytest.mark.parametrize(("text", "is_entity"), [("Lisbon", False), ("Portugal", True)])
def test_a_city_that_stands_in_other_names_only_is_not_told_of(text: str, is_entity: bool) -> None:
    chain, held = Chain((0,), "GPE", text, None, None), mention(text, "GPE")._replace(rule="nested")
    assert (resolve_entities("a", [chain], [held])[0] is not None) is is_entity


def test_what_is_never_named_is_no_entity() -> None:
    chain = Chain((0,), "PERSON", None, None, None)
    assert resolve_entities("a", [chain], [mention("the driver", "PERSON")._replace(form="nominal")]) == [None]
