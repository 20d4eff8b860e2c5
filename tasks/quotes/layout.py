"""Attributions made by layout alone: a name and a colon, a dash and a name, a headline."""

import re
from collections.abc import Container, Iterator
from functools import cache

from tasks.coreference.records import Cast
from tasks.entities.lexicons import read_lexicons
from tasks.entities.records import Mention
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.circumstances import read_media
from tasks.quotes.drafts import Draft
from tasks.quotes.forms import is_title
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source
from tasks.roles.lexicons import read_titles

_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "\u2015"})
_LABEL = re.compile(r"(?:(?:The|Mr|Mrs|Ms|Dr|Sir)\.? )?(?:[A-Z][A-Z.'-]+|Q|A)(?: [A-Z][A-Z.'-]+){0,3}$")
_MARKS = frozenset({'"', "'"})
_LONGEST_NAME = 6
_LONGEST_LABEL = 10  # tokens, the medium among them
_LONGEST_SIGNATURE = 4  # tokens, the colon among them
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def find_by_layout(reading: Reading, cast: Cast) -> Iterator[Draft]:
    """Attributions of every paragraph that has one by its layout."""
    with_colon = [place for place in reading.paragraphs if reading.colon_from(*place) is not None]
    transcript = {first: colon for first, last in with_colon if (colon := _label_end(reading, cast, first, last))}
    for first, last in with_colon:
        if len(transcript) > 1 and first in transcript:
            yield _turn(first, transcript[first], last)
        elif reading.sentence_of(first).zone == "headline":
            yield from _headline(reading, cast, first, last)
        else:
            yield from _named(reading, cast, first, last)
            end = reading.tree.lower[last - 2 if reading.tree.lower[last - 1] in _MARKS else last - 1]
            if len(reading.paragraphs) == 1 and end[-1:].isalnum():
                yield from _headline(reading, cast, first, last)
    yield from _find_by_dash(reading, transcript if len(transcript) > 1 else {})
    yield from _find_pulled(reading, cast)


def _label_end(reading: Reading, cast: Cast, first: int, last: int) -> int | None:
    """The token of the colon after a speaker's name that opens a paragraph: in capitals, or a person's."""
    colon = reading.colon_from(first + 1, min(first + _LONGEST_NAME, last - 1))
    if colon is None:
        return None
    is_label = _LABEL.match(reading.tree.between(first, colon)) is not None
    is_talk = not _TALK.isdisjoint(reading.tree.lower[colon:last])
    is_asking = _is_asking(reading.tree, first, colon) and (is_talk or "?" in reading.tree.lower[colon:last])
    is_turn = is_asking or (is_talk and _names_person(reading, cast, first, colon))
    return colon if is_label or is_turn else None


def _names_person(reading: Reading, cast: Cast, first: int, last: int) -> bool:
    """`Judge Ferro`: a title or two and a name."""
    at = cast.by_token.get(last - 1)
    name = None if at is None else cast.mentions[at]
    if name is None or name.form != "name" or name.entity_type not in _PERSONS or name.last != last:
        return False
    return all(word[:1].isupper() for word in reading.tree.text[first:last])


def _is_asking(tree: Words, first: int, colon: int) -> bool:
    """`Interviewer:`, `Reporter:`."""
    return colon == first + 1 and tree.text[first].istitle() and tree.lower[first] in read_titles().heads


def _turn(first: int, colon: int, last: int) -> Draft:
    source = Source(first, colon, colon - 1, "label", (first, colon))
    return Draft(None, None, None, None, source, (first, colon + 1), ((colon + 1, last),), "transcript")


def _named(reading: Reading, cast: Cast, first: int, last: int) -> Iterator[Draft]:
    """`Name: "..."`, and `Name: what is said` where a name alone opens the paragraph."""
    tags = reading.tree.tag
    colon = reading.colon_from(first + 1, min(first + _LONGEST_LABEL, last - 1))
    if colon is None or reading.quoted[colon] >= 0:
        return
    source = Source(first, colon, colon - 1, "label", (first, colon))
    index = reading.quoted[colon + 1]
    if index >= 0 and reading.tree.lemma[colon - 1] in read_media():
        end = _label(reading.tree, first, colon)
        source = source if end is None else Source(first, end, end - 1, "label", (first, end))
    if source.last - first > _LONGEST_NAME:
        return
    if index >= 0 and all(tag.startswith(("NN", "JJ", "DT", "HYPH")) for tag in tags[first : source.last]):
        piece = (colon + 1, reading.last_of(index))
        yield Draft(None, None, None, None, source, (first, colon + 1), (piece,), "name_colon")
    elif _is_told(reading, colon + 1, last) and _is_name(reading, cast, first, colon):
        if _is_dateline(reading, cast, first, colon, last):
            return
        yield Draft(None, None, None, None, source, (first, colon + 1), ((colon + 1, last),), "name_colon")


