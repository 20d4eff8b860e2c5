"""A schedule, kept by a server of its own: what `onrecord serve` is for."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tasks.storage.dataset import open_dataset
from tasks.storage.manifests import list_versions
from tests.flows.articles import write_articles

PATIENCE = 300  # seconds; a run takes 20 where nothing else is done


@pytest.mark.model
@pytest.mark.slow
def test_a_served_dataset_is_built_every_time_it_is_due(tmp_path: Path) -> None:
    articles, dataset = write_articles(tmp_path / "in"), open_dataset(tmp_path / "data")
    command = [sys.executable, "-c", "from flows.cli import main; main()", "serve", str(articles), "--every", "5"]
    environment = {name: value for name, value in os.environ.items() if name != "PREFECT_API_URL"}
    with (tmp_path / "log").open("wb") as log:
        served = subprocess.Popen(
            [*command, "--data", str(tmp_path / "data"), "--workers", "1"],
            env={**environment, "PREFECT_HOME": str(tmp_path / "home"), "PREFECT_RUNNER_POLL_FREQUENCY": "1"},
            stdout=log,
            stderr=subprocess.STDOUT,
        )

    def wait_for(versions: list[int]) -> None:
        ends = time.monotonic() + PATIENCE
        while list_versions(dataset) != versions and served.poll() is None and time.monotonic() < ends:
            time.sleep(0.1)
        assert list_versions(dataset) == versions, (tmp_path / "log").read_text("utf-8")

    try:
        wait_for([1])
        (articles / "late.txt").write_text("The mayor of Vell resigned on Monday, her office said.\n", "utf-8")
        wait_for([1, 2])
    finally:
        served.send_signal(signal.SIGTERM)
        served.wait(120)
