"""I and we inside a quotation."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from spacy.tokens import Doc

from tasks.coreference.cast import to_cast
from tasks.coreference.records import Cast, Chain
from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.records import Entity
from tasks.quotes.records import Quote

_START = attrgetter("start")
_BODIES = frozenset({"ORG", "GPE"})


def resolve_first_person(doc: Doc, cast: Cast, quotes: Sequence[Quote]) -> Cast:
    """Move the pronouns of a quotation to whom they stand for.

    `I` goes to the chain of the speaker, `we` to that of a body that speaks, `you` to that of the addressee; a quote
    inside another one has the last word. Nothing moves in indirect speech, where pronouns keep the narrator's view.
    """
    lexicons, starts = read_lexicons(), list(map(_START, cast.mentions))
    moves: dict[int, int] = {}
    for quote in sorted(quotes, key=lambda each: each.parent is not None):
        if quote.kind == "indirect":
            continue
        for index in _within(quote, starts):
            target = _target(cast, quote, index, lexicons)
            if target is not None and _is_quoted(doc, quote, cast.mentions[index].first):
                moves[index] = target
    return _move(cast, moves) if moves else cast


def _within(quote: Quote, starts: Sequence[int]) -> Iterator[int]:
    """Indexes of the mentions inside the pieces of a quote."""
    for span in quote.spans:
        yield from range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _target(cast: Cast, quote: Quote, index: int, lexicons: Lexicons) -> int | None:
    """The chain that a pronoun of a quote belongs to."""
    mention = cast.mentions[index]
    pronoun = lexicons.pronouns.get(mention.text.lower()) if mention.form == "pronoun" else None
    if pronoun is None or pronoun.person == "third":
        return None
    party = quote.addressee if pronoun.person == "second" else quote.speakers[0] if len(quote.speakers) == 1 else None
    if party is None or party.mention is None:
        return None
    if pronoun.person == "first" and (pronoun.agreement == "plural") != (party.entity_type in _BODIES):
        return None
    return cast.chain_of[party.mention]


def _is_quoted(doc: Doc, quote: Quote, token: int) -> bool:
    """Whether a token of a quote stands between marks; all of a direct quote does."""
    if quote.kind == "direct":
        return True
    opened, at = False, token
    while at > 0 and doc[at - 1].idx >= quote.spans[0].start:
        at -= 1
        opened ^= doc[at].text == '"'
    return opened


def _move(cast: Cast, moves: dict[int, int]) -> Cast:
    """Rebuild the cast with mentions in other chains; chains left empty go."""
    members: list[list[int]] = [[] for _ in cast.chains]
    for index, chain in enumerate(cast.chain_of):
        members[moves.get(index, chain)].append(index)
    kept: list[tuple[Chain, Entity | None]] = [
        (chain._replace(mentions=tuple(group)), entity)
        for chain, entity, group in zip(cast.chains, cast.entities, members, strict=True)
        if group
    ]
    kept.sort(key=lambda each: each[0].mentions[0])
    return to_cast(cast.mentions, cast.by_token, [chain for chain, _ in kept], [entity for _, entity in kept])
