"""What a speaker does by saying it: the first rule that fits."""

from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.acts import find_act
from tasks.quotes.cues import read_nouns, read_verbs
from tasks.quotes.drafts import Draft

_NEUTRAL = frozenset({"says"})
_REFUSING = frozenset({"say", "comment", "confirm", "answer", "discuss", "respond", "reply", "elaborate", "disclose"})


def find_stance(tree: Words, draft: Draft, *, is_negated: bool) -> str:
    """Stance of an attribution, after its cue, and for neutral cues after its content."""
    told = draft.entry.stance if draft.entry else "says"
    if draft.head is not None:
        told = _by_cue(tree, draft, draft.head, told, is_negated=is_negated)
    if told == "alleges" and draft.entry is not None and draft.entry.kind == "claim":
        return told
    if draft.entry is not None and draft.entry.kind == "judge":
        return _of_judgement(tree, draft, told)
    return find_act(tree, draft.pieces) if told in _NEUTRAL else told


@cache
def _read_judgements(name: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_lexicon("quotes", name))


def _of_judgement(tree: Words, draft: Draft, told: str) -> str:
    """`called the trial "theatre"`: what is in marks and does not praise finds fault, and a claim that it is false."""
    found = find_act(tree, draft.pieces) if told in _NEUTRAL else told
    if found == "praises":
        return found
    if found in ("warns", "promises"):
        found = "says"  # `called the threat "a bit rich"` threatens nobody
    known = set().union(*[tree.lemma[first:last] for first, last in draft.pieces])
    if found == "says" and not known.isdisjoint(_read_judgements("compliments")):
        return "criticises" if "not" in known else "praises"
    is_marked = any(not _MARKS.isdisjoint(tree.tag[first:last]) for first, last in draft.pieces)
    if found == "says" and not is_marked and known.isdisjoint(_read_judgements("faults")):
        return found
    first, last = draft.pieces[0]
    nouns = (tree.lemma[at] for at in range(first, last) if tree.tag[at] in ("NN", "NNS"))
    entry = read_nouns().get(next(nouns, ""))
    return "denies" if entry is not None and entry.kind == "claim" else "criticises" if found == "says" else found


_MARKS = frozenset({"``", "''"})


def _by_cue(tree: Words, draft: Draft, verb: int, told: str, *, is_negated: bool) -> str:
    if draft.rule == "infinitive" and told == "says":
        told = "demands"
    if told == "says" and tree.lower[verb] in _EXPLAINING:
        told = _of_governor(tree, verb)
    if _is_refused(tree, verb) or (told == "confirms" and _is_doubled(tree, verb)):
        return "refuses"
    if not is_negated:
        return "refuses" if told == "denies" and _was_asked(tree, verb) else told
    if told == "denies":
        return "refuses" if tree.lemma[tree.head[verb]] == "confirm" else "says"
    if told in ("confirms", "says") and tree.lemma[verb] in _REFUSING:
        return "refuses"
    return told


def _was_asked(tree: Words, verb: int) -> bool:
    """`rejected calls for an inquiry`: what was asked is refused, not denied."""
    thing = tree.kid(verb, "dobj")
    entry = None if thing is None else read_nouns().get(tree.lemma[thing])
    return entry is not None and entry.kind in ("ask", "demand")


def _is_doubled(tree: Words, verb: int) -> bool:
    """`neither confirmed nor denied`."""
    return any(tree.lower[kid] in ("neither", "nor") for kid in tree.kids[verb])


def _of_governor(tree: Words, verb: int) -> str:
    """`criticised the plan, saying it ...`: the participle tells how the act was done."""
    entries = read_verbs().get(tree.lemma[tree.head[verb]], ())
    told = next((entry.stance for entry in entries if not entry.particles and entry.stance != "says"), "says")
    return "says" if told in _ANSWERS else told


_ANSWERS = frozenset({"asks", "refuses"})  # acts that are done before they are explained
_EXPLAINING = frozenset({"saying", "arguing", "stating", "claiming", "writing"})


def _is_refused(tree: Words, verb: int) -> bool:
    """`declined to say`, `refused to confirm`: the cue hangs on a refusal."""
    above = tree.head[verb]
    return tree.dep[verb] in ("xcomp", "conj") and tree.lemma[above] in ("refuse", "decline")


def find_polarity(draft: Draft, stance: str, *, is_negated: bool) -> str:
    """Negative when the speaker rejects the content or is said not to have said it."""
    is_rejected = stance == "refuses" and draft.entry is not None and draft.entry.stance == "denies"
    if stance == "denies" or (is_rejected and not is_negated and draft.lemma != "deny"):
        return "negative"
    if is_negated and draft.entry is not None:
        return "positive" if draft.entry.stance == "denies" else "negative"
    return "positive"
