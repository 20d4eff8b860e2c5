"""Tables entities and events from the rows of all documents."""

import random
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from expectations.arrow import to_arrow, to_schema
from expectations.columns import read_vocabulary
from expectations.tables import TABLES
from tasks.coreference.records import Chain
from tasks.entities.identity import resolve_entities
from tasks.entities.records import Mention
from tasks.stories.derive import derive
from tasks.stories.duplicates import to_signature

Rows = dict[str, list[dict[str, Any]]]
DAYS = {"a": date(2024, 3, 1), "b": date(2024, 3, 2), "c": None}


class Tables:
    """Rows of a dataset, read as a version is."""

    def __init__(self, rows: Rows, seed: int | None = None) -> None:
        self.tables = {}
        for name in TABLES:
            mine = [dict.fromkeys(to_schema(TABLES[name]).names) | row for row in rows.get(name, [])]
            if seed is not None:
                random.Random(seed).shuffle(mine)
            self.tables[name] = to_arrow(TABLES[name], mine)

    def read(
        self, table: str, columns: Sequence[str] | None = None, doc_ids: Collection[str] | None = None
    ) -> pa.Table:
        rows = self.tables[table]
        if doc_ids is not None:
            rows = rows.filter(pc.is_in(rows["doc_id"], value_set=pa.array(list(doc_ids), pa.string())))
        return rows if columns is None else rows.select(list(columns))


def document(doc_id: str, text: str = "", outlet: str | None = None, **more: Any) -> dict[str, Any]:
    day = DAYS.get(doc_id)
    published = datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC) if day else None
    signature = to_signature(text or doc_id)
    assert signature
    known = {"doc_id": doc_id, "text": text or doc_id, "text_signature": signature.hex()}
    return {**known, "outlet": outlet, "published_at": published, **more}


def mention(doc_id: str, entity: str, text: str, form: str = "name", chain: str = "") -> dict[str, Any]:
    return {
        "doc_id": doc_id, "entity_id": entity, "text": text, "form": form, "chain_id": chain or f"{doc_id}-{entity}",
        "entity_type": "PERSON",
    }  # fmt: skip


def told(
    event: str, doc_id: str = "a", factuality: str = "asserted", kind: str = "narrator", **more: Any
) -> dict[str, Any]:
    return {
        "event_id": event, "doc_id": doc_id, "factuality": factuality, "asserter_kind": kind, "act_type": "CONSULT",
        **more,
    }  # fmt: skip


def entities_of(*mentions: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    rows = {"documents": [document(doc_id) for doc_id in DAYS], "mentions": list(mentions), **more}
    found: list[dict[str, Any]] = derive(Tables(rows).read)["entities"].to_pylist()
    return found


def events_of(*mentions: dict[str, Any], outlets: str = "xyz") -> list[dict[str, Any]]:
    documents = [document(doc_id, outlet=outlet) for doc_id, outlet in zip(DAYS, outlets, strict=True)]
    found = derive(Tables({"documents": documents, "event_mentions": list(mentions)}).read)["events"]
    rows: list[dict[str, Any]] = found.to_pylist()
    return rows


def test_an_entity_sums_up_its_mentions() -> None:
    (row,) = entities_of(
        mention("a", "ent-1", "Anna\u00a0Holm"),
        mention("a", "ent-1", "Holm"),
        mention("a", "ent-1", "she", "pronoun"),
        mention("b", "ent-1", "Anna Holm"),
        mention("c", "ent-1", "Holm"),
        roles=[{"doc_id": "a", "entity_id": "ent-1", "country": "SWE", "person_name": "Anna Holm"}],
    )
    assert row == {
        "entity_id": "ent-1", "entity_type": "PERSON", "name": "Anna Holm", "aliases": ["Holm"], "kb_id": None,
        "wikipedia_title": None, "country": "SWE", "n_documents": 3, "n_mentions": 5,
        "latitude": None, "longitude": None, "geonames_id": None,
        "first_published": date(2024, 3, 1), "last_published": date(2024, 3, 2), "merged_into": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "name", "aliases"),
    [
        (["Holm", "Anna Holm", "Holm"], "Anna Holm", ["Holm"]),
        (["ANNA HOLM", "Anna Holm"], "Anna Holm", ["ANNA HOLM"]),
        (["O’Brien", "Pat O'Brien", "Pat O’Brien"], "Pat O'Brien", ["O'Brien"]),
        (["Holm", "Lund", "Lund"], "Lund", ["Holm"]),
    ],
)
def test_the_fullest_name_is_canonical(texts: list[str], name: str, aliases: list[str]) -> None:
    (row,) = entities_of(*(mention("a", "ent-1", text) for text in texts))
    assert (row["name"], row["aliases"]) == (name, aliases)


