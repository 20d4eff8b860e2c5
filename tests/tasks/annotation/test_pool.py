"""Workers and the process that started them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

STARTS_A_WORKER = """
import os, time
from tasks.annotation.pool import start_pool

if __name__ == "__main__":
    print(start_pool(1).submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return ") Z" not in Path(f"/proc/{pid}/stat").read_text("utf-8")  # one that waits to be buried is dead


def test_a_worker_outlives_ctrl_c_and_not_its_parent() -> None:
    with subprocess.Popen([sys.executable, "-c", STARTS_A_WORKER], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        worker = int(parent.stdout.readline())
        os.kill(worker, signal.SIGINT)
        time.sleep(0.2)
        assert is_running(worker)
        parent.kill()
    ends = time.monotonic() + 20
    while is_running(worker) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not is_running(worker)
