import pytest

from expectations.errors import UsageError
from tasks.storage.dataset import Dataset
from tasks.storage.work import list_runs_at_work, remove_work


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
