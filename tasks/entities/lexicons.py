"""Word lists of this component, read once."""

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from tasks.entities.gazetteer import Known, read_gazetteer
from tasks.language.lexicon import read_lexicon

LETTERS = frozenset({"mp", "mep", "msp", "mla", "obe", "cbe", "mbe", "kbe", "kc", "qc", "phd"})  # `Ivo Wilmot MP`


class Noun(NamedTuple):
    """What a noun points at; gender and number are None where it does not tell."""

    entity_type: str
    gender: str | None
    number: str | None


class Pronoun(NamedTuple):
    """`agreement` is male, female, neuter, plural, one or any; `kind` is plain, possessive or reflexive."""

    person: str
    agreement: str
    kind: str


@dataclass(frozen=True, slots=True)
class Lexicons:
    """Look-ups by lower-case word; `titles` open a title of two words: prime, foreign, attorney."""

    honorifics: dict[str, str | None]
    titles: frozenset[str]
    nouns: dict[str, Noun]
    given_names: dict[str, str | None]
    keywords: dict[str, str]
    pronouns: dict[str, Pronoun]
    sports: frozenset[str]
    suffixes: frozenset[str]
    gazetteer: dict[str, Known]
    weights: dict[str, tuple[float, float, float, float]]


@cache
def read_lexicons() -> Lexicons:
    """Read every word list."""
    return Lexicons(
        {row["word"]: row["gender"] or None for row in read_lexicon("entities", "honorifics")},
        frozenset(row["word"] for row in read_lexicon("entities", "title_words")),
        {
            row["noun"]: Noun(row["entity_type"], row["gender"] or None, row["number"] or None)
            for row in read_lexicon("entities", "nouns")
        },
        {row["name"]: row["gender"] or None for row in read_lexicon("entities", "given_names")},
        {row["word"]: row["entity_type"] for row in read_lexicon("entities", "keywords")},
        {
            row["word"]: Pronoun(row["person"], row["agreement"], row["kind"])
            for row in read_lexicon("entities", "pronouns")
        },
        frozenset(row["word"] for row in read_lexicon("entities", "sports")),
        frozenset(row["word"] for row in read_lexicon("entities", "suffixes")),
        read_gazetteer(),
        _read_weights(),
    )


def is_one_person(noun: str) -> bool:
    """Whether a noun in lower case points at a single person."""
    found = read_lexicons().nouns.get(noun)
    return found is not None and found.entity_type == "PERSON" and found.number == "one"


@lru_cache(maxsize=1 << 14)
def read_stems(name: str) -> tuple[str, ...]:
    """What a case-folded name of a body is for short: `wilmot energy` and `wilmot` for `wilmot energy plc`."""
    stem, _, last = name.rpartition(" ")
    return (stem, *read_stems(stem)) if stem and last in read_lexicons().suffixes else ()


@lru_cache(maxsize=1 << 14)
def openings_of(surface: str) -> tuple[str, ...]:
    """What a name opens with: `caja` and `caja wilmot` of `caja wilmot sur`."""
    stem = surface.rpartition(" ")[0]
    return (*openings_of(stem), stem) if stem else ()


def _read_weights() -> dict[str, tuple[float, float, float, float]]:
    """Weights of a feature for PERSON, ORG, place and neither."""
    content = resources.files("tasks.entities").joinpath("weights", "types.csv").read_text("utf-8")
    rows = csv.reader(line for line in content.splitlines() if not line.startswith("#"))
    next(rows)
    return {name: (float(a), float(b), float(c), float(d)) for name, a, b, c, d in rows}
