"""Which body a description stands for that several may be called: the one told of most, the firm with the country."""

from tasks.coreference.figures import Figure
from tasks.coreference.ranking import Anaphor, is_called
from tasks.coreference.scene import State

_LATELY = 3  # sentences


def find_body(state: State, anaphor: Anaphor) -> Figure | None:
    """The body told of lately, and of several the one told of most: `the company`, `the Oslo-based firm`."""
    if anaphor.kind != "ORG" or anaphor.is_many or anaphor.determiner != "the":
        return None
    if not (anaphor.is_plain or anaphor.country):
        return None
    near = [
        each
        for each in state.figures
        if each.kind == "ORG"
        and each.is_named
        and each.sentence >= anaphor.sentence - _LATELY
        and is_called(anaphor, each)
        and (anaphor.country in {None, each.country} or (each.country is None and anaphor.word not in each.titles))
    ]
    near = [each for each in near if anaphor.word in each.titles] or near
    most = max((each.count for each in near), default=0)
    found = [each for each in near if each.count == most]
    return found[0] if len(found) == 1 else None
