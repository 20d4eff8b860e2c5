"""A process that publishes on and on is killed at random moments; what it had committed stays whole."""

import random
import time
from multiprocessing import get_context
from pathlib import Path

from tasks.storage.dataset import Dataset, open_dataset
from tasks.storage.manifests import list_versions
from tasks.storage.reading import read_snapshot
from tasks.storage.verifying import verify
from tests.tasks.storage.example import put_documents, texts_of


def publish_for_ever(location: str, seed: int) -> None:
    chance = random.Random(seed)
    while True:
        words = [chance.choice(["Rome", "Oslo", "Lima"]) for _ in range(3)]
        put_documents(open_dataset(location), {chance.choice("abcdef"): " ".join(words)}, f"run-{chance.random()}")


def is_sound(dataset: Dataset) -> bool:
    """Only the newest version may lack its directory, and `latest` that version."""
    excused = ("latest", *(f"{version:06d}" for version in list_versions(dataset)[-1:]))
    return all(Path(problem.path).name in excused for problem in verify(dataset))


def test_a_publisher_that_is_killed(dataset: Dataset) -> None:
    chance, context = random.Random(5), get_context("spawn")
    for kill in range(4):
        before = len(list_versions(dataset))
        process = context.Process(target=publish_for_ever, args=(dataset.location, kill))
        process.start()
        while process.is_alive() and len(list_versions(dataset)) == before:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.4))
        assert process.is_alive()
        process.kill()
        process.join()
        assert is_sound(dataset), f"kill {kill}"
    put_documents(dataset, {"last": "Rome"}, "last")
    assert texts_of(read_snapshot(dataset))["last"] == "Rome"
    assert verify(dataset) == []
