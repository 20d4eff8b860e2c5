"""Prints the speed of the extraction and of whole runs, and what kills do to a dataset: python -m tests.speed."""

import sys
from collections.abc import Callable

from tests.speed import extraction, kill, throughput

MEASURES: dict[str, Callable[[], dict[str, float]]] = {
    "extraction": extraction.measure,
    "throughput": throughput.measure,
    "kill": kill.measure,
}


def main(names: list[str]) -> None:
    for name in names or MEASURES:
        for score, value in MEASURES[name]().items():
            print(f"{score:58} {value:12.2f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
