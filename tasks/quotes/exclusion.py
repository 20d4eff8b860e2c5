"""Nobody names himself in what he says: a pronoun whose name stands in its own content is someone else."""

from collections.abc import Container, Iterator, Sequence

from tasks.coreference.cast import find_party
from tasks.coreference.records import Cast, Party
from tasks.quotes.drafts import Draft
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source

GENDERS = {"he": "male", "she": "female"}


def names_itself(reading: Reading, cast: Cast, draft: Draft, source: Source, party: Party) -> bool:
    """Whether `he` or `she` is resolved to someone whom the content names."""
    if reading.tree.lower[source.head] not in GENDERS or party.entity is None or party.mention is None:
        return False
    return cast.chain_of[party.mention] in _find_named(cast, draft)


def _find_named(cast: Cast, draft: Draft) -> set[int]:
    """The chains that the content of a draft names."""
    indexes = set().union(*[map(cast.by_token.get, range(first, last)) for first, last in draft.pieces])
    return {cast.chain_of[index] for index in indexes if index is not None}


def find_subject(reading: Reading, cast: Cast, draft: Draft, source: Source) -> Party | None:
    """Whom the paragraph last names as a subject before a pronoun, and the content does not name."""
    found = [
        index
        for index in _people_before(reading, cast, source.head, _find_named(cast, draft))
        if _is_subject(reading, cast.mentions[index].head)
    ]
    return _to_party(reading, cast, found)


def find_other(reading: Reading, cast: Cast, draft: Draft, source: Source) -> Party | None:
    """Whom the paragraph last names before a pronoun, and the content does not name."""
    return _to_party(reading, cast, list(_people_before(reading, cast, source.head, _find_named(cast, draft))))


def _to_party(reading: Reading, cast: Cast, found: Sequence[int]) -> Party | None:
    if not found:
        return None
    mention = cast.mentions[found[-1]]
    return find_party(cast, reading.tree, mention.first, mention.last)


def _is_subject(reading: Reading, head: int) -> bool:
    """Whether a noun is the subject of a clause that is no relative clause."""
    tree = reading.tree
    return tree.dep[head] in ("nsubj", "nsubjpass") and tree.dep[tree.head[head]] != "relcl"


def _people_before(reading: Reading, cast: Cast, token: int, named: Container[int]) -> Iterator[int]:
    """Indexes of the names in the paragraph before a token and outside marks that fit its gender."""
    gender = GENDERS[reading.tree.lower[token]]
    for at in range(reading.paragraph_at(token)[0], token):
        index = cast.by_token.get(at)
        if index is None or at != cast.mentions[index].first or reading.quoted[at] >= 0:
            continue
        chain = cast.chain_of[index]
        is_person = cast.mentions[index].entity_type == "PERSON" and cast.chains[chain].gender in (None, gender)
        if is_person and chain not in named:
            yield index
