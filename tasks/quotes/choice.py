"""Which attributions stand when several claim the same words."""

from collections.abc import Sequence

from tasks.quotes.drafts import Draft, find_holders
from tasks.quotes.reading import Reading

_SPOKEN = frozenset({"say", "tell", "write", "ask", "confirm", "deny", "report", "claim"})
_WARNING = frozenset({"warn", "promise"})
_SHOWING = frozenset({"show", "indicate", "suggest", "imply", "signal", "reveal", "continue", "allow", "hold"})
_BEFORE = frozenset({"clause_before", "split_clause"})


def choose(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out attributions inside another's content that only a reader of every word would call one."""
    spoken = _once(reading, [draft for draft in drafts if draft.pieces])
    holders = find_holders(spoken)
    kept = [
        draft
        for draft in spoken
        if draft.rule not in _BEFORE or not _is_within(spoken, draft, holders.get(draft.head, ()))
    ]
    if len(kept) < len(spoken):
        holders = find_holders(kept)
    return [
        draft
        for draft in kept
        if draft.head is None
        or not (holders[draft.head] or reading.quoted[draft.head] >= 0)
        or _is_plain(reading, draft)
    ]


def _is_within(drafts: Sequence[Draft], draft: Draft, holders: Sequence[int]) -> bool:
    """Whether what stands before a cue attributes the cue's own clause: `said that, as they had paid, they agreed`."""
    others = [drafts[at] for at in holders]
    return any(other.head is not None and draft.holds(other.head) and other.rule not in _BEFORE for other in others)


def _once(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Of several attributions of the very same words the one whose cue is nearest: `denied it, saying "..."`.

    And whoever denies or confirms what another says: `Police say the firm paid, which it denies`.
    """
    best: dict[tuple[tuple[tuple[int, int], ...], bool], Draft] = {}
    for draft in drafts:
        key = (draft.pieces, draft.rule == "told_before")
        other = best.get(key)
        if other is None or _distance(reading, draft) < _distance(reading, other):
            best[key] = draft
    return list(best.values())


def _distance(reading: Reading, draft: Draft) -> int:
    """How far the cue is; the noun of `said in a statement that` and nobody's `denied claims that` are none."""
    is_thing = draft.rule == "noun" and (draft.source is None or reading.tree.dep[draft.head or 0] == "pobj")
    if draft.head is None or is_thing:
        return 1000
    return abs(draft.first - draft.head)


def _is_plain(reading: Reading, draft: Draft) -> bool:
    """A verb of saying with a subject of its own, a clause or a quotation, and not the speaker himself."""
    if draft.source is None or draft.entry is None or draft.rule in _PHRASAL or _is_to_come(reading, draft):
        return False
    spoken = _SPOKEN | _WARNING if draft.rule == "clause" else _SPOKEN
    if draft.entry.kind not in spoken or draft.lemma in _SHOWING or not _has_own_source(reading, draft):
        return False
    return reading.tree.tag[draft.source.head].startswith("N")


def _is_to_come(reading: Reading, draft: Draft) -> bool:
    """`said that the town would answer "in kind"`: within what is said, what will be said is none of its own."""
    tree, head = reading.tree, draft.head
    return (
        head is not None and tree.tag[head] == "VB" and any(tree.tag[aux] == "MD" for aux in tree.kids_of(head, "aux"))
    )


def _has_own_source(reading: Reading, draft: Draft) -> bool:
    """A subject, `began to say that`, or `a note reading "..."`."""
    tree, rule = reading.tree, draft.source.rule if draft.source else None
    if rule == "inherited" and draft.head is not None:
        return tree.dep[draft.head] == "xcomp" and tree.lemma[tree.head[draft.head]] in _BEGINNING
    return rule in _OWN or (rule == "noun" and draft.rule == "quotation_after")


_BEGINNING = frozenset({"begin", "start", "proceed", "continue", "go"})
_OWN = frozenset({"subject", "object", "holder"})
_PHRASAL = frozenset({"object", "object_as", "infinitive", "gerund"})
