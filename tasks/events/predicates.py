"""How certain a text makes the act of a predicate, from -3 (certainly not) to 3 (certainly).

Two linear models, fitted by tests/accuracy/fit_factuality.py. In news what is sure to come is as certain as what has
happened, and the labels of the cue rules tell all that is known of it (MEANTIME: Minard et al. 2016). On web text what
has not happened yet is not so (UDS-IH2: White et al. 2016; Rudinger et al. 2018): there the verb group, what marks the
clause, and the governors with their own verb groups tell more.
"""

import csv
from functools import cache
from importlib import resources
from math import fsum

from tasks.events.classes import read_classes
from tasks.events.cues import Labels
from tasks.events.factuality import find_labels
from tasks.events.tree import child, to_tree
from tasks.language.words import Words

_LEVELS = 3
_GROUP = frozenset({"aux", "auxpass", "neg"})
_TOLD = frozenset({"mark", "advmod", "det", "expl", "aux", "neg", "prt", "preconj"})
_FIRST = {"i": "1", "we": "1", "you": "2"}


@cache
def read_weights(scale: str) -> dict[str, float]:
    """Weights of the features of a scale, web or news; `bias` is that of every predicate."""
    content = resources.files("tasks.events").joinpath("weights.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in content.splitlines() if not line.startswith("#"))
    return {row["feature"]: float(row[scale]) for row in rows if row[scale]}


def score_predicate(tree: Words, index: int, labels: Labels) -> float:
    """Factuality score of a predicate of news given the labels that cues put on it."""
    return _score(find_evidence(tree, index, labels), read_weights("news"))


def score_predicates(words: Words, *, is_news: bool) -> list[float]:
    """Factuality score of every word of a parse, taken as a predicate of news or of web text."""
    tree = to_tree(words)
    find, weights = (find_evidence, read_weights("news")) if is_news else (find_features, read_weights("web"))
    return [_score(find(tree, index, find_labels(tree, index)), weights) for index in range(len(words.lower))]


def _score(features: set[str], weights: dict[str, float]) -> float:
    total = weights["bias"] + fsum(map(weights.__getitem__, weights.keys() & features))
    return round(max(-3.0, min(3.0, total)), 2)


def find_evidence(tree: Words, index: int, labels: Labels) -> set[str]:
    """Names of the features that hold for a predicate of news: its labels, or that it is put off or called off."""
    return {"undone"} if _is_undone(tree, index) else {f"label={label}" for label in labels} or {"label=none"}


def find_features(tree: Words, index: int, labels: Labels) -> set[str]:
    """Names of the features that hold for a predicate of web text."""
    cues = [f"cue={label}:{tree.lemma[cue]}" for label, cue in labels.items()]
    return find_evidence(tree, index, labels).union(cues, _own_features(tree, index), _governor_features(tree, index))


def _is_undone(tree: Words, index: int) -> bool:
    """Whether an act is put off or called off: "was delayed", "a delay in delivery", "the cancelled deal to buy"."""
    head, dep = tree.head[index], tree.dep[index]
    undone = read_classes()["undone"]
    if dep == "pobj" and tree.lower[head] in {"of", "in"}:
        head = tree.head[head]
    if dep in {"dobj", "nsubjpass", "pobj"} and tree.lemma[head] in undone:
        return True
    if dep == "nsubj" and tree.lemma[head] in undone and child(tree, head, "dobj") is None:
        return True  # headlines leave out the auxiliary: "Flight delayed"
    noun = tree.head[index] if tree.dep[index] == "acl" and tree.tag[index] == "VB" else index
    return any(tree.lemma[each] in undone for each in tree.kids[noun] if tree.dep[each] in {"amod", "acl"})


def _own_features(tree: Words, index: int) -> list[str]:
    group, own, lower, lemmas = verb_group(tree, index), tree.dep[index], tree.lower, tree.lemma
    found = [f"lemma={lemmas[index]}", f"dep={own}", f"group={group}", f"dep={own} group={group}"]
    for each in tree.kids[index]:
        dep = tree.dep[each]
        if dep in _TOLD:
            found.append(f"{dep}={lemmas[each]}")
            if tree.tag[each] == "TO":
                found.append(f"to {own}")
        elif dep in {"nsubj", "nsubjpass"}:
            found.append(f"subject={_FIRST.get(lower[each], tree.pos[each])}")
        elif dep == "punct" and lemmas[each] in {"?", "!"}:
            found.append(f"mark{lemmas[each]}")
        elif dep == "advcl":
            found += [f"advcl={lemmas[below]}" for below in tree.kids[each] if tree.dep[below] == "mark"]
    return found


def _governor_features(tree: Words, index: int) -> list[str]:
    deps, lemmas = tree.dep, tree.lemma
    found: list[str] = []
    path = ""
    for level in range(1, _LEVELS + 1):
        head = tree.head[index]
        if head == index:
            break
        path = f"{path}/{deps[index]}"
        word, group = f"up{level}={lemmas[head]}", f"up{level}group={verb_group(tree, head)}"
        found += (f"path={path}", word, f"{word}{path}", f"{group}{path}", group)
        for each in tree.kids[head]:
            dep = deps[each]
            if dep in {"mark", "neg", "det"} and each != index:
                found.append(f"up{level}{dep}={lemmas[each]}")
            elif dep == "punct" and lemmas[each] == "?":
                found.append(f"up{level}?")
        index = head
    return found


def verb_group(tree: Words, index: int) -> str:
    """Auxiliaries, negation and tag of a word: "will not VB"."""
    words = [tree.lemma[each] for each in tree.kids[index] if tree.dep[each] in _GROUP]
    words.append(tree.tag[index])
    return " ".join(words)
