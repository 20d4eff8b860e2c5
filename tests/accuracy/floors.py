"""The ratchet: scores are held against tests/accuracy/floors.toml, whose numbers only rise."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.toml")
TOLERANCE = 0.5


def read_floors() -> dict[str, float]:
    """Floors by the dotted name of the score; those of PolNeAR only where that corpus was built."""
    floors = dict(_flatten(tomllib.loads(FLOORS.read_text("utf-8")), ""))
    has_polnear = bool(os.environ.get("ONRECORD_POLNEAR"))
    return {name: floor for name, floor in floors.items() if has_polnear or ".polnear." not in name}


def _flatten(content: Mapping[str, Any], lead: str) -> Iterator[tuple[str, float]]:
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{lead}{name}.")
        else:
            yield f"{lead}{name}", value


def find_falls(scores: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Name every score that is more than half a point below its floor, or missing."""
    return [
        f"{name}: {scores.get(name)} is below its floor {floor}"
        for name, floor in floors.items()
        if not scores.get(name, -1.0) >= floor - TOLERANCE
    ]
