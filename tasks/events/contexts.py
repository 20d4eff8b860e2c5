"""PLOVER contexts: the fields of life that an act belongs to, by the words of its sentence, its parties, its mode."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from expectations.columns import read_ontology
from tasks.events.records import Participant
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

# A crime of these kinds is not crime "with no more specific context".
_SPECIAL = frozenset({"terrorism", "cyber", "corruption", "illegal_drugs", "trafficking", "human_rights"})
_HEADS = frozenset({"president", "premier", "minister", "chancellor", "king", "queen", "cabinet", "emir", "sultan"})
_VERBAL = frozenset({1, 3})
_TWO = 2


@cache
def read_contexts() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Contexts of every word, and of every word with the one that must follow it."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in read_lexicon("events", "contexts"):
        for entry in row["words"].split("|"):
            words = tuple(entry.split(" "))
            found[words] = (*found.get(words, ()), row["context"])
    return found


@cache
def read_signs() -> dict[str, str]:
    """Contexts of the sectors and modes that put an act into one."""
    rows = read_lexicon("events", "contexts")
    return {sign: row["context"] for row in rows for sign in (*row["sectors"].split(), *row["modes"].split())}


def find_contexts(words: Words, first: int, last: int) -> frozenset[str]:
    """Contexts that the words of a sentence, a token range, put its acts into."""
    lexicon, lemmas = read_contexts(), words.lemma[first:last]
    told = lexicon.keys() & {*zip(lemmas, strict=True), *pairwise(lemmas)}
    return frozenset().union(*map(lexicon.__getitem__, told))


def to_contexts(told: frozenset[str], act: str, mode: str | None, parties: Sequence[Participant]) -> tuple[str, ...]:
    """All contexts of an act, in the order of the ontology; `told` are those of its sentence."""
    signs = read_signs()
    found = set(told)
    if mode in signs:
        found.add(signs[mode])
    for each in parties:
        if each.sector in signs:
            found.add(signs[each.sector])
        if each.sector == "GOV" and not _HEADS.isdisjoint(each.party.text.casefold().split()):
            found.add("executive")
    if _is_between_states(act, parties):
        found.add("diplomatic")
    if "crime" in found and not found.isdisjoint(_SPECIAL):
        found.discard("crime")
    return _in_order(frozenset(found))


@lru_cache(maxsize=1 << 12)
def _in_order(contexts: frozenset[str]) -> tuple[str, ...]:
    return tuple(context for context in read_ontology()["contexts"] if context in contexts)


def _is_between_states(act: str, parties: Sequence[Participant]) -> bool:
    """Whether a verbal act has states or their officials of two countries on its two sides."""
    if len(parties) < _TWO or read_ontology()["types"][act]["quad_code"] not in _VERBAL:
        return False
    of_state = [each for each in parties if each.role != "other" and _is_of_state(each)]
    countries = {each.party.country for each in of_state} - {None}
    return len(countries) > 1 and len({each.role for each in of_state}) == _TWO


def _is_of_state(participant: Participant) -> bool:
    return participant.party.entity_type == "GPE" or participant.sector == "GOV"
