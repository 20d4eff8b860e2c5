"""What the rules for titles look at."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tasks.entities.gazetteer import read_gazetteer
from tasks.entities.records import Mention
from tasks.language.words import Words
from tasks.roles.lexicons import Titles


class Phrase(NamedTuple):
    """Token range of a title with its head, the mention that it stands with, and the rule."""

    mention: int
    first: int
    last: int
    head: int
    rule: str


class Text(NamedTuple):
    """What the rules look at; `name_at` gives the name that a token is part of."""

    words: Words
    mentions: Sequence[Mention]
    name_at: Mapping[int, int]
    titles: Titles


_VERBS = frozenset({"VBD", "VBP", "VBZ"})  # he accused Wilmot, she heads the bank


def is_title(text: Text, at: int) -> bool:
    """Whether a title of the lexicon ends at a token, outside names or as the last word of a body's."""
    if text.words.lower[at] not in text.titles.heads or text.words.tag[at] in _VERBS or not width_of(text, at):
        return False
    return at not in text.name_at or _is_plain_head(text, at)


def width_of(text: Text, at: int) -> int:
    """Number of tokens of the longest title that ends at a token, 0 if none does."""
    words, titles = text.words.lower, text.titles.titles
    if at > 1 and " ".join(words[at - 2 : at + 1]) in titles:
        return 3
    if at > 0 and f"{words[at - 1]} {words[at]}" in titles:
        return 2
    return 1 if words[at] in titles else 0


def _is_plain_head(text: Text, at: int) -> bool:
    """A title that the model took into the name of a body: `Foreign Ministry Spokesperson`."""
    index = text.name_at.get(at)
    if index is None or text.mentions[index].text.casefold() in read_gazetteer():
        return False
    return text.mentions[index].entity_type == "ORG" and text.mentions[index].last == at + 1
