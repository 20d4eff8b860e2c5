"""Fits tasks/events/weights.csv on UDS-IH2 and MEANTIME: python -m tests.accuracy.fit_factuality."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tasks.events.cues import Labels
from tasks.events.factuality import find_labels
from tasks.events.predicates import find_evidence, find_features
from tasks.events.tree import to_tree
from tasks.language.model import read_model
from tasks.language.parse import parse_many
from tasks.language.words import Words, read_words
from tasks.text.paragraphs import find_paragraphs
from tests.accuracy import harness
from tests.accuracy.harness import CORPORA, Gold, read_gold
from tests.accuracy.softmax import write_weights

Example = tuple[set[str], float]  # features of a predicate, and the score that people gave it
Find = Callable[[Words, int, Labels], set[str]]
Vector = NDArray[Any]

FOLDER = CORPORA / "events"
TARGET = Path(__file__).parents[2] / "tasks" / "events" / "weights.csv"
COMMENT = (
    "Ridge regression of factuality, made by tests/accuracy/fit_factuality.py: `web` on UDS-IH2 (White et al. 2016, UD"
    " English EWT, CC BY-SA 4.0), `news` on NewsReader MEANTIME (CC BY 4.0). Licence of this file: CC BY-SA 4.0."
)
WEB = {"rare": 10, "damping": 10.0, "least": 0.1}
NEWS = {"rare": 2, "damping": 1.0, "least": 0.0}


def examples(corpus: list[Gold], find: Find) -> Iterator[Example]:
    """Yield every predicate that a corpus has a score of."""
    blocks = [find_paragraphs(gold["text"], gold.get("title")) for gold in corpus]
    texts = [gold["text"] for gold in corpus]
    docs = parse_many(read_model(harness.MODEL), zip(texts, blocks, strict=True))
    for gold, doc in zip(corpus, docs, strict=True):
        tree = to_tree(read_words(doc))
        at = {start: token for token, start in enumerate(tree.start)}
        for event in gold["events"]:
            token = at.get(event["trigger"][0])
            if token is not None:
                yield find(tree, token, find_labels(tree, token)), event["fact_score"]


def fit(found: Sequence[Example], *, rare: float, damping: float, least: float) -> dict[str, float]:
    """Weights by feature; those seen fewer than `rare` times or of less than `least` weight stay out."""
    seen = Counter(name for features, _ in found for name in features)
    place = {name: at for at, name in enumerate(sorted(name for name in seen if seen[name] >= rare))}
    pairs = [(row, place[name]) for row, (names, _) in enumerate(found) for name in sorted(names) if name in place]
    rows, columns = np.array(pairs).T
    scores = np.array([score for _, score in found])
    bias = float(scores.mean())
    weights = _solve(rows, columns, scores - bias, len(place), damping)
    kept = {name: float(weights[at]) for name, at in place.items() if abs(weights[at]) >= least}
    return {"bias": bias, **kept}


def _solve(rows: Vector, columns: Vector, wanted: Vector, size: int, damping: float, steps: int = 200) -> Vector:
    """Least squares with a damping of the weights, by conjugate gradients on a matrix of ones at (row, column)."""
    weights = np.zeros(size)
    slope = np.bincount(columns, wanted[rows], size)
    way, length = slope.copy(), (slope * slope).sum()
    for _ in range(steps):
        if length < 1e-9:
            break
        turned = np.bincount(columns, np.bincount(rows, way[columns], len(wanted))[rows], size) + damping * way
        step = length / (way * turned).sum()
        weights += step * way
        slope = slope - step * turned
        way, length = slope + (slope * slope).sum() / length * way, (slope * slope).sum()
    return weights


def main() -> None:
    """Fit and write."""
    web = fit(list(examples(read_gold(FOLDER / "uds_ih2.train.jsonl.gz"), find_features)), **WEB)
    news = fit(list(examples(read_gold(FOLDER / "meantime_fact.train.jsonl.gz"), find_evidence)), **NEWS)
    names = ["bias", *sorted({*web, *news} - {"bias"})]
    rows = [(name, *(f"{scale[name]:.2f}" if name in scale else "" for scale in (web, news))) for name in names]
    write_weights(TARGET, COMMENT, ("feature", "web", "news"), rows)


if __name__ == "__main__":
    main()
