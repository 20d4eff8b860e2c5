"""Attributions: source, cue and content."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from tasks.coreference.cast import find_party
from tasks.coreference.records import Cast, Party
from tasks.language.records import Sentence
from tasks.quotes.choice import choose
from tasks.quotes.content import find_content
from tasks.quotes.cues import find_verb_cues
from tasks.quotes.drafts import Draft
from tasks.quotes.edges import trim_pieces
from tasks.quotes.followups import join_followups
from tasks.quotes.frames import find_frame
from tasks.quotes.kinds import to_kind
from tasks.quotes.layout import find_by_layout
from tasks.quotes.phrases import find_by_noun, find_by_preposition
from tasks.quotes.reading import Reading, to_reading
from tasks.quotes.records import Quote, Span
from tasks.quotes.sources import find_source
from tasks.times.records import TimeExpression


def find_quotes(doc: Doc, sentences: Sequence[Sentence], cast: Cast, times: Sequence[TimeExpression]) -> list[Quote]:
    """List the quotes of a document by position."""
    reading = to_reading(doc, sentences)
    found = [*_find_by_verbs(reading), *find_by_preposition(reading), *find_by_noun(reading)]
    drafts = join_followups(reading, choose(reading, [*found, *find_by_layout(reading, cast)]))
    trimmed = [draft._replace(pieces=trim_pieces(reading, draft.pieces)) for draft in drafts]
    kept = sorted((draft for draft in trimmed if draft.pieces), key=lambda draft: (draft.pieces, draft.head or 0))
    return [to_quote(reading, cast, draft) for draft in kept]


def _find_by_verbs(reading: Reading) -> Iterator[Draft]:
    for cue in find_verb_cues(reading):
        source = find_source(reading, cue.token)
        frame = find_frame(reading, cue, source)
        content = find_content(reading, cue, frame)
        if content is not None:
            entry = cue.entry(content.entry_frame) or cue.entries[0]
            yield Draft(
                cue.token,
                (cue.token, max((cue.token, *cue.particles)) + 1),
                cue.lemma,
                entry,
                source,
                (frame.first, frame.last),
                content.pieces,
                content.rule,
            )


def to_quote(reading: Reading, cast: Cast, draft: Draft) -> Quote:
    """Resolve a draft."""
    tree = reading.tree
    spans = tuple(Span(tree.starts[first], tree.ends[last - 1]) for first, last in draft.pieces)
    speakers: tuple[Party, ...] = ()
    span = None
    if draft.source is not None:
        span = Span(tree.starts[draft.source.first], tree.ends[draft.source.last - 1])
        speakers = (find_party(cast, reading.doc, *draft.source.name),)
    return Quote(
        kind=to_kind(reading, spans),
        spans=spans,
        cue=Span(tree.starts[draft.cue[0]], tree.ends[draft.cue[1] - 1]) if draft.cue else None,
        cue_token=draft.head,
        cue_lemma=draft.lemma,
        source=span,
        speakers=speakers,
        stance=draft.entry.stance if draft.entry else "says",
        polarity="positive",
        medium=None,
        addressee=None,
        via=None,
        parent=None,
        time=None,
        rule=draft.rule,
        confidence=0.8,
    )
