import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.sources.records import Document, Reject
from tests.tasks.sources.reading import lines, read, read_one


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\u00a0\n".encode(), "empty"),
        (b"A bell\x07 rang.", "control_characters"),
        (b"A bell\x1b[31m rang.", "control_characters"),
        ("A bell\u0092 rang.".encode(), "control_characters"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"%PDF-1.4\n\x01\x02\x03\x04\x05\x06 stream", "binary"),
        (b"No byte\x00 is nothing.", "binary"),
        (bytes(range(128, 256)) * 20, "undecodable"),
        (b"\xff\xfea", "undecodable"),
        ("The café closed. ".encode() + b"The caf\xe9 reopened.", "damaged_utf8"),
        (b"word " * 1_000, "sentence_too_long"),
        (b"word " * 15_000, "sentence_too_long"),
        (b"A mark." + b"!" * 5_100, "word_too_long"),
        (b"A line. " * 7_000, "too_large"),
        (b"A line. " * 20_000, "too_large"),
    ],
)
def test_rubbish_in_a_text_file_has_a_reason(tmp_path: Path, content: bytes, rule: str) -> None:
    found = read_one(tmp_path / "a.txt", content)
    assert isinstance(found, Reject)
    assert (found.rule, found.doc_id, found.row_key) == (rule, "a", (tmp_path / "a.txt").as_posix())
    assert len(found.content_sha256) == 64 and ":" in found.reason


@pytest.mark.parametrize(
    ("line", "rule", "said"),
    [
        ('{"text": "Half a', "broken_json", "line"),
        ("not json", "broken_json", "line"),
        ('["text"]', "broken_json", "list"),
        ("null", "broken_json", "NoneType"),
        ("[" * 100_000, "too_large", "MB"),
        ("[" * 5_000, "broken_json", "line"),
        ({"id": "a", "body": "A dog barked.", "html": ""}, "missing_field", "among id, body, html"),
        ({}, "missing_field", "among no fields"),
        ({"id": "a", "text": None}, "missing_field", "text"),
        ({"id": "a", "text": ""}, "empty", "text"),
        ({"id": "a", "text": " \n"}, "empty", "text"),
        ({"id": "a", "text": 5}, "wrong_type", "text"),
        ({"id": "a", "text": ["A dog barked."]}, "wrong_type", "text"),
        ({"id": "a", "text": "A dog barked.", "title": 5}, "wrong_type", "title"),
        ({"id": "a", "text": "A dog barked.", "byline": ["Lena Hoff"]}, "wrong_type", "byline"),
        ({"id": "a", "text": "A dog barked.", "outlet": {}}, "wrong_type", "outlet"),
        ({"id": "a", "text": "A dog barked.", "url": False}, "wrong_type", "url"),
        ({"id": "a", "text": "A dog barked.", "language": 1}, "wrong_type", "language"),
        ({"id": "a", "text": "A dog barked.", "published": 1488585600}, "wrong_type", "published"),
        ({"id": ["a"], "text": "A dog barked."}, "wrong_type", "id"),
        ({"doc_id": 1.5, "text": "A dog barked."}, "wrong_type", "doc_id"),
        ({"id": True, "text": "A dog barked."}, "wrong_type", "id"),
        ({"id": "a", "text": "A dog barked.", "published": "last Tuesday"}, "bad_date", "published"),
        ({"id": "a", "text": "A dog barked.", "published": "03/04/2017"}, "bad_date", "published"),
        ({"id": "a", "text": "A\u0000B"}, "control_characters", "text"),
        ({"id": "a", "text": "A dog barked.", "title": "\u0007"}, "control_characters", "title"),
        ('{"id": "a", "text": "half a pair \\ud83d"}', "control_characters", "text"),
        ({"id": "a", "text": "word " * 500}, "sentence_too_long", "characters"),
        ({"id": "a", "text": "A dog barked. " * 1_000}, "too_large", "MB"),
        ({"id": "a", "html": "<nav>Home</nav>"}, "no_article", "page"),
    ],
)
def test_a_bad_line_costs_exactly_itself(tmp_path: Path, line: object, rule: str, said: str) -> None:
    good = {"id": "good", "text": "The port opened on Monday."}
    found = read(tmp_path / "wire.jsonl", lines(good, line, "", {"text": "The port closed."}))
    assert [type(each) for each in found] == [Document, Reject, Document]
    bad, last = found[1], found[2]
    assert isinstance(bad, Reject)
    assert (bad.rule, bad.row_key) == (rule, f"{(tmp_path / 'wire.jsonl').as_posix()}#2")
    assert said in bad.reason
    assert last.doc_id == "wire#4"


def test_a_line_that_is_no_utf8_is_read_by_detection_or_set_aside(tmp_path: Path) -> None:
    western = '{"id": "a", "text": "A café in Elmstad closed."}'.encode("cp1252")
    rubbish = b'{"id": "b", "text": "' + bytes(range(128, 256)) + b'"}'
    first, second = read(tmp_path / "wire.jsonl", western + b"\n" + rubbish)
    assert isinstance(first, Document) and first.text == "A café in Elmstad closed."
    assert isinstance(second, Reject) and second.rule == "undecodable"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_one_text_or_one_reject(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    found = read_one(tmp_path_factory.getbasetemp() / "any.txt", content)
    if isinstance(found, Document):
        found.text.encode("utf-8")


FIELDS = st.dictionaries(
    st.sampled_from(["id", "doc_id", "text", "title", "published", "language", "byline"]),
    st.one_of(st.text(max_size=40), st.none(), st.integers(), st.booleans(), st.lists(st.text(max_size=3))),
)
LINES = st.one_of(st.binary(max_size=60), FIELDS.map(lambda fields: json.dumps(fields).encode()))


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=12))
def test_every_line_is_accepted_or_rejected(tmp_path_factory: pytest.TempPathFactory, given_lines: list[bytes]) -> None:
    content = b"\n".join(given_lines)
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    assert len(read(path, content)) == sum(bool(line.strip()) for line in content.split(b"\n"))
