"""One Prefect server for all tests of the flow."""

from collections.abc import Iterator

import pytest
from prefect.testing.utilities import prefect_test_harness

from flows.settings import set_environment


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    set_environment()
    with prefect_test_harness(server_startup_timeout=180):
        yield
