from pathlib import Path

import pytest

from tasks.storage.dataset import Dataset, open_dataset


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return open_dataset(tmp_path / "data")
