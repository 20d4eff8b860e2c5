"""Cue words: what those of the lexicon say of the acts in their scope."""

from functools import cache
from typing import NamedTuple

from tasks.events.classes import read_classes
from tasks.events.clauses import find_asked
from tasks.events.tree import child
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

NEGATIONS = frozenset({"not", "n't", "nt", "never", "no", "neither", "nor"})
_NEGATING = frozenset({"neg", "det", "preconj"})
_PARTS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "r", "ADP": "p", "SCONJ": "p"}
_NOMINAL = frozenset({"dobj", "pobj", "nsubjpass", "attr", "compound", "poss", "appos", "nmod", "nsubj"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_CLAUSAL = frozenset({"nsubj", "nsubjpass", "mark", "aux"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_REFUSABLE = frozenset({"confirm", "deny", "comment", "discuss", "say"})


# Labels of an act, with the tokens of the cues that put them on it.
Labels = dict[str, int]


class Cue(NamedTuple):
    """What a word does to the acts in its scopes; a verb with a `particle` is another verb than without: "call off"."""

    particle: str
    scopes: frozenset[str]
    label: str


@cache
def read_cues() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """Every cue, by lemma and part of speech (v n a r d p)."""
    found: dict[tuple[str, str], list[Cue]] = {}
    for row in read_lexicon("events", "cues"):
        lemma, _, particle = row["lemma"].partition(" ")
        cue = Cue(particle, frozenset(row["over"].split()), row["factuality"])
        found.setdefault((lemma, row["pos"]), []).append(cue)
    return {key: tuple(value) for key, value in found.items()}


def from_cue(tree: Words, head: int, index: int, scope: str) -> Labels:
    """What a head says of the word below it, which is a noun or a clause (`scope`) to it."""
    if tree.dep[index] == "nsubj":
        return _from_predicate(tree, head) if tree.pos[index] in _NOUNS else {}
    if not scope or (tree.dep[index] == "advcl" and not _is_asked_for(tree, head, index)):
        return {}
    if tree.dep[index] == "dobj" and child(tree, head, "oprd") is not None:
        return {}  # "called the strike a farce" asks for none
    if tree.dep[index] == "acl" and _is_bare_participle(tree, index):
        return {}
    if tree.dep[index] == "xcomp" and _is_too_much(tree, head) and is_infinitive(tree, index):
        return {"negated": head}
    judging = child(tree, head, "acomp") if scope == "clause" and tree.lemma[head] == "be" else None
    word = head if judging is None or judging == index else judging  # it is unlikely that ...
    cues = read_cues().get((tree.lemma[word], _PARTS.get(tree.pos[word], "")))
    if not cues:
        return {}
    beside = child(tree, word, "prt")
    particle = "" if beside is None else tree.lower[beside]
    found = {
        cue.label: word for cue in cues if cue.particle == particle and _reaches(tree, head, index, scope, cue.scopes)
    }
    if "denied" in found and _is_left_open(tree, word):
        return {"refused": word}
    return _negate(tree, found) if found and is_negated(tree, head) else found


def _is_too_much(tree: Words, head: int) -> bool:
    """Whether an adjective is of a degree that rules an infinitive out: "too weak to attack"."""
    return tree.pos[head] == "ADJ" and any(tree.lower[each] == "too" for each in tree.kids[head])


def _is_bare_participle(tree: Words, index: int) -> bool:
    """Whether a noun itself does it or suffers it, and is not about it: "a petition urging him", "a plan rejected"."""
    return tree.tag[index] in _PARTICIPLES and _CLAUSAL.isdisjoint(map(tree.dep.__getitem__, tree.kids[index]))


def _is_asked_for(tree: Words, verb: int, clause: int) -> bool:
    """Whether an infinitive is what is asked for, not what for: "appealed to him to go", "calls for him to go"."""
    is_for = any(tree.dep[kid] == "mark" and tree.lower[kid] == "for" for kid in tree.kids[clause])
    is_wanted = is_for or tree.pos[verb] in _NOUNS or find_asked(tree, verb) is not None
    return is_wanted and is_infinitive(tree, clause)


def _from_predicate(tree: Words, verb: int) -> Labels:
    """What the predicate of an event noun says of it: "talks are likely", "a meeting is to be held"."""
    if tree.lemma[verb] != "be":
        return {}
    word = child(tree, verb, "acomp", "xcomp")
    if word is None:
        return {}
    if tree.pos[word] != "ADJ":
        return {"planned": word} if is_infinitive(tree, word) else {}
    cues = read_cues().get((tree.lemma[word], "a"), ())
    found = {each.label: word for each in cues}
    return _negate(tree, found) if found and is_negated(tree, verb) else found


def _reaches(tree: Words, head: int, index: int, scope: str, scopes: frozenset[str]) -> bool:
    if scope in scopes:
        return True
    dep, lemma = tree.dep[index], tree.lemma[index]
    return (
        ("infinitive" in scopes and scope == "clause" and is_infinitive(tree, index))
        or ("passive" in scopes and dep == "xcomp" and child(tree, head, "auxpass") is not None)
        or ("prevented" in scopes and dep == "prep" and lemma == "from")
        or ("refusal" in scopes and lemma in _REFUSABLE)
        or ("claims" in scopes and dep in _NOMINAL and lemma in read_classes()["claim"])
    )


def _is_left_open(tree: Words, verb: int) -> bool:
    """Whether a verb is the second of "neither confirmed nor denied", "would not confirm or deny"."""
    first = tree.head[verb]
    return tree.dep[verb] == "conj" and tree.lemma[first] in {"confirm", "deny"} and is_negated(tree, first)


def _negate(tree: Words, labels: Labels) -> Labels:
    """What a negated cue leaves: did not deny, did not rule out, did not refuse, does not plan."""
    if "denied" in labels:
        return {"hedged": labels["denied"]}
    if "negated" in labels:
        return {"hedged": labels["negated"]} if tree.lemma[labels["negated"]] == "rule" else {}
    if "confirmed" in labels:
        return {"alleged": labels["confirmed"]}
    cue = labels.get("planned", labels.get("hedged"))
    return labels if cue is None else {"negated": cue}


def is_infinitive(tree: Words, index: int) -> bool:
    """Whether "to" stands before a verb."""
    return "TO" in map(tree.tag.__getitem__, tree.kids[index])


def is_negated(tree: Words, index: int) -> bool:
    """Whether a word of negation stands with a word."""
    kids, lower = tree.kids[index], tree.lower
    if NEGATIONS.isdisjoint(map(lower.__getitem__, kids)):
        return False
    return any(tree.dep[each] in _NEGATING for each in kids if lower[each] in NEGATIONS)


def from_modifier(tree: Words, index: int) -> Labels:
    """What a word beside an act says of it: "allegedly", "planned"."""
    part = {"ADV": "r", "ADJ": "a", "DET": "d", "VERB": "a"}.get(tree.pos[index], "r")
    cues = read_cues().get((tree.lower[index], part)) or ()
    return {each.label: index for each in cues if "modifier" in each.scopes}
