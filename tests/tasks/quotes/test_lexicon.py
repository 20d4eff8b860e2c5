"""Every entry of the lexicons does in its example what it promises."""

from collections.abc import Iterator

import pytest
from spacy.language import Language

from tasks.coreference.cast import to_cast
from tasks.language.lexicon import read_lexicon
from tasks.language.parse import parse_many
from tasks.language.sentences import find_sentences
from tasks.language.words import read_words
from tasks.quotes.attributions import find_quotes
from tasks.quotes.records import Quote
from tasks.text.paragraphs import find_paragraphs

pytestmark = pytest.mark.model


def quotes_of(nlp: Language, rows: tuple[dict[str, str], ...]) -> Iterator[tuple[dict[str, str], list[Quote]]]:
    texts = [(row["example"], find_paragraphs(row["example"])) for row in rows]
    for row, (_, paragraphs), doc in zip(rows, texts, parse_many(nlp, texts), strict=True):
        words = read_words(doc)
        yield row, find_quotes(words, find_sentences(words, paragraphs), to_cast([], {}, [], []), [])


@pytest.mark.parametrize(("name", "key"), [("verbs", "cue"), ("nouns", "cue"), ("rules", "rule")])
def test_every_cue_and_rule_is_found_in_its_example(nlp: Language, name: str, key: str) -> None:
    in_one_paragraph = tuple(row for row in read_lexicon("quotes", name) if " / " not in row["example"])
    found = quotes_of(nlp, in_one_paragraph)
    attribute = "rule" if name == "rules" else "cue_lemma"
    assert not [row["example"] for row, quotes in found if row[key] not in [getattr(q, attribute) for q in quotes]]


@pytest.mark.parametrize(("name", "key"), [("content_stances", "stance"), ("media", "medium")])
def test_every_word_shows_its_stance_or_medium(nlp: Language, name: str, key: str) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", name))
    assert not [row["example"] for row, quotes in found if row[key] not in [getattr(quote, key) for quote in quotes]]


def test_what_hearers_are_told_is_a_speech(nlp: Language) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", "hearings"))
    assert not [row["word"] for row, quotes in found if [quote.medium for quote in quotes] != ["speech"]]


@pytest.mark.parametrize(("name", "stance"), [("compliments", "praises"), ("faults", "criticises")])
def test_judgements_praise_or_find_fault(nlp: Language, name: str, stance: str) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", name))
    assert not [row["lemma"] for row, quotes in found if [quote.stance for quote in quotes] != [stance]]


def test_outlets_report(nlp: Language) -> None:
    found = list(quotes_of(nlp, read_lexicon("quotes", "outlets")))
    reported = [quotes for _, quotes in found if any(quote.medium == "report" for quote in quotes)]
    assert len(reported) >= 0.9 * len(found)


def test_what_is_added_is_apart(nlp: Language) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", "adders"))
    safe = "the mine was safe"
    spans = [(row["example"], [quote.spans[0] for quote in quotes]) for row, quotes in found]
    assert not [text for text, firsts in spans if safe not in [text[span.start : span.end] for span in firsts]]


def test_papers_relay(nlp: Language) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", "mastheads"))
    assert not [row["word"] for row, quotes in found if [quote.rule for quote in quotes] != ["citing"]]


def test_no_kicker_speaks(nlp: Language) -> None:
    assert not [row["word"] for row, quotes in quotes_of(nlp, read_lexicon("quotes", "kickers")) if quotes]


def test_every_survey_shows_something(nlp: Language) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", "surveys"))
    assert not [row["example"] for row, quotes in found if [quote.rule for quote in quotes] != ["survey"]]


def test_nobody_named_says_what_is_heard(nlp: Language) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", "hearers"))
    assert not [row["lemma"] for row, quotes in found if [(q.cue_lemma, q.speakers) for q in quotes] != [("hear", ())]]


def test_what_is_joined_to_a_state_is_said_too(nlp: Language) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", "states"))
    assert not [row["lemma"] for row, quotes in found if [quote.cue_lemma for quote in quotes] != ["say", "deny"]]


def test_every_reply_is_a_content(nlp: Language) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", "replies"))
    spans = [
        (row, [span for quote in quotes if quote.rule == "reply" for span in quote.spans]) for row, quotes in found
    ]
    assert not [row for row, own in spans if [row["example"][start:end] for start, end in own] != [row["reply"]]]


def test_every_answer_is_its_owners(nlp: Language) -> None:
    found = quotes_of(nlp, read_lexicon("quotes", "answers"))
    owned = [(row, row["example"][quote.source.start : quote.source.end]) for row, [quote] in found if quote.source]
    assert len(owned) == len(read_lexicon("quotes", "answers"))
    assert not [row["example"] for row, source in owned if source != "Mara Voss"]
