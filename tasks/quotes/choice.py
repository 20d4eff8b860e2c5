"""Which attributions stand when several claim the same words."""

from collections.abc import Sequence

from tasks.quotes.drafts import Draft
from tasks.quotes.reading import Reading

_SPOKEN = frozenset({"say", "tell", "write", "ask", "confirm", "deny", "report"})
_OWN = frozenset({"subject", "object", "holder"})
_PHRASES = frozenset({"object", "object_as", "infinitive", "gerund", "clause_before", "split_clause"})


def choose(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out attributions inside another's content that only a reader of every word would call one."""
    spoken = _once([draft for draft in drafts if draft.pieces])
    return [draft for draft in spoken if not _is_idle(reading, draft, spoken)]


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """Of several attributions of the very same words the one whose cue is nearest: `denied it, saying "..."`."""
    best: dict[tuple[tuple[int, int], ...], Draft] = {}
    for draft in drafts:
        other = best.get(draft.pieces)
        if other is None or _distance(draft) < _distance(other):
            best[draft.pieces] = draft
    return list(best.values())


def _distance(draft: Draft) -> int:
    return 1000 if draft.head is None else abs(draft.first - draft.head)


def _is_idle(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> bool:
    if draft.head is None:
        return False
    outer = next(
        (other for other in drafts if other is not draft and other.head != draft.head and other.holds(draft.head)), None
    )
    if outer is None and reading.quoted[draft.head] < 0:
        return False
    return not _is_plain(reading, draft)


def _is_plain(reading: Reading, draft: Draft) -> bool:
    """A verb of saying with a subject of its own, a clause or a quotation, and not the speaker himself."""
    if draft.source is None or draft.entry is None or draft.entry.kind not in _SPOKEN:
        return False
    if draft.source.rule not in ("subject", "object", "holder") or draft.rule in (
        "object",
        "object_as",
        "infinitive",
        "gerund",
    ):
        return False
    return reading.tree.tags[draft.source.head].startswith("N")
