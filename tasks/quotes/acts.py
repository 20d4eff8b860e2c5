"""What words do besides saying something: the act that is the whole point of what is said under a neutral cue."""

from collections.abc import Container, Iterator, Sequence
from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.negation import is_negated
from tasks.quotes.pieces import Piece

_DUTY = frozenset({"must", "should", "shall"})
_WILL = frozenset({"will", "'ll"})
_OWN_WILL = frozenset({"i", "we"})
_NO_DEED = frozenset({"be", "have", "need", "see", "know", "remember", "get"})
_TRUE_OR_FALSE = frozenset({"true", "truth", "false"})
_CLAIMS = frozenset({"claim", "allegation", "accusation", "charge", "suggestion", "rumour", "rumor"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOTHING = frozenset({"nothing", "nobody", "none"})
_REASONS = frozenset({"because", "since", "as"})


@cache
def read_content_stances() -> dict[str, str]:
    """Stance by lemma of a word in the content."""
    return {row["lemma"]: row["stance"] for row in read_lexicon("quotes", "content_stances")}


def find_act(tree: Words, pieces: Sequence[Piece]) -> str:
    """Stance of what is said, by the first rule that fits: `no comment`, `he was a hero`, `we must`, `I will`."""
    known = set().union(*[tree.lower[start:end] for start, end in pieces])
    lemmas = set().union(*[tree.lemma[start:end] for start, end in pieces])
    first, last = pieces[0][0], pieces[-1][1]
    if tree.lower[first:last] in (["guilty"], ["not", "guilty"]):
        return "confirms" if last - first == 1 else "denies"
    opening, closing = tree.lower[first : first + 2], tree.lower[max(last - 3, 0) : last]
    if "comment" in lemmas and _is_refusal(tree, pieces):
        return "refuses"
    if opening in (["no", ","], ["no", "."]) or (known & _TRUE_OR_FALSE and _is_denial(tree, pieces)):
        return "denies"
    telling = lemmas & read_content_stances().keys()
    if (telling and _has_not_done(tree, pieces)) or (lemmas & _CLAIMS and _is_claim_judged(tree, pieces)):
        return "denies"
    found = set(_find_shown(tree, pieces)) if telling else set()
    for stance in ("praises", "criticises"):
        if stance in found and not (stance == "praises" and "criticises" in found):
            return stance
    if "?" in closing and closing[-1] in ("?", '"') and "." not in known:
        return "asks"
    if (known & _DUTY or "need" in lemmas) and _is_duty(tree, pieces):
        return "demands"
    if found:
        return min(found)
    return "promises" if known & _WILL and _is_promise(tree, pieces) else "says"


def _places(column: Sequence[str], pieces: Sequence[Piece], wanted: Container[str]) -> list[int]:
    """Tokens of the pieces that a column has among the wanted ones."""
    return [token for first, last in pieces for token in range(first, last) if column[token] in wanted]


def _find_shown(tree: Words, pieces: Sequence[Piece]) -> Iterator[str]:
    for token in _places(tree.lemma, pieces, read_content_stances()):
        stance = read_content_stances()[tree.lemma[token]]
        if _is_said_of(tree, token, stance):
            yield stance


def _is_said_of(tree: Words, token: int, stance: str) -> bool:
    """Whether a telling word is the point: not negated, no part of a subject, no deed of others or of the past."""
    tag, above = tree.tag[token], tree.head[token]
    if stance != "praises" and _is_subordinate(tree, token):
        return False
    if (
        tag.startswith("NNP")
        or tree.dep[token] == "compound"
        or tree.kid(token, "neg") is not None
        or tree.kid(above, "neg") is not None
    ):
        return False
    if tree.dep[token] in _SUBJECTS or (
        tree.dep[token] == "amod" and tree.dep[above] in _SUBJECTS and stance != "praises"
    ):
        return False
    if tree.dep[token] == "pobj" and tree.lower[above] == "in":
        return False
    subject = tree.kid(token, "nsubj")
    if subject is not None and tree.lower[subject] in _NOTHING:
        return False
    if tag[0] != "V" or stance == "criticises":
        return True
    return tag not in ("VBD", "VBN") or subject is None or tree.lower[subject] in _OWN_WILL


def _is_subordinate(tree: Words, token: int) -> bool:
    """`left in case the maps were wrong`: what a clause of time or condition says is not the point, a reason is."""
    while tree.head[token] != token and tree.dep[token] != "ccomp":
        mark = tree.kid(token, "mark") if tree.dep[token] == "advcl" else None
        if mark is not None and tree.lower[mark] not in _REASONS:
            return True
        token = tree.head[token]
    return False


def _is_refusal(tree: Words, pieces: Sequence[Piece]) -> bool:
    """`would not comment on the claims`, `no comment`."""
    tokens = _places(tree.lemma, pieces, ("comment",))
    return any(is_negated(tree, token) or "no" in tree.lower[token - 1 : token] for token in tokens)


def _is_denial(tree: Words, pieces: Sequence[Piece]) -> bool:
    """`there is no truth to it`, `the claim is false`."""
    for token in _places(tree.lower, pieces, _TRUE_OR_FALSE):
        if tree.lower[token] == "false" or {"no", "not", "n't"} & set(tree.lower[token - 2 : token]):
            return True
    return False


def _has_not_done(tree: Words, pieces: Sequence[Piece]) -> bool:
    """`I have never misled the council`: a bad deed of his own."""
    for token in _places(tree.lemma, pieces, read_content_stances()):
        subject = tree.kid(token, "nsubj") if tree.tag[token][0] == "V" else None
        is_own = subject is not None and tree.lower[subject] in _OWN_WILL
        if is_own and read_content_stances()[tree.lemma[token]] == "criticises" and tree.kid(token, "neg") is not None:
            return [tree.lemma[aux] for aux in tree.kids_of(token, "aux")] in (["do"], ["have"])
    return False


def _is_claim_judged(tree: Words, pieces: Sequence[Piece]) -> bool:
    """`The claims were absurd`, `any suggestion of neglect was "hurtful"`."""
    for token in _places(tree.lemma, pieces, _CLAIMS):
        verb = tree.head[token]
        if tree.dep[token] == "nsubj" and tree.lemma[verb] == "be" and tree.kid(verb, "neg") is None:
            said = tree.kid(verb, "acomp", "attr")
            is_bad = said is not None and read_content_stances().get(tree.lemma[said]) == "criticises"
            return is_bad or "``" in tree.tag[verb : verb + 2]
    return False


def _is_duty(tree: Words, pieces: Sequence[Piece]) -> bool:
    """The main clause says what has to be done."""
    for token in _places(tree.lower, pieces, _DUTY):
        above = tree.head[token]
        subject = tree.kid(above, "nsubj", "nsubjpass")
        if any(tree.lower[aux] == "have" for aux in tree.kids_of(above, "aux")):
            continue  # `should have waited` regrets
        if tree.dep[above] in ("ROOT", "ccomp", "conj"):
            return subject is None or subject < token  # `should he resign` is a condition
    needs = _places(tree.lemma, pieces, ("need",))
    return any(tree.dep[token] in ("ROOT", "ccomp") and tree.kid(token, "xcomp") is not None for token in needs)


def _is_promise(tree: Words, pieces: Sequence[Piece]) -> bool:
    """The speaker says what he will do."""
    for token in _places(tree.lower, pieces, _WILL):
        verb = tree.head[token]
        subject = tree.kid(verb, "nsubj") if tree.dep[token] == "aux" and tree.lemma[verb] not in _NO_DEED else None
        if subject is not None and tree.lower[subject] in _OWN_WILL:
            return tree.kid(verb, "neg") is None
    return False
