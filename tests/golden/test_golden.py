"""The pipeline finds in the seeds what the golden files say, and nothing else.

When a change is for the better: `python -m tests.golden`, read the difference against the articles, commit it.
"""

from pathlib import Path

import pytest
from spacy.language import Language

from tests.golden import rows
from tests.golden.rows import (
    COLUMNS,
    Golden,
    find_golden,
    is_found,
    list_golden,
    read_golden,
    read_seeds,
    without_judgement,
)


@pytest.fixture(scope="module")
def found(nlp: Language) -> dict[str, Golden]:
    return dict(find_golden(nlp, read_seeds()))


@pytest.mark.model
@pytest.mark.parametrize("table", COLUMNS)
@pytest.mark.parametrize("doc_id", list_golden())
def test_rows_are_those_of_the_golden_file(doc_id: str, table: str, found: dict[str, Golden]) -> None:
    assert found[doc_id][table] == [without_judgement(row) for row in read_golden(doc_id)[table]]


@pytest.mark.model
@pytest.mark.parametrize("doc_id", list_golden())
def test_what_is_said_to_be_missing_is_not_found(doc_id: str, found: dict[str, Golden]) -> None:
    assert not [row for row in read_golden(doc_id)["missing"] if is_found(row, found[doc_id])]


def test_judgements_last_as_long_as_they_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "GOLDEN", tmp_path)
    judged = "times:\n- {text: noon, value: T12, wrong: no hour}\n- {text: dusk, value: X, wrong: no hour}\n"
    missing = "missing:\n- {table: times, text: dawn}\n- {table: times, text: night, note: of the raid}\n"
    (tmp_path / "a.yaml").write_text(judged + missing, "utf-8")
    rows.write_golden(
        "a", {"times": [{"text": "noon", "value": "T12"}, {"text": "dusk", "value": "Y"}, {"text": "dawn"}]}
    )
    assert read_golden("a") == {
        "times": [
            {"text": "noon", "value": "T12", "wrong": "no hour"},
            {"text": "dusk", "value": "Y"},
            {"text": "dawn"},
        ],
        "missing": [{"table": "times", "text": "night", "note": "of the raid"}],
    }
