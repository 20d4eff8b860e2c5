"""The ratchet: scores are held against tests/accuracy/floors.toml, whose numbers only rise."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
TOLERANCE = 0.5


def read_floors() -> dict[str, float]:
    """Read floors as `component.corpus.metric`: percent."""
    content = tomllib.loads(FLOORS.read_text("utf-8"))
    return {
        f"{component}.{corpus}.{metric}": floor
        for component, corpora in content.items()
        for corpus, metrics in corpora.items()
        for metric, floor in metrics.items()
    }


def find_falls(scores: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Name every score that is more than half a point below its floor, or missing."""
    return [
        f"{name}: {scores.get(name)} is below its floor {floor}"
        for name, floor in floors.items()
        if not scores.get(name, -1.0) >= floor - TOLERANCE
    ]
