"""Quotations that no cue governs: those that go on from an attribution before them."""

from collections.abc import Sequence

from tasks.quotes.announcers import find_actor, find_announcer, to_source
from tasks.quotes.asked import find_asked
from tasks.quotes.drafts import Draft
from tasks.quotes.forms import is_sentence_like, is_title
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.unlisted import find_by_unlisted_verb

_SHORTEST = 5  # tokens of what goes on in marks, the marks among them
_CLAUSAL = frozenset({"clause", "infinitive", "gerund"})
_NEXT = 2  # tokens: a full stop and white space


def join_followups(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Give every free quoted sentence to the attribution before it, or make it a record of its own.

    In the same paragraph it joins the last one; in a later paragraph it joins a quotation that goes on, and stands
    alone, with the source handed down, after reported speech.
    """
    joined = list(drafts)
    if reading.quotations:
        taken = _find_taken(reading, drafts)
        for index, (first, _) in enumerate(reading.ranges):
            if taken[first]:
                continue
            if is_sentence_like(reading, index):
                _join(reading, joined, index)
            else:
                _extend(reading, joined, index)
    return joined


def _find_taken(reading: Reading, drafts: Sequence[Draft]) -> bytearray:
    """For every token, and for the end of the document, whether an attribution has it as content or frame."""
    taken = bytearray(len(reading.quoted) + 1)
    for draft in drafts:
        for first, last in draft.pieces if draft.frame is None else (*draft.pieces, draft.frame):
            taken[first:last] = b"\1" * (last - first)
    return taken


def _join(reading: Reading, drafts: list[Draft], index: int) -> None:
    first, last = reading.first_of(index), reading.last_of(index)
    announced = find_by_unlisted_verb(reading, index) or _find_announced(reading, drafts, first, last)
    if announced is not None:
        drafts.append(announced)
        return
    at = _latest(reading, drafts, first)
    gap = None if at is None else reading.paragraph[first] - reading.paragraph[drafts[at].last - 1]
    nobodys = at if at is not None and gap == 0 and drafts[at].rule == "free_quotation" else None
    actor = find_actor(reading, drafts, first) if gap != 0 or nobodys is not None else None
    if actor is not None:
        before = () if nobodys is None else drafts.pop(nobodys).pieces
        drafts.append(Draft(None, None, None, None, actor, None, (*before, (first, last)), "actor"))
        return
    if at is None or gap is None or gap > 1:
        opens = first == 0 or reading.paragraph[first - 1] != reading.paragraph[first]
        if opens and not is_title(reading, index):
            drafts.append(Draft(None, None, None, None, None, None, ((first, last),), "free_quotation"))
        return
    draft = drafts[at]
    asked = None if gap or draft.source is not None or draft.head is None else find_asked(reading.tree, draft.head)
    if asked is not None:  # `Asked if it was late, Voss shrugged. "Who knows?"`
        drafts.append(Draft(None, None, None, None, to_source(reading, asked), None, ((first, last),), "actor"))
    elif draft.rule == "object" and gap == 0 and reading.tree.lower[first - 1] in (":", ";"):
        drafts[at] = draft._replace(pieces=((first, last),), rule="colon_quotation")
    elif _is_quoted(reading, draft) or (gap == 0 and first - _end(draft) <= _NEXT):
        for one in (at, *[one for one, each in enumerate(drafts) if _reports(each, draft)]):
            drafts[one] = drafts[one]._replace(pieces=(*drafts[one].pieces, (first, last)))
    else:
        drafts.append(Draft(None, None, None, draft.entry, draft.source, None, ((first, last),), "following_paragraph"))


def _find_announced(reading: Reading, drafts: Sequence[Draft], first: int, last: int) -> Draft | None:
    subject = find_announcer(reading, drafts, first)
    if subject is None:
        return None
    frame = (reading.tree.sentence[subject.head][0], first)
    return Draft(None, None, None, None, subject, frame, ((first, last),), "colon_subject")


def _reports(outer: Draft, inner: Draft) -> bool:
    """Whether all that is said is said `according to` another."""
    return outer.rule == "according" and inner.head is not None and outer.holds(inner.head)


def _extend(reading: Reading, drafts: list[Draft], index: int) -> None:
    """`said it was late, "because nobody came"`: a piece of a sentence in marks that ends the clause before it."""
    first, last = reading.ranges[index]
    start, end = reading.tree.sentence[first - 1]
    ends = (first, first - (reading.tree.lower[first - 1] == ","))
    if first <= start or last < end - 1:
        return
    for at, draft in enumerate(drafts):
        if draft.rule in _CLAUSAL and draft.last in ends:
            drafts[at] = draft._replace(pieces=(*draft.pieces[:-1], (draft.pieces[-1][0], last)))
        elif draft.rule == "split_quotation" and _is_broken_off(reading, draft, first):
            drafts[at] = draft._replace(pieces=(*draft.pieces, (first, last)))
    _go_on(reading, drafts, (start, last), first)


def _go_on(reading: Reading, drafts: list[Draft], piece: Piece, opening: int) -> None:
    """`"...," he said. But "the mayor gains by it."`: a sentence that ends in marks, right after a quotation."""
    at = _latest(reading, drafts, piece[0])
    if at is None or piece[1] - opening < _SHORTEST or not _is_quoted(reading, drafts[at]):
        return
    if reading.has_quotation(piece[0], opening) or reading.tree.lower[opening - 1] == ",":
        return  # a fresh start, a name before what it says
    is_next = (
        reading.paragraph[opening] == reading.paragraph[drafts[at].last - 1] and piece[0] - _end(drafts[at]) <= _NEXT
    )
    if is_next and not any(piece[0] <= (draft.head or draft.first) < piece[1] for draft in drafts):
        drafts[at] = drafts[at]._replace(pieces=(*drafts[at].pieces, piece))


def _is_broken_off(reading: Reading, draft: Draft, first: int) -> bool:
    """`"I will not," she said, "be told," and she rose, "by a man who cannot count."`: interrupted once more."""
    return reading.tree.sentence[first][0] <= draft.last < first and reading.tree.lower[draft.last - 2] == ","


def _latest(reading: Reading, drafts: Sequence[Draft], token: int) -> int | None:
    """The attribution that ends last before a token, its frame included."""
    best, best_end = None, -1
    for at, draft in enumerate(drafts):
        end = _end(draft)
        if end <= token and end >= best_end and not (best_end == end and draft.rule == "object"):
            best, best_end = at, end
    return best if best is None else _main(reading, drafts, best)


def _main(reading: Reading, drafts: Sequence[Draft], latest: int) -> int:
    """Of `"...," Voss said, hinting that ...` the saying, with which the next quotation goes."""
    tree, last = reading.tree, drafts[latest]
    if last.head is None or tree.tag[last.head] != "VBG" or _is_quoted(reading, last):
        return latest
    heads = [draft.head if draft.head is not None and _is_quoted(reading, draft) else last.head for draft in drafts]
    over = (at for at, head in enumerate(heads) if head != last.head and tree.is_under(last.head, head))
    return next(over, latest)


def _end(draft: Draft) -> int:
    """Token after the content and the words around the cue."""
    return max(draft.last, draft.frame[1] if draft.frame else 0)


def _is_quoted(reading: Reading, draft: Draft) -> bool:
    """Whether the content ends with a quotation that lacks no more than its subject: `Voss "will not go"`."""
    first, last = draft.pieces[-1]
    index = reading.quoted[last - 1]
    if index < 0 or reading.quoted[first] >= 0:
        return index >= 0
    return draft.rule == "quotation_before" and reading.quoted[first + 1] == index
