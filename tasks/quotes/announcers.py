"""Who a sentence without a cue announces before a colon: `Voss was glad of it: "..."`."""

from collections.abc import Sequence
from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.cues import read_nouns
from tasks.quotes.drafts import Draft
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source, trim


@cache
def _read_answers() -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_lexicon("quotes", "answers"))


_NAMES = frozenset({"NNP", "NNPS"})
_PAINTED = frozenset(
    {"daub", "paint", "spray", "scrawl", "scribble", "chalk", "stencil", "stitch", "tattoo", "engrave"}
)
_NOBODY = frozenset({"it", "you", "this", "that", "there"})


def find_announcer(reading: Reading, drafts: Sequence[Draft], first: int) -> Source | None:
    """`Voss was glad of it: "..."`: who is named before a colon, by a clause that attributes nothing else."""
    tree, colon = reading.tree, first - 1
    while colon > 0 and tree.lower[colon].isspace():
        colon -= 1
    if colon < 2 or tree.lower[colon] not in (":", "?") or reading.paragraph[first] - reading.paragraph[colon] > 1:
        return None
    if tree.lower[colon] == "?":
        return _find_verdict(reading, colon)
    start = tree.sentence[colon - 1][0]
    if _is_told(drafts, start, first) or not _PAINTED.isdisjoint(tree.lemma[start:colon]):
        return None
    last = colon - 1
    outside = [token for token in range(start, colon) if reading.quoted[token] < 0 and tree.dep[token] == "nsubj"]
    subjects = [token for token in outside if _is_somebody(tree, token)]
    main = [token for token in subjects if tree.dep[tree.head[token]] == "ROOT"]
    is_within = tree.dep[last] == "pobj" and (bool(main) or tree.lower[tree.head[last]] not in ("from", "by"))
    if tree.tag[last] in _NAMES and reading.quoted[last] < 0 and not is_within:
        return to_source(reading, last)
    if subjects:
        return to_source(reading, (main or subjects)[0])
    if not outside:
        return _find_labelled(tree, start, colon)
    whose = _find_answerer(tree, outside[0])
    return None if whose is None else to_source(reading, whose)


def _find_labelled(tree: Words, start: int, colon: int) -> Source | None:
    """`Our reporter Mara Voss, in Oslo:`, which has no verb: the person named first, with what stands before."""
    named = ((first, last) for first, last, label in tree.ents if label == "PERSON" and start <= first < last <= colon)
    found = next(named, None)
    if found is None or any(tree.tag[token][0] == "V" for token in range(start, colon)):
        return None
    first, last = found
    while first > start and tree.tag[first - 1] in _TITLES:
        first -= 1
    return Source(first, last, last - 1, "subject", (first, last))


_TITLES = frozenset({"PRP$", "DT", "JJ", "NN", "NNP"})


def _find_verdict(reading: Reading, mark: int) -> Source | None:
    """`Her verdict? "A disgrace."`: whose the noun is that alone asks."""
    tree = reading.tree
    words = range(tree.sentence[mark][0], mark)
    noun = next((token for token in words if tree.lemma[token] in _read_answers()), None)
    if noun is None or any(tree.tag[token][0] == "V" or tree.tag[token] == "MD" for token in words):
        return None
    whose = _find_answerer(tree, noun)
    return None if whose is None else to_source(reading, whose)


def _find_answerer(tree: Words, noun: int) -> int | None:
    """Whose `the verdict of Voss` and `Voss's reply` is, else the noun that does something: `the guard put out`."""
    if tree.lemma[noun] not in read_nouns() and tree.lemma[noun] not in _read_answers():
        return noun
    of = next((kid for kid in tree.kids_of(noun, "prep") if tree.lower[kid] in ("of", "from", "by")), None)
    return tree.kid(noun, "poss") if of is None else tree.kid(of, "pobj")


def _is_somebody(tree: Words, token: int) -> bool:
    """A name (`the singer Voss`) or a pronoun that is a subject, and not of a relative clause."""
    is_named = any(tree.tag[name] in _NAMES for name in (token, *tree.kids_of(token, "appos")))
    is_one = is_named or (tree.tag[token] == "PRP" and tree.lower[token] not in _NOBODY)
    return is_one and tree.dep[tree.head[token]] != "relcl"


def _is_told(drafts: Sequence[Draft], first: int, last: int) -> bool:
    """Whether what someone says begins or ends within a token range."""
    return any(first <= place < last for draft in drafts for place in (draft.first, draft.last - 1))


def to_source(reading: Reading, head: int) -> Source:
    """The source of what follows the sentence that a noun is the subject of."""
    first, last = trim(reading, head, reading.tree.head[head])
    return Source(first, last, head, "subject", (first, last))


def find_actor(reading: Reading, drafts: Sequence[Draft], first: int) -> Source | None:
    """`Voss laughed and shook her head. "Nobody believed me."`: who acts in the sentence before, in one paragraph."""
    tree = reading.tree
    if first == 0 or tree.sentence[first][0] < first or reading.paragraph[first - 1] != reading.paragraph[first]:
        return None
    start = tree.sentence[first - 1][0]
    if reading.has_quotation(start, first) or _is_told(drafts, start, first):
        return None
    root = next((token for token in range(start, first) if tree.dep[token] == "ROOT"), None)
    who = None if root is None or tree.tag[root] not in ("VBD", "VBZ") else tree.kid(root, "nsubj")
    is_person = who is not None and (tree.tag[who] == "NNP" or tree.lower[who] in ("he", "she"))
    return to_source(reading, who) if who is not None and is_person else None
