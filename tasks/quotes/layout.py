"""Attributions made by layout alone: a name and a colon, a dash and a name, a headline."""

import re
from collections.abc import Iterator

from tasks.coreference.records import Cast
from tasks.entities.records import Mention
from tasks.quotes.drafts import Draft
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source

_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})
_LABEL = re.compile(r"(?:[A-Z][A-Z.'-]+|Q|A)(?: [A-Z][A-Z.'-]+){0,3}$")
_LONGEST_NAME = 6


def find_by_layout(reading: Reading, cast: Cast) -> Iterator[Draft]:
    """Attributions of every paragraph that has one by its layout."""
    paragraphs = _paragraphs(reading)
    transcript = [first for first, last in paragraphs if _label_end(reading, first, last)]
    for first, last in paragraphs:
        zone = reading.sentence_of(first).zone
        if zone == "headline":
            yield from _headline(reading, cast, first, last)
        elif len(transcript) > 1 and first in transcript:
            yield from _turn(reading, first, last)
        else:
            yield from _named(reading, cast, first, last)
            yield from _dash(reading, first, last)
            if len(paragraphs) == 1 and reading.tree.lower[last - 1][-1:].isalnum():
                yield from _headline(reading, cast, first, last)


def _paragraphs(reading: Reading) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in reading.sentences:
        first = bounds.get(sentence.paragraph, (sentence.first, 0))[0]
        bounds[sentence.paragraph] = (first, sentence.last)
    return list(bounds.values())


def _label_end(reading: Reading, first: int, last: int) -> int | None:
    """The token of the colon after a speaker's name in capitals that opens a paragraph."""
    for token in range(first + 1, min(first + _LONGEST_NAME, last - 1)):
        if reading.tree.lower[token] == ":":
            label = reading.text[reading.tree.start[first] : reading.tree.end[token - 1]]
            return token if _LABEL.match(label) else None
    return None


def _turn(reading: Reading, first: int, last: int) -> Iterator[Draft]:
    colon = _label_end(reading, first, last)
    if colon is not None:
        source = Source(first, colon, colon - 1, "label", (first, colon))
        yield Draft(None, None, None, None, source, (first, colon + 1), ((colon + 1, last),), "transcript")


def _named(reading: Reading, cast: Cast, first: int, last: int) -> Iterator[Draft]:
    """`Name: "..."`, and `Name: what is said` where a name alone opens the paragraph."""
    words, tags = reading.tree.lower, reading.tree.tag
    colon = next((t for t in range(first + 1, min(first + _LONGEST_NAME, last - 1)) if words[t] == ":"), None)
    if colon is None or reading.quoted[colon] >= 0:
        return
    source = Source(first, colon, colon - 1, "label", (first, colon))
    index = reading.quoted[colon + 1]
    if index >= 0 and all(tags[t].startswith(("NNP", "NN", "JJ", "DT")) for t in range(first, colon)):
        piece = (colon + 1, reading.last_of(index))
        yield Draft(None, None, None, None, source, (first, colon + 1), (piece,), "name_colon")
    elif _is_name(reading, cast, first, colon):
        yield Draft(None, None, None, None, source, (first, colon + 1), ((colon + 1, last),), "name_colon")


def _dash(reading: Reading, first: int, last: int) -> Iterator[Draft]:
    """`"..." - Name, Newspaper` to the end of the paragraph."""
    words = reading.tree.lower
    for index in _closing_in(reading, first, last):
        at = reading.last_of(index)
        while at < last and words[at].isspace():
            at += 1
        if at >= last - 1 or words[at] not in _DASHES or last - at > 20:
            continue
        end = next((t for t in range(at + 1, last) if words[t] in (",", "(", ".", ";")), last)
        if reading.tree.tag[end - 1].startswith("N") and end - at <= _LONGEST_NAME + 1:
            source = Source(at + 1, end, end - 1, "label", (at + 1, end))
            piece = (reading.first_of(index), reading.last_of(index))
            yield Draft(None, None, None, None, source, (at, last), (piece,), "dash")


def _closing_in(reading: Reading, first: int, last: int) -> list[int]:
    indexes = set(reading.quoted[first:last])
    return sorted([index for index in indexes if index >= 0 and reading.last_of(index) <= last])


def _headline(reading: Reading, cast: Cast, first: int, last: int) -> Iterator[Draft]:
    """`Name: what is said` and `What is said: Name`."""
    words = reading.tree.lower
    colon = next((t for t in range(first + 1, last - 1) if words[t] == ":" and reading.quoted[t] < 0), None)
    if colon is None:
        return
    if _is_name(reading, cast, first, colon):
        source = Source(first, colon, colon - 1, "label", (first, colon))
        yield Draft(None, None, None, None, source, (first, colon + 1), ((colon + 1, last),), "headline")
    elif _is_name(reading, cast, colon + 1, last):
        source = Source(colon + 1, last, last - 1, "label", (colon + 1, last))
        yield Draft(None, None, None, None, source, (colon, last), ((first, colon),), "headline")


def _is_name(reading: Reading, cast: Cast, first: int, last: int) -> bool:
    """Whether a side of a headline is the name of someone who may speak."""
    if not 0 < last - first <= _LONGEST_NAME:
        return False
    return (
        any(
            mention.form == "name" and mention.entity_type in ("PERSON", "ORG", "GPE") and _fills(mention, first, last)
            for mention in cast.mentions
        )
        or reading.tree.lower[last - 1] in _SPEAKING_PAPERS
    )


def _fills(mention: Mention, first: int, last: int) -> bool:
    return mention.last == last and first <= mention.first <= first + 2


_SPEAKING_PAPERS = frozenset(
    {"poll", "report", "study", "survey", "analysis", "police", "officials", "sources", "experts"}
)
