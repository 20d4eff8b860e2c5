"""The pipeline finds in the seeds what the golden files say, and nothing else.

When a change is for the better: `python -m tests.golden`, read the difference against the articles, commit it.
"""

from typing import Any

import pytest
from spacy.language import Language

from tests.golden.rows import COLUMNS, Golden, find_golden, list_golden, read_golden, read_seeds, without_judgement


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
    for row in read_golden(doc_id)["missing"]:
        assert not [each for each in found[doc_id][row["table"]] if _holds(row, each)]


def _holds(row: dict[str, Any], found: dict[str, Any]) -> bool:
    return all(found.get(name) == value for name, value in row.items() if name not in {"table", "note"})
