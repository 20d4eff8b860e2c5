"""Which entity a chain names."""

from collections.abc import Sequence

from expectations.rows import row_id
from tasks.coreference.records import Chain
from tasks.entities.gazetteer import read_gazetteer
from tasks.entities.records import Entity, Mention


def resolve_entities(doc_id: str, chains: Sequence[Chain], mentions: Sequence[Mention]) -> list[Entity | None]:
    """Give every named chain its entity, in the order of the chains; None for what is never named.

    A gazetteer id, a full personal name and the name of a body or place give the same id in every document; a lone
    surname stays within its document.
    """
    return [_entity(doc_id, chain, mentions) for chain in chains]


def _entity(doc_id: str, chain: Chain, mentions: Sequence[Mention]) -> Entity | None:
    if chain.name is None or chain.entity_type is None:
        return None
    for index in chain.mentions:
        mention = mentions[index]
        known = read_gazetteer().get(mention.text.casefold()) if mention.form == "name" else None
        if known and known.entity_type == chain.entity_type:
            key = row_id("ent", "", known.kb_id, known.entity_type)
            return Entity(key, known.entity_type, known.name, known.kb_id, known.wikipedia_title, known.country)
    is_local = chain.entity_type == "PERSON" and " " not in chain.name
    key = row_id("ent", doc_id if is_local else "", chain.entity_type, " ".join(chain.name.casefold().split()))
    return Entity(key, chain.entity_type, chain.name, None, None, chain.country)
