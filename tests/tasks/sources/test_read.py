import gzip
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from tasks.sources.find import find_sources
from tasks.sources.read import keep_first, read_source
from tasks.sources.records import Document, Reject, Seen, Source
from tests.tasks.sources.reading import lines, read, read_one


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("“A café,” he\u00a0said.\r\n".encode(), "“A café,” he\u00a0said.\r\n"),
        (b"\xef\xbb\xbf" + "A café.".encode(), "A café."),
        ("“A café.”".encode("utf-16"), "“A café.”"),
        (b"\xfe\xff" + "A café.".encode("utf-16-be"), "A café."),
        ("A café.".encode("utf-32"), "A café."),
        ("“It’s a café,” he said – twice.".encode("cp1252"), "“It’s a café,” he said – twice."),
        (
            ("Премьер-министр заявил в понедельник, что порт будет открыт весной, сообщает агентство. " * 4).encode(
                "cp1251"
            ),
            "Премьер-министр заявил в понедельник, что порт будет открыт весной, сообщает агентство. " * 4,
        ),
    ],
)
def test_text_is_decoded_verbatim(tmp_path: Path, content: bytes, text: str) -> None:
    found = read_one(tmp_path / "a.txt", content)
    assert isinstance(found, Document), found
    assert found.text == text


def test_a_declared_encoding_goes_before_utf8(tmp_path: Path) -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><article><p>Łódź is a city, said the mayor of it.</p>'
    found = read_one(tmp_path / "a.html", page.encode("iso-8859-2"))
    assert isinstance(found, Document) and found.text.startswith("Łódź")


def test_a_record_says_all_it_knows(tmp_path: Path) -> None:
    record = {
        "doc_id": 7,
        "text": "The port opened on Monday.",
        "title": "Port opens",
        "published": "2017-03-04T10:30:00+01:00",
        "outlet": "The Harbour Times",
        "byline": "Lena Hoff",
        "url": "https://example.com/7",
        "language": "en-GB",
        "unknown": [1, 2],
    }
    found = read_one(tmp_path / "wire.jsonl", lines(record))
    assert isinstance(found, Document)
    assert found.published_at == datetime(2017, 3, 4, 9, 30, tzinfo=UTC)
    assert (found.doc_id, found.title, found.outlet, found.byline) == (
        "7",
        "Port opens",
        "The Harbour Times",
        "Lena Hoff",
    )
    assert (found.url, found.language, found.published_source) == ("https://example.com/7", "en", "metadata")


def test_what_nobody_says_is_unknown(tmp_path: Path) -> None:
    found = read_one(tmp_path / "a.txt", b"The port opened on Monday.")
    assert isinstance(found, Document)
    assert found[7:] == (None,) * 7


def test_a_date_line_that_names_the_full_date_dates_the_article(tmp_path: Path) -> None:
    found = read_one(tmp_path / "a.txt", b"Port opens\n\nSaturday, 4 March 2017\n\nThe port opened today.")
    assert isinstance(found, Document)
    assert (found.published_at, found.published_source) == (datetime(2017, 3, 4, tzinfo=UTC), "text")


def test_a_sidecar_speaks_for_a_plain_file(tmp_path: Path) -> None:
    found = read_one(tmp_path / "a.txt", b"The port opened.", title="Port opens", published="March 4, 2017")
    assert isinstance(found, Document)
    assert (found.doc_id, found.title, found.published_source) == ("a", "Port opens", "sidecar")
    assert found.published_at == datetime(2017, 3, 4, tzinfo=UTC) and found.metadata_sha256


@pytest.mark.parametrize("sidecar", [b"title: [", b"- a list", b"just words", b"\xff\xfe\xfd", b"title: 5"])
def test_a_broken_sidecar_sets_its_document_aside(tmp_path: Path, sidecar: bytes) -> None:
    (tmp_path / "a.meta.yaml").write_bytes(sidecar)
    found = read_one(tmp_path / "a.txt", b"The port opened.")
    assert isinstance(found, Reject)
    assert found.rule == ("wrong_type" if sidecar == b"title: 5" else "broken_metadata") and found.metadata_sha256


def test_the_layout_of_a_sidecar_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The port opened.")
    digests = set()
    for content in ('{"title": "Port", "outlet": "Times"}', "outlet: Times\n\ntitle: Port\n"):
        (tmp_path / "a.meta.yaml").write_text(content, "utf-8")
        [found] = read_source(find_sources([str(tmp_path)])[0])
        digests.add(found.metadata_sha256)
    assert len(digests) == 1


