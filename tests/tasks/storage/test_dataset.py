from pathlib import Path

import pytest

from expectations.errors import ConflictError, UsageError
from tasks.storage.dataset import Dataset, open_dataset, read_object
from tasks.storage.manifests import read_manifest, read_version
from tasks.storage.raw import find_damage, raw_path
from tasks.storage.reading import read_snapshot
from tests.tasks.storage.example import land_bytes, put_documents


def test_a_file_is_no_place_for_a_dataset(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match="file cannot hold a dataset"):
        open_dataset(tmp_path / "file")


@pytest.mark.parametrize("address", ["nowhere://bucket/prefix", "s3:///"])
def test_an_unknown_address_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="choose another"):
        open_dataset(address)


def test_reading_does_not_make_a_directory(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no dataset"):
        open_dataset(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_an_address_of_an_object_store_opens_without_a_directory() -> None:
    dataset = open_dataset("memory:///")
    assert (dataset.root, dataset.location) == (None, "memory:///")


def test_a_store_that_does_not_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
    monkeypatch.setenv("AWS_SKIP_SIGNATURE", "true")
    with pytest.raises(UsageError, match="s3://bucket/prefix cannot be read"):
        open_dataset("s3://bucket/prefix")


def test_a_missing_object_says_what_to_do(dataset: Dataset) -> None:
    with pytest.raises(ConflictError, match="onrecord repair"):
        read_object(dataset, "parts/quotes/abc.parquet")


@pytest.mark.parametrize("content", [b"", b"news", bytes(range(256)) * 1000])
def test_landed_bytes_are_kept_whole(dataset: Dataset, content: bytes) -> None:
    assert find_damage(dataset, land_bytes(dataset, content)) is None


def test_landed_bytes_are_written_once(dataset: Dataset) -> None:
    digest = land_bytes(dataset, b"news")
    before = dataset.store.head(raw_path(digest))["e_tag"]
    assert land_bytes(dataset, b"news") == digest
    assert dataset.store.head(raw_path(digest))["e_tag"] == before


@pytest.mark.parametrize("damage", [b"", b"not zstd", None])
def test_damage_to_landed_bytes_is_found(dataset: Dataset, damage: bytes | None) -> None:
    digest, other = land_bytes(dataset, b"news"), land_bytes(dataset, b"other news")
    wrong = dataset.store.get(raw_path(other)).bytes() if damage is None else damage
    dataset.store.put(raw_path(digest), bytes(wrong))
    assert "run its source again" in (find_damage(dataset, digest) or "")


def test_a_missing_version_names_those_that_are_there(dataset: Dataset) -> None:
    with pytest.raises(UsageError, match="no version yet"):
        read_version(dataset, None)
    put_documents(dataset, {"a": "Rome"})
    with pytest.raises(UsageError, match="no version 7 .it has 1 to 1"):
        read_manifest(dataset, 7)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"version": 1, "parts": {"a": [1]}, "counts": {}}'])
def test_a_damaged_manifest_is_reported(dataset: Dataset, content: bytes) -> None:
    put_documents(dataset, {"a": "Rome"})
    dataset.store.put("manifests/000001.json", content)
    with pytest.raises(ConflictError, match="manifests/000001.json"):
        read_manifest(dataset, 1)


def test_a_manifest_under_another_name_is_reported(dataset: Dataset) -> None:
    put_documents(dataset, {"a": "Rome"})
    dataset.store.copy("manifests/000001.json", "manifests/000002.json")
    with pytest.raises(ConflictError, match="manifest of version 1"):
        read_manifest(dataset, 2)


def test_a_damaged_part_is_not_read(dataset: Dataset) -> None:
    manifest = put_documents(dataset, {"a": "Rome"})
    assert manifest is not None
    path = f"parts/quotes/{manifest.parts['quotes'][0].sha256}.parquet"
    content = bytearray(dataset.store.get(path).bytes())
    content[50] ^= 1
    dataset.store.put(path, bytes(content))
    with pytest.raises(ConflictError, match=r"damaged.*onrecord repair"):
        read_snapshot(dataset).read("quotes")


@pytest.mark.parametrize(("table", "columns"), [("quote", None), ("quotes", ["speaker"])])
def test_unknown_tables_and_columns_are_refused(dataset: Dataset, table: str, columns: list[str] | None) -> None:
    put_documents(dataset, {"a": "Rome"})
    with pytest.raises(UsageError):
        read_snapshot(dataset).read(table, columns)
