"""Direction of an expression without a year or a week: the tense of the verb that governs it."""

import re
from functools import cache

from spacy.tokens import Doc, Token

from tasks.language.lexicon import read_lexicon
from tasks.times.records import Finding

_MODALS = frozenset({"will", "'ll", "wo", "would", "'d", "shall", "should", "may", "might", "can", "could", "must"})
_TENSE_OF_TAG = {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}
_MODIFIER = frozenset({"compound", "nmod", "amod", "npadvmod"})
_AFTER = frozenset({"after", "despite", "since", "for"})
_CLIMB_LIMIT = 12
_COMPARED = re.compile(r" +as +(?:it|they|he|she|we) +|'s +(?:world|youth|society|standards)\b", re.IGNORECASE)


@cache
def _forward_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("times", "directions"))


@cache
def _state_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("times", "states"))


def find_direction(doc: Doc, first: int, last: int) -> str | None:
    """Say whether tokens first to last (exclusive) look back (past), on (future) or at what is (present).

    None when no finite verb governs them.
    """
    token = doc[first]
    while first <= token.head.i < last and token.head.i != token.i:
        token = token.head
    if last - first == 1 and token.dep_ in _MODIFIER and any(child.lower_ in ("a", "an") for child in token.head.lefts):
        return "past"  # a September letter is one that was written
    for _ in range(_CLIMB_LIMIT):
        if token.head.i == token.i:
            break
        token = token.head
        if _looks_ahead(token):
            return "future"
        if token.lower_ == "since":
            return "past"
        if token.pos_ in ("VERB", "AUX"):
            direction = _tense(token)
            if direction:
                return direction
    return _tense(token) if token.pos_ in ("VERB", "AUX") else None


def _tense(verb: Token) -> str | None:
    """Direction that a verb gives to what depends on it; None when its own governor decides."""
    if verb.tag_ == "VBN" and _is_forward(verb):
        return "future"
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    has_have = any(child.lemma_ == "have" for child in helpers)
    if any(child.lower_ in _MODALS for child in helpers):
        return "past" if has_have else "future"
    if any(child.tag_ == "TO" for child in helpers):
        return "future" if _is_forward(verb.head) or verb.head.pos_ == "AUX" or verb.head.lower_ == "going" else None
    for child in helpers:
        if child.tag_ in ("VBD", "VBZ", "VBP"):
            if has_have or child.tag_ == "VBD" or verb.tag_ == "VBN":
                return "past"
            return "future" if verb.tag_ == "VBG" else "present"
    if verb.tag_ == "VBG":
        return "past" if verb.head.lower_ in _AFTER else None
    return _TENSE_OF_TAG.get(verb.tag_)


def _looks_ahead(token: Token) -> bool:
    """Ahead of, due, likely; the upcoming vote."""
    words = _forward_words()
    if token.pos_ in ("ADJ", "ADP", "ADV"):
        return token.lower_ in words
    return token.pos_ == "NOUN" and any(child.pos_ == "ADJ" and child.lower_ in words for child in token.lefts)


def _is_forward(verb: Token) -> bool:
    return verb.lemma_ in _forward_words() or verb.lower_ in _forward_words()


def is_general(doc: Doc, text: str, finding: Finding) -> bool:
    """Whether "today" means the present age.

    It does in a comparison, at the head of a sentence in the present tense, and beside "still" or a lasting state.
    """
    if text[finding.start : finding.end].lower() != "today":
        return False
    if _COMPARED.match(text, finding.end):
        return True
    verb = _governor(doc[finding.first])
    is_present = verb.tag_ == "VBN" or find_direction(doc, finding.first, finding.last) == "present"
    if not is_present or verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.tag_ != "VBN" and doc[finding.first].is_sent_start:
        return True
    return verb.lemma_ in _state_words() or any(child.lower_ == "still" for child in verb.lefts)


def _governor(token: Token) -> Token:
    for _ in range(_CLIMB_LIMIT):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return token
