"""Outlets: names and nouns for those who carry the words of others."""

from functools import cache
from typing import NamedTuple

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words, find_tokens

CARRIED = frozenset(
    {"report", "carry", "air", "publish", "broadcast", "quote", "cite", "show", "distribute", "release"}
)  # what outlets do with the words of others


class _Outlets(NamedTuple):
    """Names of outlets in lower case without article, the last words of those, and nouns for outlets."""

    names: frozenset[str]
    endings: frozenset[str]
    nouns: frozenset[str]


@cache
def read_outlets() -> _Outlets:
    """Names and nouns: what the lexicon has in lower case is a noun."""
    rows = [row["name"].removeprefix("The ") for row in read_lexicon("quotes", "outlets")]
    nouns = frozenset(name for name in rows if name.islower())
    names = frozenset(name.casefold() for name in rows) - nouns
    return _Outlets(names, frozenset(name.rpartition(" ")[2] for name in names), nouns)


@cache
def _read_mastheads() -> frozenset[str]:
    """Last words of the names of newspapers: the Harbour Ledger."""
    return frozenset(row["word"] for row in read_lexicon("quotes", "mastheads"))


def find_outlet_ends(tree: Words) -> list[int]:
    """Tokens with which the name of an outlet may end, in order."""
    known = read_outlets()
    nouns = (*find_tokens(tree.lemma, known.nouns), *find_tokens(tree.lower, known.nouns))
    return sorted({*find_tokens(tree.lower, known.endings | _read_mastheads()), *nouns})


def is_outlet(tree: Words, first: int, last: int) -> bool:
    """Whether a token range names an outlet."""
    known = read_outlets()
    if tree.lemma[last - 1] in known.nouns or tree.lower[last - 1] in known.nouns:
        return True
    if tree.tag[last - 1] == "NNP" and last - first > 1 and tree.lower[last - 1] in _read_mastheads():
        return True
    if tree.lower[last - 1] not in known.endings or tree.tag[last - 1][0] != "N":
        return False
    if _name(tree, first, last) in known.names:
        return True
    opening = next((at for at in range(first, last) if tree.head[at] == last - 1 or tree.tag[at] == "IN"), last)
    return tree.tag[opening : opening + 1] == ["NN"] and _name(tree, opening + 1, last) in known.names


def _name(tree: Words, first: int, last: int) -> str:
    return " ".join(tree.lower[first:last]).replace(" - ", "-").removeprefix("the ")
