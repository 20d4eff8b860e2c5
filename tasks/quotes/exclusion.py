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


def find_only(reading: Reading, cast: Cast, draft: Draft, source: Source) -> Party | None:
    """The only one whom the paragraph names before a pronoun and who fits it, or else who is named right after."""
    found = list(_people_before(reading, cast, source.head, _find_named(cast, draft)))
    if not found:
        found = list(_find_next(reading, cast, source.head))
    return _to_party(reading, cast, found) if len({cast.chain_of[index] for index in found}) == 1 else None


def _find_next(reading: Reading, cast: Cast, token: int) -> Iterator[int]:
    """`"I was never paid," he said. Jorge Melo, 54, had worked there.`: the subject of the sentence that follows."""
    tree, end = reading.tree, reading.tree.sentence[token][1]
    if token > _OPENING or end >= len(tree.tag):
        return
    root = next((at for at in range(*tree.sentence[end]) if tree.dep[at] == "ROOT"), end)
    subject = tree.kid(root, "nsubj", "nsubjpass")
    index = None if subject is None else cast.by_token.get(subject)
    if index is not None and cast.mentions[index].form == "name" and _fits(cast, index, GENDERS[tree.lower[token]]):
        yield index


_OPENING = 60  # tokens of a document in which a pronoun may stand before its name


def _fits(cast: Cast, index: int, gender: str) -> bool:
    is_person = cast.mentions[index].entity_type == "PERSON"
    return is_person and cast.chains[cast.chain_of[index]].gender in (None, gender)


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
        if _fits(cast, index, gender) and cast.chain_of[index] not in named:
            yield index
