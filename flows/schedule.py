"""Scheduled runs, through Prefect's `serve`."""

from datetime import timedelta
from pathlib import Path

from flows.dataset import build_dataset
from flows.settings import Settings


def serve_dataset(settings: Settings, *, cron: str | None, every: int | None) -> None:
    """Serve the flow on a schedule until stopped; a run that is still going makes the next one wait."""
    parameters = {
        **settings._asdict(),
        "inputs": [str(Path(each).absolute()) for each in settings.inputs],
        "data": str(Path(settings.data).absolute()),
    }
    interval = timedelta(seconds=every) if every else None
    build_dataset.serve(name="onrecord", cron=cron, interval=interval, parameters=parameters, limit=1)
