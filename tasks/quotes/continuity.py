"""Who goes on speaking: a pronoun that the chains leave open, and the subject of `added`, is who spoke last."""

from collections.abc import Sequence
from typing import NamedTuple

from tasks.coreference.records import Cast, Party
from tasks.quotes.descriptions import find_pair, name_description
from tasks.quotes.drafts import Draft
from tasks.quotes.exclusion import GENDERS, find_only, find_other, find_subject, names_itself
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source
from tasks.quotes.speakers import find_speakers, in_place_of

Speakers = tuple[Party, ...]
_BODIES = frozenset({"ORG", "GPE"})
_ADDING = frozenset({"add", "continue", "go on", "conclude"})
_ARTICLES = ("the ", "a ", "an ")
_FARTHEST = 2  # paragraphs


class _Turn(NamedTuple):
    """The last attribution outside others that tells who speaks."""

    draft: Draft
    speakers: Speakers


def resolve_speakers(
    reading: Reading, cast: Cast, drafts: Sequence[Draft], parents: Sequence[int | None]
) -> list[Speakers]:
    """The speakers of every draft, by its own source or by the last turn."""
    resolved: list[Speakers] = []
    turn: _Turn | None = None
    tags = reading.tree.tag
    for draft, parent in zip(drafts, parents, strict=True):
        found, source = find_speakers(reading, cast, draft), draft.source
        is_pronoun = source is not None and tags[source.head] == "PRP"
        if (is_pronoun or draft.lemma in _ADDING) and source is not None and len(found) == 1:
            found = _resolve(reading, cast, draft, source, found[0], turn)
        if source is not None and len(found) == 1 and found[0].entity is None:
            found = find_pair(reading, cast, source, found[0]) or (
                name_description(reading.tree, cast, draft, source, found[0]),
            )
        if parent is None and found and (found[0].entity is not None or not is_pronoun):
            turn = _Turn(draft, found)
        resolved.append(found)
    return resolved


def _resolve(reading: Reading, cast: Cast, draft: Draft, source: Source, party: Party, turn: _Turn | None) -> Speakers:
    """Who a pronoun or the subject of `added` is, by what is said and by who spoke last, else as the chains have it."""
    is_mistaken = names_itself(reading, cast, draft, source, party)
    is_open = is_mistaken or party.entity is None
    other = None
    if is_open and reading.tree.lower[source.head] in GENDERS:
        other = find_subject(reading, cast, draft, source)
        other = find_other(reading, cast, draft, source) if other is None and is_mistaken else other
    if other is not None:
        return (in_place_of(party, other),)
    is_next = turn is not None and _is_near(reading, draft, source, turn, is_open=is_open or _is_described(cast, party))
    if turn is not None and is_next and _agree(reading, cast, source, party, turn.speakers):
        return tuple([in_place_of(party, speaker) for speaker in turn.speakers])
    if is_open and not is_mistaken and reading.tree.lower[source.head] in GENDERS:
        other = find_only(reading, cast, draft, source)
    return (party if other is None else in_place_of(party, other),)


def _is_described(cast: Cast, party: Party) -> bool:
    """`the defender added`, whoever the chains take the defender for."""
    return party.mention is not None and cast.mentions[party.mention].form == "nominal"


def _is_near(reading: Reading, draft: Draft, source: Source, turn: _Turn, *, is_open: bool) -> bool:
    """Whether a draft may go on with a turn: an open pronoun from near, `he added` whoever the chains give."""
    gap = reading.paragraph[draft.first] - reading.paragraph[turn.draft.last - 1]
    if reading.tree.tag[source.head] != "PRP":
        return is_open and gap == 0
    return 0 <= gap <= (_FARTHEST if is_open else 1) and (is_open or _adds(reading, draft))


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
    if len(before) > 1:
        return False
    if word == "it":
        is_told = first.mention is None and first.text.lower().startswith(_ARTICLES)  # `the border service announced`
        is_open = (
            first.mention is not None and first.entity_type is None and cast.mentions[first.mention].form == "name"
        )
        return first.entity_type in _BODIES or is_told or is_open
    if first.entity_type is None:
        return False
    if word in GENDERS:
        return first.entity_type == "PERSON" and gender in (None, GENDERS[word])
    return reading.tree.lower[source.first] == "the" and first.entity_type == party.entity_type
