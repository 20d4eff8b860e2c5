"""Verbs that no lexicon has: `"Over my dead body," the alderman harrumphed`."""

from tasks.language.words import Words
from tasks.quotes.drafts import Draft
from tasks.quotes.forms import is_title
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source, find_source

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NO_ACT = frozenset({"be", "have", "do", "become", "win", "open", "play", "star", "sell"})
_FARTHEST = 12  # tokens from the closing mark to the verb
_OBJECTS = ("dobj", "ccomp", "xcomp", "acomp", "attr", "oprd")
_NAMING = frozenset({"NN", "NNP", "NNPS", "HYPH"})
_VERBLIKE = _FINITE | {"VBN", "NNS"}


def find_by_unlisted_verb(reading: Reading, index: int) -> Draft | None:
    """Who speaks by a verb alone with its subject, right after a quotation that ends with a comma."""
    words, tree = reading.tree.lower, reading.tree
    first, last = reading.ranges[index]
    end = last - 2 - (words[last - 2] == "'")  # a quotation within may end with it
    if last == len(words) or words[end] not in (",", "?", "!") or is_title(reading, index):
        return None
    found = _before_verb(reading, last) or _after_verb(tree, last)
    if found is None:
        return None
    verb, source = found
    frame, cue = (last, max(source.last, verb + 1)), (verb, verb + 1)
    return Draft(verb, cue, tree.lemma[verb], None, source, frame, ((first, last),), "unlisted_verb")


def _before_verb(reading: Reading, first: int) -> tuple[int, Source] | None:
    """`Pike harrumphed`: the verb and its subject, which is all that stands before it."""
    tree = reading.tree
    end = min(first + _FARTHEST, tree.sentence[first - 1][1], len(tree.tag) - 1)
    verb = next((token for token in range(first, end) if tree.tag[token] in _FINITE), None)
    if verb is None:
        return _after_name(tree, first)
    if tree.lemma[verb] in _NO_ACT or any(kid > verb for kid in tree.kids_of(verb, *_OBJECTS)):
        return None
    source = find_source(reading, verb)
    return None if source is None or (source.first, source.last) != (first, verb) else (verb, source)


def _after_name(tree: Words, first: int) -> tuple[int, Source] | None:
    """`alderman Joe Pike harrumphed.`, of which the parser makes one name: a small word that ends a sentence."""
    verb = _end_of_names(tree, first) - 1
    is_verb = verb > first and tree.text[verb].islower()
    if not is_verb or tree.lower[verb + 1 : verb + 2] != ["."] or not tree.text[verb - 1][0].isupper():
        return None
    return verb, Source(first, verb, verb - 1, "subject", (first, verb))


def _after_verb(tree: Words, verb: int) -> tuple[int, Source] | None:
    """`rued manager Lars Holm`: a name right after a word that the parser may take for a noun."""
    last = _end_of_names(tree, verb + 1)
    is_verb = tree.text[verb].isalpha() and tree.text[verb].islower() and tree.tag[verb] in _VERBLIKE
    if not is_verb or last == verb + 1 or tree.tag[last - 1] != "NNP":
        return None
    return verb, Source(verb + 1, last, last - 1, "subject", (verb + 1, last))


def _end_of_names(tree: Words, at: int) -> int:
    """Where a row of nouns ends."""
    while at < len(tree.tag) and tree.tag[at] in _NAMING:
        at += 1
    return at
