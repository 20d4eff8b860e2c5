from pathlib import Path

import pytest

from tests.speed.kill import kill_runs, standing_server

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_killed_runs_leave_every_version_intact_and_the_next_run_completes(tmp_path: Path) -> None:
    with standing_server():
        outcome = kill_runs(tmp_path, kills=3, articles=24, tell=print)
    assert outcome.kills == 3
    assert not outcome.problems, "\n".join(outcome.problems)
