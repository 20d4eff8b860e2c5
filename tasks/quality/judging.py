"""A human judgement on who an entity is, published as a version."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import uuid4

from expectations.arrow import to_arrow
from expectations.bookkeeping import JUDGEMENTS
from expectations.errors import QualityGateError, UsageError
from expectations.rows import Row, row_id
from tasks.quality.validate import validate_dataset
from tasks.storage.dataset import Dataset
from tasks.storage.manifests import Manifest, read_latest
from tasks.storage.publishing import publish
from tasks.storage.reading import read_snapshot
from tasks.storage.staging import Change, Staged, parts_on_disk
from tasks.stories.derive import derive


class Judged(NamedTuple):
    """The version that a judgement made, and the entity that mentions are mentions of from there on."""

    version: int
    entity_id: str


def merge_entities(dataset: Dataset, entity_id: str, into_id: str, reason: str | None) -> Judged:
    """Make one entity of two; the id of the first stays as a tombstone.

    Raises:
        UsageError: there is no such entity, or it was merged before.
        QualityGateError: the result breaks an expectation.
    """
    row, into = _read_entity(dataset, entity_id), _read_entity(dataset, into_id)
    if row["entity_id"] == into["entity_id"]:
        raise UsageError(f"{entity_id} is {into_id}: name two entities")
    return _publish(dataset, [_to_row("merge", row, None, into_id, reason)])


def split_entity(dataset: Dataset, entity_id: str, doc_ids: Sequence[str], reason: str | None) -> Judged:
    """Make another entity of what some documents call by the name of this one.

    Raises:
        UsageError: there is no such entity, it was merged before, or a document does not mention it.
        QualityGateError: the result breaks an expectation.
    """
    row = _read_entity(dataset, entity_id)
    mentions = read_snapshot(dataset).read("mentions", ["doc_id", "entity_id"], doc_ids).to_pylist()
    strangers = set(doc_ids) - {mention["doc_id"] for mention in mentions if mention["entity_id"] == entity_id}
    if strangers:
        raise UsageError(f"{', '.join(sorted(strangers))}: not mentioned there; `onrecord query` finds its doc_id")
    becomes_id = row_id("ent", "", "split", entity_id, *sorted(doc_ids))
    return _publish(dataset, [_to_row("split", row, doc_id, becomes_id, reason) for doc_id in doc_ids])


def _read_entity(dataset: Dataset, entity_id: str) -> Row:
    rows = read_snapshot(dataset).read("entities").to_pylist()
    row: Row | None = next((row for row in rows if row["entity_id"] == entity_id), None)
    if row is None:
        raise UsageError(f"there is no entity {entity_id}: `onrecord entities list NAME` finds ids")
    if row["merged_into"]:
        raise UsageError(f"{entity_id} was merged into {row['merged_into']}: name that")
    return row


def _to_row(kind: str, entity: Row, doc_id: str | None, becomes_id: str, reason: str | None) -> Row:
    return {
        "judgement_id": row_id("jud", doc_id or "", kind, entity["entity_id"], becomes_id),
        "kind": kind,
        "entity_id": entity["entity_id"],
        "entity_type": entity["entity_type"],
        "name": entity["name"],
        "doc_id": doc_id,
        "becomes_id": becomes_id,
        "reason": reason,
    }


def _publish(dataset: Dataset, rows: list[Row]) -> Judged:
    latest = read_latest(dataset)
    if latest is None:
        raise UsageError(f"{dataset.location} holds no version yet: `onrecord run INPUT` makes one")
    change = Change(frozenset(), {JUDGEMENTS.name: to_arrow(JUDGEMENTS, rows)})
    manifest: Manifest | None = publish(
        dataset,
        change,
        lambda merged: derive(merged.read),
        _check,
        lambda staged: {},
        run_id=f"judgement-{uuid4().hex[:16]}",
        fingerprint=latest.fingerprint,
    )
    return Judged((manifest or latest).version, rows[0]["becomes_id"])


def _check(staged: Staged) -> None:
    with parts_on_disk(staged) as paths:
        critical = validate_dataset(paths).critical
    if critical:
        raise QualityGateError(f"nothing is published: {critical[0].table}.{critical[0].rule}: {critical[0].reason}")
