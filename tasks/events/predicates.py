"""How certain a text makes the act of a predicate: a linear model over the words and relations around it.

Score from -3 (certainly not) to 3 (certainly), as in UDS-IH2 (White et al. 2016; Rudinger et al. 2018). Features: the
labels of the cue rules, the verb group, what marks the clause, and the governors with their own verb groups.
"""

import csv
from functools import cache
from importlib import resources
from math import fsum

from tasks.events.factuality import Labels, find_labels
from tasks.events.frames import read_classes
from tasks.events.tree import to_tree
from tasks.language.words import Words

_LEVELS = 3
_GROUP = frozenset({"aux", "auxpass", "neg"})
_TOLD = frozenset({"mark", "advmod", "det", "expl", "aux", "neg", "prt", "preconj"})
_FIRST = {"i": "1", "we": "1", "you": "2"}


@cache
def read_weights() -> tuple[dict[str, float], dict[str, float]]:
    """Weights of every feature on the web scale and on that of news; `bias` is that of every predicate."""
    content = resources.files("tasks.events").joinpath("weights.csv").read_text("utf-8")
    rows = list(csv.DictReader(line for line in content.splitlines() if not line.startswith("#")))
    web = {row["feature"]: float(row["web"]) for row in rows}
    return web, {row["feature"]: web[row["feature"]] + float(row["news"]) for row in rows}


def score_predicate(tree: Words, index: int, labels: Labels, *, is_news: bool = True) -> float:
    """Factuality score of a predicate given the labels that cues put on it.

    On the scale of news what is sure to come is certain; on that of web text what has not happened yet is not so.
    """
    weights = read_weights()[is_news]
    known = weights.keys() & find_features(tree, index, labels)
    total = weights["bias"] + fsum(map(weights.__getitem__, known))
    return round(max(-3.0, min(3.0, total)), 2)


def score_predicates(words: Words, *, is_news: bool) -> list[float]:
    """Factuality score of every word of a parse, taken as a predicate."""
    tree = to_tree(words)
    return [
        score_predicate(tree, index, find_labels(tree, index), is_news=is_news) for index in range(len(words.lower))
    ]


def find_features(tree: Words, index: int, labels: Labels) -> set[str]:
    """Names of the features that hold for a predicate."""
    found = [f"label={label}" for label in labels] or ["label=none"]
    found += [f"cue={label}:{tree.lemma[cue]}" for label, cue in labels.items()]
    if _is_undone(tree, index):
        found.append("undone")
    return set(found + _own_features(tree, index) + _governor_features(tree, index))


def _is_undone(tree: Words, index: int) -> bool:
    """Whether an act is put off or called off: "was delayed", "a delay in delivery", "the cancelled deal to buy"."""
    head, dep = tree.head[index], tree.dep[index]
    undone = read_classes()["undone"]
    if dep == "pobj" and tree.lower[head] in {"of", "in"}:
        head = tree.head[head]
    if dep in {"dobj", "nsubjpass", "pobj"} and tree.lemma[head] in undone:
        return True
    noun = tree.head[index] if tree.dep[index] == "acl" and tree.tag[index] == "VB" else index
    return any(tree.lemma[each] in undone for each in tree.kids[noun] if tree.dep[each] == "amod")


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
