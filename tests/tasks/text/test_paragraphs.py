import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.language.lexicon import read_lexicon
from tasks.text.paragraphs import find_paragraphs
from tasks.text.zones import is_caption, is_furniture

BODY = "The port of Elmstad opened on Monday after nine days, its director said."
MORE = "Ships had queued off the coast since the strike began, and some had turned away."


def zones(text: str, **known: str) -> list[str]:
    return [paragraph.zone for paragraph in find_paragraphs(text, **known)]


def pieces(text: str) -> list[str]:
    return [text[paragraph.start : paragraph.end] for paragraph in find_paragraphs(text)]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Port opens",
        "Port opens\n",
        "“We are glad,” said Marta Quill",
        "Photo: Lena Hoff",
        "By Lena Hoff",
        f"{BODY} {MORE}",
        f"  {BODY}\n\n",
    ],
)
def test_one_paragraph_is_body(text: str) -> None:
    assert zones(text) == ["body"]


@pytest.mark.parametrize("text", ["", " \n\n\t", "\u00a0"])
def test_nothing_has_no_paragraphs(text: str) -> None:
    assert find_paragraphs(text) == []


@pytest.mark.parametrize(
    ("first", "zone"),
    [
        ("Port Opens After Nine Days", "headline"),
        ("Will the port open?", "headline"),
        ("Minister: ‘We will not pay’", "headline"),
        ("'Not one penny more': port union digs in", "headline"),
        ("Strike ends at ports in the U.S.", "headline"),
        ("The port opened on Sunday.", "body"),
        ("“We are glad.”", "body"),
        ("“We had waited nine days for this", "body"),
        ("The director said:", "body"),
        ("and the ships sailed", "body"),
        ("The strike ended. Ships came back", "body"),
        ("By Lena Hoff", "byline"),
        ("By LENA HOFF and TOM VAN BRANDT, Staff Writers", "byline"),
        ("By Monday the ships had gone.", "body"),
        ("Associated Press", "byline"),
        ("Saturday, 4 March 2017", "dateline"),
        ("March 4, 2017", "dateline"),
        ("Published: 4 March 2017 10:30 GMT", "dateline"),
        ("Dockers at the gate Lena Hoff / AP", "caption"),
        ("FILE - In this 2015 photo, the port lies empty.", "caption"),
        ("Read more: how the port was built", "boilerplate"),
    ],
)
def test_the_first_line_of_an_article(first: str, zone: str) -> None:
    assert zones(f"{first}\n\n{BODY}\n\n{MORE}") == [zone, "body", "body"]


def test_the_title_is_a_headline_however_it_ends_and_wherever_it_stands() -> None:
    assert zones(f"The port opened.\n\n{BODY}", title="The Port Opened") == ["headline", "body"]
    assert zones(f"World\n\nThe port opened.\n\n{BODY}", title="The port opened") == ["body", "headline", "body"]


def test_the_byline_of_the_metadata_is_known_again() -> None:
    assert zones(f"Port opens\n\nlena hoff\n\n{BODY}", byline="Lena Hoff") == ["headline", "byline", "body"]


def test_speakers_in_turn_are_no_headline() -> None:
    assert zones("WALTERS: Will you resign?\n\nMARSH: Not today, and not tomorrow.") == ["body", "body"]


@pytest.mark.parametrize(
    "dateline",
    [
        "ELMSTAD —",
        "ELMSTAD, Norway (Reuters) -",
        "ELMSTAD, March 3 (Xinhua) --",
        "ELMSTAD, N.Y., Sept. 26 (UPI) —",
        "PORT ELM (AP) –",
        "Elmstad (AFP) –",
        "Elmstad, 5 March —",
        "ELMSTAD, Norway (AP) _",
        "ELMSTAD, March 3, 2017 /PRNewswire/ --",
        "ELMSTAD, Nov. 24, 2016 (Meridian Press) —",
    ],
)
def test_a_dateline_is_cut_off(dateline: str) -> None:
    text = f"Port opens\n\n{dateline} {BODY}\n\n{MORE}"
    assert pieces(text) == ["Port opens", dateline, BODY, MORE]
    assert zones(text) == ["headline", "dateline", "body", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "The port — closed for days — opened.",
        "NATO said it would come.",
        "A strike - the first - ended.",
        "Elmstad - a port.",
        "Monday, 5 March — a day to remember — came.",
        "On 5 March — a Sunday — it rained.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert zones(text) == ["body"]


def test_every_line_is_a_paragraph_unless_lines_are_wrapped() -> None:
    assert pieces(f"Port opens\n{BODY}\n{MORE}") == ["Port opens", BODY, MORE]
    assert pieces(f"Port opens\r\n{BODY}\r\n{MORE}") == ["Port opens", BODY, MORE]


def test_lines_wrapped_at_a_width_are_joined() -> None:
    first = "The port of Elmstad opened on Monday after\nnine days, its director said. Ships had been\nwaiting for it."
    second = "One left, said the harbour master, and then\nanother one did."
    assert pieces(f"Port opens\n\n{first}\n\n{second}") == ["Port opens", first, second]
    assert pieces(f"{first}\n{second}") == [first, second]


@pytest.mark.parametrize("name", ["agencies", "credits", "furniture"])
def test_lexicon_examples(name: str) -> None:
    for row in read_lexicon("text", name):
        example = row["example"]
        if name == "agencies" and "(" in example:
            assert zones(f"Port opens\n\n{example}")[1:] == ["dateline", "body"], example
        elif name == "furniture":
            tail = row["match"] == "tail"
            assert is_furniture(example) or (
                tail and zones(f"{BODY}\n\n{example}\n\n{MORE}")[1:] == ["boilerplate"] * 2
            )
        else:
            assert is_caption(example), example


@pytest.mark.parametrize(
    "text",
    [
        "Sources said that the port would open.",
        "Read more books, the minister said, and the children laughed.",
        "Next year the port will open, according to Reuters.",
        "He told Reuters",
        "She showed the judge a photo of the bridge and said that it was hers.",
        "He posted the image: a bridge in flames. Nobody knew who had taken it, police said.",
        "Subscribers to the paper were told on Monday.",
        "Printing has ended.",
        "Copyrighted work may not be copied, the court said, unless its author has agreed to it in writing.",
        "More about the strike became known on Tuesday.",
    ],
)
def test_running_text_is_neither_caption_nor_furniture(text: str) -> None:
    assert not is_caption(text) and not is_furniture(text)


TEXTS = st.text(st.one_of(st.sampled_from("\n\n\r  .—-A“”:,"), st.characters(codec="utf-8")), max_size=200)


@given(TEXTS)
def test_paragraphs_hold_all_that_is_no_space_in_order(text: str) -> None:
    found = find_paragraphs(text)
    at = 0
    for paragraph in found:
        assert not text[at : paragraph.start].strip()
        piece = text[paragraph.start : paragraph.end]
        assert piece and piece == piece.strip()
        assert not re.search(r"\n\s*\n", piece)
        at = paragraph.end
    assert not text[at:].strip()
