"""The parts that decide the type of a name, on parses written by hand."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from tasks.entities.lexicons import read_lexicons
from tasks.entities.names import find_names
from tasks.entities.records import Name, names_by_surface
from tasks.entities.types import add_mean, is_sports_report, resolve_types, weigh
from tasks.language.words import Words, read_words
from tests.annotated import annotate_text

LEXICONS = read_lexicons()


def parsed(text: str, *entities: tuple[int, int, str]) -> Words:
    tokens = text.split()
    tags = ["NNP" if token[0].isupper() else "CD" if token.isdigit() else "NN" for token in tokens]
    doc = Doc(Vocab(), words=tokens, tags=tags, pos=["PROPN" if tag == "NNP" else "NOUN" for tag in tags])
    for token in doc:
        token.dep_ = "dep"
    doc.set_ents([Span(doc, first, last, label) for first, last, label in entities])
    return read_words(doc)


@pytest.mark.parametrize(
    ("text", "entity", "expected"),
    [
        ("The Harcastle Company", (0, 3, "ORG"), (1, 3)),
        ("Senator Ada Brill", (0, 3, "PERSON"), (1, 3)),
        ("Ada Brill 's", (0, 3, "PERSON"), (0, 2)),
        ("Ada Brill ''", (0, 3, "PERSON"), (0, 2)),
        ("Flight Engineer Ada Brill", (0, 4, "PERSON"), (2, 4)),
        ("Le Matin", (0, 2, "ORG"), (0, 2)),
        ("Ontario city", (0, 2, "GPE"), (0, 1)),
        ("Treasurer Ada Brill MP", (0, 4, "PERSON"), (1, 3)),
        ("U.S. National Security Advisor", (0, 3, "ORG"), (0, 1)),
        ("Duke of Albion", (0, 3, "PERSON"), (0, 3)),
        ("Bishop of Albion", (0, 3, "ORG"), (2, 3)),
        ("2014 Asian Games", (1, 3, "EVENT"), (0, 3)),
        ("General Motors", (0, 2, "ORG"), (0, 2)),
        ("the Justice Department", (0, 3, "ORG"), (1, 3)),
        ("St. Louis", (0, 2, "PERSON"), (0, 2)),
        ("General Brill", (0, 2, "PERSON"), (1, 2)),
        ("King Ivo Hospital", (0, 3, "ORG"), (0, 3)),
    ],
)
def test_cuts(text: str, entity: tuple[int, int, str], expected: tuple[int, int]) -> None:
    assert [(name.first, name.last) for name in find_names(parsed(text, entity), [], LEXICONS)] == [expected]


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        ([(1, 2, "GPE")], [(0, 2)]),
        ([(1, 2, "PERSON")], [(0, 2)]),
        ([(0, 1, "PERSON"), (1, 2, "PERSON")], [(0, 2)]),
        ([(0, 1, "ORG")], [(0, 2)]),
        ([(0, 1, "GPE"), (1, 2, "GPE")], [(0, 2)]),
        ([(0, 1, "GPE")], [(0, 1), (1, 2)]),
    ],
)
def test_parts_of_a_name_are_joined(entities: list[tuple[int, int, str]], expected: list[tuple[int, int]]) -> None:
    doc = Doc(
        Vocab(),
        words=["Harcastle", "Vantera", "left"],
        tags=["NNP", "NNP", "VBD"],
        pos=["PROPN", "PROPN", "VERB"],
        heads=[1, 2, 2],
        deps=["compound", "nsubj", "ROOT"],
    )
    doc.set_ents([Span(doc, first, last, label) for first, last, label in entities])
    assert [(name.first, name.last) for name in find_names(read_words(doc), [], LEXICONS)] == expected


@pytest.mark.parametrize(("first", "label"), [("Treasurer", None), ("Scientologist", None), ("NATO", "ORG")])
def test_a_description_and_a_known_body_stay_apart(first: str, label: str | None) -> None:
    doc = Doc(
        Vocab(),
        words=[first, "Vantera", "left"],
        tags=["NNP", "NNP", "VBD"],
        pos=["PROPN", "PROPN", "VERB"],
        heads=[1, 2, 2],
        deps=["compound", "nsubj", "ROOT"],
    )
    doc.set_ents([Span(doc, 0, 1, label)] if label else [Span(doc, 1, 2, "PERSON")])
    assert (0, 2) not in [(name.first, name.last) for name in find_names(read_words(doc), [], LEXICONS)]


def test_a_surname_has_the_type_of_the_full_name() -> None:
    words = parsed("Ada Paris left . Paris spoke", (0, 2, "PERSON"), (4, 5, "GPE"))
    names = [Name(0, 2, "PERSON", "model"), Name(4, 5, "GPE", "model")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS) == ["PERSON", "PERSON"]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("Harcastle Centre for Peace ; Centre", "PERSON", "ORG"),
        ("North Korea ; North", "LOC", "GPE"),
        ("Harcastle Energy Plc ; Harcastle", "PERSON", "ORG"),
        ("Centre Harcastle ; Centre", "PERSON", None),
    ],
)
def test_a_short_name_has_the_type_of_the_long_one(text: str, label: str, expected: str | None) -> None:
    words = parsed(text)
    cut = text.split().index(";")
    names = [Name(0, cut, "PERSON", "model"), Name(cut + 1, cut + 2, label, "model")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS)[1] == expected


@pytest.mark.parametrize("text", ["Harka Min - seo", "Chen Shui - bian"])
def test_a_name_that_goes_on_behind_a_hyphen_is_a_person(text: str) -> None:
    words, names = parsed(text), [Name(0, 4, "NORP", "model")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS) == ["PERSON"]


@pytest.mark.parametrize(("text", "kind"), [("Wilmot Growers League", "ORG"), ("Wilmot Growers Song", "WORK")])
def test_a_body_that_the_model_takes_for_a_work(text: str, kind: str) -> None:
    words, names = parsed(text), [Name(0, 3, "WORK_OF_ART", "model")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS) == [kind]


def test_a_given_name_that_the_model_takes_for_a_person_is_one() -> None:
    words = parsed("King Hassan of Albion left")
    names = [Name(1, 2, "PERSON", "model"), Name(3, 4, "GPE", "model")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS)[0] == "PERSON"


@pytest.mark.parametrize(("noun", "kind"), [("lawyer", "PERSON"), ("ministry", "ORG"), ("town", "GPE")])
def test_an_apposition_tells_the_type(noun: str, kind: str) -> None:
    doc = Doc(
        Vocab(),
        words=["Vantera", ",", "a", noun, ",", "closed"],
        tags=["NNP", ",", "DT", "NN", ",", "VBD"],
        pos=["PROPN", "PUNCT", "DET", "NOUN", "PUNCT", "VERB"],
        heads=[5, 0, 3, 0, 0, 5],
        deps=["nsubj", "punct", "det", "appos", "punct", "ROOT"],
    )
    words, names = read_words(doc), [Name(0, 1, None, "proper_noun")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS) == [kind]


def test_who_stands_beside_a_noun_for_a_person_gives_a_place_its_surname() -> None:
    doc = Doc(
        Vocab(),
        words=["Vantera", "Paris", ",", "a", "lawyer", ",", "left", ".", "Paris", "spoke"],
        tags=["NNP", "NNP", ",", "DT", "NN", ",", "VBD", ".", "NNP", "VBD"],
        pos=["PROPN", "PROPN", "PUNCT", "DET", "NOUN", "PUNCT", "VERB", "PUNCT", "PROPN", "VERB"],
        heads=[1, 6, 1, 4, 1, 1, 6, 6, 9, 9],
        deps=["compound", "nsubj", "punct", "det", "appos", "punct", "ROOT", "punct", "nsubj", "ROOT"],
    )
    words, names = read_words(doc), [Name(0, 2, "GPE", "joined"), Name(8, 9, "GPE", "model")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS) == ["PERSON", "PERSON"]


@pytest.mark.parametrize(("word", "kind"), [("Kremlin", "ORG"), ("Brexit", "EVENT")])
def test_some_words_name_one_thing_only(word: str, kind: str) -> None:
    words, names = parsed(f"about {word} then"), [Name(1, 2, "GPE", "model")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS) == [kind]


def test_a_people_is_never_a_person() -> None:
    words = parsed("Brazilians voted", (0, 1, "PERSON"))
    names = [Name(0, 1, "PERSON", "model")]
    assert resolve_types(words, names, names_by_surface(words, names), LEXICONS) == ["NORP"]


def test_weights_add_up_by_share() -> None:
    weights = {"a": (1.0, 0.0, 0.0, 2.0), "b": (0.5, 1.0, 0.0, 0.0)}
    form, contexts = weigh(["a", "unknown"], weights), [weigh(["b"], weights), weigh([], weights)]
    assert add_mean(form, contexts) == (1.25, 0.5, 0.0, 2.0)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "short", "expected"),
    [
        (
            "Harcastle Partners paid a fine on Monday. A spokesman for Harcastle said that it had lied.",
            "Harcastle",
            "ORG",
        ),
        ("Harcastle Partners paid a fine on Monday. Mr Harcastle denied that he had lied.", "Harcastle", "PERSON"),
        ("Lillehammer University closed on Monday. Snow fell in Lillehammer.", "Lillehammer", "GPE"),
    ],
)
def test_what_opens_the_name_of_a_body_is_that_body(nlp: Language, text: str, short: str, expected: str) -> None:
    cast = annotate_text(nlp, text).found.cast
    assert {each.entity_type for each in cast.mentions if each.text == short and each.rule != "nested"} == {expected}


@pytest.mark.parametrize(("text", "expected"), [("the striker scored late", True), ("the minister spoke late", False)])
def test_sports_report(text: str, expected: bool) -> None:
    assert is_sports_report(parsed(text), LEXICONS) is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "entity_type", "kb_id"),
    [
        ("Moscow denied that it had sent the ships.", "ORG", "gov:RU"),
        ("Talks between Lima and Quito broke down.", "ORG", "gov:PE"),
        ("Poland signed the pact in May. Warsaw said that it was fair.", "ORG", "gov:PL"),
        ("Talks between London and Brussels broke down.", "ORG", "org:eu"),
        ("Belgium votes in May. Brussels has raised its budget.", "ORG", "gov:BE"),
        ("The train to Moscow was late.", "GPE", "city:moscow-ru"),
        ("A ship owned by Athens, Greece, sank.", "GPE", "city:athens-gr"),
        ("Karlsruhe, Lisbon and Turin offered to host it.", "GPE", "city:lisbon-pt"),
    ],
)
def test_a_capital_that_acts_is_its_government(nlp: Language, text: str, entity_type: str, kb_id: str) -> None:
    cast = annotate_text(nlp, text).found.cast
    named = {entity.kb_id: entity.entity_type for entity in cast.entities if entity}
    assert named[kb_id] == entity_type


def test_a_name_ends_at_a_parenthesis() -> None:
    names = find_names(parsed("Harcastle Fund ( HCF", (0, 4, "ORG")), [], LEXICONS)
    assert [(name.first, name.last) for name in names] == [(0, 2), (3, 4)]


@pytest.mark.model
def test_a_score_is_no_part_of_a_name(nlp: Language) -> None:
    cast = annotate_text(nlp, "She beat Aryna Sabalenka 7-5, 2-6. Leeds lost to Hull 3-1 on Saturday.").found.cast
    assert {"Aryna Sabalenka", "Hull"} <= {mention.text for mention in cast.mentions}


TELLS = (
    ("The deal lifted shares in Vantoral by a tenth on Monday.", "Vantoral", "ORG"),
    ("The chief executive of Ulmaro left on Monday.", "Ulmaro", "ORG"),
    ("Kelastra's headquarters burned down on Monday.", "Kelastra", "ORG"),
    ("Tormevo, whose shareholders met on Monday, will close the plant.", "Tormevo", "ORG"),
    ("Sarnovel, based in Oslo, makes paint.", "Sarnovel", "ORG"),
    ("Belvanto said it would close the plant.", "Belvanto", "ORG"),
    ("She is an economist at Ostrelka and a mother of two.", "Ostrelka", "ORG"),
    ("Harvelo Copper closed a mine on Monday. Harvelo gave no reason.", "Harvelo", "ORG"),
    ("Nostrava Gulf lost the contract on Monday. The company has paid a fine.", "Nostrava Gulf", "ORG"),
    ("She works at Tunmore Children's Hospital.", "Tunmore Children's Hospital", "ORG"),
    ("The Attorney General's Office declined to comment.", "Attorney General's Office", "ORG"),
    ("She told the Minister's Council of Europe delegation.", "Council of Europe", "ORG"),
    ("They bought a barn on the outskirts of Dovarel.", "Dovarel", "GPE"),
    ("They shut plants in Tuscola, Ohio, and Brexley, Missouri, on Monday.", "Brexley", "GPE"),
    ("The pact binds the group Norvik, France, and Italy.", "Norvik", "ORG"),
    ("A Pirvasto-based shop closed on Monday.", "Pirvasto", "GPE"),
    ("They met 22-year-old Vostrik on Monday.", "Vostrik", "PERSON"),
    ("Their solicitor, Torlan Vesk of Harbin & Co, said it was late.", "Torlan Vesk", "PERSON"),
    ("The mill's owner, Karvelo Grain Cooperative, would not say why.", "Karvelo Grain Cooperative", "ORG"),
    ("The vaccine, known as EV-7, was made by a firm. EV-7 is cheap.", "EV-7", "PRODUCT"),
    ("Skate England said it was safe.", "Skate England", "ORG"),
    ("Kathy Ireland said it was safe.", "Kathy Ireland", "PERSON"),
    ("Reform's Paul Leeson said it was late.", "Reform", "ORG"),
    ("They met Tory MP Ivor Grell on Monday.", "Ivor Grell", "PERSON"),
    ("Next she will face Elena Karvik or Jelena Orvanko.", "Jelena Orvanko", "PERSON"),
    ("They bought the ship MV Tumaro.", "MV Tumaro", "PRODUCT"),
    ("They fought US rival Pentrovolt, which is listed in Oslo.", "Pentrovolt", "ORG"),
    ("Pentavarik chairwoman Denise Okafor was cross.", "Pentavarik", "ORG"),
    ("The film-maker Inês Barvalo won on Sunday.", "Inês Barvalo", "PERSON"),
    ("The widow of Ruvikan kept the letters.", "Ruvikan", "PERSON"),
    ("Mirsolt lost her seat by nine votes.", "Mirsolt", "PERSON"),
    ('Nurlan Isatov owns the shop. "Nurlan pays late," a baker said.', "Nurlan", "PERSON"),
)


@pytest.mark.model
def test_what_a_name_has_and_what_is_said_of_it_tell_its_type(nlp: Language) -> None:
    found = annotate_text(nlp, "\n\n".join(text for text, _, _ in TELLS)).found.cast.mentions
    types = {mention.text: mention.entity_type for mention in found if mention.form == "name"}
    assert {name: types.get(name) for _, name, _ in TELLS} == {name: kind for _, name, kind in TELLS}
