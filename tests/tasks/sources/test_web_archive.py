import gzip
import importlib.util
from pathlib import Path

import pytest

from tasks.sources.records import Document, Reject
from tests.tasks.sources.reading import read

PAGE = b"<html><body><article><p>The port of Elmstad opened on Monday, said its director.</p></article></body></html>"
without_reader = pytest.mark.skipif(not importlib.util.find_spec("fastwarc"), reason="the extra warc is not installed")


def archive(*kinds: str) -> bytes:
    records = b""
    for number, kind in enumerate(kinds):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (kind.encode(), len(PAGE)) + PAGE
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-1234567890ab>\r\n"
            f"WARC-Date: 2017-03-04T10:00:00Z\r\nWARC-Target-URI: https://example.com/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records += gzip.compress(head.encode() + http + b"\r\n\r\n")
    return records


@without_reader
def test_pages_are_documents_and_other_responses_are_not(tmp_path: Path) -> None:
    found = read(tmp_path / "a.warc.gz", archive("text/html; charset=utf-8", "image/png", "text/html"))
    assert [(each.doc_id, each.url) for each in found if isinstance(each, Document)] == [
        ("a#1", "https://example.com/0"),
        ("a#2", "https://example.com/2"),
    ]


@without_reader
def test_an_archive_that_breaks_off_has_a_reason(tmp_path: Path) -> None:
    good, broken = read(tmp_path / "a.warc.gz", archive("text/html", "text/html")[:-60])
    assert isinstance(good, Document)
    assert isinstance(broken, Reject) and (broken.rule, broken.doc_id) == ("broken_archive", "a#2")


def test_rubbish_or_no_reader_has_a_reason(tmp_path: Path) -> None:
    [found] = read(tmp_path / "a.warc", b"no archive")
    assert isinstance(found, Reject) and found.rule in {"broken_archive", "missing_reader"}
