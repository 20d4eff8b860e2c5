import os
import signal
from multiprocessing import get_context

import pytest

from expectations.errors import ConflictError, UsageError
from tasks.storage.dataset import Dataset, open_dataset
from tasks.storage.work import hold_work, list_runs_at_work, remove_work


def test_a_run_that_is_over_leaves_nothing(dataset: Dataset) -> None:
    for run in ("first", "second"):
        dataset.store.put(f"work/{run}/rows/001/quotes.arrow", b"x")
    assert list_runs_at_work(dataset) == ["first", "second"]
    remove_work(dataset, "first")
    remove_work(dataset, "never")
    assert list_runs_at_work(dataset) == ["second"]
    assert dataset.root and not (dataset.root / "work" / "first").exists()


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", ".hidden", "a b", "é"])
def test_only_a_folder_of_work_is_removed(dataset: Dataset, name: str) -> None:
    dataset.store.put("work/run/plan.json", b"x")
    with pytest.raises(UsageError):
        remove_work(dataset, name)
    assert list_runs_at_work(dataset) == ["run"]


def hold_and_die(location: str) -> None:
    with hold_work(open_dataset(location), "run"):
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_run_is_done_by_one_process_at_a_time(dataset: Dataset) -> None:
    dataset.store.put("work/run/plan.json", b"x")
    with hold_work(dataset, "run"), pytest.raises(ConflictError, match="same run"), hold_work(dataset, "run"):
        pass
    with hold_work(dataset, "run"):
        remove_work(dataset, "run")
    with pytest.raises(ConflictError, match="same run"), hold_work(dataset, "run"):
        pass


def test_a_killed_process_holds_nothing(dataset: Dataset) -> None:
    dataset.store.put("work/run/plan.json", b"x")
    process = get_context("spawn").Process(target=hold_and_die, args=(dataset.location,))
    process.start()
    process.join()
    assert process.exitcode == -9
    with hold_work(dataset, "run"):
        assert list_runs_at_work(dataset) == ["run"]
