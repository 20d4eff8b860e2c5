"""Outlets: names and nouns for those who carry the words of others."""

from functools import cache
from typing import NamedTuple

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words, find_tokens

CARRIED = frozenset(
    {"report", "carry", "air", "publish", "broadcast", "quote", "cite", "show", "distribute", "release"}
)  # what outlets do with the words of others


class _Outlets(NamedTuple):
    """Names of outlets in lower case without article, nouns for outlets, and last words of the names of newspapers.

    `endings` are the words with which any of them ends.
    """

    names: frozenset[str]
    nouns: frozenset[str]
    mastheads: frozenset[str]
    endings: frozenset[str]


@cache
def read_outlets() -> _Outlets:
    """Names and nouns: what the lexicon has in lower case is a noun."""
    rows = [row["name"].removeprefix("The ") for row in read_lexicon("quotes", "outlets")]
    nouns = frozenset(name for name in rows if name.islower())
    names = frozenset(name.casefold() for name in rows) - nouns
    mastheads = frozenset(row["word"] for row in read_lexicon("quotes", "mastheads"))
    endings = frozenset(name.rpartition(" ")[2] for name in names) | nouns | mastheads
    return _Outlets(names, nouns, mastheads, endings)


def find_outlet_ends(tree: Words) -> list[int]:
    """Tokens with which the name of an outlet may end, in order."""
    known = read_outlets()
    return sorted({*find_tokens(tree.lower, known.endings), *find_tokens(tree.lemma, known.nouns)})


def is_outlet(tree: Words, first: int, last: int) -> bool:
    """Whether a token range names an outlet: by a noun, by a name of the lexicon, or as `the Harbour Ledger`."""
    known, word = read_outlets(), tree.lower[last - 1]
    if word in known.nouns or tree.lemma[last - 1] in known.nouns:
        return True
    inner = find_tokens(tree.lower[first : last - 1], known.nouns)
    if inner and any(_is_named(tree, first + at, last) for at in inner):
        return True  # `the state news agency BTK`
    if word not in known.endings:
        return False
    if tree.tag[last - 1][0] != "N":
        return False
    if word in known.mastheads and tree.tag[last - 1] == "NNP" and last - first > 1:
        return True
    if _name(tree, first, last) in known.names:
        return True
    opening = next((at for at in range(first, last) if tree.head[at] == last - 1 or tree.tag[at] == "IN"), last)
    return tree.tag[opening : opening + 1] == ["NN"] and _name(tree, opening + 1, last) in known.names


def _is_named(tree: Words, noun: int, last: int) -> bool:
    """Whether a noun is followed by a name alone, as in `the agency BTK`, `Radio Delta`."""
    is_noun = tree.tag[noun] == "NN" or tree.lower[noun] in _STATIONS
    return is_noun and all(tag == "NNP" for tag in tree.tag[noun + 1 : last])


_STATIONS = frozenset({"radio", "channel"})


def _name(tree: Words, first: int, last: int) -> str:
    return " ".join(tree.lower[first:last]).replace(" - ", "-").removeprefix("the ")
