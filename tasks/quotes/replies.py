"""Replies of a word or two, which are no clause: `said no`, `answered yes to both questions`."""

from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.cues import DAYS, Cue
from tasks.quotes.frames import Frame
from tasks.quotes.pieces import Content

_LONGEST = 2  # tokens
_GOING_ON = frozenset({"CC", "IN", "TO", ".", ",", ":", "_SP", "''"})


@cache
def _read_replies() -> dict[str, tuple[str, ...]]:
    """What may follow the first word of a reply, the longest first."""
    rows = sorted((row["reply"] for row in read_lexicon("quotes", "replies")), key=len, reverse=True)
    first = {reply.split()[0] for reply in rows}
    return {word: tuple([reply for reply in rows if reply.split()[0] == word]) for word in first}


def find_reply(tree: Words, cue: Cue, frame: Frame) -> Content | None:
    """The reply right after a cue, with what it is a reply to, or before `, Voss said`; `no deal was made` is none."""
    first, last = cue.last, tree.sentence[cue.token][1]
    for reply in _read_replies().get(tree.lower[first], ()) if first < last else ():
        end = first + reply.count(" ") + 1
        if " ".join(tree.lower[first:end]) == reply and (end == len(tree.tag) or tree.tag[end] in _GOING_ON):
            goes_on = tree.lower[end : end + 1] == ["to"] and tree.dep[end] == "prep"
            return Content(((first, tree.right[end] if goes_on else end),), "reply", "c")
    start, comma = tree.sentence[frame.first][0], frame.first - 1
    if not start < comma or tree.lower[comma] != ",":
        return None
    is_known = comma <= start + _LONGEST and " ".join(tree.lower[start:comma]) in _read_replies().get(
        tree.lower[start], ()
    )
    return Content(((start, comma),), "reply", "c") if is_known or _is_answer(tree, cue, frame, start) else None


def _is_answer(tree: Words, cue: Cue, frame: Frame, start: int) -> bool:
    """`Anyone over 65, says the ministry.`, `A farce, he says.`: a whole sentence without a verb but that of saying."""
    rest = tree.tag[frame.last : tree.sentence[cue.token][1]]
    is_first = any(tree.left[kid] == cue.last for kid in tree.kids_of(cue.token, "nsubj", "dobj"))
    is_first = is_first or (tree.tag[start] in _NAMING and DAYS.isdisjoint(tree.lower[start : frame.first]))
    has_verb = any(tag[0] == "V" or tag == "MD" for tag in tree.tag[start : frame.first])
    return cue.lemma == "say" and is_first and not has_verb and _CLOSING.issuperset(rest)


_NAMING = frozenset({"DT", "JJ", "NN", "NNS"})
_CLOSING = frozenset({".", "_SP"})
