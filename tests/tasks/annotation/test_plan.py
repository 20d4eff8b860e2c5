"""What has to be done: new, changed and unchanged documents, chunks, and the run that is taken up again."""

from pathlib import Path

import pytest

from tasks.annotation import plan
from tasks.annotation.plan import (
    Known,
    find_read,
    find_seen,
    find_unreadable,
    read_rejects,
    read_replaced,
    spool,
    write_plan,
)
from tasks.annotation.spool import read_documents
from tasks.sources.records import Document, Item, Reject, Seen


def document(doc_id: str, content: str = "a" * 64, text: str = "A text.") -> Document:
    return Document(doc_id, f"in/{doc_id}.txt", "txt", content, content, None, text)


def reject(doc_id: str, content: str = "b" * 64) -> Reject:
    return Reject(doc_id, f"in/{doc_id}.txt", f"in/{doc_id}.txt", content, None, "empty", "there is no text")


KNOWN = Known("a" * 64, None, "code-1")


@pytest.mark.parametrize(
    ("item", "known", "fingerprint", "expected"),
    [
        (document("x"), {}, "code-1", (1, 0, 0, 0)),
        (document("x"), {"x": KNOWN}, "code-1", (0, 0, 1, 0)),
        (document("x"), {"x": KNOWN}, "code-2", (0, 1, 0, 0)),
        (document("x", "c" * 64), {"x": KNOWN}, "code-1", (0, 1, 0, 0)),
        (document("x")._replace(metadata_sha256="d" * 64), {"x": KNOWN}, "code-1", (0, 1, 0, 0)),
        (Seen("x", "in/x.txt", "a" * 64, None), {"x": KNOWN}, "code-1", (0, 0, 1, 0)),
        (reject("x"), {}, "code-1", (1, 0, 0, 1)),
        (reject("x"), {"x": KNOWN._replace(content_sha256="b" * 64)}, "code-1", (0, 0, 1, 0)),
    ],
)
def test_only_what_differs_is_work(
    tmp_path: Path,
    item: Item,
    known: dict[str, Known],
    fingerprint: str,
    expected: tuple[int, int, int, int],
) -> None:
    spool([item], known, fingerprint, tmp_path / "landing")
    planned = write_plan(tmp_path / "landing", [], 0, fingerprint)
    assert (planned.new, planned.changed, planned.unchanged, planned.rejected) == expected
    assert planned.is_empty == (expected[:2] == (0, 0))


def test_the_plan_holds_everything_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "_CHUNK_DOCUMENTS", (2, 2))
    closed = reject("g")._replace(rule="unreadable_file")
    items = [document(name) for name in "abcde"] + [reject("f"), closed, document("known")]
    spool(items, {"known": KNOWN}, "code-1", tmp_path / "landing")
    assert find_seen(tmp_path / "landing") == {*"abcdefg", "known"}
    assert find_read(tmp_path / "landing") == {f"in/{name}.txt" for name in (*"abcdefg", "known")}
    assert find_unreadable(tmp_path / "landing") == {"in/g.txt"}
    planned = write_plan(tmp_path / "landing", ["gone"], 3, "code-1")
    chunks = [read_documents(Path(planned.folder, f"{name}.arrow")) for name in planned.chunks]
    assert [[each.doc_id for each in chunk] for chunk in chunks] == [["a", "b"], ["c", "d"], ["e"]]
    assert chunks[0][0] == document("a")
    assert read_replaced(planned) == {*"abcdefg", "gone"}
    assert read_rejects(planned) == [reject("f"), closed]


def test_chunks_grow_with_what_came_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "_CHUNK_DOCUMENTS", (2, 4))
    monkeypatch.setattr(plan, "_CHUNK_SHARE", 4)
    spool([document(f"{number:02}") for number in range(30)], {}, "code-1", tmp_path / "landing")
    planned = write_plan(tmp_path / "landing", [], 0, "code-1")
    sizes = [len(read_documents(Path(planned.folder, f"{name}.arrow"))) for name in planned.chunks]
    assert sizes == [2, 2, 2, 2, 2, 3, 4, 4, 4, 4, 1]


def test_a_long_text_gets_a_chunk_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "_CHARACTERS", 1)
    monkeypatch.setattr(plan, "_CHUNK_DOCUMENTS", (10, 10))
    items = [document("a", text="x" * 6), document("b", text="x" * 6), document("c", text="x" * 30)]
    spool(items, {}, "code-1", tmp_path / "landing")
    assert len(write_plan(tmp_path / "landing", [], 0, "code-1").chunks) == 3


def test_the_same_work_takes_up_the_interrupted_run(tmp_path: Path) -> None:
    spool([document("a")], {}, "code-1", tmp_path / "landing-1")
    first = write_plan(tmp_path / "landing-1", [], 0, "code-1")
    done = Path(first.folder, first.chunks[0])
    done.mkdir()
    spool([document("a")], {}, "code-1", tmp_path / "landing-2")
    assert write_plan(tmp_path / "landing-2", [], 0, "code-1") == first
    assert done.exists()
    assert not (tmp_path / "landing-2").exists()


@pytest.mark.parametrize(
    ("text", "removed", "parent", "fingerprint"),
    [
        ("Another.", [], 0, "code-1"),
        ("A text.", ["z"], 0, "code-1"),
        ("A text.", [], 1, "code-1"),
        ("A text.", [], 0, "2"),
    ],
)
def test_other_work_is_another_run(
    tmp_path: Path, text: str, removed: list[str], parent: int, fingerprint: str
) -> None:
    spool([document("a")], {}, "code-1", tmp_path / "landing-1")
    first = write_plan(tmp_path / "landing-1", [], 0, "code-1")
    spool([document("a", text=text)], {}, fingerprint, tmp_path / "landing-2")
    assert write_plan(tmp_path / "landing-2", removed, parent, fingerprint).run_id != first.run_id
