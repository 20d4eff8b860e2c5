"""Who goes on speaking: a pronoun that the chains leave open, and the subject of `added`, is who spoke last."""

from collections.abc import Sequence

from tasks.coreference.records import Cast, Party
from tasks.quotes.drafts import Draft
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source
from tasks.quotes.speakers import find_speakers

Speakers = tuple[Party, ...]
_GENDERS = {"he": "male", "she": "female"}
_BODIES = frozenset({"ORG", "GPE"})
_ADDING = frozenset({"add", "continue", "go on", "conclude"})
_FARTHEST = 2  # paragraphs


def resolve_speakers(
    reading: Reading, cast: Cast, drafts: Sequence[Draft], parents: Sequence[int | None]
) -> list[Speakers]:
    """The speakers of every draft, by its own source or by the last draft outside others that tells who speaks."""
    resolved: list[Speakers] = []
    turn: int | None = None
    for draft, parent in zip(drafts, parents, strict=True):
        found = find_speakers(reading, cast, draft)
        if turn is not None and _goes_on(reading, cast, draft, found, drafts[turn], resolved[turn]):
            found = _as_named(found[0], resolved[turn])
        if parent is None and found and (found[0].entity is not None or not _is_pronoun(reading, draft)):
            turn = len(resolved)
        resolved.append(found)
    return resolved


def _as_named(party: Party, before: Speakers) -> Speakers:
    """The earlier speakers, where the words stand that go on with them."""
    if party.entity is not None and [party.entity] == [each.entity for each in before]:
        return (party,)
    return tuple([each._replace(start=party.start, end=party.end, text=party.text) for each in before])


def _is_pronoun(reading: Reading, draft: Draft) -> bool:
    return draft.source is not None and reading.tree.tag[draft.source.head] == "PRP"


def _goes_on(reading: Reading, cast: Cast, draft: Draft, found: Speakers, last: Draft, before: Speakers) -> bool:
    """Whether who was found to speak is who spoke last.

    An open pronoun goes on with what stands near; `he added` and `he also said` do so whoever the chains give.
    """
    source = draft.source
    if source is None or len(found) != 1:
        return False
    is_pronoun = reading.tree.tag[source.head] == "PRP"
    is_open = found[0].entity is None
    if not (is_pronoun or (is_open and draft.lemma in _ADDING)) or not (is_open or _adds(reading, draft)):
        return False
    gap = reading.paragraph[draft.first] - reading.paragraph[last.last - 1]
    farthest = (_FARTHEST if is_open else 1) if is_pronoun else 0
    return 0 <= gap <= farthest and _agree(reading, cast, source, found[0], before)


def _adds(reading: Reading, draft: Draft) -> bool:
    if draft.lemma in _ADDING:
        return True
    return draft.head is not None and any(reading.tree.lower[kid] == "also" for kid in reading.tree.kids[draft.head])


def _agree(reading: Reading, cast: Cast, source: Source, party: Party, before: Speakers) -> bool:
    """Whether a source may be the earlier speakers: a man or a woman, a body, several, one of the same type."""
    word, first = reading.tree.lower[source.head], before[0]
    gender = None if first.mention is None else cast.chains[cast.chain_of[first.mention]].gender
    if word == "they":
        return len(before) > 1 or first.entity_type in _BODIES or gender == "plural"
    if len(before) > 1 or first.entity_type is None:
        return False
    if word in _GENDERS:
        return first.entity_type == "PERSON" and gender in (None, _GENDERS[word])
    if word == "it":
        return first.entity_type in _BODIES
    return reading.tree.lower[source.first] == "the" and first.entity_type == party.entity_type
