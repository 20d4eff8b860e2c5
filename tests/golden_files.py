"""Files in tests/golden/ hold what readers rely on; UPDATE_GOLDEN=1 writes them anew, for the diff to be reviewed."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def check_golden(name: str, content: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(content, "utf-8")
    assert content == path.read_text("utf-8")