def test_markdown_has_front_matter_and_no_marks(tmp_path: Path) -> None:
    content = b"---\ntitle: Port opens\ndate: 2017-03-04\n---\n# Port opens\n\nThe **port** [opened](http://x.example)\nagain.\n"
    found = read_one(tmp_path / "a.md", content)
    assert isinstance(found, Document)
    assert found.text == "Port opens\n\nThe port opened again."
    assert (found.title, found.published_at, found.published_source) == (
        "Port opens",
        datetime(2017, 3, 4, tzinfo=UTC),
        "metadata",
    )


@pytest.mark.parametrize("front", [b"---\ntitle: [\n---\nThe port opened.", b"---\n- a\n---\nThe port opened."])
def test_broken_front_matter_has_a_reason(tmp_path: Path, front: bytes) -> None:
    found = read_one(tmp_path / "a.md", front)
    assert isinstance(found, Reject) and found.rule == "broken_metadata"


PAGE = """<html><head><meta charset="utf-8"><title>Port opens | The Harbour Times</title>
<meta property="og:site_name" content="The Harbour Times"><meta name="author" content="Lena Hoff">
<meta property="article:published_time" content="2017-03-04T10:30:00+01:00"></head><body><nav>Home News</nav>
<article><h1>Port opens</h1><p>The port of Elmstad opened on Monday, said its director.</p>
<p>“We are glad,” said Marta Quill.</p></article><footer>© 2017</footer></body></html>"""


def test_a_page_gives_its_article_and_its_metadata(tmp_path: Path) -> None:
    found = read_one(tmp_path / "a.html", PAGE.encode())
    assert isinstance(found, Document)
    assert found.text.splitlines() == [
        "Port opens",
        "The port of Elmstad opened on Monday, said its director.",
        "“We are glad,” said Marta Quill.",
    ]
    assert (found.title, found.byline, found.outlet) == ("Port opens", "Lena Hoff", "The Harbour Times")
    assert (found.published_at, found.published_source) == (datetime(2017, 3, 4, 9, 30, tzinfo=UTC), "html")


