"""Chains: which mentions refer to the same thing."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasks.coreference.records import Chain
from tasks.entities.records import Mention
from tasks.language.records import Sentence
from tasks.roles.records import Role


def resolve_chains(
    doc: Doc, sentences: Sequence[Sentence], mentions: Sequence[Mention], roles: Sequence[Role]
) -> list[Chain]:
    """Put every mention into exactly one chain, in the order of their first mentions."""
    chains: dict[tuple[str, str | None], list[int]] = {}
    for index, mention in enumerate(mentions):
        chains.setdefault((mention.text.casefold(), mention.entity_type), []).append(index)
    return [Chain(tuple(indexes), kind, mentions[indexes[0]].text, None, None) for (_, kind), indexes in chains.items()]