def test_most_chains_decide_which_full_name() -> None:
    mentions = [mention("a", "ent-1", "Anna Maria Holm"), mention("b", "ent-1", "Anna Holm")]
    (row,) = entities_of(*mentions, mention("c", "ent-1", "Anna Holm"))
    assert row["name"] == "Anna Holm"


def test_a_thing_never_named_keeps_its_description() -> None:
    (row,) = entities_of(mention("a", "ent-1", "it", "pronoun"), mention("a", "ent-1", "the firm", "nominal"))
    assert (row["name"], row["aliases"]) == ("the firm", [])


def test_the_gazetteer_names_what_it_knows() -> None:
    where = Mention(0, 6, 0, 1, 0, "Norway", "name", "GPE", "test", 1.0)
    (norway,) = resolve_entities("a", [Chain((0,), "GPE", "Norway", "neuter", "NOR")], [where])
    assert norway
    (row,) = entities_of(mention("a", norway.entity_id, "the Kingdom of Norway"))
    facts = ("entity_type", "name", "kb_id", "wikipedia_title", "country")
    assert {fact: row[fact] for fact in facts} == {fact: getattr(norway, fact) for fact in facts}
    assert row["kb_id"] == "iso:NO" and row["country"] == "NOR"
    assert (row["latitude"], row["longitude"], row["geonames_id"]) == (59.9127, 10.7461, 3144096)


def test_what_is_referred_to_and_not_mentioned_is_there_if_known() -> None:
    where = Mention(0, 6, 0, 1, 0, "Norway", "name", "GPE", "test", 1.0)
    (norway,) = resolve_entities("a", [Chain((0,), "GPE", "Norway", "neuter", "NOR")], [where])
    assert norway
    (row,) = entities_of(quotes=[{"doc_id": "a", "spans": [], "via_id": norway.entity_id}])
    assert (row["entity_id"], row["name"], row["n_mentions"]) == (norway.entity_id, "Norway", 0)


def test_an_event_sums_up_its_mentions() -> None:
    (row,) = events_of(
        told("eve-1", "a", actor_id="n", recipient_id="s", date_from=date(2024, 2, 1), date_to=date(2024, 2, 29)),
        told("eve-1", "a", actor_id="n", country="NOR"),
        told("eve-1", "b", "confirmed", "speaker", asserter_id="n", recipient_id="s"),
        told("eve-1", "c", date_from=date(2024, 2, 8), date_to=date(2024, 2, 8)),
    )
    assert row == {
        "event_id": "eve-1", "act_type": "CONSULT", "actor_id": "n", "recipient_id": "s",
        "date_from": date(2024, 2, 8), "date_to": date(2024, 2, 8), "country": "NOR", "n_mentions": 4,
        "n_documents": 3, "n_outlets": 3, "n_asserters": 3, "factuality": "asserted", "contested": False,
        "first_published": date(2024, 3, 1), "last_published": date(2024, 3, 2),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tellings", "outlets", "n_asserters"),
    [
        ([("a", "narrator", None), ("b", "narrator", None)], "xyz", 2),
        ([("a", "narrator", None), ("b", "narrator", None)], "xxz", 1),
        ([("a", "speaker", "ent-1"), ("b", "speaker", "ent-1")], "xyz", 1),
        ([("a", "speaker", "ent-1"), ("a", "speaker", "ent-2")], "xyz", 2),
        ([("a", "anonymous", None), ("b", "anonymous", None)], "xyz", 2),
    ],
)
def test_asserters_are_counted_once(tellings: list[tuple[str, str, str]], outlets: str, n_asserters: int) -> None:
    mentions = [told("eve-1", doc_id, kind=kind, asserter_id=who) for doc_id, kind, who in tellings]
    (row,) = events_of(*mentions, outlets=outlets)
    assert row["n_asserters"] == n_asserters


