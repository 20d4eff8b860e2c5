"""The cast of a document: looking up who a span refers to."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasks.coreference.records import Cast, Chain, Party
from tasks.entities.records import Entity, Mention


def to_cast(mentions: Sequence[Mention], chains: Sequence[Chain], entities: Sequence[Entity | None]) -> Cast:
    """Join mentions, chains and entities."""
    chain_of = [0] * len(mentions)
    for ordinal, chain in enumerate(chains):
        for mention in chain.mentions:
            chain_of[mention] = ordinal
    return Cast(tuple(mentions), tuple(chains), tuple(chain_of), tuple(entities))


def find_party(cast: Cast, doc: Doc, first: int, last: int) -> Party:
    """Resolve the noun phrase of the token range: by the mention that ends with its head, else by its own words."""
    span = doc[first:last]
    head = span.root.i
    for index, mention in enumerate(cast.mentions):
        if mention.first <= head < mention.last:
            chain = cast.chain_of[index]
            entity = cast.entities[chain]
            name = entity.name if entity else cast.chains[chain].name
            return Party(
                span.start_char,
                span.end_char,
                span.text,
                name or _without_article(span.text),
                entity,
                index,
                cast.chains[chain].entity_type,
                entity.country if entity else cast.chains[chain].country,
            )
    return Party(span.start_char, span.end_char, span.text, _without_article(span.text), None, None, None, None)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in {"the", "a", "an"} else text
