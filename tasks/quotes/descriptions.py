"""Who a speaker without a name is: the name he gives, the one whose he is, the subject of what he says, a pair."""

from collections.abc import Container

from tasks.coreference.cast import find_party
from tasks.coreference.records import Cast, Party
from tasks.entities.lexicons import read_lexicons
from tasks.entities.records import Mention
from tasks.language.words import Words
from tasks.quotes.drafts import Draft
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source
from tasks.quotes.speakers import as_written, in_place_of

_CALLING = frozenset({"know", "identify", "give"})
_ONE, _SEVERAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})
_NUMBERS = {"it": _ONE, "its": _ONE, "they": _SEVERAL, "their": _SEVERAL, "his": {"NNP"}, "her": {"NNP"}}
_PAIRS = (["pair"], ["duo"], ["couple"], ["two"])
_BESIDE = frozenset({"clause_before", "split_clause", "according"})


def name_description(tree: Words, cast: Cast, draft: Draft, source: Source, party: Party) -> Party:
    """The party by a name of its own, or as `the operator of` whom its pronoun stands for."""
    given = _find_given_name(tree, source.head)
    if given is not None:
        return in_place_of(party, find_party(cast, tree, *given))
    if tree.tag[source.first] not in ("PRP", "PRP$"):
        return party
    owner = _find_owner(tree, cast, draft, source)
    if owner is None or source.first == source.head:
        return party if owner is None else in_place_of(party, owner)
    if owner.entity is None:
        return party
    rest = tree.source[tree.start[source.first + 1] : tree.end[source.last - 1]]
    return party._replace(name=f"{owner.name}'s {rest}")


def find_pair(reading: Reading, cast: Cast, source: Source, party: Party) -> tuple[Party, ...]:
    """The two people for whom `the pair`, `the two men` stand: those last joined by `and`, or the only two near."""
    words, (first, last) = reading.tree.lower, (source.first, source.last)
    if words[first] != "the" or not (words[first + 1 : last] in _PAIRS or _are_two(reading.tree, first, last)):
        return ()
    both = _find_joined(reading.tree, cast, first) or _find_near(reading, cast, first)
    return tuple([in_place_of(party, find_party(cast, reading.tree, each.first, each.last)) for each in both])


def _are_two(tree: Words, first: int, last: int) -> bool:
    """`the two ministers`, `the two men`."""
    noun = read_lexicons().nouns.get(tree.lower[last - 1])
    return last - first == 3 and tree.lower[first + 1] == "two" and noun is not None and noun.entity_type == "PERSON"


def _find_joined(tree: Words, cast: Cast, before: int) -> tuple[Mention, ...]:
    for mention in reversed(cast.mentions):
        if mention.first < before and _is_person(mention) and tree.dep[mention.head] == "conj":
            other = cast.by_token.get(tree.head[mention.head])
            if other is not None and _is_person(cast.mentions[other]):
                return cast.mentions[other], mention
    return ()


def _find_near(reading: Reading, cast: Cast, before: int) -> tuple[Mention, ...]:
    """The people named in this paragraph and the one before, if they are two."""
    found: dict[int, Mention] = {}
    for mention, chain in zip(cast.mentions, cast.chain_of, strict=True):
        is_near = mention.first < before and reading.paragraph[before] - reading.paragraph[mention.first] <= 1
        if is_near and _is_person(mention):
            found.setdefault(chain, mention)
    return tuple(found.values()) if len(found) == 2 else ()


def _is_person(mention: Mention) -> bool:
    return mention.form == "name" and mention.entity_type == "PERSON"


def _find_given_name(tree: Words, head: int) -> Piece | None:
    """`a mother who gave her name as Blandine`, `a commander known as Falcon`."""
    for link in range(head + 1, tree.right[head]):
        if tree.lower[link] == "named" and tree.head[link] == head:
            name = tree.kid(link, "oprd", "dobj")
            return None if name is None or tree.tag[name] != "NNP" else (tree.left[name], name + 1)
        if tree.lower[link : link + 2] == ["name", "of"] or tree.lower[link - 2 : link + 1] == ["by", "the", "name"]:
            first = link + 1 + (tree.lower[link + 1 : link + 2] == ["of"])
            last = next((at for at in range(first, tree.right[head]) if tree.tag[at] != "NNP"), tree.right[head])
            return (first, last) if first < last else None
        if tree.lower[link] == "as" and tree.lemma[tree.head[link]] in _CALLING:
            name = tree.kid(link, "pobj")
            return None if name is None or tree.tag[name] != "NNP" else (tree.left[name], name + 1)
    return None


def _find_owner(tree: Words, cast: Cast, draft: Draft, source: Source) -> Party | None:
    """Whom the pronoun of `it` or `its operator` stands for."""
    owner = find_party(cast, tree, source.first, source.first + 1)
    if owner.entity is not None or owner.entity_type == "ORG":
        return as_written(cast, owner)
    word = tree.lower[source.first]
    subject = _find_subject(tree, draft, _NUMBERS.get(word, ()))
    found = None if subject is None else find_party(cast, tree, tree.left[subject], subject + 1)
    is_other = found is not None and word in ("his", "her") and found.entity_type not in ("PERSON", None)
    return None if is_other else found


def _find_subject(tree: Words, draft: Draft, wanted: Container[str]) -> int | None:
    """Of `The airport will stay open, it said` the airport: the subject of what stands beside the pronoun."""
    if draft.rule not in _BESIDE:
        return None
    places = [at for at in range(*draft.pieces[0]) if tree.dep[at] in ("nsubj", "nsubjpass")]
    subject = next((at for at in places if tree.dep[tree.head[at]] != "relcl"), None)
    return subject if subject is not None and tree.tag[subject] in wanted else None
