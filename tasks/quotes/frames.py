"""The frame of a cue: the words around it that belong to the act of speaking, not to what is said."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.cues import DAYS, Cue, read_plain_verbs, read_verbs
from tasks.quotes.forms import is_sentence_like
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source

_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod", "nsubj", "nsubjpass", "expl", "mark"})
_BEFORE_INVERTED = _BEFORE - {"nsubj", "nsubjpass", "expl"}
_AFTER = frozenset(
    {
        "prep",
        "npadvmod",
        "advmod",
        "dobj",
        "dative",
        "prt",
        "agent",
        "nsubj",
        "nsubjpass",
        "acomp",
        "oprd",
        "neg",
        "aux",
    }
)


class Frame(NamedTuple):
    """Token range of source, cue, adjuncts and addressee together; `is_marked` when marks alone set it off."""

    first: int
    last: int
    is_marked: bool = False


def find_frame(reading: Reading, cue: Cue, source: Source | None) -> Frame:
    """The stretch around a cue that names who speaks, to whom, when and where."""
    marked = _between_marks(reading, cue) if reading.ranges and "q" in cue.frames else None
    return marked or _around_verb(reading, cue, source)


def _between_marks(reading: Reading, cue: Cue) -> Frame | None:
    """What follows `"...,"`, up to the quotation that goes on, if there is one: the parser is often wrong there.

    A quotation that opens a sentence and ends with a comma: who speaks must follow.
    """
    words, quoted = reading.tree.lower, reading.quoted
    index = bisect_left(reading.ranges, (cue.token, 0)) - 1
    first = reading.ranges[index][1] if index >= 0 else len(words)
    if not first <= cue.token < first + _LONGEST or not is_sentence_like(reading, index):
        return None
    if words[first - 1 - reading.quotations[index].is_closed] != ",":
        return None
    if words[first] in _JOINING or not _STOPS.isdisjoint(words[first : cue.token]):
        return None
    if any(speaks(reading.tree, token) for token in range(first, cue.token)):
        return None
    last = cue.last
    while last < len(words) and last - first < _LONGEST and quoted[last] < 0 and words[last] not in _STOPS:
        last += 1
    goes_on = (
        last < len(words)
        and quoted[last] >= 0
        and words[last - 1] == ","
        and not any(_adds(reading.tree, token) for token in range(first, last))
    )
    return Frame(first, last - 1 if goes_on else _extend(reading, cue.token, cue.last), is_marked=True)


def speaks(tree: Words, token: int) -> bool:
    """Whether a token is a finite verb of the lexicon."""
    return tree.tag[token] in ("VBD", "VBZ", "VBP") and tree.lemma[token] in read_plain_verbs()


def _adds(tree: Words, token: int) -> bool:
    """`adding`, which may have the next quotation; `"Here," she said, pointing at it, "he fell"` goes on."""
    entries = read_verbs().get(tree.lemma[token], ()) if tree.lower[token] in read_adders() else ()
    return any("q" in entry.frames and not entry.particles for entry in entries)


_LONGEST = 40
_STOPS = frozenset({".", "?", "!", ":"})
_JOINING = frozenset({"and", "but", "or", "who", "which", "that"})


@cache
def read_adders() -> frozenset[str]:
    """Participles that open another attribution, or tell what the saying does: `..., adding that`, `..., echoing`."""
    return frozenset(row["word"] for row in read_lexicon("quotes", "adders"))


def _around_verb(reading: Reading, cue: Cue, source: Source | None) -> Frame:
    tree = reading.tree
    link = tree.head[cue.token]
    anchor = first = _over_link(tree, cue, link) if tree.lower[link] == "as" else cue.token
    is_inverted = source is not None and source.first == cue.last and anchor == cue.token
    before = _BEFORE_INVERTED if is_inverted else _BEFORE
    for kid in reversed(tree.kids[anchor]):
        if kid < anchor:
            if tree.right[kid] != first or tree.dep[kid] not in before:
                break
            first = _after_content(reading, kid, first) if tree.left[kid] < kid else kid
    if source is not None and source.last <= cue.token and (source.last >= first - 1 or _reaches(tree, source, first)):
        first = min(first, source.first)
    if first and tree.lower[first - 1].isspace() and "\n" not in tree.lower[first - 1]:
        first -= 1
    return Frame(first, _extend(reading, cue.token, cue.last))


def _reaches(tree: Words, source: Source, first: int) -> bool:
    """Whether nothing but a clause on the source parts it from the words around the cue."""
    return source.rule == "beside" and tree.right[source.head] >= first - 1


def _over_link(tree: Words, cue: Cue, link: int) -> int:
    """The verb that has the subject: `quoted` in `was quoted as saying`."""
    return tree.head[link] if tree.lemma[tree.head[link]] == "quote" else cue.token


def takes_addressee(cue: Cue) -> bool:
    """Whether the cue's object is who is spoken to: `told reporters`."""
    return cue.lemma in _TELLING or (cue.entries[0].kind in _ADDRESSING and cue.lemma != "propose")


_ADDRESSING = frozenset({"tell", "ask", "demand", "promise"})
_TELLING = frozenset({"assure", "reassure", "inform", "notify", "remind", "warn", "advise", "brief", "caution", "show"})


def _after_content(reading: Reading, kid: int, first: int) -> int:
    """Where the part of a child's subtree begins that stands outside quotations."""
    left = reading.tree.left[kid]
    if reading.has_quotation(left, first):
        for token in range(first - 1, left - 1, -1):
            if reading.quoted[token] >= 0 and reading.quoted[token] != reading.quoted[kid]:
                return token + 1
    return left


def _extend(reading: Reading, verb: int, last: int) -> int:
    """Take in adjuncts that follow in a row, up to a clause, a parting mark or a quotation."""
    tree = reading.tree
    quoted = reading.quoted[verb]
    for kid in tree.kids[verb]:
        if kid < last or tree.left[kid] < last:
            continue
        if tree.left[kid] > last or tree.dep[kid] not in _AFTER or _is_that(tree, last):
            break
        if reading.has_quotation(last, tree.right[kid]):
            for token in range(last, tree.right[kid]):
                if reading.quoted[token] not in (quoted, -1) and not _is_short(reading, token):
                    return token
        last = tree.right[kid]
    is_day = last < len(tree.lower) and tree.lower[last] in DAYS and tree.dep[last] == "npadvmod"
    return last + 1 if is_day and reading.is_comma(last + 1) else last


def _is_that(tree: Words, token: int) -> bool:
    """Whether a token opens a that-clause, wherever the parser hung it."""
    return tree.lower[token] == "that" and tree.tag[token] == "IN"


def _is_short(reading: Reading, token: int) -> bool:
    index = reading.quoted[token]
    if index < 0:
        return True
    first, last = reading.first_of(index), reading.last_of(index)
    if last - first <= 4 and reading.tree.lower[last - 2] not in (",", ".", "!", "?"):
        return True
    return last - first <= 7 and reading.tree.lower[first - 1] in ("on", "in", "'s", "the", "called")
