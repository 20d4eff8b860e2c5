"""Drafts to quotes: who speaks, how, where, to whom, inside which other quote."""

from collections.abc import Sequence

from tasks.coreference.cast import find_party
from tasks.coreference.records import Cast, Party
from tasks.quotes.addressees import find_addressee
from tasks.quotes.certainty import find_confidence
from tasks.quotes.circumstances import find_medium, find_time
from tasks.quotes.continuity import resolve_speakers
from tasks.quotes.drafts import Draft, find_holders
from tasks.quotes.kinds import to_kind
from tasks.quotes.negation import is_negated
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.records import Quote, Span
from tasks.quotes.speakers import as_written
from tasks.quotes.stance import find_polarity, find_stance
from tasks.times.records import TimeExpression


def resolve_quotes(
    reading: Reading, cast: Cast, times: Sequence[TimeExpression], drafts: Sequence[Draft]
) -> list[Quote]:
    """Resolve every draft; the order is kept."""
    quotes: list[Quote] = []
    parents = find_parents(drafts)
    speakers = resolve_speakers(reading, cast, drafts, parents)
    for draft, parent, parties in zip(drafts, parents, speakers, strict=True):
        quote = _resolve(reading, cast, times, draft, parent, parties)
        before = quotes[-1] if quotes and (quotes[-1].medium or quotes[-1].addressee) else None
        if before is not None and _continues(reading, draft, quote, before, drafts[len(quotes) - 1]):
            quote = quote._replace(
                medium=quote.medium or before.medium,
                via=quote.via or before.via,
                addressee=quote.addressee or (before.addressee if _goes_on_telling(before, draft) else None),
            )
        quotes.append(quote)
    return quotes


def _resolve(
    reading: Reading,
    cast: Cast,
    times: Sequence[TimeExpression],
    draft: Draft,
    parent: int | None,
    speakers: tuple[Party, ...],
) -> Quote:
    start, end = reading.tree.start, reading.tree.end
    negated = draft.head is not None and is_negated(reading.tree, draft.head)
    stance = find_stance(reading.tree, draft, is_negated=negated)
    addressee, is_nested = find_addressee(reading, draft), parent is not None
    return Quote(
        kind=to_kind(reading, draft.pieces),
        spans=tuple([Span(start[first], end[last - 1]) for first, last in draft.pieces]),
        cue=_span(reading, draft.cue) if draft.cue else None,
        cue_token=draft.head,
        cue_lemma=draft.lemma,
        source=_source_span(reading, draft),
        speakers=speakers,
        stance=stance,
        polarity=find_polarity(draft, stance, is_negated=negated),
        medium=find_medium(reading, draft),
        addressee=None if addressee is None else _party(reading, cast, addressee),
        via=None if draft.via is None else _party(reading, cast, draft.via),
        parent=parent,
        time=find_time(draft, times),
        rule=draft.rule,
        confidence=find_confidence(draft, is_nested=is_nested, is_named=_is_named(speakers)),
    )


def _is_named(speakers: tuple[Party, ...]) -> bool:
    return any(party.mention is not None for party in speakers)


def _span(reading: Reading, piece: Piece) -> Span:
    return Span(reading.tree.start[piece[0]], reading.tree.end[piece[1] - 1])


def _source_span(reading: Reading, draft: Draft) -> Span | None:
    """The source's span, None when it would lie in the content."""
    if draft.source is None:
        return None
    first, last = draft.source.first, draft.source.last
    for start, end in draft.pieces:
        if start < last and first < end:
            return None
    return _span(reading, (first, last))


def _party(reading: Reading, cast: Cast, tokens: Piece) -> Party:
    return as_written(cast, find_party(cast, reading.tree, *tokens))


def _continues(reading: Reading, draft: Draft, quote: Quote, before: Quote, earlier: Draft) -> bool:
    """Whether a statement plainly goes on: same paragraph, same speaker, `also`, `added` or a pronoun."""
    if draft.head is None or draft.source is None:
        return False
    if reading.paragraph[draft.first] != reading.paragraph[earlier.last - 1]:
        return False
    same = [party.name for party in quote.speakers] == [party.name for party in before.speakers]
    if not same and _is_named(quote.speakers) and _is_named(before.speakers):
        return False
    words, tree = reading.tree.lower, reading.tree
    is_linked = tree.tag[draft.source.head] == "PRP" or any(words[kid] == "also" for kid in tree.kids[draft.head])
    return (same or tree.tag[draft.source.head] == "PRP") and is_linked


def _goes_on_telling(before: Quote, draft: Draft) -> bool:
    """`told reporters it was late. He added that`; no `urged them to stay`, nor `She told me`."""
    return before.cue_lemma in ("tell", "say") and draft.lemma != "tell"


def find_parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For every draft the index of the smallest one whose content holds its cue."""
    holders = find_holders(drafts)
    return [
        min(holders[draft.head], key=lambda at: drafts[at].last - drafts[at].first)
        if draft.head is not None and holders[draft.head]
        else None
        for draft in drafts
    ]
