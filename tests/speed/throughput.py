"""A whole run on many articles against a bare parse of the same texts, side by side, start-up left out.

The bare parse is spaCy's own `nlp.pipe` with as many processes, as a user would write it.
"""

import json
import tempfile
import time
from pathlib import Path

import spacy
from prefect.testing.utilities import prefect_test_harness

from flows.dataset import build_dataset
from flows.settings import set_environment
from tasks.text.words import count_words
from tests.accuracy.harness import MODEL
from tests.speed.texts import read_texts

ARTICLES = 500
WORKERS = 2
BATCH = 25


def measure() -> dict[str, float]:
    """Words a second of a whole run and of a bare parse, and their ratio."""
    set_environment()
    texts = read_texts(ARTICLES)
    words = sum(map(count_words, texts))
    bare = words / _time_bare(texts)
    with prefect_test_harness(server_startup_timeout=180), tempfile.TemporaryDirectory() as folder:
        _time_run(Path(folder, "warm"), [f"{text}\n\nEdition {number}." for number, text in enumerate(texts[:20])])
        whole = words / _time_run(Path(folder, "measured"), texts)
    return {
        "speed.bare_parse.words_per_second": bare,
        "speed.whole_run.words_per_second": whole,
        "speed.whole_run.ratio_to_bare_parse": whole / bare,
    }


def _time_bare(texts: list[str]) -> float:
    """Seconds for the texts; a first batch for each process lets both start."""
    first = texts[: WORKERS * BATCH]
    docs = spacy.load(MODEL).pipe([*first, *texts], n_process=WORKERS, batch_size=BATCH)
    for _ in first:
        next(docs)
    before = time.perf_counter()
    for _ in docs:
        pass
    return time.perf_counter() - before


def _time_run(folder: Path, texts: list[str]) -> float:
    folder.mkdir()
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for number, text in enumerate(texts):
            record = {"id": f"article-{number}", "text": text, "published": "2016-03-04", "language": "en"}
            lines.write(json.dumps(record) + "\n")
    before = time.perf_counter()
    outcome = build_dataset([str(folder / "articles.jsonl")], str(folder / "data"), WORKERS)
    seconds = time.perf_counter() - before
    assert outcome.version == 1
    return seconds
