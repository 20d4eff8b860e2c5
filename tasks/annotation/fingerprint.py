"""The extractor's fingerprint: whatever may change a row changes it."""

import json
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

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
    """Return the versions of the packages that decide the rows, the model among them, as JSON."""
    return json.dumps({name: metadata.version(name) for name in (*_PACKAGES, model)}, sort_keys=True)


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
