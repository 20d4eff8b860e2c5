"""What a poll or a study finds: `A poll showed Voss ahead by six points`, which has no clause to go by."""

from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.cues import Cue, read_hearers
from tasks.quotes.edges import cut, widen
from tasks.quotes.objects import is_measure
from tasks.quotes.pieces import Content
from tasks.quotes.reading import Reading


@cache
def _read_surveys() -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_lexicon("quotes", "surveys"))


def is_surveying(tree: Words, verb: int) -> bool:
    """Whether a poll, a study or an inquiry is the verb's subject, or the noun of `a poll showing`."""
    subject = tree.head[verb] if tree.dep[verb] == "acl" and tree.tag[verb] == "VBG" else tree.kid(verb, "nsubj")
    return subject is not None and (tree.lemma[subject] in _read_surveys() or tree.lower[subject] in _read_surveys())


def is_finding(tree: Words, cue: Cue) -> bool:
    """`found that prices had doubled`, `..., the watchdog found`, but not `he found that`, which nobody said."""
    if cue.lemma == "hear":
        return _is_hearing(tree, cue.token)
    if cue.lemma == "put" and _is_measuring(tree, cue.token):
        return True
    subject = tree.kid(cue.token, "nsubj")
    if subject is None or (tree.tag[subject][0] != "N" and tree.lower[subject] != "it"):
        return False
    after = tree.lower[cue.last : cue.last + 1]
    names_clause = "c" in cue.frames and after == ["that"]
    ends_clause = tree.lower[tree.left[subject] - 1] == "," and (after in ([], ["."]) or after[0].isspace())
    return names_clause or ends_clause or is_surveying(tree, cue.token)


def _is_measuring(tree: Words, verb: int) -> bool:
    """`put the cost at nine million`."""
    things = tree.kids_of(verb, "dobj")
    return any(is_measure(tree, kid) for up in (verb, *things) for kid in tree.kids[up])


def _is_hearing(tree: Words, verb: int) -> bool:
    """`The court heard that he had fled`: what is said there by nobody named."""
    subject = tree.kid(verb, "nsubj")
    return subject is not None and tree.lemma[subject] in read_hearers()


def find_surveyed(reading: Reading, cue: Cue) -> Content | None:
    """The object of a survey's verb with all that goes with it, up to the next clause."""
    tree = reading.tree
    if not is_surveying(tree, cue.token) or tree.kid(cue.token, "dobj", "xcomp", "oprd") is None:
        return None
    last = cue.last
    for kid in tree.kids[cue.token]:
        is_apart = tree.dep[kid] in ("cc", "conj", "advcl") or tree.lower[kid] in (";", ":", ".")
        if kid >= last and is_apart:
            break
        if kid >= last and tree.dep[kid] != "punct":
            last = tree.right[kid]
    if last - cue.last < 2:
        return None  # `A poll found that: ...`
    return Content(((cue.last, widen(reading, cue.last, cut(reading, cue.last, last))),), "survey", "s")
