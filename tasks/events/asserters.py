"""On whose word an act stands: the innermost quote that holds its trigger, else the narrator."""

from collections.abc import Sequence
from functools import cache

from tasks.coreference.cast import find_party
from tasks.coreference.records import Party
from tasks.events.clauses import find_actor
from tasks.events.factuality import Labels
from tasks.events.participants import to_parties
from tasks.events.records import Asserter
from tasks.events.scene import Scene
from tasks.events.tree import phrase
from tasks.language.lexicon import read_lexicon
from tasks.quotes.records import Quote

NARRATOR = Asserter("narrator", None, None, None)
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "alleged", "reported", "purported", "say", "report"})
_MINDS = frozenset({"hope", "believe", "think", "suspect", "fear", "doubt", "assume", "deny", "confirm", "admit"})
# Asking for an act, promising it or praising it does not claim that it happened: who tells of the asking tells of it.
_UNCLAIMING = frozenset({"asks", "demands", "promises", "praises"})


@cache
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
    at = scene.tree.start[trigger]
    holding = sorted((end - start, index) for start, end, index in pieces if start <= at < end)
    is_noun = scene.tree.pos[trigger] in {"NOUN", "PROPN"}
    for _, index in holding:
        if quotes[index].cue_token != trigger and _claims(quotes[index], is_noun):
            return _from_quote(quotes[index], index)
    return _outside_quotes(scene, labels)


def _claims(quote: Quote, is_noun: bool) -> bool:
    """Whether what a quote says of an act is the speaker's claim and not taken for granted by whoever tells of it."""
    if quote.kind != "indirect":
        return True
    return quote.stance not in _UNCLAIMING and not (is_noun and quote.stance == "criticises")


def _outside_quotes(scene: Scene, labels: Labels) -> Asserter:
    lemmas, words = scene.tree.lemma, scene.tree.lower
    for cue in labels.values():
        if words[cue] in _HEARSAY or lemmas[cue] in {"say", "report"}:
            return Asserter("anonymous", None, None, None)
        if lemmas[cue] in _MINDS:
            return _from_cue(scene, cue)
    return NARRATOR


def _from_quote(quote: Quote, index: int) -> Asserter:
    names = [speaker.name for speaker in quote.speakers if speaker.name]
    first = quote.speakers[0] if quote.speakers else None
    kind = _to_kind(first)
    if kind == "anonymous" and first is not None and first.text.casefold() in {"it", "there"}:
        return Asserter(kind, None, None, index)
    return Asserter(kind, "; ".join(names) or None, first, index)


def _to_kind(speaker: Party | None) -> str:
    if speaker is None:
        return "anonymous"
    if speaker.text.casefold() in {"it", "there"} and speaker.entity is None:
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
    party = find_party(scene.cast, scene.tree, *phrase(scene.tree, parties[0]))
    kind = _to_kind(party)
    return NARRATOR if kind == "anonymous" else Asserter(kind, party.name, party, None)
