"""Scheduled runs, through Prefect's `serve`."""

import multiprocessing
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from prefect.client.schemas.schedules import CronSchedule
from prefect.settings import PREFECT_API_URL, temporary_settings

from expectations.errors import UsageError
from flows.dataset import build_dataset
from flows.settings import Settings

_PORT = 4200
_PATIENCE = 180  # seconds


def serve_dataset(settings: Settings, *, cron: str | None, every: int | None) -> None:
    """Serve the flow on a schedule until stopped; while a run is still going, those that fall due are left out.

    Raises:
        UsageError: `cron` says no times, or Prefect's server does not start.
    """
    _require_times(cron)
    parameters = {
        **settings._asdict(),
        "inputs": [_absolute(each) for each in settings.inputs],
        "data": _absolute(settings.data),
    }
    interval = timedelta(seconds=every) if every else None
    with scheduling_server():
        build_dataset.serve(name="onrecord", cron=cron, interval=interval, parameters=parameters, limit=1)


def _require_times(cron: str | None) -> None:
    try:
        if cron is not None:
            CronSchedule(cron=cron)
    except ValueError as error:
        raise UsageError(f"{cron!r} says no times: write five fields such as '*/15 * * * *'") from error


def _absolute(place: str) -> str:
    return place if "://" in place else str(Path(place).absolute())


@contextmanager
def scheduling_server() -> Iterator[str]:
    """Start Prefect's server while inside, unless one is named; the one embedded in flows keeps no schedules.

    Raises:
        UsageError: it does not start.
    """
    if named := PREFECT_API_URL.value():
        yield str(named)
        return
    port = _find_port()
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    silence = subprocess.DEVNULL
    server = subprocess.Popen(command, stdout=silence, stderr=silence, start_new_session=True)
    url = f"http://127.0.0.1:{port}/api"
    try:
        _wait_for(f"{url}/health", server)
        os.environ["PREFECT_API_URL"] = url  # for the processes that the runs have
        with temporary_settings({PREFECT_API_URL: url}):
            yield url
    finally:
        for run in multiprocessing.active_children():
            run.join()  # a run tells the server how it ended
        server.terminate()
        server.wait()


def _find_port() -> int:
    """Prefect's own port, or any when that is taken."""
    for port in (_PORT, 0):
        with closing(socket.socket()) as place:
            try:
                place.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(place.getsockname()[1])
    raise UsageError("no port is free for Prefect's server: name a server in PREFECT_API_URL")


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < ends:
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, TimeoutError):
            time.sleep(0.2)
    raise UsageError("Prefect's server does not start: see `prefect server start`, or name one in PREFECT_API_URL")
