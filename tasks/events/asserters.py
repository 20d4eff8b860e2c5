"""On whose word an act stands: the innermost quote that holds its trigger, else the narrator."""

from collections.abc import Sequence

from tasks.coreference.cast import find_party
from tasks.coreference.records import Party
from tasks.events.clauses import find_actor
from tasks.events.factuality import Labels
from tasks.events.participants import to_parties
from tasks.events.records import Asserter
from tasks.events.scene import Scene, read_sectors
from tasks.events.tree import phrase
from tasks.language.lexicon import read_lexicon
from tasks.quotes.records import Quote

NARRATOR = Asserter("narrator", None, None, None)
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "alleged", "reported", "purported"})


def read_kinds() -> dict[str, str]:
    """Kind of asserter that a noun makes: sources are anonymous, newspapers outlets, resolutions documents."""
    return {word: row["kind"] for row in read_lexicon("events", "asserters") for word in row["words"].split()}


def index_quotes(quotes: Sequence[Quote]) -> list[tuple[int, int, int]]:
    """Start, end and index of every piece of every quote's content."""
    return [(span.start, span.end, index) for index, quote in enumerate(quotes) for span in quote.spans]


def find_asserter(
    scene: Scene, trigger: int, labels: Labels, quotes: Sequence[Quote], pieces: Sequence[tuple[int, int, int]]
) -> Asserter:
    """On whose word the act of a trigger stands."""
    at = scene.doc[trigger].idx
    holding = [(end - start, index) for start, end, index in pieces if start <= at < end]
    if holding:
        return _from_quote(quotes[min(holding)[1]], min(holding)[1])
    for label in ("denied", "confirmed"):
        if label in labels:
            return _from_cue(scene, labels[label])
    words = scene.tree.words
    if any(words[cue] in _HEARSAY or scene.tree.lemmas[cue] in {"say", "report"} for cue in labels.values()):
        return Asserter("anonymous", None, None, None)
    return NARRATOR


def _from_quote(quote: Quote, index: int) -> Asserter:
    names = [speaker.name for speaker in quote.speakers if speaker.name]
    first = quote.speakers[0] if quote.speakers else None
    kind = _to_kind(first)
    return Asserter(kind, "; ".join(names) or None, first, index)


def _to_kind(speaker: Party | None) -> str:
    if speaker is None:
        return "anonymous"
    words = speaker.text.casefold().split()
    kinds = read_kinds()
    if speaker.entity is None or words[-1] in kinds:
        for word in reversed(words):
            if word in kinds:
                return kinds[word]
    return "speaker"


def _from_cue(scene: Scene, cue: int) -> Asserter:
    actor = find_actor(scene.tree, cue) if scene.tree.pos[cue] == "VERB" else None
    parties = to_parties(scene, actor) if actor is not None else []
    if not parties:
        return NARRATOR
    party = find_party(scene.cast, scene.doc, *phrase(scene.tree, parties[0]))
    kind = _to_kind(party)
    return Asserter(kind, party.name, party, None)


def is_own_side(asserter: Asserter, actors: Sequence[Party], texts: Sequence[str]) -> bool:
    """Whether the asserter is an actor, speaks for one, or says I or we."""
    if any(text.casefold() in {"i", "we", "our", "my", "us"} for text in texts):
        return True
    speaker = asserter.party
    if speaker is None:
        return False
    for actor in actors:
        if actor.name and speaker.name and actor.name.casefold() == speaker.name.casefold():
            return True
        if actor.country and actor.country == speaker.country and _is_state(actor) and _is_official(speaker):
            return True
    return False


def _is_state(party: Party) -> bool:
    return party.entity_type in {"GPE", "ORG", "NORP"} or party.entity is None


def _is_official(party: Party) -> bool:
    words = party.text.casefold().split()
    return party.entity_type in {"PERSON", "GPE", "ORG"} or any(read_sectors().get(word) == "GOV" for word in words)
