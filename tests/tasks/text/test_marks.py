"""Quotation marks are paired by what stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.language.parse import to_parser_text
from tasks.text.marks import find_quotations
from tasks.text.paragraphs import find_paragraphs


def quotations(text: str) -> list[str]:
    straight = to_parser_text(text)
    paragraphs = [(block.start, block.end) for block in find_paragraphs(straight)]
    return [text[found.start : found.end] for found in find_quotations(straight, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go home," she said.', ['"Go home,"']),
        ("\u201cGo home,\u201d she said. \u201cNow.\u201d", ["\u201cGo home,\u201d", "\u201cNow.\u201d"]),
        ('"Go home,\u201d she said.', ['"Go home,\u201d']),
        ('\u201cGo home," she said.', ['\u201cGo home,"']),
        ("''Go home,'' she said.", ["''Go home,''"]),
        ("\u2018Go home,\u2019 she said, for the boys\u2019 sake.", ["\u2018Go home,\u2019"]),
        ("The boys\u2019 mother didn\u2019t see the workers\u2019 bus.", []),
        ("Rock \u2019n\u2019 roll of the \u201990s.", []),
        ("\u201cHe said \u2018never\u2019 to me,\u201d she said.", ["\u201cHe said \u2018never\u2019 to me,\u201d"]),
        ('"One.\n\n"Two," she said.', ['"One.\n\n"Two,"']),
        ('"One.\n\nTwo," she said. "Three."', ['"One.\n\nTwo,"', '"Three."']),
        ('"Nobody came, Ivo Marr said.\n\nIt rained.', ['"Nobody came,']),
        ('"Nobody came.\n\nIt rained.', ['"Nobody came.']),
        ('"Nobody came, Ivo Marr told the Echo.\n\n"It rained," he said.', ['"Nobody came,', '"It rained,"']),
        ('"Nobody came, said Ivo Marr. "It rained."', ['"Nobody came,', '"It rained."']),
        ('A board of 6" by 4" was found.', []),
        ("'It is no \"small\" thing,' she said.", ["'It is no \"small\" thing,'"]),
        ('It was "cheap" and "cheerful".', ['"cheap"', '"cheerful"']),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


@given(st.text(alphabet="\"'ab,. \n\u201c\u201d\u2018\u2019", max_size=80))
def test_quotations_are_sorted_apart_and_inside(text: str) -> None:
    straight = to_parser_text(text)
    paragraphs = [(block.start, block.end) for block in find_paragraphs(straight)]
    at = 0
    for found in sorted(find_quotations(straight, paragraphs)):
        assert at <= found.start < found.end <= len(text)
        at = found.end
