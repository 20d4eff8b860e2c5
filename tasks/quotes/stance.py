"""What a speaker does by saying it: the first rule that fits."""

from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.cues import read_verbs
from tasks.quotes.drafts import Draft
from tasks.quotes.reading import Reading

_NEUTRAL = frozenset({"says"})
_REFUSING = frozenset({"say", "comment", "confirm", "answer", "discuss", "respond", "reply", "elaborate", "disclose"})
_PAST = frozenset({"did", "had", "has", "have", "was", "were", "'ve", "'d"})
_DUTY = frozenset({"must", "should", "shall"})
_OWN_WILL = frozenset({"i", "we"})


@cache
def read_content_stances() -> dict[str, str]:
    """Stance by lemma of a word in the content."""
    return {row["lemma"]: row["stance"] for row in read_lexicon("quotes", "content_stances")}


def find_stance(reading: Reading, draft: Draft) -> str:
    """Stance of an attribution, after its cue, and for neutral cues after its content."""
    told = draft.entry.stance if draft.entry else "says"
    if draft.head is not None:
        told = _by_cue(reading.tree, draft, draft.head, told)
    if told == "alleges" and draft.entry is not None and draft.entry.kind == "claim":
        return told
    return _by_content(reading, draft) if told in _NEUTRAL else told


def is_negated(tree: Words, verb: int) -> bool:
    """Whether the verb, or the verb that governs it, is negated."""
    for token in (verb, _governor(tree, verb)):
        for kid in tree.kids[token]:
            if tree.dep[kid] == "neg" or tree.lower[kid] in ("never", "nor"):
                return True
    return False


def _governor(tree: Words, verb: int) -> int:
    """The verb whose negation covers this one: `did not want to say`, `did not confirm or deny`."""
    above = tree.head[verb]
    if tree.dep[verb] == "xcomp":
        return above
    if tree.dep[verb] != "conj":
        return verb
    return above if {tree.lower[kid] for kid in tree.kids_of(above, "cc")} & {"or", "nor"} else verb


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
        return "says"
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


def _by_content(reading: Reading, draft: Draft) -> str:
    """A neutral cue whose point is an act: `we must`, `he was a hero`, `I never met him`."""
    tree = reading.tree
    tokens = [token for first, last in draft.pieces for token in range(first, last)]
    first_words = [tree.lower[token] for token in tokens[:6]]
    if _is_refusal(tree, tokens):
        return "refuses"
    if _is_denial(tree, tokens, first_words):
        return "denies"
    telling = read_content_stances()
    found = [stance for token in tokens if tree.lemma[token] in telling and (stance := _word_stance(tree, token))]
    if "praises" in found and "criticises" not in found:
        return "praises"
    if "criticises" in found:
        return "criticises"
    if tokens and tree.lower[tokens[-1]] in ("?", '"') and "?" in [tree.lower[token] for token in tokens[-3:]]:
        return "asks"
    if _is_duty(tree, tokens):
        return "demands"
    if found:
        return found[0]
    return "promises" if _is_promise(tree, tokens) else "says"


def _word_stance(tree: Words, token: int) -> str | None:
    """The stance that a word shows, unless it is negated."""
    stance = read_content_stances().get(tree.lemma[token])
    if stance is None or tree.tag[token].startswith("NNP"):
        return None
    above = tree.head[token]
    is_reversed = tree.kid(token, "neg") is not None or tree.kid(above, "neg") is not None
    return None if is_reversed else stance


def _is_refusal(tree: Words, tokens: list[int]) -> bool:
    """`would not comment on the claims`, `no comment`."""
    lemmas = tree.lemma
    return any(
        is_negated(tree, token) or "no" in tree.lower[token - 1 : token]
        for token in [token for token in tokens if lemmas[token] == "comment"]
    )


def _is_denial(tree: Words, tokens: list[int], first_words: list[str]) -> bool:
    """`I never met him`, `there is no truth to it`, `the claim is false`."""
    words, deps = tree.lower, tree.dep
    for token in [token for token in tokens if words[token] in _TRUE_OR_FALSE]:
        if words[token] == "false" or {"no", "not", "n't"} & set(words[token - 2 : token]):
            return True
    if len(first_words) > 1 and first_words[0] == "no" and first_words[1] in (",", "."):
        return True
    for token in [token for token in tokens if deps[token] in _CLAUSAL]:
        if tree.kid(token, "neg") is not None:
            return _is_past_negation(tree, token)
    return False


_TRUE_OR_FALSE = frozenset({"true", "truth", "false"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "acl"})


def _is_past_negation(tree: Words, verb: int) -> bool:
    """`did not`, `has never`; but `has never been stronger` denies nothing."""
    is_past = any(tree.lower[kid] in _PAST for kid in tree.kids_of(verb, "aux", "auxpass"))
    is_never = any(tree.lower[kid] == "never" for kid in tree.kids[verb])
    return (is_past or is_never) and not any(tree.tag[kid] in ("JJR", "RBR") for kid in tree.kids[verb])


def _is_duty(tree: Words, tokens: list[int]) -> bool:
    """The main clause says what has to be done."""
    words, lemmas = tree.lower, tree.lemma
    for token in [token for token in tokens if words[token] in _DUTY or lemmas[token] == "need"]:
        if words[token] in _DUTY and tree.dep[tree.head[token]] in ("ROOT", "ccomp", "conj"):
            return not (
                tree.lower[token] == "should" and tree.kid(tree.head[token], "neg") is None and "if" in tree.lower
            )
        if lemmas[token] == "need" and tree.dep[token] in ("ROOT", "ccomp") and tree.kid(token, "xcomp"):
            return True
    return False


def _is_promise(tree: Words, tokens: list[int]) -> bool:
    """The speaker says what he will do."""
    words = tree.lower
    for token in [token for token in tokens if words[token] in ("will", "'ll")]:
        if tree.dep[token] == "aux":
            subject = tree.kid(tree.head[token], "nsubj")
            if subject is not None and tree.lower[subject] in _OWN_WILL:
                return tree.kid(tree.head[token], "neg") is None
    return False


def find_polarity(reading: Reading, draft: Draft, stance: str) -> str:
    """Negative when the speaker rejects the content or is said not to have said it."""
    if stance == "denies":
        return "negative"
    if draft.head is not None and draft.entry is not None and is_negated(reading.tree, draft.head):
        return "positive" if draft.entry.stance == "denies" else "negative"
    return "positive"
