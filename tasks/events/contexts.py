"""PLOVER contexts: the fields of life that an act belongs to, by the words of its sentence, its parties, its mode."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import attrgetter

from expectations.columns import read_ontology
from tasks.events.records import Participant
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

# A crime of these kinds is not crime "with no more specific context".
_SPECIAL = frozenset({"terrorism", "cyber", "corruption", "illegal_drugs", "trafficking", "human_rights"})
_HEADS = frozenset({"president", "premier", "minister", "chancellor", "king", "queen", "cabinet", "emir", "sultan"})
_VERBAL = frozenset({1, 3})
_TWO = 2
_SECTOR = attrgetter("sector")


@cache
def read_contexts() -> tuple[dict[str, set[str]], dict[str, dict[str, set[str]]]]:
    """Contexts of every word, and of every word with the one that must follow it."""
    words: dict[str, set[str]] = {}
    pairs: dict[str, dict[str, set[str]]] = {}
    for row in read_lexicon("events", "contexts"):
        for entry in row["words"].split("|"):
            first, _, second = entry.partition(" ")
            told = pairs.setdefault(first, {}).setdefault(second, set()) if second else words.setdefault(first, set())
            told.add(row["context"])
    return words, pairs


@cache
def read_signs() -> dict[str, str]:
    """Contexts of the sectors and modes that put an act into one."""
    rows = read_lexicon("events", "contexts")
    return {sign: row["context"] for row in rows for sign in (*row["sectors"].split(), *row["modes"].split())}


def find_contexts(words: Words, first: int, last: int) -> frozenset[str]:
    """Contexts that the words of a sentence, a token range, put its acts into."""
    (single, pairs), lemmas = read_contexts(), words.lemma[first:last]
    told = list(map(single.__getitem__, single.keys() & lemmas))
    for at in compress(range(len(lemmas) - 1), map(pairs.__contains__, lemmas)):
        told.append(pairs[lemmas[at]].get(lemmas[at + 1], set()))
    return frozenset().union(*told)


def to_contexts(told: frozenset[str], act: str, mode: str | None, parties: Sequence[Participant]) -> tuple[str, ...]:
    """All contexts of an act, in the order of the ontology; `told` are those of its sentence."""
    signs = {mode, *map(_SECTOR, parties)}
    if "GOV" in signs and any(each.sector == "GOV" and _is_head(each) for each in parties):
        told |= {"executive"}
    if len(parties) > 1 and _is_between_states(act, parties):
        told |= {"diplomatic"}
    return _in_order(told, frozenset(signs))


def _is_head(participant: Participant) -> bool:
    """Whether somebody of a government is at its head."""
    return not _HEADS.isdisjoint(participant.party.text.casefold().split())


@lru_cache(maxsize=1 << 12)
def _in_order(told: frozenset[str], signs: frozenset[str | None]) -> tuple[str, ...]:
    contexts = told.union(context for sign, context in read_signs().items() if sign in signs)
    if not contexts.isdisjoint(_SPECIAL):
        contexts -= {"crime"}
    return tuple(context for context in read_ontology()["contexts"] if context in contexts)


def _is_between_states(act: str, parties: Sequence[Participant]) -> bool:
    """Whether a verbal act has states or their officials of two countries on its two sides."""
    if read_ontology()["types"][act]["quad_code"] not in _VERBAL:
        return False
    of_state = [each for each in parties if each.role != "other" and _is_of_state(each)]
    countries = {each.party.country for each in of_state} - {None}
    return len(countries) > 1 and len({each.role for each in of_state}) == _TWO


def _is_of_state(participant: Participant) -> bool:
    return participant.party.entity_type == "GPE" or participant.sector == "GOV"
