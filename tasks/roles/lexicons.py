"""Word lists of this component, read once."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tasks.entities.lexicons import read_lexicons
from tasks.language.lexicon import read_lexicon


class Title(NamedTuple):
    """`role` is the title written out; `country` (ISO 3166-1 alpha-3) where only one country uses it."""

    kind: str
    role: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles by their tokens in lower case, of which the last one is the head; modifiers with the value they give.

    `private` are roles that a state seldom has, `states` words for its bodies.
    """

    titles: dict[str, Title]
    heads: frozenset[str]
    modifiers: dict[str, str | None]
    private: frozenset[str]
    states: frozenset[str]


@cache
def read_titles() -> Titles:
    """Read titles and modifiers; nouns that point at one person are descriptions."""
    titles = {
        row["title"]: Title(row["kind"], row["role"], row["country"] or None) for row in read_lexicon("roles", "titles")
    }
    for noun, entry in read_lexicons().nouns.items():
        if entry.entity_type == "PERSON" and entry.number == "one":
            titles.setdefault(noun, Title("description", noun, None))
    titles |= {title.replace("-", " - "): entry for title, entry in titles.items() if "-" in title}
    modifiers = {row["word"]: row["modifier"] or None for row in read_lexicon("roles", "modifiers")}
    return Titles(
        titles,
        frozenset(title.rsplit(" ", 1)[-1] for title in titles),
        modifiers,
        frozenset(row["role"] for row in read_lexicon("roles", "private")),
        frozenset(row["word"] for row in read_lexicon("roles", "states")),
    )
