"""How much money an act is about: "pledged $5 million", "a fine of 200 euros"."""

import re
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from tasks.events.classes import read_classes
from tasks.events.tree import VERBAL
from tasks.language.words import Words

_MONEY = re.compile(
    r"(?:(?P<sign>[A-Za-z.]{0,4}[$€£¥₹₽])\s?)?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?:[ -]?(?P<scale>thousand|million|billion|trillion|bn|m|k)\b)?(?:[ -](?P<name>.+))?",
    re.IGNORECASE,
)
_SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_RELATIONS = frozenset({"dobj", "pobj", "prep", "attr", "npadvmod", "dative"})
_BEFORE = frozenset({"nummod", "nmod", "compound", "amod", "quantmod", "poss"})
_DEEP = 4
_LABEL = itemgetter(2)


class Amount(NamedTuple):
    """A sum of money; `currency` is the sign or word that the text has."""

    value: float
    currency: str


def find_amounts(tree: Words) -> dict[int, Amount]:
    """The sums of money of a document, by the words that they are told of."""
    found: dict[int, Amount] = {}
    for first, last, _ in compress(tree.ents, map("MONEY".__eq__, map(_LABEL, tree.ents))):
        is_signed = first > 0 and tree.tag[first - 1] == "$"  # the parser leaves the sign out of some
        amount = to_amount(tree.between(first - is_signed, last))
        if amount is not None:
            for word in _told_of(tree, first, last):
                found.setdefault(word, amount)
    return found


def to_amount(text: str) -> Amount | None:
    """Read a sum: one number, its scale, a sign before it or a name behind it; ranges and rough sums are none."""
    found = _MONEY.search(text)
    if found is None or any(letter.isdigit() for letter in text[found.end("number") :]):
        return None
    currency = found["sign"] or found["name"]
    if currency is None:
        return None
    value = float(found["number"].replace(",", "")) * _SCALES.get((found["scale"] or "").lower(), 1)
    return Amount(round(value, 2), currency)


def _told_of(tree: Words, first: int, last: int) -> list[int]:
    """The words above a sum up to the verb; of what has a price, nothing more than its price is told."""
    found: list[int] = []
    word = last - 1
    while first <= tree.head[word] < last and tree.head[word] != word:
        word = tree.head[word]
    for _ in range(_DEEP):
        dep, head = tree.dep[word], tree.head[word]
        is_priced = dep in _BEFORE and tree.lemma[head] not in read_classes()["goods"]
        if head == word or dep not in _RELATIONS | _BEFORE:
            break
        found.append(head)
        if is_priced or tree.pos[head] in VERBAL:
            break
        word = head
    return found
