"""Texts to measure speed on: the articles of the dev corpora when they are there, else the seeds, over and over."""

from itertools import cycle, islice
from pathlib import Path

from tests.accuracy.harness import CORPORA, read_gold

SEEDS = Path(__file__).parents[2] / "seeds"


def read_texts(count: int) -> list[str]:
    """Return that many articles."""
    corpus = CORPORA / "entities" / "wikinews_el.dev.jsonl"
    if corpus.exists():
        texts = [gold["text"] for gold in read_gold(corpus)]
    else:
        texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return list(islice(cycle(texts), count))
