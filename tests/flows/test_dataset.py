"""Whole runs: what is published, what is not published again, what is set aside."""

import random
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

import tasks.publish
from expectations.errors import InputError, QualityGateError
from expectations.tables import TABLES
from flows.dataset import build_dataset
from tasks.storage.dataset import open_dataset
from tasks.storage.history import diff, read_history
from tasks.storage.manifests import Manifest, read_latest
from tests.flows.articles import write_articles

pytestmark = [pytest.mark.model, pytest.mark.slow, pytest.mark.usefixtures("prefect_server")]
CONTENT = [name for name, table in TABLES.items() if table.owner != "run" and name != "quarantine"]


def latest(data: Path) -> Manifest:
    manifest = read_latest(open_dataset(data))
    assert manifest
    return manifest


def read(data: Path, table: str) -> pd.DataFrame:
    return pd.read_parquet(data / "versions" / "latest" / table)


def test_a_first_run_fills_the_tables(data: Path) -> None:
    assert set(read(data, "documents")["doc_id"]) == {"harbour", "treaty", "brief-1", "brief-2"}
    quotes = read(data, "quotes")
    assert {"denies", "refuses", "says"} <= set(quotes[quotes["doc_id"] == "harbour"]["stance"])
    assert "Ines Kalda" in set(quotes["speaker_name"])
    assert len(read(data, "runs")) == 1
    assert read(data, "checks")["success"].all()


def test_what_is_not_english_is_kept_and_not_annotated(data: Path) -> None:
    documents = read(data, "documents").set_index("doc_id")
    assert documents.loc["brief-2", "language"] == "fr"
    assert not documents.loc["brief-2", "is_annotated"]
    assert "brief-2" not in set(read(data, "sentences")["doc_id"])


def test_the_same_run_again_publishes_nothing(data: Path, articles: Path) -> None:
    outcome = build_dataset([str(articles)], str(data), workers=1)
    assert (outcome.version, outcome.unchanged) == (None, 4)
    assert len(read_history(open_dataset(data))) == 1


def test_workers_and_order_do_not_change_a_byte(data: Path, articles: Path, tmp_path: Path) -> None:
    inputs = [str(path) for path in articles.iterdir() if not path.name.endswith(".meta.json")]
    random.Random(7).shuffle(inputs)
    build_dataset(inputs, str(tmp_path / "data"), workers=2)
    one, two = latest(data).parts, latest(tmp_path / "data").parts
    ids = {name: [part.sha256 for part in one[name]] == [part.sha256 for part in two[name]] for name in CONTENT}
    assert ids.pop("documents") is True
    assert all(ids.values()), ids


def test_a_changed_article_replaces_its_rows_everywhere(articles: Path, tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in")
    place = tmp_path / "data"
    build_dataset([str(inputs)], str(place), workers=1)
    before = {name: read(place, name) for name in ("sentences", "quotes", "mentions")}
    (inputs / "harbour.txt").write_text("Harbour reopens\n\nThe harbour of Vell opened again on Tuesday.\n", "utf-8")
    (inputs / "treaty.txt").unlink()
    outcome = build_dataset([str(inputs)], str(place), workers=1, prune=True)
    assert (outcome.new, outcome.changed, outcome.removed) == (0, 1, 1)
    for name, rows in before.items():
        now = read(place, name)
        key = TABLES[name].key
        assert not set(now[key]) & set(rows[rows["doc_id"].isin(["harbour", "treaty"])][key]), name
        kept = rows[rows["doc_id"] == "brief-1"]
        assert set(now[now["doc_id"] == "brief-1"][key]) == set(kept[key]), name
    found = diff(open_dataset(place), 1, 2)
    assert (found.added, found.changed, found.removed) == ((), ("harbour",), ("treaty",))


def test_rubbish_is_set_aside_and_the_rest_goes_through(tmp_path: Path) -> None:
    inputs = write_articles(tmp_path / "in")
    (inputs / "empty.txt").write_bytes(b"")
    (inputs / "picture.txt").write_bytes(bytes(range(256)) * 20)
    lines = (inputs / "briefs.jsonl").read_text("utf-8").splitlines()
    broken = ["{", '{"id": 3}', '{"id": "x", "text": 5}', "[]", '{"id": "y", "text": "\\ud800 said."}']
    (inputs / "briefs.jsonl").write_text("\n".join([lines[0], *broken, lines[1]]) + "\n", "utf-8")
    outcome = build_dataset([str(inputs)], str(tmp_path / "data"), workers=1)
    assert len(read(tmp_path / "data", "documents")) == 4
    quarantine = read(tmp_path / "data", "quarantine")
    assert len(quarantine) == 7
    assert quarantine["reason"].str.len().min() > 20
    assert outcome.new == 11
    assert build_dataset([str(inputs)], str(tmp_path / "data"), workers=1).version is None
    (inputs / "briefs.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (inputs / "empty.txt").unlink()
    assert build_dataset([str(inputs)], str(tmp_path / "data"), workers=1).removed == len(broken)
    left = read(tmp_path / "data", "quarantine")
    assert {Path(uri).name for uri in left["source_uri"]} == {"picture.txt", "empty.txt"}, "a mended line is forgotten"


def test_a_dry_run_leaves_no_version(articles: Path, tmp_path: Path) -> None:
    outcome = build_dataset([str(articles)], str(tmp_path), workers=1, dry_run=True)
    assert (outcome.new, outcome.version) == (4, None)
    assert not (tmp_path / "versions").exists()


def test_input_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        build_dataset([str(tmp_path / "nowhere")], str(tmp_path / "data"))


def test_a_dataset_that_breaks_an_expectation_is_not_published(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    derive = tasks.publish.derive

    def derive_badly(read: object) -> dict[str, pa.Table]:
        derived = derive(read)  # type: ignore[arg-type]
        entities = derived["entities"]
        place = entities.schema.names.index("n_mentions")
        wrong = pa.array([99] * len(entities), pa.int64())
        return {**derived, "entities": entities.set_column(place, entities.schema.field(place), wrong)}

    monkeypatch.setattr(tasks.publish, "derive", derive_badly)
    more = tmp_path / "more.txt"
    more.write_text("The mayor of Vell resigned on Monday, her office said.\n", "utf-8")
    before = latest(data)
    with pytest.raises(QualityGateError, match="entities.n_mentions_is_right"):
        build_dataset([str(more)], str(data), workers=1)
    assert latest(data) == before
    assert "n_mentions_is_right" in next(data.glob("failed/run-*/report.html")).read_text("utf-8")
