"""Objects of a store are read like files, under the address that they came from."""

from pathlib import Path

import pytest

from expectations.errors import InputError
from tasks.sources.fetch import fetch_sources, is_address
from tasks.sources.load import load
from tasks.sources.records import Loaded


@pytest.fixture
def bucket(tmp_path: Path) -> Path:
    for name in ("a.txt", "a.meta.json", "sub/b.jsonl", "sub/c.pdf", ".hidden.txt", "sub/.d.txt"):
        path = tmp_path / "bucket" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{}")
    return tmp_path / "bucket"


def test_a_prefix_holds_what_a_directory_would(bucket: Path, tmp_path: Path) -> None:
    first, second = fetch_sources(f"{bucket.as_uri()}/", tmp_path / "copies")
    assert (first.doc_id, first.uri) == ("a", f"{bucket.as_uri()}/a.txt")
    assert (second.doc_id, second.uri) == ("sub/b", f"{bucket.as_uri()}/sub/b.jsonl")
    loaded = load(first)
    assert isinstance(loaded, Loaded) and loaded.metadata_sha256
    assert sorted(path.name for path in (tmp_path / "copies").rglob("*.*")) == ["a.meta.json", "a.txt", "b.jsonl"]


def test_an_object_is_read_alone(bucket: Path, tmp_path: Path) -> None:
    [source] = fetch_sources(f"{bucket.as_uri()}/sub/b.jsonl", tmp_path / "copies")
    assert (source.doc_id, source.uri) == ("b", f"{bucket.as_uri()}/sub/b.jsonl")


@pytest.mark.parametrize("inside", ["nothing", "sub/none.txt"])
def test_what_is_not_there_is_named(bucket: Path, tmp_path: Path, inside: str) -> None:
    (bucket / "nothing").mkdir()
    with pytest.raises(InputError, match=inside):
        fetch_sources(f"{bucket.as_uri()}/{inside}", tmp_path / "copies")


def test_an_unknown_kind_of_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere://bucket cannot be read"):
        fetch_sources("nowhere://bucket", tmp_path / "copies")


@pytest.mark.parametrize(("given", "expected"), [("s3://bucket/x", True), ("news/*.txt", False), ("a:b.txt", False)])
def test_an_address_is_no_path(given: str, expected: bool) -> None:
    assert is_address(given) is expected
