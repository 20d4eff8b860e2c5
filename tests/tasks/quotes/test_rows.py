"""Rows of table quotes keep what the table promises."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tasks.quotes.rows import to_quote_rows
from tests.annotated import annotate_text

pytestmark = pytest.mark.model

SNIPPETS = [
    "\u201cThe mine is safe,\u201d Pavel Dorn said. ",
    "Mara Voss said the dam had ",
    '"Nobody came, ',
    "she added. ",
    "according to Reuters, ",
    "\n\n",
    'the "quiet zone" ',
    "Police denied that, saying it was late. ",
    "DORN: No.\n\n",
    "\u2018Go,\u2019 he wrote on Facebook: \u201c",
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=7))
def test_rows_keep_the_table_s_promises(nlp: Language, parts: list[str]) -> None:
    text = "".join(parts)
    found = annotate_text(nlp, text).found
    rows = to_quote_rows("doc", text, found.quotes, found.times)
    assert len({row["quote_id"] for row in rows}) == len(rows)
    ids = {row["quote_id"] for row in rows}
    for row in rows:
        edges = [offset for span in row["spans"] for offset in (span["start"], span["end"])]
        assert edges == sorted(set(edges)) and edges[0] >= 0 and edges[-1] <= len(text)
        assert row["text"] == text[row["start"] : row["end"]]
        assert row["parent_quote_id"] is None or row["parent_quote_id"] in ids
        for name in ("cue", "source"):
            start, end = row[f"{name}_start"], row[f"{name}_end"]
            assert start is None or row[f"{name}_text"] == text[start:end]
            if start is not None and row["kind"] == "direct":
                assert not any(span["start"] < end and start < span["end"] for span in row["spans"])
