"""What a run came to, and how it is told on a terminal."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


@dataclass
class Steps:
    """Seconds that each step of a run took, in order."""

    started_at: datetime
    seconds: dict[str, float] = field(default_factory=dict)

    def time(self, name: str, step: Callable[Given, Made], *args: Given.args, **kwargs: Given.kwargs) -> Made:
        """Run a step and count its seconds."""
        before = time.perf_counter()
        made = step(*args, **kwargs)
        self.seconds[name] = time.perf_counter() - before
        return made


class Outcome(NamedTuple):
    """What a run read, extracted, set aside and published.

    `version` is None when nothing was published; `extracted`, `accepted` and `quarantined` are rows by table.
    """

    run_id: str
    version: int | None
    place: str
    new: int
    changed: int
    unchanged: int
    removed: int
    words: int
    extracted: Mapping[str, int]
    accepted: Mapping[str, int]
    reasons: Mapping[str, int]
    warnings: Mapping[str, int]
    seconds: Mapping[str, float]
    dry_run: bool = False


def to_lines(outcome: Outcome, *, verbose: bool = False) -> Iterator[str]:
    """Tell a run in a few lines."""
    read = outcome.new + outcome.changed + outcome.unchanged
    yield (
        f"read         {read} documents: {outcome.new} new, {outcome.changed} changed, "
        f"{outcome.unchanged} unchanged, {outcome.removed} removed"
    )
    if outcome.extracted:
        rows = (f"{count} {name.replace('_', ' ')}" for name, count in outcome.extracted.items() if name != "documents")
        yield f"extracted    {outcome.words} words: {', '.join(rows)}"
    quarantined = [f"{count} {rule}" for rule, count in outcome.reasons.items()]
    yield f"quarantined  {', '.join(quarantined) or ('nothing new' if outcome.unchanged else 'nothing')}"
    if outcome.warnings:
        yield f"warnings     {', '.join(f'{count} rows {rule}' for rule, count in outcome.warnings.items())}"
    yield f"published    {_to_publication(outcome)}"
    if verbose:
        yield from (f"{name:12} {seconds:6.2f} s" for name, seconds in outcome.seconds.items())


def _to_publication(outcome: Outcome) -> str:
    if outcome.dry_run:
        return "nothing: a dry run"
    if not (outcome.new or outcome.changed or outcome.unchanged or outcome.removed):
        return "nothing: the input holds no document"
    if outcome.version is None:
        return "nothing: the dataset is already what the input says"
    return f"version {outcome.version} in {outcome.place}"
