"""One Prefect server for all tests of the flow, and one dataset that no test changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from prefect.testing.utilities import prefect_test_harness

from flows.settings import set_environment
from tests.flows.articles import write_articles


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    set_environment()
    with prefect_test_harness(server_startup_timeout=180):
        yield


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("articles"))


@pytest.fixture(scope="session")
def data(articles: Path, tmp_path_factory: pytest.TempPathFactory, prefect_server: None) -> Path:
    from flows.dataset import build_dataset

    place = tmp_path_factory.mktemp("data")
    assert build_dataset([str(articles)], str(place), workers=1).version == 1
    return place
