"""Conditions on the context of an ambiguous word: May, March, spring, 1950, months, night."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.times.patterns import spaced
from tasks.times.patterns import words as lexicon

_REACH = 24


class Place(NamedTuple):
    """Where a pattern matched: the text in lower case, characters and tokens (ends exclusive), and the groups."""

    words: Words
    lower: str
    start: int
    end: int
    first: int
    last: int
    groups: Mapping[str, str]


@cache
def _contexts() -> Mapping[tuple[str, str], re.Pattern[str]]:
    found = {}
    for row in read_lexicon("times", "contexts"):
        ending = "$" if row["side"] == "before" else ""
        source = f"(?:{spaced(row['pattern'], '[ -]')}){ending}"
        found[row["name"], row["side"]] = re.compile(source)
    return found


def _follows(place: Place, name: str) -> bool:
    """Whether the text just before is such a context."""
    start = max(0, place.start - _REACH)
    return _contexts()[name, "before"].search(place.lower, start, place.start) is not None


def _precedes(place: Place, name: str) -> bool:
    """Whether the text just after is such a context."""
    return _contexts()[name, "after"].match(place.lower, place.end, place.end + _REACH) is not None


def _surface(place: Place) -> str:
    return place.words.source[place.start : place.end]


def _is_part_of_name(place: Place) -> bool:
    """Part of a person's name, or right after one (Theresa May)."""
    ents = place.words.ents
    after = bisect_left(ents, (place.last,))
    near = ents[max(0, after - place.last + place.first - 1) : after]
    return any(last >= place.first and label == "PERSON" for _, last, label in near)


def is_month(place: Place) -> bool:
    """A month in capitals; alone, an ambiguous one needs a preposition before it."""
    if not is_capital(place):
        return False
    if "day" in place.groups:
        return True
    if _is_part_of_name(place):
        return False
    is_word = lexicon("months")[place.groups["month"].rstrip(".")]["is_word"]
    return not is_word or "before" in place.groups or _follows(place, "month") or _modifies_noun(place)


def _modifies_noun(place: Place) -> bool:
    """Her March speech, the May meeting."""
    words, noun = place.words, place.last
    if noun == len(words.text) or not _follows(place, "modifier"):
        return False
    return words.text[noun].islower() and words.tag[noun] in ("NN", "NNS", "JJ")


def is_capital(place: Place) -> bool:
    """A name of a month or weekday as it should be written."""
    return any(letter.isupper() for letter in _surface(place))


def is_holiday(place: Place) -> bool:
    """A holiday that stands as a time: after a preposition, with its year, or in figures (9/11)."""
    return "year" in place.groups or place.groups["holiday"][0].isdigit() or _follows(place, "holiday")


def is_weekday(place: Place) -> bool:
    """A weekday in full and in capitals; short forms stand only in full dates."""
    is_word = lexicon("weekdays")[place.groups["weekday"].rstrip(".")]["is_word"]
    return not is_word and is_capital(place)


def is_year(place: Place) -> bool:
    """Four digits that are a year and no count of things, number or price."""
    if "before" in place.groups:
        return True
    if _follows(place, "count") or _follows(place, "number") or _precedes(place, "measure"):
        return False
    if "shortyear" not in place.groups and _precedes(place, "number"):
        return False
    year = int(place.groups["year"])
    if _follows(place, "determiner"):
        return True
    is_round = year < 1950 or year % 100 == 0
    if is_round and place.words.tag[place.last : place.last + 1] in (["NNS"], ["JJ"]):
        return _follows(place, "anchored")
    return 1900 <= year < 2050 or _follows(place, "year")


def is_season(place: Place) -> bool:
    """A season after a preposition; those that are words need the article, too."""
    if "before" in place.groups:
        return True
    if lexicon("seasons")[place.groups["season"]]["is_word"]:
        return _follows(place, "doubtful_season") and not place.lower.startswith(" of", place.end)
    return _follows(place, "season")


def is_decade(place: Place) -> bool:
    """A decade in words or two digits after the article or an apostrophe, and nobody's age."""
    return len(place.groups.get("decade", "")) == 4 or "before" in place.groups or _follows(place, "decade")


def is_length(place: Place) -> bool:
    """A number of units that is no age and no single occasion."""
    number, unit = place.groups["number"], place.groups["unit"]
    if _precedes(place, "age") or _follows(place, "age") or (unit == "second" and number in ("a", "one")):
        return False
    if number in ("a", "an", "one") and (unit.endswith("s") or unit == "quarter"):
        return False
    if number == "one" and unit == "day":
        return _follows(place, "lone_day")
    return number != "some" or unit.endswith("s")


def is_bare_length(place: Place) -> bool:
    """Units without a number that are a length: for months, weeks of talks."""
    return _follows(place, "bare_units") or _precedes(place, "bare_units")


def is_part(place: Place) -> bool:
    """A part of the day that belongs to a day, or that a preposition makes a time."""
    return _follows(place, "part") or _precedes(place, "part")


def is_span(place: Place) -> bool:
    """A length of time up to now or from now on: over the past year."""
    return _follows(place, "span")


def is_rate(place: Place) -> bool:
    """The period of a rate: 300 passengers a day."""
    return _follows(place, "rate")


def is_outside_name(place: Place) -> bool:
    """Not the capitalised word of a name: USA Today, LA Weekly."""
    if not _surface(place)[0].isupper() or place.first == 0:
        return True
    before = place.words.text[place.first - 1]
    return not (before.isalpha() and before[0].isupper())


def is_clock(place: Place) -> bool:
    """Hours and minutes that are no score or ratio."""
    return not _follows(place, "score")


def is_reference(place: Place) -> bool:
    """A word for the present or the past that is not part of a set phrase."""
    return not _follows(place, "fixed_phrase")


CONDITIONS: Mapping[str, Callable[[Place], bool]] = {
    "capital": is_capital,
    "holiday": is_holiday,
    "month": is_month,
    "weekday": is_weekday,
    "year": is_year,
    "season": is_season,
    "decade": is_decade,
    "length": is_length,
    "bare_length": is_bare_length,
    "part": is_part,
    "rate": is_rate,
    "span": is_span,
    "outside_name": is_outside_name,
    "clock": is_clock,
    "reference": is_reference,
}
