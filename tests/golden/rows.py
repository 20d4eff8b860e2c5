"""Golden files: the telling columns of every row of a seed, in YAML that a person can read beside the article.

A row that is wrong carries `wrong`, which says what would be right; what a careful reader finds and the pipeline does
not stands under `missing`, with its `table`. Both are written by hand, and `python -m tests.golden` keeps them for as
long as they hold.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from spacy.language import Language

from tasks.annotation.document import Parsed, annotate, to_rows
from tasks.language.parse import parse_many
from tasks.sources.find import find_sources
from tasks.sources.read import read_source
from tasks.sources.records import Document
from tasks.text.language import find_language
from tasks.text.paragraphs import find_paragraphs

GOLDEN = Path(__file__).parent
SEEDS = GOLDEN.parents[1] / "seeds"
WORDS = 8

# What a golden file shows of a table; `text` columns are cut to their first words.
COLUMNS = {
    "zones": ("zone", "text"),
    "roles": ("person_name", "modifier", "role", "organisation_text", "country"),
    "times": ("text", "value", "date_from", "status"),
    "quotes": (
        "kind", "speaker_name", "cue_text", "stance", "polarity", "medium", "addressee_text", "via_text", "parent",
        "text",
    ),
    "events": (
        "trigger_text", "act_type", "event_type", "actor_name", "recipient_name", "date_from", "place_text",
        "factuality", "asserter_kind", "asserter_name", "dead", "injured", "arrested",
        "amount", "currency",
    ),
}  # fmt: skip

Golden = dict[str, list[dict[str, Any]]]


def read_seeds() -> list[Document]:
    """Read every English article of the seeds."""
    found = [each for source in find_sources([str(SEEDS)]) for each in read_source(source)]
    documents = [each for each in found if isinstance(each, Document)]
    return [each for each in documents if find_language(each.text, each.language) == "en"]


def find_golden(nlp: Language, documents: list[Document]) -> Iterator[tuple[str, Golden]]:
    """Annotate documents and show what was found in each."""
    blocks = [find_paragraphs(each.text, each.title, each.byline) for each in documents]
    texts = zip((each.text for each in documents), blocks, strict=True)
    for document, paragraphs, doc in zip(documents, blocks, parse_many(nlp, texts), strict=True):
        published = document.published_at.date() if document.published_at else None
        [found] = annotate([Parsed(document.doc_id, doc, paragraphs, published)])
        rows = to_rows(document.doc_id, document.text, doc, found)
        rows["zones"] = [{"zone": each.zone, "text": document.text[each.start : each.end]} for each in paragraphs]
        rows["events"] = rows["event_mentions"]
        parents = {row["quote_id"]: row["text"] for row in rows["quotes"]}
        rows["quotes"] = [row | {"parent": parents.get(row["parent_quote_id"])} for row in rows["quotes"]]
        yield document.doc_id, {name: [_show(name, row) for row in rows[name]] for name in COLUMNS}


def _show(table: str, row: dict[str, Any]) -> dict[str, Any]:
    shown = {name: row[name] for name in COLUMNS[table] if row[name] is not None}
    for name in {"text", "parent", "speaker_name", "actor_name", "recipient_name"} & shown.keys():
        words = str(shown[name]).split()
        shown[name] = " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")
    return {name: value if isinstance(value, str | int) else str(value) for name, value in shown.items()}


def list_golden() -> list[str]:
    """List the documents that have a golden file."""
    return sorted(path.stem for path in GOLDEN.glob("*.yaml"))


def path_of(doc_id: str) -> Path:
    """Return where the golden file of a document lies."""
    return GOLDEN / f"{doc_id}.yaml"


def read_golden(doc_id: str) -> dict[str, Any]:
    """Read a golden file; empty when there is none yet."""
    path = path_of(doc_id)
    return (yaml.safe_load(path.read_text("utf-8")) or {}) if path.exists() else {}


def write_golden(doc_id: str, found: Golden) -> None:
    """Write a golden file; what was said by hand of rows that are still the same is kept."""
    old = read_golden(doc_id)
    content: dict[str, Any] = {}
    for name, rows in found.items():
        judged = [row for row in old.get(name, []) if "wrong" in row]
        content[name] = [next((each for each in judged if without_judgement(each) == row), row) for row in rows]
    content["missing"] = [row for row in old.get("missing", []) if not is_found(row, found)]
    lines = [f"{name}:{_to_lines(rows)}" for name, rows in content.items()]
    path_of(doc_id).write_text("\n".join(lines) + "\n", "utf-8")


def is_found(missing: dict[str, Any], found: Golden) -> bool:
    """Tell whether a row that was missing is there now; `note` is for people."""
    wanted = {name: value for name, value in missing.items() if name not in {"table", "note"}}
    return any(wanted.items() <= row.items() for row in found[missing["table"]])


def without_judgement(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row as the pipeline finds it."""
    return {name: value for name, value in row.items() if name != "wrong"}


def _to_lines(rows: list[dict[str, Any]]) -> str:
    if not rows:
        return " []"
    options: dict[str, Any] = {"default_flow_style": True, "allow_unicode": True, "sort_keys": False, "width": 10_000}
    return "".join(f"\n- {yaml.safe_dump(row, **options).strip()}" for row in rows)
