"""Progress on standard error: a bar on a terminal, a line every 30 seconds elsewhere."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

_SECONDS = 30.0


class Counted(Protocol):
    """Something that stands for a number of documents."""

    @property
    def documents(self) -> int:
        """How many."""


T = TypeVar("T", bound=Counted)


def show_progress(done: Iterable[T], total: int) -> Iterator[T]:
    """Pass on what is done and show how many of `total` documents that is."""
    return _show_bar(done, total) if sys.stderr.isatty() else _show_lines(done, total)


def _show_bar(done: Iterable[T], total: int) -> Iterator[T]:
    columns = (
        TextColumn("annotate"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("annotate", total=total)
        for each in done:
            progress.advance(task, each.documents)
            yield each


def _show_lines(done: Iterable[T], total: int) -> Iterator[T]:
    started = said = time.monotonic()
    documents = 0
    for each in done:
        documents += each.documents
        now = time.monotonic()
        if now - said >= _SECONDS:
            rate = documents / (now - started)
            rest = (total - documents) / rate
            print(f"annotate: {documents} of {total} documents, {rate:.1f}/s, {rest:.0f} s left", file=sys.stderr)
            said = now
        yield each
