"""For every expectation, a change to the valid rows that breaks it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from expectations.columns import Column, Table
from expectations.rows import Row
from expectations.tables import TABLES
from tests.rows import TEXT, Rows, valid_rows


class Break(NamedTuple):
    """Change `row` of `table` and the row breaks `rule`; `also` are the other rules that it breaks thereby."""

    table: str
    rule: str
    row: int
    change: Row
    also: frozenset[str] = frozenset()


def breaks() -> list[Break]:
    """One for every expectation that columns imply, and those by hand."""
    judged = [TABLES[name] for name in valid_rows()]
    return [
        *(each for table in judged for column in table.columns for each in _of_column(table, column)),
        *(Break(table, *each) for table in BY_HAND for each in BY_HAND[table]),
    ]


def break_rows(broken: Break, copy: int) -> Rows:
    """Valid rows under ids of their own, one of them changed."""
    rows = valid_rows()
    rows[broken.table][broken.row] = rows[broken.table][broken.row] | broken.change
    return {name: [_rename(TABLES[name], row, copy) for row in rows[name]] for name in rows}


def _rename(table: Table, row: Row, copy: int) -> Row:
    renamed = dict(row)
    for column in table.columns:
        is_id = column.is_key or column.references or column.name in ("chain_id", "anchor")
        if is_id and row[column.name] not in (None, "published", "dateline"):
            renamed[column.name] = f"{row[column.name]}~{copy}"
    return renamed


def _of_column(table: Table, column: Column) -> Iterator[Break]:
    name = column.name
    rows = valid_rows()[table.name]
    row = next((i for i, each in enumerate(rows) if each[name] is not None), 0)
    if column.required:
        yield Break(table.name, f"{name}_is_given", row, {name: None})
    if column.is_key:
        yield Break(table.name, f"{name}_is_unique", 1, {name: rows[0][name]})
    if column.vocabulary and column.kind == "text":
        yield Break(table.name, f"{name}_is_in_vocabulary", row, {name: "nothing of the kind"})
    if column.vocabulary and column.kind == "texts":
        yield Break(table.name, f"{name}_are_in_vocabulary", row, {name: ["nothing of the kind"]})
    if column.low is not None:
        yield Break(table.name, f"{name}_is_in_range", row, {name: column.low - 1})
    if column.high is not None:
        yield Break(table.name, f"{name}_is_in_range", row, {name: column.high + 1})
    if column.pattern:
        yield Break(table.name, f"{name}_is_well_formed", row, {name: "?"})
    if column.references:
        yield Break(table.name, f"{name}_resolves", row, {name: "nobody"})
    if column.slices:
        yield from _of_slice(table, column, *column.slices, row)


def _of_slice(table: Table, column: Column, start: str, end: str, row: int) -> Iterator[Break]:
    yield Break(table.name, f"{column.name}_is_surface", row, {column.name: "something else"})
    yield Break(table.name, f"{column.name}_inside_document", row, {start: 10, end: 10_000, column.name: TEXT[10:]})
    yield Break(table.name, f"{column.name}_inside_document", row, {start: 10, end: 10, column.name: ""})
    if not column.required:
        yield Break(table.name, f"{column.name}_with_offsets", row, {column.name: None})


def _content(start: int, end: int, *spans: tuple[int, int]) -> Row:
    pieces = [{"start": first, "end": last} for first, last in spans or [(start, end)]]
    return {"start": start, "end": end, "text": TEXT[start:end], "spans": pieces}


def _part(prefix: str, surface: str) -> Row:
    start = TEXT.index(surface)
    return {f"{prefix}_start": start, f"{prefix}_end": start + len(surface), f"{prefix}_text": surface}


ROWS = valid_rows()
KEYS = {name: [row[TABLES[name].key] for row in ROWS[name]] for name in ROWS}
START, END = ROWS["quotes"][1]["start"], ROWS["quotes"][1]["end"]
DAY = date(2020, 1, 1)
BY_HAND: dict[str, list[tuple[str, int, Row]]] = {
    "documents": [
        ("published_at_with_source", 0, {"published_source": None}),
        ("published_at_is_plausible", 0, {"published_at": datetime(2999, 1, 1, tzinfo=UTC)}),
        ("duplicate_with_similarity", 2, {"duplicate_similarity": None}),
        ("not_its_own_duplicate", 2, {"duplicate_of": "three"}),
        ("sentences_only_where_annotated", 1, {"is_annotated": False}),
        ("annotated_has_sentences", 2, {"is_annotated": True}),
    ],
    "sentences": [
        ("sentences_in_order", 1, {"start": 0, "text": TEXT[: ROWS["sentences"][1]["end"]]}),
        ("ordinals_without_gap", 2, {"ordinal": 3}),
        ("paragraphs_in_order", 2, {"paragraph": 0}),
    ],
    "mentions": [
        ("chain_is_one_entity", 3, {"entity_id": KEYS["entities"][1]}),
    ],
    "times": [
        ("dates_in_order", 0, {"date_to": DAY}),
        ("unplaced_has_no_date", 3, {"date_from": DAY, "date_to": DAY}),
        ("unplaced_has_no_date", 3, {"date_from": DAY}),
        ("year_comes_from_somewhere", 0, {"value": "1999-05-03"}),
        ("resolved_has_anchor", 1, {"anchor": None, "value": "XXXX-05-04"}),
        ("anchor_exists", 1, {"anchor": "time:none"}),
        ("anchor_exists", 1, {"anchor": f"time:{KEYS['times'][1]}"}),
        ("anchor_exists", 3, {"anchor": "published"}),
        ("value_fits_kind", 4, {"kind": "DATE"}),
        ("value_fits_kind", 0, {"kind": "DURATION"}),
    ],
    "quotes": [
        ("spans_sorted_and_disjoint", 1, {"spans": []}),
        ("spans_sorted_and_disjoint", 1, _content(START, END, (START, START + 5), (START + 3, END))),
        ("spans_sorted_and_disjoint", 1, _content(START, END, (START, START), (START, END))),
        ("spans_sorted_and_disjoint", 0, {"spans": [{"start": START}]}),
        ("spans_fill_the_content", 1, _content(START, END, (START + 1, END))),
        ("cue_outside_direct_content", 0, _part("cue", "agreed")),
        ("source_outside_direct_content", 0, _part("source", "We")),
        ("cue_outside_reported_content", 1, _part("cue", "pay")),
        ("cue_text_with_lemma", 0, {"cue_lemma": None}),
        ("speaker_has_name", 0, {"speaker_name": None}),
        ("not_its_own_parent", 1, {"parent_quote_id": KEYS["quotes"][1]}),
        ("inside_its_parent", 1, _content(0, 4)),
    ],
    "event_mentions": [
        ("dates_in_order", 0, {"date_to": DAY}),
        ("actor_is_not_recipient", 0, {"recipient_id": KEYS["entities"][0]}),
        ("actor_is_not_recipient", 0, {"actor_id": None, "recipient_id": None, "recipient_name": "Mira Solano"}),
        ("trigger_in_its_sentence", 0, {"sentence_id": KEYS["sentences"][1]}),
        ("quad_code_fits_type", 0, {"quad_code": 2}),
        ("mode_fits_type", 0, {"mode": "arrest"}),
        ("amount_with_currency", 0, {"amount": 5.0}),
        ("narrator_has_no_name", 0, {"asserter_name": "Olaf Brandt"}),
    ],
    "participants": [("ordinals_without_gap", 0, {"ordinal": 1})],
    "entities": [
        ("n_mentions_is_right", 0, {"n_mentions": 9}),
        ("n_documents_is_right", 0, {"n_documents": 9}),
        ("published_in_order", 0, {"last_published": DAY}),
        ("coordinates_together", 0, {"latitude": 59.91}),
        ("not_merged_into_itself", 3, {"merged_into": KEYS["entities"][3]}),
        ("merged_has_no_mentions", 1, {"merged_into": KEYS["entities"][0]}),
    ],
    "events": [
        ("n_mentions_is_right", 0, {"n_mentions": 9}),
        ("n_documents_is_right", 0, {"n_documents": 9}),
        ("outlets_have_documents", 0, {"n_outlets": 5}),
        ("contested_by_two", 1, {"contested": True}),
        ("dates_in_order", 0, {"date_to": DAY}),
        ("published_in_order", 0, {"last_published": DAY}),
    ],
}
