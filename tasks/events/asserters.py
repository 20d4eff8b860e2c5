"""On whose word an act stands: the innermost quote that holds its trigger, else the narrator."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from tasks.coreference.records import Party
from tasks.events.classes import read_classes
from tasks.events.clauses import find_actor
from tasks.events.cues import Labels
from tasks.events.parties import to_parties
from tasks.events.records import Asserter
from tasks.events.scene import Scene, to_party
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.records import Quote

NARRATOR = Asserter("narrator", None, None, None)
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "alleged", "reported", "purported", "say", "report"})
_DOUBTED = frozenset({"alleged", "refused"})
_EXPLETIVES = frozenset({"it", "there"})
_NAMED = frozenset({"named", "identified", "quoted"})
_MINDS = frozenset({"hope", "believe", "think", "suspect", "fear", "doubt", "assume", "deny", "confirm", "admit"})
# Who asks for an act, promises, refuses or praises it does not claim that it happened: who tells of the asking does.
_UNCLAIMING = frozenset({"asks", "demands", "promises", "praises", "refuses"})


@cache
def read_kinds() -> dict[str, str]:
    """Kind of asserter that a noun makes: sources are anonymous, newspapers outlets, resolutions documents."""
    return {word: row["kind"] for row in read_lexicon("events", "asserters") for word in row["words"].split()}


def find_holders(quotes: Sequence[Quote], places: Sequence[int]) -> list[list[int]]:
    """For every place in the text, ascending, the indexes of the quotes whose content holds it, the shortest first."""
    found: list[list[tuple[int, int]]] = [[] for _ in places]
    for index, quote in enumerate(quotes):
        for start, end in quote.spans:
            for holders in found[bisect_left(places, start) : bisect_left(places, end)]:
                holders.append((end - start, index))
    return [[index for _, index in sorted(holders)] if holders else [] for holders in found]


def find_asserter(
    scene: Scene, trigger: int, labels: Labels, quotes: Sequence[Quote], holders: Sequence[int]
) -> Asserter:
    """On whose word the act of a trigger stands; `holders` are the quotes that hold it."""
    if not holders and not labels:
        return NARRATOR
    is_noun = scene.tree.pos[trigger] in {"NOUN", "PROPN"}
    for index in holders:
        quote = quotes[index]
        if quote.cue_token == trigger or (is_noun and quote.kind == "indirect" and _is_named(scene.tree, trigger)):
            continue
        if _claims(quote, is_noun) or not _DOUBTED.isdisjoint(labels):
            return _from_quote(scene.tree, quotes[index], index)
    return _outside_quotes(scene, labels)


def _is_named(tree: Words, noun: int) -> bool:
    """Whether a report only names an act on the way to what it claims: "played down the gravity of the attack"."""
    head = tree.head[noun]
    if tree.dep[noun] != "pobj" or tree.lemma[head] != "of":
        return False
    above = tree.head[head]
    return tree.pos[above] == "NOUN" and tree.dep[above] == "dobj" and tree.lemma[above] in read_classes()["aspect"]


def _claims(quote: Quote, is_noun: bool) -> bool:
    """Whether what a quote says of an act is the speaker's claim and not taken for granted by whoever tells of it."""
    if quote.kind != "indirect":
        return True
    if quote.rule == "told_before":
        return False  # `Two soldiers were killed, which the army confirmed`
    return quote.stance not in _UNCLAIMING and not (is_noun and quote.stance == "criticises")


def _outside_quotes(scene: Scene, labels: Labels) -> Asserter:
    lemmas, words = scene.tree.lemma, scene.tree.lower
    for cue in labels.values():
        if words[cue] in _HEARSAY or lemmas[cue] in {"say", "report"}:
            return Asserter("anonymous", None, None, None)
        if lemmas[cue] in _MINDS:
            return _from_cue(scene, cue)
    return NARRATOR


def _from_quote(tree: Words, quote: Quote, index: int) -> Asserter:
    names = [speaker.name for speaker in quote.speakers if speaker.name]
    first = quote.speakers[0] if quote.speakers else None
    kind = _to_kind(first)
    if kind == "speaker" and first is not None and first.entity is None and _keeps_name_back(tree, quote):
        kind = "anonymous"
    if kind == "anonymous" and first is not None and first.text.casefold() in _EXPLETIVES:
        return Asserter(kind, None, None, index)
    return Asserter(kind, "; ".join(names) or None, first, index)


def _keeps_name_back(tree: Words, quote: Quote) -> bool:
    """Whether a sentence says that its speaker is not named: "who asked not to be identified"."""
    if quote.cue_token is None:
        return False
    first, last = tree.sentence[quote.cue_token]
    words = tree.lower[first:last]
    if "anonymity" in words:
        return True
    return any(
        tree.lower[at - 1] == "be" and tree.lower[at - 3] == "not"
        for at in range(first + 3, last)
        if tree.lower[at] in _NAMED
    )


def _to_kind(speaker: Party | None) -> str:
    if speaker is None:
        return "anonymous"
    if speaker.text.casefold() in _EXPLETIVES and (speaker.name or "").casefold() in {"", *_EXPLETIVES}:
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
    party = to_party(scene, parties[0])
    kind = _to_kind(party)
    return NARRATOR if kind == "anonymous" else Asserter(kind, party.name, party, None)
