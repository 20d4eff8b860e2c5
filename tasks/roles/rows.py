"""Roles to rows."""

from collections.abc import Sequence

from expectations.rows import Row, row_id
from tasks.coreference.records import Cast
from tasks.entities.rows import mention_id
from tasks.roles.records import Role


def to_role_rows(doc_id: str, text: str, roles: Sequence[Role], cast: Cast) -> list[Row]:
    """Make the rows of table roles."""
    rows = []
    for role in roles:
        mention, chain = cast.mentions[role.mention], cast.chain_of[role.mention]
        entity = cast.entities[chain]
        body = cast.entities[cast.chain_of[role.organisation]] if role.organisation is not None else None
        rows.append(
            {
                "role_id": row_id("rol", doc_id, mention.start, mention.end, role.start, role.end),
                "doc_id": doc_id,
                "entity_id": entity.entity_id if entity else None,
                "mention_id": mention_id(doc_id, mention),
                "person_name": entity.name if entity else cast.chains[chain].name or mention.text,
                "start": role.start,
                "end": role.end,
                "role_text": text[role.start : role.end],
                "role": role.role,
                "kind": role.kind,
                "modifier": role.modifier,
                "organisation_id": body.entity_id if body else None,
                "organisation_text": role.organisation_text,
                "country": role.country,
                "rule": role.rule,
                "confidence": role.confidence,
            }
        )
    return rows
