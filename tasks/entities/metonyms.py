"""Capitals that stand for the government that sits there: Moscow denied, talks between Lima and Quito."""

from tasks.entities.gazetteer import read_gazetteer
from tasks.entities.records import Name
from tasks.language.words import Words

_STATES = frozenset({"be", "have", "appear", "look", "seem", "remain", "become", "lie", "host", "see", "get", "grow"})


def stands_for_government(words: Words, name: Name) -> bool:
    """Whether a capital acts: as the subject of a verb, or behind `by` and `between`, where no comma goes on.

    In a row with a city that is no capital it is a city too.
    """
    head = name.last - 1
    while words.dep[head] == "conj" and words.head[head] < head:
        head = words.head[head]
    if words.kids[head] and any(_is_town(words.lower[at]) for at in (head, *words.kids_of(head, "conj"))):
        return False
    up, after = words.head[head], words.lower[name.last] if name.last < len(words.lower) else ""
    if words.dep[head] == "nsubj":
        return words.pos[up] == "VERB" and words.lemma[up] not in _STATES
    return words.dep[head] == "pobj" and (words.lower[up] == "between" or (words.lower[up] == "by" and after != ","))


def _is_town(word: str) -> bool:
    known = read_gazetteer().get(word)
    return known is not None and known.kb_id.startswith("city:") and not known.is_capital
