"""Whom a description that speaks stands for: `the defender said`, of someone whom the document names."""

from functools import cache
from typing import NamedTuple

from tasks.coreference.cast import find_party
from tasks.coreference.records import Cast, Party
from tasks.entities.gazetteer import read_gazetteer
from tasks.entities.lexicons import is_one_person, read_lexicons
from tasks.entities.records import Mention
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source
from tasks.quotes.speakers import in_place_of
from tasks.roles.lexicons import read_titles

_REACH = 2  # paragraphs


class _Description(NamedTuple):
    """`ties` are words of which one beside a name is enough, `hints` such as only one person may have.

    `is_loose` tells that the description may stand for whoever was talked of, of a `gender` if it is not None.
    """

    ties: frozenset[str]
    hints: frozenset[str]
    gender: str | None
    is_loose: bool


class _Person(NamedTuple):
    """Someone named: the mention last before the description, else the first after, and the words beside his names."""

    mention: int
    words: frozenset[str]


@cache
def _read_incidental() -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("quotes", "incidental"))


def resolve_described(
    reading: Reading, cast: Cast, source: Source, party: Party, last: Party | None
) -> tuple[Party, ...]:
    """The one whom a definite description of nobody known stands for, both of a pair, else the party itself.

    `last` is who spoke last in this paragraph or the one before.
    """
    if reading.tree.lower[source.first] != "the":
        return (party,)
    found: tuple[int, ...] = ()
    if reading.tree.lower[source.first + 1 : source.last] in _PAIRS:
        found = _find_pair(reading.tree, cast, source.first)
    elif _is_new(cast, party):
        found = _find_described(reading, cast, source, last)
    mentions = [cast.mentions[at] for at in found]
    named = [in_place_of(party, find_party(cast, reading.tree, each.first, each.last)) for each in mentions]
    return tuple(named) or (party,)


_PAIRS = (["pair"], ["duo"], ["couple"], ["two"])


def _is_new(cast: Cast, party: Party) -> bool:
    """Whether nobody was described so before: `a farmer`, then `the farmer`."""
    return party.mention is None or cast.chains[cast.chain_of[party.mention]].mentions[0] == party.mention


def _find_pair(tree: Words, cast: Cast, before: int) -> tuple[int, ...]:
    """The two people whom the document last joins by `and`."""
    for index in range(len(cast.mentions) - 1, -1, -1):
        mention = cast.mentions[index]
        if mention.first < before and _is_person(mention) and tree.dep[mention.head] == "conj":
            other = cast.by_token.get(tree.head[mention.head])
            if other is not None and _is_person(cast.mentions[other]):
                return other, index
    return ()


def _is_person(mention: Mention) -> bool:
    return mention.form == "name" and mention.entity_type == "PERSON"


def _find_described(reading: Reading, cast: Cast, source: Source, last: Party | None) -> tuple[int, ...]:
    """A mention of whom a description stands for: by a word that both share, by who spoke last, or the only one."""
    tree = reading.tree
    described = _read_description(tree, source)
    if described is None:
        return ()
    people = [each for each in _find_people(tree, cast, source.first) if _may_be(cast, each, described.gender)]
    tied = [each for each in people if described.ties & each.words]
    hinted = [each for each in people if described.hints & each.words]
    near = [each for each in people if _is_near(reading, cast.mentions[each.mention].first, source.first)]
    if tied:
        found = tied[:1]
    elif len(hinted) == 1:
        found = hinted
    elif not described.is_loose:
        found = []
    elif last is not None and last.mention is not None:
        chain = cast.chain_of[last.mention]
        found = [each for each in near if cast.chain_of[each.mention] == chain]
    else:
        found = near if len(near) == 1 else [each for each in near if each.words.isdisjoint(read_lexicons().nouns)]
    return (found[0].mention,) if len(found) == 1 else ()


def _may_be(cast: Cast, person: _Person, gender: str | None) -> bool:
    return gender is None or cast.chains[cast.chain_of[person.mention]].gender in (None, gender)


def _is_near(reading: Reading, name: int, description: int) -> bool:
    return name < description and reading.paragraph[description] - reading.paragraph[name] <= _REACH


def _read_description(tree: Words, source: Source) -> _Description | None:
    """Read `the union leader`, `the 52-year-old`, `the Jamaican`, without a name or an owner beside them."""
    first, last, head = source.first + 1, source.last, source.head
    is_plain = first <= head and tree.kid(head, "appos", "poss") is None
    is_named = tree.lower[last : last + 1] == [","] and tree.tag[last + 1 : last + 2] == ["NNP"]
    if not is_plain or is_named or tree.tag[head] not in ("NN", "JJ", "NNP"):
        return None
    words = tree.lower[first:last]
    country = {known.kb_id for word in words if (known := read_gazetteer().get(word)) is not None and known.country}
    age = {words[at] for at in range(len(words)) if words[at + 1 : at + 5] == ["-", "year", "-", "old"]}
    noun = read_lexicons().nouns.get(tree.lower[head])
    is_one = is_one_person(tree.lower[head])
    if not (is_one or age or (country and head == last - 1 and tree.lower[head] in read_gazetteer())):
        return None
    lemma = tree.lemma[head]
    hints = {tree.lemma[at] for at in range(first, head) if tree.tag[at] == "NN"} if lemma in _LEADING else set()
    title = read_titles().titles.get(lemma)
    is_loose = title is None or title.kind == "description" or lemma in _MANY
    is_loose = is_loose and lemma not in _read_incidental()
    is_telling = is_one and lemma not in _ANYONE and "NNP" not in tree.tag[first:head]
    ties = age or ({lemma} if is_telling else country)
    return _Description(frozenset(ties), frozenset(hints | country), noun.gender if noun else None, is_loose)


_LEADING = frozenset({"leader", "boss", "chief", "head"})
_MANY = frozenset({"senator", "congressman", "congresswoman", "lawmaker", "representative", "councillor", "captain"})
_ANYONE = frozenset({"man", "woman", "boy", "girl", "person"})


def _find_people(tree: Words, cast: Cast, at: int) -> list[_Person]:
    """Everyone named: before a token, the last one named first, then those named after it only."""
    before: dict[int, int] = {}
    after: dict[int, int] = {}
    for index, mention in enumerate(cast.mentions):
        if _is_person(mention):
            chain = cast.chain_of[index]
            if mention.first < at:
                before[chain] = index
            else:
                after.setdefault(chain, index)
    nearest = sorted(before.values(), reverse=True) + [index for chain, index in after.items() if chain not in before]
    return [_Person(index, _find_words(tree, cast, cast.chain_of[index])) for index in nearest]


def _find_words(tree: Words, cast: Cast, chain: int) -> frozenset[str]:
    """The words beside the names of a chain: titles, appositions, ages, the countries that they name."""
    found: set[str] = set()
    for index in cast.chains[chain].mentions:
        mention = cast.mentions[index]
        if mention.form != "name":
            continue
        over = tree.head[mention.head]
        tops = [mention.head, *([over] if tree.dep[mention.head] == "appos" else [])]
        tops += tree.kids_of(over, "attr") if tree.dep[mention.head] == "nsubj" and tree.lemma[over] == "be" else []
        for top in tops:
            for token in range(tree.left[top], tree.right[top]):
                if tree.tag[token][0] in "NJC" and not mention.first <= token < mention.last:
                    known = read_gazetteer().get(tree.lower[token])
                    found.add(known.kb_id if known is not None and known.country else tree.lemma[token].casefold())
    return frozenset(found)
