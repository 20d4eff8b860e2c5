"""Mentions to rows."""

from expectations.rows import Row, of_kind, row_id
from tasks.coreference.records import Cast
from tasks.entities.records import Mention


def mention_id(doc_id: str, mention: Mention) -> str:
    """Return the id of a mention: its place in the document."""
    return row_id("men", doc_id, mention.start, mention.end)


def to_mention_rows(doc_id: str, text: str, cast: Cast) -> list[Row]:
    """Make the rows of table mentions; a chain's id is that of its first mention."""
    rows = []
    ids = [mention_id(doc_id, mention) for mention in cast.mentions]
    chain_ids = [of_kind("cha", ids[chain.mentions[0]]) for chain in cast.chains]
    for mention, own, ordinal in zip(cast.mentions, ids, cast.chain_of, strict=True):
        chain, entity = cast.chains[ordinal], cast.entities[ordinal]
        rows.append(
            {
                "mention_id": own,
                "doc_id": doc_id,
                "start": mention.start,
                "end": mention.end,
                "text": text[mention.start : mention.end],
                "form": mention.form,
                "entity_type": chain.entity_type or mention.entity_type,
                "chain_id": chain_ids[ordinal],
                "entity_id": entity.entity_id if entity else None,
                "rule": mention.rule,
                "confidence": mention.confidence,
            }
        )
    return rows