def test_joint_asserters_are_several() -> None:
    both = told("eve-1", "a", kind="outlet", asserter_id="ent-1", asserter_name="The Ostra Post; Radio Ghal")
    again = told("eve-1", "b", kind="outlet", asserter_id="ent-1", asserter_name="The Ostra Post")
    (row,) = events_of(both, again)
    assert (row["n_asserters"], row["contested"]) == (2, False)


@pytest.mark.parametrize(
    ("labels", "consensus"),
    [
        (["denied", "alleged", "alleged"], "alleged"),
        (["asserted", "denied"], "asserted"),
        (["asserted", "confirmed"], "confirmed"),
        (["planned", "requested"], "planned"),
    ],
)
def test_the_label_of_most_mentions_is_the_consensus(labels: list[str], consensus: str) -> None:
    (row,) = events_of(*(told("eve-1", factuality=label) for label in labels))
    assert row["factuality"] == consensus


@pytest.mark.parametrize(
    ("tellings", "contested"),
    [
        ([("asserted", "ent-1"), ("denied", "ent-2")], True),
        ([("confirmed", "ent-1"), ("negated", "ent-2")], True),
        ([("alleged", "ent-1"), ("denied", "ent-2")], True),
        ([("asserted", "ent-1"), ("denied", "ent-1")], False),
        ([("denied", "ent-1"), ("denied", "ent-2")], False),
        ([("asserted", "ent-1"), ("refused", "ent-2")], False),
        ([("planned", "ent-1"), ("denied", "ent-2")], False),
    ],
)
def test_contested_takes_one_who_says_so_and_another_who_denies(
    tellings: list[tuple[str, str]], contested: bool
) -> None:
    (row,) = events_of(*(told("eve-1", "a", label, "speaker", asserter_id=who) for label, who in tellings))
    assert row["contested"] is contested


@pytest.mark.parametrize("label", list(read_vocabulary("factuality")))
def test_every_label_can_be_the_consensus(label: str) -> None:
    assert [row["factuality"] for row in events_of(told("eve-1", factuality=label))] == [label]


def test_duplicates_come_back_whole_and_only_when_they_change() -> None:
    text = " ".join(f"word{number}" for number in range(50))
    documents = [document("a", text), document("b", text + " more", title="Again"), document("c", "other words")]
    (row,) = derive(Tables({"documents": documents}).read)["documents"].to_pylist()
    assert (row["doc_id"], row["duplicate_of"], row["title"], row["text"]) == ("b", "a", "Again", text + " more")
    known = [documents[0], documents[1] | {"duplicate_of": "a", "duplicate_similarity": row["duplicate_similarity"]}]
    assert derive(Tables({"documents": known}).read)["documents"].num_rows == 0
    (row,) = derive(Tables({"documents": known[1:]}).read)["documents"].to_pylist()
    assert (row["doc_id"], row["duplicate_of"], row["duplicate_similarity"]) == ("b", None, None)


def test_the_order_of_rows_does_not_show() -> None:
    names = ["Anna Holm", "Holm", "A. Holm", "Holm Anna"]
    rows: Rows = {
        "documents": [document(doc_id, outlet="x") for doc_id in DAYS],
        "mentions": [mention(doc_id, f"ent-{n}", names[n % 4]) for doc_id in DAYS for n in range(20)],
        "event_mentions": [
            told(f"eve-{n % 3}", doc_id, label, actor_id=f"ent-{n % 2}", country="NOR" if n % 2 else "SWE")
            for n, label in enumerate(read_vocabulary("factuality"))
            for doc_id in DAYS
        ],
    }
    first = derive(Tables(rows).read)
    assert first["entities"].num_rows == 20 and first["events"].num_rows == 3
    for seed in range(3):
        assert derive(Tables(rows, seed).read) == first


def test_an_empty_dataset_has_empty_tables() -> None:
    for name, rows in derive(Tables({}).read).items():
        assert rows.num_rows == 0 and rows.schema.names == to_schema(TABLES[name]).names
