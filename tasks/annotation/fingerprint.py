"""The extractor's fingerprint: whatever may change a row changes it."""

import json
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from expectations.errors import UsageError

_PACKAGES = ("spacy", "thinc", "numpy", "trafilatura", "py3langid", "charset-normalizer")
_ROOT = Path(__file__).parents[2]
_FOLDERS = (
    "expectations",
    "tasks/annotation",
    "tasks/sources",
    "tasks/text",
    "tasks/language",
    "tasks/entities",
    "tasks/coreference",
    "tasks/roles",
    "tasks/times",
    "tasks/quotes",
    "tasks/events",
    "tasks/stories",
    "tasks/quality",
)


def to_package_versions(model: str) -> str:
    """Return the versions of the packages that decide the rows, the model among them, as JSON.

    Raises:
        UsageError: one of them is not installed.
    """
    try:
        return json.dumps({name: metadata.version(name) for name in (*_PACKAGES, model)}, sort_keys=True)
    except metadata.PackageNotFoundError as error:
        raise UsageError(f"{error.name} is not installed: install it beside onrecord, or name another model") from error


@cache
def to_fingerprint(model: str) -> str:
    """Return 16 hex digits over code, lexicons, vocabularies, ontology, model and package versions."""
    digest = sha256(to_package_versions(model).encode())
    for folder in _FOLDERS:
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(_ROOT)}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
