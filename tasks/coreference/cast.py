"""The cast of a document: looking up who a span refers to."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from tasks.coreference.records import Cast, Chain, Party
from tasks.entities.lexicons import LETTERS
from tasks.entities.records import Entity, Mention
from tasks.language.words import Words

_ARTICLES = frozenset({"the", "a", "an"})
_HEAD = attrgetter("head")
_NAMING = frozenset({"appos", "compound", "nmod", "flat"})


def to_cast(
    mentions: Sequence[Mention],
    name_at: Mapping[int, int],
    chains: Sequence[Chain],
    entities: Sequence[Entity | None],
) -> Cast:
    """Join mentions, chains and entities; `name_at` gives the name that a token is part of."""
    chain_of = [0] * len(mentions)
    for ordinal, chain in enumerate(chains):
        for index in chain.mentions:
            chain_of[index] = ordinal
    # Backwards, so that the first mention of a head is the one that stays.
    by_head = dict(zip(map(_HEAD, reversed(mentions)), reversed(range(len(mentions))), strict=True))
    return Cast(tuple(mentions), tuple(chains), tuple(chain_of), tuple(entities), by_head, name_at)


def find_party(cast: Cast, words: Words, first: int, last: int, head: int | None = None) -> Party:
    """Resolve the noun phrase of the token range: by the mention of its head, else by its own words.

    A title stands for the name beside it: the party of `Embassy spokesman Ivo Wilmot` is Ivo Wilmot.
    """
    start, end = words.start[first], words.end[last - 1]
    text = words.source[start:end]
    mention = _mention_at(cast, words, _head(words, first, last) if head is None else head, last)
    if mention is None:
        return Party(start, end, text, _without_article(text), None, None, None, _country_within(cast, first, last))
    ordinal = cast.chain_of[mention]
    chain, entity = cast.chains[ordinal], cast.entities[ordinal]
    name = entity.name if entity else chain.name
    country = entity.country if entity and entity.country else chain.country
    if name is None:
        name = _description(cast, chain, mention, text)
        country = country or _country_within(cast, first, last)
    return Party(start, end, text, name, entity, mention, chain.entity_type, country)


def _head(words: Words, first: int, last: int) -> int:
    """The first token whose head lies outside the range, marks and articles aside."""
    for at in range(first, last):
        up = words.head[at]
        if (up < first or up >= last or up == at) and words.pos[at] != "PUNCT" and words.dep[at] != "det":
            return at
    return last - 1


def _mention_at(cast: Cast, words: Words, head: int, last: int) -> int | None:
    """The mention of a head: the name that stands beside a title, else what the head itself is part of."""
    mention = _name_at(cast, words, head)
    if mention is not None and cast.mentions[mention].entity_type == "PERSON":
        return mention
    for at in words.kids[head]:
        beside = _name_at(cast, words, at) if head < at < last and words.dep[at] in _NAMING else None
        if beside is not None:
            return beside if cast.mentions[beside].entity_type == "PERSON" else cast.by_head.get(head, mention)
    return mention if mention is not None else cast.by_head.get(head)


def _name_at(cast: Cast, words: Words, at: int) -> int | None:
    """The mention of a token, of letters that of the person before them: `Ivo Wilmot MP`, but not `a Labour MP`."""
    before = cast.by_token.get(at - 1) if words.lower[at] in LETTERS else None
    is_person = before is not None and cast.mentions[before].entity_type == "PERSON"
    return before if is_person else cast.by_token.get(at)


def _country_within(cast: Cast, first: int, last: int) -> str | None:
    """Country of the place or nationality that the phrase names first: Russian officials."""
    for at in range(first, last):
        index = cast.by_token.get(at)
        if index is not None and cast.mentions[index].entity_type in {"GPE", "NORP"}:
            return cast.chains[cast.chain_of[index]].country
    return None


def _description(cast: Cast, chain: Chain, mention: int, text: str) -> str:
    """What a chain without a name is called: for a pronoun, by the description of the one that it stands for."""
    if cast.mentions[mention].form == "pronoun":
        if chain.gender == "plural" and chain.entity_type != "ORG":
            return cast.mentions[mention].text  # not all of `the officials` may have said it
        described = (cast.mentions[at].text for at in chain.mentions if cast.mentions[at].form == "nominal")
        text = next(described, cast.mentions[mention].text)
    return _without_article(text)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in _ARTICLES else text
