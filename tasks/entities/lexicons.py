"""Word lists of this component, read once."""

from functools import cache
from typing import NamedTuple

from tasks.entities.gazetteer import Known, read_gazetteer
from tasks.language.lexicon import read_lexicon


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


class Lexicons(NamedTuple):
    """Look-ups by lower-case word."""

    honorifics: dict[str, str | None]
    nouns: dict[str, Noun]
    given_names: dict[str, str | None]
    keywords: dict[str, str]
    pronouns: dict[str, Pronoun]
    gazetteer: dict[str, Known]


@cache
def read_lexicons() -> Lexicons:
    """Read every word list."""
    return Lexicons(
        {row["word"]: row["gender"] or None for row in read_lexicon("entities", "honorifics")},
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
        read_gazetteer(),
    )
