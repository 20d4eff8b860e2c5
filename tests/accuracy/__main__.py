"""Prints every score on the dev corpora beside its floor: python -m tests.accuracy [component ...]."""

import importlib
import sys

from tests.accuracy.floors import read_floors
from tests.accuracy.harness import CORPORA

COMPONENTS = ("quotes", "entities", "times", "events")


def main(components: list[str]) -> None:
    if not CORPORA.exists():
        sys.exit(f"no corpora in {CORPORA}; set ONRECORD_CORPORA to their folder")
    floors = read_floors()
    for component in components or COMPONENTS:
        scores = importlib.import_module(f"tests.accuracy.{component}").score()
        for name, value in scores.items():
            floor = f"floor {floors[name]:5.1f}" if name in floors else ""
            print(f"{name:58} {value:7.2f}  {floor}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
