"""Kills runs at random points, and looks at the dataset after each kill and after the run that follows them all."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pandas as pd
from prefect.settings import PREFECT_API_URL
from prefect.testing.utilities import prefect_test_harness

from expectations.tables import TABLES
from flows.settings import set_environment
from tasks.storage.dataset import Dataset, open_dataset
from tasks.storage.manifests import Part, list_versions, read_latest
from tasks.storage.verifying import verify

COMMAND = [sys.executable, "-c", "from flows.cli import main; main()", "run"]
PATIENCE = 900  # seconds for one run
PLACES = ["Vell", "Ostra", "Kimber", "Lowfield", "Marren", "Tolby", "Anshaw", "Pirrin"]
PEOPLE = ["Ines Kalda", "Oskar Brandt", "Mira Tolen", "Pavel Durand", "Hanna Reeve"]
ARTICLE = """{place} council approves ferry plan {number}

The council of {place} approved a ferry plan on Monday, officials said.

"The first boat will leave in {year}," {person} said. "Nobody has told me otherwise."

{person} met the transport minister in {place} last week. The ministry declined to comment.
"""


class Trigger(NamedTuple):
    """A run is killed a while after something new shows in a folder of the dataset."""

    folder: str
    most_seconds: float


# From the first byte that a run writes to its end, from its first part, and between the commit and its directory.
TRIGGERS = [Trigger("work", 12.0), Trigger("parts/quotes", 1.5), Trigger("manifests", 0.2)]


class Outcome(NamedTuple):
    """How many runs were killed, how many of them after their commit, and everything that was wrong, in words."""

    kills: int
    committed: int
    problems: list[str]


def write_article(folder: Path, number: int, seed: int) -> None:
    """Write an article; another seed gives it another text."""
    chance = random.Random(f"{number}-{seed}")
    place, person, year = chance.choice(PLACES), chance.choice(PEOPLE), chance.randint(2025, 2060)
    text = ARTICLE.format(place=place, person=person, number=number, year=year)
    (folder / f"article-{number:04}.txt").write_text(text, "utf-8")


@contextmanager
def running(inputs: Path, data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run as a process group of its own, of which nothing is left afterwards."""
    arguments = [*COMMAND, str(inputs), "--data", str(data), "--workers", "2", "--prune"]
    with log_of(data).open("wb") as log:
        process = subprocess.Popen(arguments, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def log_of(data: Path) -> Path:
    """What the last run over a dataset printed."""
    return data.with_suffix(".log")


def run_to_the_end(inputs: Path, data: Path) -> list[str]:
    """Run without a kill; returns what it printed when it failed."""
    with running(inputs, data) as process:
        code = process.wait(timeout=PATIENCE)
    return [f"a run that nobody killed failed: {log_of(data).read_text('utf-8')[-2000:]}"] if code else []


def kill_run(inputs: Path, data: Path, trigger: Trigger, wait: float) -> bool:
    """Start a run and kill it with all its workers; false when it was over before."""
    folder = data / trigger.folder
    before = names_in(folder)
    with running(inputs, data) as process:
        while process.poll() is None and names_in(folder) <= before:
            time.sleep(0.002)
        ends = time.monotonic() + wait
        while process.poll() is None and time.monotonic() < ends:
            time.sleep(0.002)
        return process.poll() is None


def names_in(folder: Path) -> frozenset[str]:
    """Names of what lies in a folder; uploads that are not finished do not count."""
    return frozenset(path.name for path in folder.glob("*") if "#" not in path.name)


def find_damage(data: Path) -> Iterator[str]:
    """What a killed run must not leave: only the newest version may lack its directory, and `latest` that version."""
    dataset = open_dataset(data)
    versions = list_versions(dataset)
    excused = {str(data / "versions" / "latest"), *(str(data / "versions" / f"{v:06d}") for v in versions[-1:])}
    for problem in verify(dataset):
        if problem.path not in excused:
            yield f"{problem.path}: {problem.reason}"
    if (data / "versions" / "latest").exists():
        number = int((data / "versions" / "latest").resolve().name)
        for name in TABLES:
            pd.read_parquet(data / "versions" / "latest" / name)
        if number not in versions[-2:]:
            yield f"latest is version {number}, published are {versions}"


def content_of(dataset: Dataset) -> dict[str, tuple[Part, ...]]:
    """Parts of the tables that do not speak of runs."""
    latest = read_latest(dataset)
    return {name: parts for name, parts in latest.parts.items() if TABLES[name].owner != "run"} if latest else {}


@contextmanager
def standing_server() -> Iterator[None]:
    """A Prefect server for all runs, which no kill hits."""
    set_environment()
    with prefect_test_harness(server_startup_timeout=180):
        url = PREFECT_API_URL.value()
        before = os.environ.get("PREFECT_API_URL")
        os.environ["PREFECT_API_URL"] = str(url)
        try:
            yield
        finally:
            os.environ.pop("PREFECT_API_URL")
            os.environ.update({"PREFECT_API_URL": before} if before else {})


def kill_runs(place: Path, kills: int, articles: int, tell: Callable[[str], None], seed: int = 1) -> Outcome:
    """Kill that many runs over articles that change all the time, then let one finish and compare.

    The dataset must hold what an undisturbed run over the last state of the articles publishes.
    """
    inputs, data, chance = place / "articles", place / "data", random.Random(seed)
    inputs.mkdir(parents=True)
    problems: list[str] = []
    killed = committed = 0
    while killed < kills:
        for number in range(articles) if not killed else chance.sample(range(articles), 3):
            write_article(inputs, number, killed)
        trigger = TRIGGERS[killed % len(TRIGGERS)]
        before = len(list_versions(open_dataset(data)))
        alive = kill_run(inputs, data, trigger, chance.uniform(0, trigger.most_seconds))
        found = list(find_damage(data))
        after = len(list_versions(open_dataset(data)))
        killed, committed = killed + alive, committed + (alive and after > before)
        problems += [f"kill {killed} ({trigger.folder}): {problem}" for problem in found]
        tell(f"{killed} of {kills} killed ({trigger.folder}), versions {after}, problems {len(problems)}")
    return Outcome(killed, committed, [*problems, *compare(place, inputs, data)])


def compare(place: Path, inputs: Path, data: Path) -> list[str]:
    """Let a run finish, and compare the dataset with one that saw no kill."""
    problems = [*run_to_the_end(inputs, data), *run_to_the_end(inputs, place / "undisturbed")]
    problems += [f"{each.path}: {each.reason}" for each in verify(open_dataset(data))]
    one, other = content_of(open_dataset(data)), content_of(open_dataset(place / "undisturbed"))
    return problems + [f"{name} differs from an undisturbed run" for name in TABLES if one.get(name) != other.get(name)]


def measure(kills: int = 50, articles: int = 240) -> dict[str, float]:
    """Kills of the whole pipeline, and what was wrong after them (0 is what is promised)."""

    def tell(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    with TemporaryDirectory() as folder, standing_server():
        outcome = kill_runs(Path(folder), kills, articles, tell)
    for problem in outcome.problems:
        tell(problem)
    return {
        "kill.runs_killed": outcome.kills,
        "kill.after_the_commit": outcome.committed,
        "kill.problems": len(outcome.problems),
    }
