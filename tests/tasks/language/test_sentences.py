import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tasks.language.lexicon import read_lexicon
from tasks.language.parse import parse_many, to_doc, to_parser_text
from tasks.language.sentences import find_sentences
from tasks.language.words import read_words
from tasks.text.paragraphs import find_paragraphs
from tasks.text.records import Paragraph


def cut(text: str, pos: dict[str, str] | None = None) -> list[str]:
    """Repair the sentences of a text whose tokens stand between spaces; `_` attaches to what is before, `|` cuts."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    for piece in text.split():
        if piece == "|":
            starts.append(True)
            continue
        attached = piece.startswith("_")
        if attached and spaces:
            spaces[-1] = False
        words.append(piece.lstrip("_"))
        spaces.append(True)
        starts += [False] * (len(words) - len(starts))
    tags = [(pos or {}).get(word, "NOUN") for word in words]
    doc = Doc(
        Vocab(), words=words, spaces=spaces, sent_starts=[not at or start for at, start in enumerate(starts)], pos=tags
    )
    plain = doc.text.rstrip()
    return [
        plain[each.start : each.end] for each in find_sentences(read_words(doc), [Paragraph(0, len(plain), "body")])
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('" _We won _. | _" He left _.', ['"We won."', "He left."]),
        ("He won ( _again _. | _) He left _.", ["He won (again.)", "He left."]),
        ('He won _. " | _We did _. _"', ["He won.", '"We did."']),
        ('He won _. | _" | " _We did _. _"', ['He won."', '"We did."']),
        ('" _Did you win _? | _" | he asked _.', ['"Did you win?" he asked.']),
        ('" _We won _. | _" | al _- _Hassan left _.', ['"We won."', "al-Hassan left."]),
        ("We left at 7 | p.m. on Monday _.", ["We left at 7 p.m. on Monday."]),
        ("We won _... | by an inch _.", ["We won... by an inch."]),
        ("We won _. | a dog barked _.", ["We won.", "a dog barked."]),
        ("We won _. | b _) We lost _.", ["We won.", "b) We lost."]),
        ("It was dock No. | 5 of ten _.", ["It was dock No. 5 of ten."]),
        ("No. | They won _.", ["No.", "They won."]),
        ("He saw Mr. | Brandt _.", ["He saw Mr. Brandt."]),
        ("U.S. | Envoy Lena Hoff", ["U.S. Envoy Lena Hoff"]),
        ("We won _. | _. _.", ["We won..."]),
        ("_- | We won _.", ["- We won."]),
        ("We won _. | We left _.", ["We won.", "We left."]),
    ],
)
def test_wrong_cuts_are_repaired(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@pytest.mark.parametrize(
    ("zone", "first", "count"), [("body", "the", 1), ("body", "THE", 2), ("caption", "the", 2), ("headline", "the", 2)]
)
def test_no_sentence_of_running_text_ends_without_a_mark(zone: str, first: str, count: int) -> None:
    words = ["Port", "opens", first, "PORT" if first.isupper() else "port", "Elmstad", "opened"]
    doc = Doc(Vocab(), words=words, sent_starts=[True, False, True, False, True, False])
    at = doc[2].idx
    paragraphs = [Paragraph(0, at - 1, "headline"), Paragraph(at, len(doc.text.rstrip()), zone)]
    assert len(find_sentences(read_words(doc), paragraphs)) == 1 + count


def test_a_fragment_has_no_verb() -> None:
    assert cut("He left the U.S. | Ships sailed _.", {"left": "VERB"}) == ["He left the U.S.", "Ships sailed."]


@pytest.mark.model
@pytest.mark.parametrize("row", read_lexicon("language", "abbreviations"), ids=lambda row: row["abbreviation"])
def test_no_sentence_ends_after_these_abbreviations(nlp: Language, row: dict[str, str]) -> None:
    example, abbreviation = row["example"], row["abbreviation"]
    tokens = list(to_doc(nlp, example, find_paragraphs(example)))
    [at] = [token.i for token in tokens if token.text == abbreviation]
    bare = Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        pos=["NOUN"] * len(tokens),
        sent_starts=[token.i in (0, at + 1) for token in tokens],
    )
    assert row["before"] == "none" or len(find_sentences(read_words(bare), find_paragraphs(example))) == 1


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("It ended.Next came rain.", ["It", "ended", ".", "Next", "came", "rain", "."]),
        ("Lena Hoff/AP", ["Lena", "Hoff", "/", "AP"]),
        ("the port—closed since May—opened", ["the", "port", "—", "closed", "since", "May", "—", "opened"]),
        ("in 2016-17", ["in", "2016", "-", "17"]),
        ("She said:“No”", ["She", "said", ":", '"', "No", '"']),
        ("“No,”she said.", ['"', "No", ",", '"', "she", "said", "."]),
        ("It won.”She left", ["It", "won", ".", '"', "She", "left"]),
        ("(AP)—The port", ["(", "AP", ")", "—", "The", "port"]),
        ("a ‘misled’ house", ["a", '"', "misled", '"', "house"]),
        ("the clubs’ door, the ‘90s", ["the", "clubs", "'", "door", ",", "the", "'", "90s"]),
        ("We won.’Next", ["We", "won", ".", "'", "Next"]),
        ("the U.S.’s port", ["the", "U.S.", "'s", "port"]),
        ("Lena\u00a0Hoff\u2009said\u200b.", ["Lena", "Hoff", "said", "."]),
        ("port ― and ship", ["port", "—", "and", "ship"]),
    ],
)
@pytest.mark.model
def test_tokens_of_news(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in to_doc(nlp, text, find_paragraphs(text)) if not token.is_space] == tokens


TEXTS = st.text(
    st.one_of(st.sampled_from("\n\n\r  .—-A“”:,'\"()abc\u00a0\u200b\u2028"), st.characters(codec="utf-8")), max_size=120
)


@pytest.mark.model
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=1, max_size=8))
def test_sentences_hold_all_of_every_paragraph_in_order(nlp: Language, texts: list[str]) -> None:
    blocks = [find_paragraphs(text) for text in texts]
    for text, paragraphs, doc in zip(texts, blocks, parse_many(nlp, zip(texts, blocks, strict=True)), strict=True):
        assert len(doc.text) == len(text)
        source = to_parser_text(text)
        at = 0
        sentences = find_sentences(read_words(doc), paragraphs)
        for number, each in enumerate(sentences):
            assert each.ordinal == number
            assert not source[at : each.start].strip()
            paragraph = paragraphs[each.paragraph]
            assert paragraph.start <= each.start < each.end <= paragraph.end
            assert (doc[each.first].idx, doc[each.last - 1].idx + len(doc[each.last - 1])) == (each.start, each.end)
            at = each.end
        assert not source[at:].strip()
