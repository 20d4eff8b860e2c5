"""The life of versions: diff, rollback, checkout, verify, repair, garbage collection."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest

from expectations.errors import UsageError
from tasks.storage.dataset import Dataset, list_objects
from tasks.storage.garbage import gc
from tasks.storage.history import checkout, diff, read_history, rollback
from tasks.storage.manifests import list_versions, read_latest
from tasks.storage.parts import part_path
from tasks.storage.raw import find_damage, raw_path
from tasks.storage.reading import read_snapshot
from tasks.storage.repairing import repair
from tasks.storage.verifying import verify
from tasks.storage.versions import version_directory
from tasks.storage.work import list_runs_at_work
from tests.tasks.storage.example import content_of, land_bytes, put_documents, texts_of

NOW = timedelta(0)


@pytest.fixture
def three(dataset: Dataset) -> Dataset:
    put_documents(dataset, {"a": "Rome", "b": "Oslo"}, "one")
    put_documents(dataset, {"b": "Lima Rome", "c": "Paris"}, "two")
    put_documents(dataset, {}, "three", removed=frozenset({"a"}))
    return dataset


def directory_of(dataset: Dataset, version: int) -> Path:
    assert dataset.root
    return version_directory(dataset.root, version)


@pytest.mark.parametrize(
    ("before", "after", "added", "changed", "removed"),
    [
        (1, 2, ("c",), ("b",), ()),
        (2, 3, (), (), ("a",)),
        (1, 3, ("c",), ("b",), ("a",)),
        (3, 1, ("a",), ("b",), ("c",)),
        (2, 2, (), (), ()),
    ],
)
def test_diff_names_the_documents(
    three: Dataset, before: int, after: int, added: tuple[str], changed: tuple[str], removed: tuple[str]
) -> None:
    found = diff(three, before, after)
    assert (found.added, found.changed, found.removed) == (added, changed, removed)


def test_diff_counts_rows(three: Dataset) -> None:
    assert diff(three, 1, 2).rows["mentions"] == (2, 4)
    assert diff(three, 1, 2).rows["runs"] == (1, 2)


def test_diff_of_a_missing_version(three: Dataset) -> None:
    with pytest.raises(UsageError, match="no version 9"):
        diff(three, 1, 9)


def test_rollback_publishes_the_old_tables_anew(three: Dataset) -> None:
    manifest = rollback(three, 1, "back")
    assert manifest and (manifest.version, manifest.parent, manifest.restores) == (4, 3, 1)
    assert texts_of(read_snapshot(three)) == {"a": "Rome", "b": "Oslo"}
    assert diff(three, 1, 4).rows == diff(three, 1, 1).rows
    assert "restoring version 1" in (directory_of(three, 4) / "README.md").read_text()
    assert verify(three) == []


def test_rollback_to_what_is_there_publishes_nothing(three: Dataset) -> None:
    assert rollback(three, 3, "back") is None
    assert list_versions(three) == [1, 2, 3]


def test_work_goes_on_after_a_rollback(three: Dataset) -> None:
    rollback(three, 1, "back")
    manifest = put_documents(three, {"d": "Cairo"}, "four")
    assert manifest and manifest.parent == 4
    assert texts_of(read_snapshot(three)) == {"a": "Rome", "b": "Oslo", "d": "Cairo"}


def test_checkout_needs_nothing_of_the_dataset(three: Dataset, tmp_path: Path) -> None:
    checkout(three, 2, tmp_path / "out")
    shutil.rmtree(three.location)
    assert sorted(pd.read_parquet(tmp_path / "out" / "documents")["doc_id"]) == ["a", "b", "c"]
    assert (tmp_path / "out" / "report.html").exists()


def test_checkout_overwrites_nothing(three: Dataset, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_text("x")
    with pytest.raises(UsageError, match="not empty"):
        checkout(three, 2, tmp_path / "out")
    assert (tmp_path / "out" / "mine").exists()


def test_history_is_a_chain(three: Dataset) -> None:
    assert [(each.version, each.parent, each.run_id) for each in read_history(three)] == [
        (1, None, "one"),
        (2, 1, "two"),
        (3, 2, "three"),
    ]


def some_part(dataset: Dataset, version: int, table: str) -> Path:
    assert dataset.root
    return dataset.root / part_path(table, read_snapshot(dataset, version).parts[table][0].sha256)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60] ^= 255
    path.write_bytes(content)


def test_verify_finds_a_damaged_part(three: Dataset) -> None:
    damage(some_part(three, 2, "mentions"))
    (problem,) = verify(three)
    assert problem.path.startswith("parts/mentions/") and "damaged" in problem.reason
    assert verify(three, 3) == []
    assert repair(three) == [problem]


@pytest.mark.parametrize(("content", "reason"), [(b"not zstd", "damaged"), (None, "missing")])
def test_verify_finds_damage_to_landed_bytes(three: Dataset, content: bytes | None, reason: str) -> None:
    path = raw_path(land_bytes(three, b"Oslo"))
    three.store.delete(path)
    if content is not None:
        three.store.put(path, content)
    (problem,) = verify(three)
    assert problem.path == path and reason in problem.reason
    assert verify(three, 3) == [] and verify(three, 1) == [problem]


def test_verify_finds_a_broken_chain(three: Dataset) -> None:
    path = directory_of(three, 1).parents[1] / "manifests" / "000003.json"
    path.write_text(path.read_text().replace('"parent": 2', '"parent": 1'))
    assert [problem.path for problem in verify(three)] == ["manifests/000003.json"]


def test_verify_finds_a_wrong_number_of_rows(three: Dataset) -> None:
    path = directory_of(three, 1).parents[1] / "manifests" / "000003.json"
    content = path.read_text().replace('"mentions": 3', '"mentions": 4')
    for _ in range(1):
        head, tail = content.split('"mentions": [', 1)
        content = head + '"mentions": [' + tail.replace('"rows": 3', '"rows": 4', 1)
    path.write_text(content)
    assert ["holds 3 rows" in problem.reason for problem in verify(three)] == [True]


def test_a_damaged_manifest_is_a_problem_and_not_the_end(three: Dataset) -> None:
    (directory_of(three, 1).parents[1] / "manifests" / "000002.json").write_text("{")
    assert "manifests/000002.json" in [problem.path for problem in verify(three)]


@pytest.mark.parametrize("what", ["a file", "a text", "a stranger", "other bytes", "latest", "the directory"])
def test_repair_puts_directories_in_order(three: Dataset, what: str) -> None:
    directory = directory_of(three, 2)
    file = next((directory / "quotes").iterdir())
    if what == "a file":
        file.unlink()
    elif what == "a text":
        (directory / "README.md").unlink()
    elif what == "a stranger":
        shutil.copy(file, directory / "quotes" / "more.parquet")
    elif what == "other bytes":
        file.unlink()
        file.write_bytes(b"x")
    elif what == "latest":
        (directory.parent / "latest").unlink()
        (directory.parent / "latest").symlink_to("000001")
    else:
        shutil.rmtree(directory)
    assert verify(three)
    assert repair(three) == []
    assert verify(three) == []
    assert what == "the directory" or (directory / "report.html").exists()


def test_a_directory_that_is_made_again_has_the_same_bytes(three: Dataset) -> None:
    directory = directory_of(three, 2)
    before = {path: path.read_bytes() for path in directory.rglob("*") if path.is_file()}
    (directory / "README.md").unlink()
    assert repair(three) == []
    assert {path: path.read_bytes() for path in directory.rglob("*") if path.is_file()} == before


def test_repair_brings_back_a_part_that_a_version_still_has(three: Dataset) -> None:
    part = some_part(three, 1, "mentions")
    part.unlink()
    assert verify(three, 1)
    assert repair(three) == []
    assert part.exists()


def test_gc_leaves_what_versions_need(three: Dataset) -> None:
    gc(three, grace=NOW)
    assert verify(three) == [] and list_versions(three) == [1, 2, 3]
    assert gc(three, grace=NOW).files == ()


def test_gc_of_old_versions(three: Dataset) -> None:
    would = gc(three, keep=1, grace=NOW, dry_run=True)
    assert list_versions(three) == [1, 2, 3]
    done = gc(three, keep=1, grace=NOW)
    assert done == would and done.versions == (1, 2) and done.bytes > 0
    assert list_versions(three) == [3] and not directory_of(three, 1).exists()
    assert verify(three) == []
    assert texts_of(read_snapshot(three)) == {"b": "Lima Rome", "c": "Paris"}
    named = {part_path(name, part.sha256) for name, parts in read_snapshot(three).parts.items() for part in parts}
    assert {each.path for each in list_objects(three, "parts")} == named
    put_documents(three, {"d": "Cairo"}, "four")
    assert verify(three) == []


def test_gc_spares_what_is_young(three: Dataset) -> None:
    assert gc(three, keep=1).files == ()
    assert list_versions(three) == [3]
    assert gc(three, grace=NOW).files != ()


def test_gc_keeps_at_least_the_newest(three: Dataset) -> None:
    with pytest.raises(UsageError, match="--keep"):
        gc(three, keep=0)


def test_gc_of_landed_bytes_keeps_those_of_documents(dataset: Dataset) -> None:
    lost = land_bytes(dataset, b"lost")
    put_documents(dataset, {"a": "Rome"})
    needed = read_snapshot(dataset).read("documents", ["raw_sha256"])["raw_sha256"][0].as_py()
    dataset.store.put(raw_path(needed), b"x")
    assert [each for each in gc(dataset, grace=NOW).files if each.startswith("raw")] == [raw_path(lost)]
    assert "missing" in (find_damage(dataset, lost) or "")


def test_gc_spares_what_a_run_at_work_landed(dataset: Dataset) -> None:
    dataset.store.put("work/running/plan.json", b"{}")
    landed = land_bytes(dataset, b"landed after the run began")
    assert gc(dataset, grace=timedelta(seconds=20)).files == ()
    assert find_damage(dataset, landed) is None and list_runs_at_work(dataset) == ["running"]


def test_gc_gives_up_runs_that_stand_still(dataset: Dataset) -> None:
    dataset.store.put("work/killed/plan.json", b"{}")
    assert gc(dataset, grace=NOW).runs == ("killed",)
    assert list_runs_at_work(dataset) == []


def test_gc_removes_what_killed_runs_were_writing(three: Dataset) -> None:
    assert three.root
    unfinished = [three.root / "versions" / ".000004.abc", three.root / "parts" / "quotes" / "abc.parquet#1"]
    unfinished[0].mkdir()
    unfinished[1].write_bytes(b"x")
    gc(three)
    assert all(path.exists() for path in unfinished)
    for path in unfinished:
        os.utime(path, (0, 0))
    gc(three)
    assert not any(path.exists() for path in unfinished)
    assert verify(three) == []


def test_gc_changes_no_kept_version(three: Dataset) -> None:
    before = read_latest(three)
    gc(three, keep=2, grace=NOW)
    after = read_latest(three)
    assert before and after and content_of(before) == content_of(after)
