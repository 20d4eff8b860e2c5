"""Rules compiled from their data: lexicon/rules.csv holds patterns, the other lexicons hold the words in them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tasks.language.lexicon import read_lexicon

# Numerals and dates in figures; every other placeholder of rules.csv is a lexicon.
_FIGURES = {
    "year": r"(?:1\d\d\d|20\d\d)",
    "shortyear": r"\d\d",
    "anyyear": r"(?:1\d\d\d|20\d\d|\d\d)",
    "isoday": r"(?:1\d\d\d|20\d\d)-\d\d-\d\d",
    "day": r"[0-3]?\d(?:st|nd|rd|th)?",
    "otherday": r"[0-3]?\d(?:st|nd|rd|th)?",
    "firstfield": r"[0-3]?\d",
    "secondfield": r"[0-3]?\d",
    "part_number": r"[1-4]",
    "anynumber": r"\d{1,4}",
    "hour": r"[0-2]?\d",
    "minute": r"[0-5]\d",
    "meridiem": r"[ap]\.m\.|[ap]m",
    "division": r"quarter|half",
}
_LEXICONS = {
    "month": "months",
    "weekday": "weekdays",
    "season": "seasons",
    "part": "parts_of_day",
    "dayword": "day_words",
    "decadeword": "decades",
    "relation": "relations",
    "edge": "edges",
    "frequency": "frequencies",
    "reference": "references",
    "holiday": "holidays",
    "era": "eras",
    "zone": "zones",
}
_STARTS = {"number": "numbers", "ordinal": "ordinals", "units": "units", "day_word": "day_words", **_LEXICONS}
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_FIRST_WORD = re.compile(r"[a-z]+|\d")
_NAMED_GROUP = re.compile(r"\(\?P<[a-z_]+>")


class Rule(NamedTuple):
    """A pattern over text in lower case, whose groups a reading interprets."""

    name: str
    reading: str
    needs: str
    takes_article: bool
    confidence: float
    pattern: re.Pattern[str]


@cache
def words(lexicon: str) -> Mapping[str, Mapping[str, str]]:
    """Rows of a lexicon by their word."""
    return {row["word"]: row for row in read_lexicon("times", lexicon)}


def _alternation(entries: Iterable[str]) -> str:
    ordered = sorted(entries, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " +") for word in ordered)


def _dotted(entries: Mapping[str, Mapping[str, str]]) -> str:
    """Words and their abbreviations; an abbreviation begins another word of the lexicon and may end in a point."""
    short = {word for word in entries if any(other != word and other.startswith(word) for other in entries)}
    return rf"{_alternation(set(entries) - short)}|(?:{_alternation(short)})\b\.?"


def plural(unit: str) -> str:
    """Plural of a unit's name."""
    return f"{unit[:-1]}ies" if unit == "century" else f"{unit}s"


def spaced(pattern: str, gap: str) -> str:
    """Let every space of a pattern stand for one or more gaps, an optional one (" ?") for any number of them."""
    return re.sub(r" (\??)", lambda match: f"{gap}*" if match[1] else f"{gap}+", pattern)


def _number() -> str:
    numbers = words("numbers")
    tens = [word for word, row in numbers.items() if row["value"].isdigit() and 20 <= int(row["value"]) < 100]
    ones = [word for word, row in numbers.items() if row["value"].isdigit() and int(row["value"]) < 10]
    compound = rf"(?:{_alternation(tens)})[ -](?:{_alternation(ones)})"
    return rf"\d+ 1/2|\d{{1,3}}(?:,\d\d\d)+|\d+(?:\.\d+)?|{compound}|(?:an? )?(?:{_alternation(numbers)})"


@cache
def _sources() -> Mapping[str, str]:
    units = words("units")
    lexicons = {name: _alternation(words(lexicon)) for name, lexicon in _LEXICONS.items()}
    full_weekdays = [word for word in words("weekdays") if word.endswith("day")]
    return {
        **_FIGURES,
        **lexicons,
        "month": _dotted(words("months")),
        "weekday": _dotted(words("weekdays")),
        "weekdays": _alternation([f"{day}s" for day in [*full_weekdays, "weekday", "weekend"]]),
        "number": _number(),
        "othernumber": _number(),
        "ordinal": rf"\d{{1,2}}(?:st|nd|rd|th)|{_alternation(words('ordinals'))}",
        "unit": _alternation([*units, *map(plural, units)]),
        "units": _alternation(map(plural, units)),
    }


def _expand(pattern: str) -> str:
    sources = _sources()
    return _PLACEHOLDER.sub(lambda match: f"(?P<{match[1]}>{sources[match[1]]})", spaced(pattern, " "))


def _to_edge() -> str:
    """What may stand before an expression as a part of it: early, the end of."""
    return rf"(?:(?P<before>{_sources()['edge']})[ -]+(?:the +)?)?"


def _compile(row: Mapping[str, str]) -> Rule:
    edge = _to_edge() if row["edge"] else ""
    source = f"{edge}(?:{_expand(row['pattern'])})(?!\\w)"
    pattern = re.compile(source, re.ASCII)
    return Rule(row["name"], row["reading"], row["needs"], bool(row["the"]), float(row["confidence"]), pattern)


class Rules(NamedTuple):
    """Rules in their order; the group of `gate` that matches is the first of them whose pattern does, from 1."""

    gate: re.Pattern[str]
    rules: tuple[Rule, ...]


@cache
def rules_by_start() -> Mapping[str, Rules]:
    """Rules by the first word of what they match, in lower case; those that match figures stand under `0`."""
    found: dict[str, list[Rule]] = {}
    for row in read_lexicon("times", "rules"):
        rule = _compile(row)
        starts = [*row["starts"].split(), "edge"] if row["edge"] else row["starts"].split()
        for start in dict.fromkeys(word for name in starts for word in _first_words(name)):
            found.setdefault(start, []).append(rule)
    edges = _first_words("edge")
    gate = cache(_to_gate)
    return {start: Rules(gate(tuple(rules), start in edges), tuple(rules)) for start, rules in found.items()}


def _to_gate(rules: Sequence[Rule], is_edge: bool) -> re.Pattern[str]:
    """One pattern for all rules of a first word; where that begins no edge, there is none to look for."""
    sources = (rule.pattern.pattern if is_edge else rule.pattern.pattern.removeprefix(_to_edge()) for rule in rules)
    return re.compile("|".join(f"({_NAMED_GROUP.sub('(?:', source)})" for source in sources), re.ASCII)


def _first_words(start: str) -> set[str]:
    """First words of a lexicon, or the word itself; 0 for figures."""
    if start == "digits":
        return {"0"}
    lexicon = _STARTS.get(start)
    if lexicon is None:
        return {start}
    entries = set(words(lexicon))
    if start == "units":
        entries = set(map(plural, entries))
    if start == "weekday":
        entries |= {f"{word}s" for word in entries if word.endswith("day")}
    first = {match[0] if match[0].isalpha() else "0" for match in map(_FIRST_WORD.match, entries) if match}
    if start == "ordinal":
        first.add("0")
    if start in ("month", "weekday", "holiday"):  # the tokenizer leaves the point on an abbreviation
        first |= {f"{word}." for word in first}
    return first
