from datetime import date
from typing import Any

import pytest

from expectations.rows import row_id
from tasks.stories.derive import derive
from tasks.stories.judgements import Judgements
from tests.tasks.stories.test_derive import Tables, document, mention, told

DAY = date(2024, 3, 1)


def judged(kind: str, entity: str, becomes: str, doc_id: str | None = None) -> dict[str, Any]:
    return {
        "judgement_id": f"{kind}-{entity}-{becomes}-{doc_id}",
        "kind": kind,
        "entity_id": entity,
        "entity_type": "PERSON",
        "name": f"Name of {entity}",
        "doc_id": doc_id,
        "becomes_id": becomes,
        "reason": None,
    }


@pytest.mark.parametrize(
    ("entity", "doc_id", "expected"),
    [
        ("ent-1", "a", "ent-3"),
        ("ent-2", "a", "ent-3"),
        ("ent-3", "a", "ent-3"),
        ("ent-4", "a", "ent-5"),
        ("ent-4", "b", "ent-4"),
        ("ent-6", "a", "ent-6"),
        (None, "a", None),
    ],
)
def test_an_id_is_followed_to_what_it_became(entity: str | None, doc_id: str, expected: str | None) -> None:
    judgements = Judgements({"ent-1": "ent-2", "ent-2": "ent-3"}, {("ent-4", "a"): "ent-5"})
    assert judgements.settle(entity, doc_id) == expected


def derive_with(*judgements: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    rows = {
        "documents": [document("a"), document("b")],
        "mentions": [
            mention("a", "ent-1", "Jeff Holm"),
            mention("b", "ent-2", "Jefferson Holm"),
            mention("b", "ent-9", "Ada Brill"),
        ],
        "event_mentions": [
            told(
                row_id("eve", "", "ASSAULT", "ent-1", "ent-9", DAY),
                "a",
                "asserted",
                actor_id="ent-1",
                recipient_id="ent-9",
            ),
            told(
                row_id("eve", "", "ASSAULT", "ent-2", "ent-9", DAY),
                "b",
                "asserted",
                actor_id="ent-2",
                recipient_id="ent-9",
            ),
        ],
        "judgements": list(judgements),
    }
    for number, row in enumerate(rows["event_mentions"]):
        row |= {"event_mention_id": f"evm-{number}", "act_type": "ASSAULT", "date_from": DAY, "date_to": DAY}
    return {name: table.to_pylist() for name, table in derive(Tables(rows).read).items()}


def test_nothing_judged_changes_no_rows() -> None:
    assert derive_with().keys() == {"entities", "events", "documents"}


def test_a_merge_moves_mentions_and_events_and_leaves_a_tombstone() -> None:
    made = derive_with(judged("merge", "ent-1", "ent-2"))
    assert [row["entity_id"] for row in made["mentions"]] == ["ent-2"]
    entities = {row["entity_id"]: row for row in made["entities"]}
    assert entities["ent-2"]["n_documents"] == 2
    assert {entities["ent-2"]["name"], *entities["ent-2"]["aliases"]} == {"Jeff Holm", "Jefferson Holm"}
    assert (entities["ent-1"]["merged_into"], entities["ent-1"]["n_mentions"]) == ("ent-2", 0)
    assert entities["ent-1"]["name"] == "Name of ent-1"
    assert [(row["event_id"], row["n_documents"]) for row in made["events"]] == [
        (row_id("eve", "", "ASSAULT", "ent-2", "ent-9", DAY), 2)
    ]


def test_what_an_entity_was_merged_into_stays_when_no_document_names_it() -> None:
    made = derive_with(judged("merge", "ent-7", "ent-8"))
    entities = {row["entity_id"]: row for row in made["entities"]}
    assert entities["ent-7"]["merged_into"] == "ent-8"
    assert (entities["ent-8"]["name"], entities["ent-8"]["merged_into"]) == ("Name of ent-7", None)


def test_a_split_holds_in_its_document_only() -> None:
    made = derive_with(judged("merge", "ent-1", "ent-2"), judged("split", "ent-2", "ent-3", "b"))
    assert {row["doc_id"]: row["entity_id"] for row in made["mentions"] if row["text"] != "Ada Brill"} == {
        "a": "ent-2",
        "b": "ent-3",
    }
    assert {"ent-2", "ent-3", "ent-1", "ent-9"} == {row["entity_id"] for row in made["entities"]}
