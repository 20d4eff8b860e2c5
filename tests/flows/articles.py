"""Small inputs for whole runs."""

import json
from pathlib import Path

HARBOUR = """Harbour chief rejects claims of delay

PORT VELL, March 3 - Harbour director Ines Kalda denied on Friday that the new pier was late.

"The pier will open in May," Kalda said. "Nobody has told me otherwise."

The transport ministry declined to comment.
"""
TREATY = """Arland and Norvia sign fishing treaty

The foreign ministers of Arland and Norvia signed a fishing treaty on Monday, officials said.

Foreign Minister Oskar Brandt said that talks with Norvia had lasted two years.
"""


def write_articles(folder: Path) -> Path:
    """Write two plain articles, one with a sidecar, and a JSONL file of two records."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "harbour.txt").write_text(HARBOUR, "utf-8")
    (folder / "harbour.meta.json").write_text(json.dumps({"published": "2017-03-04", "outlet": "The Ledger"}), "utf-8")
    (folder / "treaty.txt").write_text(TREATY, "utf-8")
    records = [
        {
            "id": "brief-1",
            "text": "Police arrested two men in Lisbon on Sunday, a spokesman said.",
            "published": "2020-05-04",
        },
        {"id": "brief-2", "text": "Le gouvernement a annoncé mardi une réforme des retraites.", "language": "fr"},
    ]
    (folder / "briefs.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return folder
