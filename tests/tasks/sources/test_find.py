from pathlib import Path

import pytest

from expectations.errors import InputError
from tasks.sources.find import find_sources
from tasks.sources.read import read_source
from tasks.sources.records import Reject


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = [
        "b.txt",
        "a.md",
        "sub/c.html",
        "sub/d.jsonl.gz",
        "a.meta.json",
        "x.pdf",
        ".hidden/e.txt",
        "sub/.f.txt",
        "g.TXT",
    ]
    for name in names:
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{}")
    return tmp_path / "news"


def ids(*inputs: Path | str) -> list[str]:
    return [source.doc_id for source in find_sources([str(each) for each in inputs])]


def test_a_directory_is_read_in_order_without_what_is_hidden_or_unknown(folder: Path) -> None:
    assert ids(folder) == ["a", "b", "g", "sub/c", "sub/d"]


def test_an_id_is_the_path_below_the_input(folder: Path) -> None:
    assert ids(folder / "sub") == ["c", "d"]
    assert ids(folder / "sub" / "c.html") == ["c"]


def test_a_glob_is_rooted_where_it_begins(folder: Path) -> None:
    assert ids(folder / "**" / "*.html") == ["sub/c"]
    assert ids(folder / "s*" / "*") == ["sub/c", "sub/d"]
    assert ids(folder / "s*") == ["sub/c", "sub/d"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_file_found_twice_is_one_source_whatever_the_order(folder: Path, order: int) -> None:
    assert ids(*[folder, folder / "sub" / "c.html"][::order]) == ["a", "b", "g", "sub/c", "sub/d"]


def test_a_sidecar_belongs_to_its_file(folder: Path) -> None:
    assert find_sources([str(folder)])[0].sidecar == folder / "a.meta.json"
    assert ids(folder / "a.md", folder / "a.meta.json") == ["a"]


def test_what_does_not_exist_or_holds_nothing_is_an_error(folder: Path) -> None:
    (folder / "empty").mkdir()
    for name in ("none.txt", "empty", "*.csv"):
        with pytest.raises(InputError, match=r"none\.txt does not exist|holds nothing to read"):
            find_sources([str(folder / name)])


def test_a_file_of_unknown_kind_that_is_named_has_a_reason(folder: Path) -> None:
    [source] = find_sources([str(folder / "x.pdf")])
    [found] = read_source(source)
    assert isinstance(found, Reject) and (found.rule, found.doc_id) == ("unknown_format", "x")
