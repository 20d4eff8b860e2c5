"""Replies of a word or two, which are no clause: `said no`, `answered yes to both questions`."""

from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.cues import Cue
from tasks.quotes.pieces import Content

_GOING_ON = frozenset({"CC", "IN", "TO", ".", ",", ":", "_SP", "''"})


@cache
def _read_replies() -> dict[str, tuple[str, ...]]:
    """What may follow the first word of a reply, the longest first."""
    rows = sorted((row["reply"] for row in read_lexicon("quotes", "replies")), key=len, reverse=True)
    first = {reply.split()[0] for reply in rows}
    return {word: tuple([reply for reply in rows if reply.split()[0] == word]) for word in first}


def find_reply(tree: Words, cue: Cue) -> Content | None:
    """The reply right after a cue, with what it is a reply to; `no deal was reached` is none."""
    at = cue.last
    for reply in _read_replies().get(tree.lower[at], ()) if at < len(tree.lower) else ():
        last = at + reply.count(" ") + 1
        if " ".join(tree.lower[at:last]) == reply and (last == len(tree.tag) or tree.tag[last] in _GOING_ON):
            goes_on = tree.lower[last : last + 1] == ["to"] and tree.dep[last] == "prep"
            return Content(((at, tree.right[last] if goes_on else last),), "reply", "c")
    return None