def _is_dateline(reading: Reading, cast: Cast, first: int, colon: int, last: int) -> bool:
    """`NEW DELHI: Thousands of farmers marched`: a place, or capitals before what nobody says of himself."""
    at = cast.by_token.get(first)
    is_place = at is not None and cast.mentions[at].entity_type == "GPE"
    is_line = is_place or reading.tree.between(first, colon).isupper()
    return is_line and _TALK.isdisjoint(reading.tree.lower[colon:last])


def _find_by_dash(reading: Reading, transcript: Container[int]) -> Iterator[Draft]:
    """`"..." - Name, Newspaper` to the end of a paragraph that is no turn of a transcript."""
    words = reading.tree.lower
    for piece in reading.ranges:
        first, last = reading.paragraph_at(piece[1] - 1)
        at = piece[1]
        while at < len(words) and words[at].isspace():
            at += 1
        if last <= at < len(words) and words[at] in _DASHES:
            last = reading.paragraph_at(at)[1]  # who speaks has a line of his own
        if at < last - 1 and words[at] in _DASHES and first not in transcript:
            end = next((t for t in range(at + 1, last) if words[t] in (",", "(", ".", ";")), last)
            is_name = reading.tree.tag[end - 1].startswith("N") and end - at <= _LONGEST_NAME + 1
            is_name = is_name and words[at + 1] not in ("a", "an")  # `- a charge that Voss rejects`
            if last - at <= 20 and is_name:
                source = Source(at + 1, end, end - 1, "label", (at + 1, end))
                yield Draft(None, None, None, None, source, (at, last), (piece,), "dash")


def _find_pulled(reading: Reading, cast: Cast) -> Iterator[Draft]:
    """A paragraph without marks that ends with the speaker's name alone: `I saw it fall. Mara Voss`."""
    words = reading.tree.lower
    for first, last in reading.paragraphs:
        token = last - 2 if words[last - 1].isspace() else last - 1
        at = cast.by_token.get(token) if words[token].isalpha() else None
        name = None if at is None else cast.mentions[at]
        if name is None or name.form != "name" or name.entity_type not in _PERSONS or name.last - name.first < 2:
            continue
        dash = words[name.first - 1] in _DASHES
        end = name.first - dash
        ends = end - first >= _SHORTEST_PULLED and words[end - 1] in _FINAL and reading.quoted[end - 1] < 0
        if ends and (dash or not _SELF.isdisjoint(words[first:end])):
            source = Source(name.first, name.last, token, "label", (name.first, name.last))
            yield Draft(None, None, None, None, source, (end, last), ((first, end),), "pull_quote")


_PERSONS = frozenset({"PERSON", None})
_SHORTEST_PULLED = 6
_FINAL = frozenset({".", "?", "!", "...", "\u2026"})
_SELF = frozenset({"i", "we", "me", "us", "my", "our"})
_TALK = _SELF | {"you", "your"}


def _headline(reading: Reading, cast: Cast, first: int, last: int) -> Iterator[Draft]:
    """`Name: what is said` and `What is said: Name`."""
    colon = next((colon for colon in reading.colons if first < colon < last - 1 and reading.quoted[colon] < 0), None)
    if colon is None:
        return
    if _is_name(reading, cast, first, colon) or _is_introduced(reading, first, colon):
        if _is_where(reading, cast, first, colon, last):
            return
        source = Source(first, colon, colon - 1, "label", (first, colon))
        yield Draft(None, None, None, None, source, (first, colon + 1), ((colon + 1, last),), "headline")
    elif _is_name(reading, cast, colon + 1, last) or _is_signed(reading, first, colon, last):
        source = Source(colon + 1, last, last - 1, "label", (colon + 1, last))
        yield Draft(None, None, None, None, source, (colon, last), ((first, colon),), "headline")
    elif (teller := _teller(reading, cast, first, colon, last)) is not None:
        source = Source(colon + 1, teller, teller - 1, "label", (colon + 1, teller))
        yield Draft(None, None, None, None, source, (colon, teller), ((first, colon),), "headline")
    elif (end := _label(reading.tree, first, colon)) is not None and _is_told(reading, colon + 1, last):
        source = Source(first, end, end - 1, "label", (first, end))
        yield Draft(None, None, None, None, source, (first, colon + 1), ((colon + 1, last),), "headline")


