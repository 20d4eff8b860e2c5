"""Sentences about sport, film, weather and accidents, where the words of conflict mean something else."""

import re
from functools import cache

from tasks.events.classes import read_classes
from tasks.language.lexicon import read_lexicon
from tasks.language.records import Sentence
from tasks.language.words import Words

_GUARDED = frozenset({"ASSAULT", "REJECT", "THREATEN", "MOBILIZE", "COERCE", "RETREAT", "SANCTION", "PROTEST"})
_SCORE = re.compile(r"\b\d{1,2}[-\u2013]\d{1,2}\b")
_ENOUGH = 2
_MANY = 3
_VARIED = 4


@cache
def read_guards() -> dict[str, str]:
    """Field of every guard word."""
    return {word: row["field"] for row in read_lexicon("events", "guards") for word in row["words"].split()}


def is_of_field(tree: Words, *fields: str, many: int = _MANY) -> bool:
    """Whether a document holds several different words of one of these fields."""
    guards = read_guards()
    found = [guards[lemma] for lemma in guards.keys() & tree.lemma]
    return any(found.count(field) >= many for field in fields)


def is_of_campaign(tree: Words) -> bool:
    """Whether a document tells of an election, where rivals attack each other and states are captured without force."""
    return len(read_classes()["campaign"].intersection(tree.lemma)) >= _VARIED


def is_guarded(tree: Words, sentence: Sentence, act: str) -> bool:
    """Whether the sentence holds two different words of one field in which such acts are no political events."""
    return act in _GUARDED and count_guards(tree, sentence) >= _ENOUGH


def count_guards(tree: Words, sentence: Sentence) -> int:
    """How many different words of one field the sentence holds, of the field that has most."""
    guards, lemmas = read_guards(), tree.lemma[sentence.first : sentence.last]
    if guards.keys().isdisjoint(lemmas):
        return 0
    fields = [guards[lemma] for lemma in guards.keys() & lemmas]
    return max(fields.count(field) for field in fields)


def is_of_match(tree: Words, first: int, last: int) -> bool:
    """Whether a stretch of text gives the score of a match, or stands in a report on sport: "beat Seville 3-1"."""
    return is_of_field(tree, "sport") or _SCORE.search(tree.between(first, last)) is not None
