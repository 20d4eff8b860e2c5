"""Candidates: where a rule matches, and the reading that its words have."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.times.conditions import CONDITIONS, Place
from tasks.times.patterns import Rule, rules_by_start
from tasks.times.patterns import words as lexicon
from tasks.times.readings import READERS
from tasks.times.records import Finding, Reading

_FIGURE = re.compile(r"\d(?<![\w.,$£€#]\d)")
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?:\bthe +(?:mid-)?'?|\bmid-|')$")
_DAY_VALUE = re.compile(r"XXXX-WXX-\d|[X\d]{4}-\d\d-\d\d")
_JOINT = re.compile(r"(?:,? +(?:at +|on +|on +the +|of +|in +the +)?|, +)", re.IGNORECASE)


@cache
def _name_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in lexicon("names"))
    return re.compile(rf"\b(?:{names})\b", re.ASCII)


@cache
def _name_words() -> frozenset[str]:
    return frozenset(word for name in lexicon("names") for word in _WORD.findall(name))


class Source(NamedTuple):
    """A parse, and its text in lower case."""

    words: Words
    lower: str


def find_findings(words: Words, sentences: Sequence[Sentence]) -> list[Finding]:
    """List what the rules match, left to right, without overlaps and outside boilerplate."""
    source = Source(words, _to_lower(words.source))
    findings: list[Finding] = []
    end = 0
    for hit, word in _find_hits(source):
        found = _match(source, hit, rules_by_start()[word].rules) if hit.start() >= end else None
        if found is None or found.start < end:
            continue
        end = found.end
        joined = _join(words.source, findings[-1], found) if findings else None
        findings[-1 if joined else len(findings) :] = [joined or found]
    furniture = [(each.start, each.end) for each in sentences if each.zone == "boilerplate"]
    if not furniture:
        return findings
    return [each for each in findings if not any(low <= each.start < high for low, high in furniture)]


def _to_lower(text: str) -> str:
    """A text of the same length in lower case: the one letter that would become two stays."""
    return text.replace("İ", "I").lower()


def _join(text: str, left: Finding, right: Finding) -> Finding | None:
    """A day and a time of day side by side are one time: Thursday afternoon, 3 p.m. on Wednesday."""
    time, day = (left, right) if left.reading.kind == "TIME" else (right, left)
    if time.reading.kind != "TIME" or time.reading.base != "story" or time.reading.steps or not _is_day(day.reading):
        return None
    if not _JOINT.fullmatch(text, left.end, right.start):
        return None
    reading = day.reading._replace(kind="TIME", suffix=time.reading.suffix)
    confidence = min(left.confidence, right.confidence)
    return Finding(left.start, right.end, left.first, right.last, reading, day.rule, confidence)


def _is_day(reading: Reading) -> bool:
    if reading.kind != "DATE" or reading.suffix:
        return False
    return reading.unit == "day" or bool(_DAY_VALUE.fullmatch(reading.value))


def _find_hits(source: Source) -> list[tuple[re.Match[str], str]]:
    """What the gates of the rules match, left to right, with the key of the rules."""
    words, lower = source
    by_start = rules_by_start()
    starts = list(compress(zip(words.start, words.lower, strict=True), map(by_start.__contains__, words.lower)))
    starts.extend((match.start(), "0") for match in _FIGURE.finditer(words.source))
    starts.sort()
    return [(hit, word) for start, word in starts if (hit := by_start[word].gate.match(lower, start))]


def _match(source: Source, hit: re.Match[str], rules: Sequence[Rule]) -> Finding | None:
    """What the first rule finds whose pattern and condition hold; the hit of their gate tells which to try first."""
    lower, start = source.lower, hit.start()
    for rule in rules[(hit.lastindex or 1) - 1 :]:
        match = rule.pattern.match(lower, start)
        if match is not None and not lower[match.end() : match.end() + 1].isalnum():
            found = _accept(source, rule, match)
            if found:
                return found
    return None


def _accept(source: Source, rule: Rule, match: re.Match[str]) -> Finding | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    lower, start, end = source.lower, *match.span()
    offsets = source.words.start
    first, last = bisect_right(offsets, start) - 1, bisect_left(offsets, end)
    if rule.needs and not CONDITIONS[rule.needs](Place(source.words, lower, start, end, first, last, groups)):
        return None
    if _in_name(lower, start, end):
        return None
    reading = READERS[rule.reading](groups)
    if reading is None:
        return None
    if rule.takes_article or "before" in groups:
        lead = _ARTICLE.search(lower, max(0, start - 9), start)
        start = lead.start() if lead else start
        first = bisect_right(offsets, start) - 1
    return Finding(start, end, first, last, reading, rule.name, rule.confidence)


def _in_name(text: str, start: int, end: int) -> bool:
    if _name_words().isdisjoint(_WORD.findall(text, start, end)):
        return False
    low = max(0, start - 25)
    return any(
        low + name.start() < end and start < low + name.end() for name in _name_pattern().finditer(text[low : end + 25])
    )
