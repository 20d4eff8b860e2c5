"""What readings share: values of words, groups that may be missing, units without a year."""

from collections.abc import Mapping
from types import MappingProxyType

from tasks.times.numbers import to_ordinal
from tasks.times.patterns import words
from tasks.times.records import Reading

Groups = Mapping[str, str]

OPEN = MappingProxyType(
    {
        "day": "XXXX-XX-XX",
        "week": "XXXX-WXX",
        "weekend": "XXXX-WXX-WE",
        "month": "XXXX-XX",
        "quarter": "XXXX-QX",
        "half": "XXXX-HX",
        "year": "XXXX",
        "decade": "XXX",
        "century": "XX",
    }
)


def value_of(lexicon: str, word: str) -> str:
    """Value of a word of a lexicon; an abbreviation's point does not count."""
    return words(lexicon)[" ".join(word.rstrip(".").split())]["value"]


def known(groups: Groups, name: str) -> str:
    """Text of a group, empty when it matched nothing."""
    return groups.get(name, "")


def fixed(value: str, kind: str = "DATE") -> Reading:
    """Reading whose words give all there is to know, or all that direction and tense do not."""
    return Reading(kind, value)


def relation(groups: Groups) -> Mapping[str, str]:
    """How many periods away (steps), and from what (base), "last" or "the following" is."""
    return words("relations")[" ".join(groups["relation"].split())]


def division(groups: Groups) -> str | None:
    """Q3, H1; None for a third half."""
    letter = "H" if groups.get("division") == "half" else "Q"
    number = to_ordinal(groups["ordinal"])
    return f"{letter}{number}" if 1 <= number <= (2 if letter == "H" else 4) else None


def to_length(unit: str, number: str) -> str:
    """TIMEX3 value of so many units."""
    return words("units")[unit]["code"].replace("#", number)
