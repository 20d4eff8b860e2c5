"""The report of a run: one page that needs nothing but itself."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from jinja2 import Environment, StrictUndefined

from expectations.rows import Row
from expectations.suites import Expectation, suite
from expectations.tables import TABLES
from tasks.quality.examples import find_examples, find_rows, spread
from tasks.quality.outcome import Outcome
from tasks.quality.quarantine import BYSTANDER
from tasks.quality.validate import Failure

EXAMPLES = 5
SAMPLES = 15
SHOWN = 200  # documents that were set aside


def to_html(
    outcome: Outcome,
    tables: Mapping[str, pa.Table],
    checks: Sequence[Row],
    failures: Sequence[Failure],
    totals: Mapping[str, int],
) -> str:
    """Render the report.

    Args:
        outcome: what the run came to.
        tables: the rows that were accepted, and quarantine.
        checks: rows of table checks.
        failures: the rows that broke an expectation.
        totals: rows of each table of the version; empty when nothing was published.
    """
    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined).from_string(
        resources.files("tasks.quality").joinpath("report.html.jinja").read_text("utf-8"), {"shown": SHOWN}
    )
    expectations = _expectations()
    return page.render(
        outcome=outcome,
        counts=list(_to_counts(outcome, totals)),
        steps=list(_to_steps(outcome.seconds)),
        checks=[check | {"meaning": expectations[check["table"], check["expectation"]].meaning} for check in checks],
        examples=find_examples(failures, expectations, tables, EXAMPLES),
        quarantined=_to_quarantined(tables["quarantine"]),
        quotes=list(_to_quotes(tables)),
        events=list(_to_events(tables)),
    )


def _expectations() -> dict[tuple[str, str], Expectation]:
    tables = TABLES.values()
    return {
        (each.table, each.name): each for table in tables for each in suite(table, "document") + suite(table, "dataset")
    }


def _to_counts(outcome: Outcome, totals: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for name in TABLES:
        if name in outcome.extracted or name in totals:
            extracted, accepted = outcome.extracted.get(name), outcome.accepted.get(name)
            aside = None if extracted is None or accepted is None else extracted - accepted
            counts = {"extracted": extracted, "aside": aside, "accepted": accepted, "total": totals.get(name)}
            yield {"table": name, "row": TABLES[name].row, **counts}


def _to_steps(seconds: Mapping[str, float]) -> Iterator[tuple[str, float, float]]:
    """Name, seconds, and width in percent of the longest."""
    longest = max(seconds.values(), default=0) or 1
    return ((name, spent, 100 * spent / longest) for name, spent in seconds.items())


def _to_quarantined(quarantine: pa.Table) -> list[dict[str, Any]]:
    """One entry per document: its source, its rules with their number, and the first reasons."""
    documents: dict[str, list[Row]] = defaultdict(list)
    for row in quarantine.select(["doc_id", "source_uri", "rule", "reason", "table"]).to_pylist():
        documents[row["doc_id"]].append(row)
    return [
        {
            "doc_id": doc_id,
            "source_uri": rows[0]["source_uri"],
            "n_rows": len(rows),
            "rules": Counter(row["rule"] for row in rows if row["rule"] != BYSTANDER),
            "reasons": [row["reason"] for row in rows if row["rule"] != BYSTANDER][:EXAMPLES],
        }
        for doc_id, rows in sorted(documents.items())
    ]


def _to_quotes(tables: Mapping[str, pa.Table]) -> Iterator[dict[str, Any]]:
    rows = list(spread(_sorted(tables["quotes"], "start"), SAMPLES))
    documents = find_rows(tables, {("documents", row["doc_id"]) for row in rows})
    for row in rows:
        yield row | {"pieces": list(_to_pieces(row, documents["documents", row["doc_id"]]["text"]))}


def _to_pieces(quote: Row, text: str) -> Iterator[tuple[str, str]]:
    """Text of source, cue and content in the order of the document, each with what it is; "" for what lies between."""
    parts = [(each["start"], each["end"], "content") for each in quote["spans"]]
    parts += [
        (quote[f"{it}_start"], quote[f"{it}_end"], it) for it in ("source", "cue") if quote[f"{it}_start"] is not None
    ]
    at = min(start for start, _, _ in parts)
    for start, end, what in sorted(parts):
        if end > at:
            yield text[at:start], ""
            yield text[max(at, start) : end], what
            at = end


def _to_events(tables: Mapping[str, pa.Table]) -> Iterator[dict[str, Any]]:
    rows = list(spread(_sorted(tables["event_mentions"], "trigger_start"), SAMPLES))
    wanted = {("documents", row["doc_id"]) for row in rows} | {("sentences", row["sentence_id"]) for row in rows}
    found = find_rows(tables, wanted)
    for row in rows:
        text, sentence = found["documents", row["doc_id"]]["text"], found["sentences", row["sentence_id"]]
        start, end = row["trigger_start"], row["trigger_end"]
        yield row | {"before": text[sentence["start"] : start], "after": text[end : sentence["end"]]}


def _sorted(rows: pa.Table, start: str) -> list[Row]:
    order = pc.sort_indices(rows, sort_keys=[("doc_id", "ascending"), (start, "ascending")])
    ordered: list[Row] = rows.take(order).to_pylist()
    return ordered