def _is_where(reading: Reading, cast: Cast, first: int, colon: int, last: int) -> bool:
    """`Tanzania: ferry sinks` tells where; `Tanzania: We will rebuild`, `Iran: Pact is dead`, who says what."""
    at, tree = cast.by_token.get(first), reading.tree
    is_place = at is not None and cast.mentions[at].entity_type == "GPE" and cast.mentions[at].last == colon
    is_told = reading.quoted[colon + 1] >= 0 or not _TALK.isdisjoint(tree.lower[colon:last])
    judging = any(tree.tag[token] == "MD" or tree.lemma[token] == "be" for token in range(colon, last))
    return is_place and not is_told and not judging


def _is_introduced(reading: Reading, first: int, colon: int) -> bool:
    """`Nurses' chief: "We will walk out"`, `UN commissioner for refugees: close the camp`, but not a title."""
    tree, index = reading.tree, reading.quoted[colon + 1]
    head = next((token for token in range(first, colon) if not first <= tree.head[token] < colon), first)
    head = head if tree.tag[head][0] == "N" else colon - 1
    is_somebody = colon - first <= _LONGEST_SIGNATURE and tree.lower[head] in read_lexicons().nouns
    if is_somebody and colon == first + 1 and _is_told(reading, colon + 1, reading.paragraph_at(first)[1]):
        return tree.lower[first] not in read_kickers()  # `Sheriff: Fire was set on purpose`
    return is_somebody and (tree.text[colon + 1].islower() if index < 0 else not is_title(reading, index))


def _is_signed(reading: Reading, first: int, colon: int, last: int) -> bool:
    """`'Famine is weeks away': UN envoy`, `No new runway: minister`: a few words for who said what stands before."""
    index = reading.quoted[first]
    is_quotation = index >= 0 and reading.ranges[index] == (first, colon) and not is_title(reading, index)
    is_somebody = last - colon <= _LONGEST_SIGNATURE and reading.tree.lower[last - 1] in read_lexicons().nouns
    is_short = last - colon <= _LONGEST_NAME and _FINITE.isdisjoint(reading.tree.tag[colon:last])
    return is_short and (is_quotation or is_somebody)


def _teller(reading: Reading, cast: Cast, first: int, colon: int, last: int) -> int | None:
    """Where someone named ends who does something behind a quotation: `'We ran': survivors recall the flood`."""
    tree, index = reading.tree, reading.quoted[first]
    if index < 0 or reading.ranges[index] != (first, colon) or is_title(reading, index):
        return None
    tags = tree.tag[colon + 1 : min(colon + 1 + _LONGEST_NAME, last)]
    end = colon + 1 + next((at for at, tag in enumerate(tags) if tag in _FINITE or tag == "IN"), 0)
    noun = read_lexicons().nouns.get(tree.lower[end - 1])
    is_one = noun is not None and noun.entity_type in ("PERSON", "ORG")
    return end if end > colon + 1 and (is_one or _names_person(reading, cast, colon + 1, end)) else None


def _label(tree: Words, first: int, colon: int) -> int | None:
    """Where the name before a headline's colon ends: `Voss:`, `Voss to voters:`, `Voss on the tax:`."""
    end = next((token for token in range(first + 1, colon) if tree.lower[token] in ("to", "on", "at")), colon)
    is_name = tree.tag[end - 1] in ("NNP", "NNPS") and tree.lower[end - 1] not in read_kickers()
    return end if is_name and end - first <= _LONGEST_NAME else None


def _is_told(reading: Reading, first: int, last: int) -> bool:
    """Whether what follows a colon is a clause or a quotation and not a title."""
    return reading.quoted[first] >= 0 or any(tag in _FINITE for tag in reading.tree.tag[first:last])


@cache
def read_kickers() -> frozenset[str]:
    """Words that open a headline and name no one."""
    return frozenset(row["word"] for row in read_lexicon("quotes", "kickers"))


def _is_name(reading: Reading, cast: Cast, first: int, last: int) -> bool:
    """Whether a side of a headline is the name of someone who may speak."""
    is_kicker = last - first == 1 and reading.tree.lower[first] in read_kickers()
    if is_kicker or not 0 < last - first <= _LONGEST_NAME:
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
    {"poll", "report", "reports", "study", "survey", "analysis", "police", "officials", "sources", "experts"}
)
