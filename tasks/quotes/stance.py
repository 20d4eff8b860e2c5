"""What a speaker does by saying it: the first rule that fits."""

from tasks.language.words import Words
from tasks.quotes.acts import find_act
from tasks.quotes.cues import read_verbs
from tasks.quotes.drafts import Draft
from tasks.quotes.negation import is_negated
from tasks.quotes.reading import Reading

_NEUTRAL = frozenset({"says"})
_REFUSING = frozenset({"say", "comment", "confirm", "answer", "discuss", "respond", "reply", "elaborate", "disclose"})


def find_stance(reading: Reading, draft: Draft) -> str:
    """Stance of an attribution, after its cue, and for neutral cues after its content."""
    told = draft.entry.stance if draft.entry else "says"
    if draft.head is not None:
        told = _by_cue(reading.tree, draft, draft.head, told)
    if told == "alleges" and draft.entry is not None and draft.entry.kind == "claim":
        return told
    return find_act(reading.tree, draft.pieces) if told in _NEUTRAL else told


def _by_cue(tree: Words, draft: Draft, verb: int, told: str) -> str:
    words = {tree.lower[kid] for kid in tree.kids[verb]}
    if draft.rule == "infinitive" and told == "says":
        told = "demands"
    if told == "says" and tree.lower[verb] in _EXPLAINING:
        told = _of_governor(tree, verb)
    if _is_refused(tree, verb) or (told == "confirms" and {"neither", "nor"} & words):
        return "refuses"
    if not is_negated(tree, verb):
        return told
    if told == "denies":
        return "refuses" if tree.lemma[tree.head[verb]] == "confirm" else "says"
    if told in ("confirms", "says") and tree.lemma[verb] in _REFUSING:
        return "refuses"
    return told


def _of_governor(tree: Words, verb: int) -> str:
    """`criticised the plan, saying it ...`: the participle tells how the act was done."""
    entries = read_verbs().get(tree.lemma[tree.head[verb]], ())
    return next((entry.stance for entry in entries if not entry.particles and entry.stance != "says"), "says")


_EXPLAINING = frozenset({"saying", "arguing", "stating", "claiming", "writing"})


def _is_refused(tree: Words, verb: int) -> bool:
    """`declined to say`, `refused to confirm`: the cue hangs on a refusal."""
    above = tree.head[verb]
    return tree.dep[verb] in ("xcomp", "conj") and tree.lemma[above] in ("refuse", "decline")


def find_polarity(reading: Reading, draft: Draft, stance: str) -> str:
    """Negative when the speaker rejects the content or is said not to have said it."""
    if stance == "denies":
        return "negative"
    if draft.head is not None and draft.entry is not None and is_negated(reading.tree, draft.head):
        return "positive" if draft.entry.stance == "denies" else "negative"
    return "positive"