def test_a_sidecar_goes_before_the_page(tmp_path: Path) -> None:
    found = read_one(tmp_path / "a.html", PAGE.encode(), title="Elmstad", published="2017-03-05")
    assert isinstance(found, Document)
    assert (found.title, found.byline, found.published_source) == ("Elmstad", "Lena Hoff", "sidecar")


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".jsonl.zst"])
def test_lines_may_be_compressed(tmp_path: Path, suffix: str) -> None:
    content = lines({"id": "a", "text": "One."}, {"id": "b", "text": "Two."})
    packed = {".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}.get(suffix[6:], bytes)(content)
    found = read(tmp_path / f"wire{suffix}", packed)
    assert [each.doc_id for each in found] == ["a", "b"]
    assert len({each.content_sha256 for each in found}) == 2


@pytest.mark.parametrize(("name", "content"), [("a.jsonl.gz", b"no gzip"), ("a.jsonl.zst", b"no zstd")])
def test_a_broken_archive_has_a_reason(tmp_path: Path, name: str, content: bytes) -> None:
    found = read_one(tmp_path / name, content)
    assert isinstance(found, Reject) and found.rule == "broken_archive"


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_the_lines_before_the_break_of_an_archive_are_kept(tmp_path: Path, suffix: str) -> None:
    content = lines(*({"id": str(number), "text": f"Ship {number} left port {number**3}."} for number in range(2_000)))
    packed = gzip.compress(content) if suffix == ".gz" else zstandard.ZstdCompressor().compress(content)
    found = read(tmp_path / f"a.jsonl{suffix}", packed[: len(packed) // 2])
    assert isinstance(found[-1], Reject) and found[-1].rule in {"broken_archive", "broken_json"}
    assert all(isinstance(each, Document) for each in found[:-2])


def test_parquet_rows_are_records(tmp_path: Path) -> None:
    day = datetime(2017, 3, 4, tzinfo=UTC)
    rows = [{"id": "a", "text": "One.", "published": day, "x": 1}, {"id": "b", "text": None, "published": None, "x": 2}]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "wire.parquet")
    good, bad = read(tmp_path / "wire.parquet", (tmp_path / "wire.parquet").read_bytes())
    assert isinstance(good, Document) and (good.doc_id, good.published_at) == ("a", day)
    assert isinstance(bad, Reject) and bad.rule == "missing_field"


def test_a_parquet_file_without_text_is_set_aside_once(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a", "b"], "body": ["One.", "Two."]}), tmp_path / "wire.parquet")
    [found] = read(tmp_path / "wire.parquet", (tmp_path / "wire.parquet").read_bytes())
    assert isinstance(found, Reject) and found.reason.startswith("neither text nor html among id, body:")


def test_a_broken_parquet_file_has_a_reason(tmp_path: Path) -> None:
    found = read_one(tmp_path / "wire.parquet", b"PAR1 no more")
    assert isinstance(found, Reject) and found.rule == "broken_parquet"


def test_many_records_may_be_large_together(tmp_path: Path) -> None:
    found = read(tmp_path / "wire.jsonl", lines(*({"id": str(n), "text": "A ship left. " * 50} for n in range(300))))
    assert len(found) == 300 and all(isinstance(each, Document) for each in found)


TEXT, OTHER, NO_TEXT = b"A ship left.", b"Another ship left.", b"\x00\x01"


@pytest.mark.parametrize(
    ("files", "homes", "expected"),
    [
        ({"a.txt": TEXT}, {}, {"a.txt": "a"}),
        ({"a.md": TEXT, "a.txt": OTHER}, {}, {"a.md": "a", "a.txt": "a@"}),
        ({"a.md": TEXT, "a.txt": TEXT}, {}, {"a.md": "a"}),
        # What cannot be read leaves the id to what can, whichever comes first, and loses none of its own kind.
        ({"a.md": NO_TEXT, "a.txt": TEXT}, {}, {"a.md": "a@", "a.txt": "a"}),
        ({"a.md": NO_TEXT, "a.txt": NO_TEXT}, {}, {"a.md": "a", "a.txt": "a@"}),
        ({"a.md": NO_TEXT, "a.markdown": TEXT, "a.txt": OTHER}, {}, {"a.md": "a@", "a.markdown": "a", "a.txt": "a@"}),
        ({"a.txt": NO_TEXT}, {"a": "elsewhere/a.md"}, {"a.txt": "a@"}),
        ({"a.txt": TEXT}, {"a": "elsewhere/a.md"}, {"a.txt": "a"}),
    ],
)
def test_every_id_stands_for_one_thing(
    tmp_path: Path, files: dict[str, bytes], homes: dict[str, str], expected: dict[str, str]
) -> None:
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    items = [each for source in find_sources([str(tmp_path)]) for each in read_source(source)]
    found = {Path(each.source_uri).name: each for each in keep_first(items, homes)}
    assert {name: each.doc_id[: len(expected[name])] for name, each in found.items()} == expected
    assert len({each.doc_id for each in found.values()}) == len(expected)


def test_what_is_already_read_yields_its_id_to_nothing(tmp_path: Path) -> None:
    seen = Seen("a", "a.txt", "0" * 64, None)
    bad = read_one(tmp_path / "a.md", NO_TEXT)
    assert [each.doc_id[:2] for each in keep_first([bad, seen], {"a": "a.txt"})] == ["a", "a@"]


def test_a_source_that_became_unreadable_takes_its_document_away(tmp_path: Path) -> None:
    bad = read_one(tmp_path / "a.txt", NO_TEXT)
    assert [each.doc_id for each in keep_first([bad], {"a": bad.source_uri})] == ["a"]


def test_the_same_record_again_is_passed_over_and_another_is_set_aside(tmp_path: Path) -> None:
    one, other = {"id": "a", "text": "One."}, {"id": "a", "text": "Other."}
    kept, rejected = keep_first(read(tmp_path / "wire.jsonl", lines(one, one, other, other)))
    assert isinstance(kept, Document) and kept.text == "One."
    assert isinstance(rejected, Reject) and rejected.rule == "duplicate_id"
    assert rejected.row_key.endswith("wire.jsonl#a")


def test_names_that_are_no_utf8_are_escaped(tmp_path: Path) -> None:
    [found] = keep_first([read_one(tmp_path / "b\udcff.txt", b"A ship left.")])
    assert isinstance(found, Document) and found.doc_id == "b\\udcff"
    content = b'{"id": "a\\udc80", "text": "A ship left."}'
    [found] = keep_first(read(tmp_path / "wire.jsonl", content))
    assert isinstance(found, Reject) and "".join(map(str, found)).encode()


def test_a_file_that_is_gone_has_a_reason(tmp_path: Path) -> None:
    [found] = read_source(Source(tmp_path / "a.txt", tmp_path, "txt"))
    assert isinstance(found, Reject) and found.rule == "unreadable_file"
