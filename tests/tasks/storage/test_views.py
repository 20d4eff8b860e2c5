"""Events in the columns of POLECAT and GDELT, from the rows of two short articles."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import duckdb
import pytest
from spacy.language import Language

from expectations.arrow import to_arrow, to_schema
from expectations.tables import TABLES
from tasks.annotation.document import to_rows
from tasks.storage.views import create_views, list_views
from tasks.stories.derive import derive_entities, derive_events
from tests.annotated import annotate_text
from tests.tasks.stories.test_derive import Tables

pytestmark = pytest.mark.model

PUBLISHED = datetime(2024, 5, 8, 9, tzinfo=UTC)
TEXTS = {
    "a": "Poland imposed sanctions on Belarus in Warsaw on May 6, 2024. Poland did not attack Belarus.",
    "b": "Poland imposed sanctions on Belarus on May 6, 2024, and will meet the president of Chad.",
}


@pytest.fixture(scope="module")
def connection(nlp: Language) -> Iterator[duckdb.DuckDBPyConnection]:
    rows: dict[str, list[dict[str, Any]]] = {"documents": []}
    for doc_id, text in TEXTS.items():
        judged = annotate_text(nlp, text, PUBLISHED.date())
        for name, found in to_rows(doc_id, text, judged.doc, judged.found).items():
            rows.setdefault(name, []).extend(found)
        origin = {"url": f"https://news.example/{doc_id}", "outlet": f"The {doc_id} Post", "language": "en"}
        known = {"doc_id": doc_id, "text": text, "published_at": PUBLISHED, **origin}
        rows["documents"].append(dict.fromkeys(to_schema(TABLES["documents"]).names) | known)
    tables = Tables(rows)
    tables.tables |= {"entities": derive_entities(tables.read), "events": derive_events(tables.read)}
    with duckdb.connect() as made:
        for name in TABLES:
            made.register(name, tables.tables[name] if name in tables.tables else to_arrow(TABLES[name], []))
        create_views(made)
        yield made


def read(connection: duckdb.DuckDBPyConnection, view: str) -> list[dict[str, Any]]:
    return connection.table(view).to_arrow_table().to_pylist()


def test_polecat_has_its_40_columns_and_what_was_told_as_done_or_planned(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rows = read(connection, "events_polecat")
    assert {len(row) for row in rows} == {40}
    assert sorted(row["Event Type"] for row in rows) == ["AGREE", "SANCTION", "SANCTION"]
    first = next(row for row in rows if row["Event Type"] == "SANCTION" and row["Source"] == "The a Post")
    wanted = {
        "Actor Name": "Poland", "Actor Country": "POL", "Actor COW": "290", "Recipient COW": "370",
        "Quad Code": 4, "City": "Warsaw", "Feature Type": "PPL", "Wikipedia Recipient ID": "Belarus",
        "Story Locations": "Belarus;Poland;Warsaw", "Language": "en",
        "Latitude": 52.2298, "Longitude": 21.0118, "GeoNames ID": 756135,
    }  # fmt: skip
    assert {name: first[name] for name in wanted} == wanted
    assert str(first["Event Date"]) == "2024-05-06"


def test_gdelt_counts_mentions_sources_and_articles(connection: duckdb.DuckDBPyConnection) -> None:
    rows = {row["EventRootCode"]: row for row in read(connection, "events_gdelt")}
    assert list(rows) == ["16"]
    wanted = {
        "SQLDATE": 20240506, "Actor1Code": "POL", "Actor2CountryCode": "BLR", "QuadClass": 4, "NumMentions": 2,
        "NumSources": 2, "NumArticles": 2, "SOURCEURL": "https://news.example/a", "ActionGeo_FullName": "Warsaw",
        "ActionGeo_Type": 4, "ActionGeo_Lat": 52.2298, "ActionGeo_Long": 21.0118,
    }  # fmt: skip
    assert {name: rows["16"][name] for name in wanted} == wanted


def test_a_version_of_an_earlier_release_has_no_views() -> None:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE events (event_id VARCHAR)")
        create_views(connection)
        assert list_views(connection) == []
