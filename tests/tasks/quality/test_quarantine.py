import json
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from expectations.arrow import to_arrow
from expectations.bookkeeping import QUARANTINE
from expectations.rows import Row
from expectations.tables import TABLES
from tasks.quality.quarantine import BYSTANDER, Split, split
from tasks.quality.validate import Failure
from tests.rows import Rows, to_tables, valid_rows

CONTENT: Rows = {name: rows for name, rows in valid_rows().items() if TABLES[name].owner == "document"}
PLACES = [(name, row) for name, rows in CONTENT.items() for row in rows]


def fail(table: str, row: Row, severity: str = "critical", rule: str = "some_rule") -> Failure:
    return Failure(table, row[TABLES[table].key], row["doc_id"], rule, severity, f"{rule} is broken")  # type: ignore[arg-type]


def split_content(failures: list[Failure], rows: Rows = CONTENT) -> Split:
    return split(to_tables(rows), failures, "run-1")


failures_of_any_rows = st.lists(
    st.builds(
        lambda place, severity, rule: fail(*place, severity, rule),
        st.sampled_from(PLACES),
        st.sampled_from(["critical", "warning"]),
        st.sampled_from(["one_rule", "another_rule"]),
    )
)


@given(failures_of_any_rows)
def test_accepted_and_quarantined_are_what_was_extracted(failures: list[Failure]) -> None:
    accepted, quarantine = split_content(failures)
    aside = [(row["table"], row["row_key"]) for row in quarantine]
    kept = [(name, row[TABLES[name].key]) for name in CONTENT for row in accepted[name].to_pylist()]
    assert Counter(aside + kept) == Counter((name, row[TABLES[name].key]) for name, row in PLACES)


@given(failures_of_any_rows)
def test_a_document_leaves_as_a_whole_or_not_at_all(failures: list[Failure]) -> None:
    accepted, quarantine = split_content(failures)
    kept = {row["doc_id"] for table in accepted.values() for row in table.to_pylist()}
    assert {row["doc_id"] for row in quarantine} == {each.doc_id for each in failures if each.severity == "critical"}
    assert not kept & {row["doc_id"] for row in quarantine}


@given(failures_of_any_rows)
def test_quarantine_rows_are_rows_of_the_table(failures: list[Failure]) -> None:
    rows = split_content(failures).quarantine
    assert to_arrow(QUARANTINE, rows).num_rows == len({row["quarantine_id"] for row in rows})


def test_the_row_that_failed_carries_rules_and_reasons_and_the_others_say_why_they_left() -> None:
    quote = CONTENT["quotes"][0]
    quarantine = split_content([fail("quotes", quote), fail("quotes", quote, rule="second_rule")]).quarantine
    rows = {(row["table"], row["row_key"]): row for row in quarantine}
    failed, document = rows["quotes", quote["quote_id"]], rows["documents", "one"]
    assert (failed["rule"], failed["reason"]) == ("some_rule", "some_rule is broken; second_rule is broken")
    assert document["rule"] == BYSTANDER
    assert "quotes.second_rule, quotes.some_rule" in document["reason"]
    assert json.loads(failed["payload"])["text"] == quote["text"]
    assert (failed["source_uri"], failed["content_sha256"], failed["run_id"]) == ("one.txt", "b" * 64, "run-1")


def test_warnings_set_nothing_aside() -> None:
    accepted, quarantine = split_content([fail(*place, severity="warning") for place in PLACES])
    assert quarantine == []
    assert accepted == to_tables(CONTENT)


def test_rows_without_key_or_document_leave_too() -> None:
    stray = CONTENT["quotes"][0] | {"quote_id": None, "doc_id": None}
    rows = CONTENT | {"quotes": [*CONTENT["quotes"], stray]}
    accepted, quarantine = split_content([fail("quotes", stray)], rows)
    assert accepted["quotes"].num_rows == len(CONTENT["quotes"])
    (row,) = quarantine
    assert (row["table"], row["doc_id"], row["rule"]) == ("quotes", "", "some_rule")
    assert to_arrow(QUARANTINE, [row])["row_key"].null_count == 0


def test_rows_of_a_document_that_is_not_there_leave() -> None:
    orphan = CONTENT["times"][0] | {"doc_id": "nowhere"}
    rows = CONTENT | {"times": [*CONTENT["times"], orphan]}
    accepted, quarantine = split_content([fail("times", orphan)], rows)
    assert accepted["times"].num_rows == len(CONTENT["times"])
    assert [row["doc_id"] for row in quarantine] == ["nowhere"]
