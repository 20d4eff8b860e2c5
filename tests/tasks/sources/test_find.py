import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from expectations.errors import InputError
from tasks.sources.find import count_others, find_sources
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


def test_what_is_passed_over_is_counted(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    os.mkfifo(folder / "sub" / "pipe")
    assert count_others([str(folder)]) == {".pdf": 1, "link to a directory": 1, "no extension": 1}
    assert count_others([str(folder / "s*"), str(folder / "b.txt")]) == {"link to a directory": 1, "no extension": 1}


def test_links_that_lead_nowhere_have_a_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    (tmp_path / "b.txt").symlink_to("gone.txt")
    found = [each for source in find_sources([str(tmp_path)]) for each in read_source(source)]
    assert [(each.doc_id, each.rule) for each in found if isinstance(each, Reject)] == [
        ("a", "unreadable_file"),
        ("b", "unreadable_file"),
    ]
    assert len({each.content_sha256 for each in found}) == 2


@pytest.mark.parametrize("name", ["pipe", "x" * 300])
def test_what_is_no_file_is_an_error(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="neither a file nor|cannot be read"):
        find_sources([str(tmp_path / name)])


def test_a_directory_that_cannot_be_listed_has_a_reason(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def scandir(place: str) -> "Iterator[os.DirEntry[str]]":
        if str(place).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(place))
        return listed(place)

    monkeypatch.setattr(os, "scandir", scandir)
    *_, closed = find_sources([str(folder)])
    [found] = read_source(closed)
    assert isinstance(found, Reject) and (found.rule, found.doc_id) == ("unreadable_file", "sub")
    with pytest.raises(InputError, match="Permission denied"):
        find_sources([str(folder / "sub")])
