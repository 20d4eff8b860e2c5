"""Direction of an expression without a year or a week: the tense of the verb that governs it."""

import re
from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
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


def find_direction(words: Words, first: int, last: int) -> str | None:
    """Say whether tokens first to last (exclusive) look back (past), on (future) or at what is (present).

    None when no finite verb governs them.
    """
    head, pos = words.head, words.pos
    token = first
    while first <= head[token] < last and head[token] != token:
        token = head[token]
    if last - first == 1 and words.dep[token] in _MODIFIER and _is_one_of_many(words, head[token]):
        return "past"  # a September letter is one that was written
    for _ in range(_CLIMB_LIMIT):
        if head[token] == token:
            break
        token = head[token]
        if _looks_ahead(words, token):
            return "future"
        if words.lower[token] == "since":
            return "past"
        if pos[token] in ("VERB", "AUX"):
            direction = _tense(words, token)
            if direction:
                return direction
    return _tense(words, token) if pos[token] in ("VERB", "AUX") else None


def _is_one_of_many(words: Words, noun: int) -> bool:
    return any(words.lower[kid] in ("a", "an") for kid in words.kids[noun] if kid < noun)


def _tense(words: Words, verb: int) -> str | None:
    """Direction that a verb gives to what depends on it; None when its own governor decides."""
    tag, lower, head = words.tag, words.lower, words.head[verb]
    if tag[verb] == "VBN" and _is_forward(words, verb):
        return "future"
    helpers = [kid for kid in words.kids[verb] if kid < verb and words.dep[kid] in ("aux", "auxpass")]
    has_have = any(words.lemma[kid] == "have" for kid in helpers)
    if any(lower[kid] in _MODALS for kid in helpers):
        return "past" if has_have else "future"
    if any(tag[kid] == "TO" for kid in helpers):
        return "future" if _is_forward(words, head) or words.pos[head] == "AUX" or lower[head] == "going" else None
    for kid in helpers:
        if tag[kid] in ("VBD", "VBZ", "VBP"):
            if has_have or tag[kid] == "VBD" or tag[verb] == "VBN":
                return "past"
            return "future" if tag[verb] == "VBG" else "present"
    if tag[verb] == "VBG":
        return "past" if lower[head] in _AFTER else None
    return _TENSE_OF_TAG.get(tag[verb])


def _looks_ahead(words: Words, token: int) -> bool:
    """Ahead of, due, likely; the upcoming vote."""
    forward, pos = _forward_words(), words.pos
    if pos[token] in ("ADJ", "ADP", "ADV"):
        return words.lower[token] in forward
    if pos[token] != "NOUN":
        return False
    return any(pos[kid] == "ADJ" and words.lower[kid] in forward for kid in words.kids[token] if kid < token)


def _is_forward(words: Words, verb: int) -> bool:
    return words.lemma[verb] in _forward_words() or words.lower[verb] in _forward_words()


def is_general(words: Words, finding: Finding) -> bool:
    """Whether "today" means the present age.

    It does in a comparison, at the head of a sentence in the present tense, and beside "still" or a lasting state.
    """
    today = finding.first
    if finding.last != today + 1 or words.lower[today] != "today":
        return False
    if _COMPARED.match(words.source, finding.end):
        return True
    verb = _governor(words, today)
    is_present = words.tag[verb] == "VBN" or find_direction(words, today, finding.last) == "present"
    if not is_present or words.pos[verb] not in ("VERB", "AUX"):
        return False
    if words.tag[verb] != "VBN" and words.sentence[today][0] == today:
        return True
    helpers = [words.lower[kid] for kid in words.kids[verb] if kid < verb]
    return words.lemma[verb] in _state_words() or "still" in helpers


def _governor(words: Words, token: int) -> int:
    for _ in range(_CLIMB_LIMIT):
        if words.head[token] == token:
            break
        token = words.head[token]
        if words.pos[token] in ("VERB", "AUX"):
            break
    return token
