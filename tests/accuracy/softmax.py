"""Log-linear models over named features, fitted by Adagrad: small enough to need no library."""

import csv
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

Features = Mapping[str, float]
Example = tuple[Sequence[Features], frozenset[int]]  # the choices, and those that are right


def fit(
    examples: list[Example], *, epochs: int = 4, rate: float = 0.15, decay: float = 2e-4, rare: int = 8
) -> dict[str, float]:
    """Fit weights so that the right choices have the highest sums; features seen fewer than `rare` times stay out.

    The weights are the mean over the epochs, which fits the noise of the last ones less.
    """
    seen = Counter(name for choices, _ in examples for features in choices for name in features)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    total: dict[str, float] = defaultdict(float)
    order = random.Random(1)
    for _ in range(epochs):
        order.shuffle(examples)
        for choices, right in examples:
            for features, error in zip(choices, _errors(choices, right, weights), strict=True):
                for name, value in features.items() if abs(error) > 1e-4 else ():
                    if seen[name] >= rare:
                        slope = error * value + decay * weights[name]
                        squares[name] += slope * slope
                        weights[name] -= rate * slope / math.sqrt(squares[name])
        for name, weight in weights.items():
            total[name] += weight / epochs
    return dict(total)


def score(features: Features, weights: Mapping[str, float]) -> float:
    """Weighted sum of the features."""
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def _errors(choices: Sequence[Features], right: frozenset[int], weights: Mapping[str, float]) -> list[float]:
    """Slope of the loss by the score of each choice."""
    scores = [score(features, weights) for features in choices]
    top = max(scores)
    shares = [math.exp(each - top) for each in scores]
    whole, good = sum(shares), sum(shares[at] for at in right)
    return [share / whole - (share / good if at in right and good else 0.0) for at, share in enumerate(shares)]


def write_weights(path: Path, comment: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table of weights with the line that says where it comes from."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# {comment}\n")
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(rows)
