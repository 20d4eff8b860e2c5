"""Which entity a chain names."""

from collections.abc import Sequence

from expectations.rows import row_id
from tasks.coreference.records import Chain
from tasks.entities.records import Entity, Mention


def resolve_entities(doc_id: str, chains: Sequence[Chain], mentions: Sequence[Mention]) -> list[Entity | None]:
    """Give every named chain its entity, in the order of the chains; None for what is never named."""
    return [_entity(doc_id, chain) for chain in chains]


def _entity(doc_id: str, chain: Chain) -> Entity | None:
    if chain.name is None or chain.entity_type is None:
        return None
    key = row_id("ent", "", chain.entity_type, chain.name.casefold())
    return Entity(key, chain.entity_type, chain.name, None, None, chain.country)
