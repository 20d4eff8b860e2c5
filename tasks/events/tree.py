"""The parse as events read it: lemmas corrected, headlines by their own grammar; and steps through the tree."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import compress, count

from tasks.language.lexicon import read_lexicon
from tasks.language.records import Sentence
from tasks.language.words import Words

VERBAL = frozenset({"VERB", "AUX"})


def to_tree(words: Words) -> Words:
    """Correct lemmas; relations and tags become copies, since headlines have their own grammar."""
    forms = read_forms()
    lemma = list(words.lemma)
    for token in compress(count(), map(forms.__contains__, words.lower)):
        if words.pos[token] == "VERB":
            lemma[token] = forms[words.lower[token]]
    return replace(words, lemma=lemma, tag=list(words.tag), dep=list(words.dep))


@cache
def read_forms() -> dict[str, str]:
    """Lemmas of verb forms that the lemmatizer gets wrong."""
    return {form: row["lemma"] for row in read_lexicon("events", "forms") for form in row["forms"].split()}


def mark_headlines(tree: Words, sentences: Sequence[Sentence]) -> None:
    """Read headline grammar in place: "Two held over raid" is passive, "Iran to end talks" is a plan."""
    for sentence in sentences:
        if sentence.zone != "headline":
            continue
        for index in range(sentence.first, sentence.last):
            if tree.tag[index] in {"VBD", "VBN"} and tree.dep[index] in {"ROOT", "acl"}:
                _mark_passive(tree, index)


def _mark_passive(tree: Words, verb: int) -> None:
    below = {tree.dep[each]: each for each in tree.kids[verb]}
    if "nsubj" in below and not below.keys() & {"dobj", "aux", "ccomp", "xcomp", "prt"}:
        tree.dep[below["nsubj"]] = "nsubjpass"
        tree.tag[verb] = "VBN"


def child(tree: Words, index: int, *deps: str) -> int | None:
    """First child with one of these dependencies, the dependencies tried in order."""
    below, relations = tree.kids[index], tree.dep
    for dep in deps:
        for each in below:
            if relations[each] == dep:
                return each
    return None


def conjuncts(tree: Words, index: int) -> list[int]:
    """The token and everything coordinated after it."""
    found, dep = [index], tree.dep
    for each in found:
        for below in tree.kids[each]:
            if dep[below] == "conj":
                found.append(below)
    return found


def first_conjunct(tree: Words, index: int) -> int:
    """The first of a coordination."""
    while tree.dep[index] == "conj" and tree.head[index] != index:
        index = tree.head[index]
    return index


def objects_after(tree: Words, index: int, preposition: str) -> list[int]:
    """Heads of what stands after a preposition of this word, also through a second preposition ("out of")."""
    found, dep = [], tree.dep
    for each in tree.kids[index]:
        if dep[each] in _PREPOSITIONAL and tree.lemma[each] == preposition:
            found.extend(_after(tree, each))
    return found


def objects_after_any(tree: Words, index: int, prepositions: tuple[str, ...]) -> list[int]:
    """What `objects_after` gives for several prepositions, in their order."""
    dep, lemma, below = tree.dep, tree.lemma, []
    for each in tree.kids[index]:
        if dep[each] in _PREPOSITIONAL and lemma[each] in prepositions:
            below.append(each)
    if not below:
        return below
    if len(below) > 1:
        below.sort(key=lambda each: prepositions.index(lemma[each]))
    return [found for each in below for found in _after(tree, each)]


def _after(tree: Words, preposition: int) -> list[int]:
    found = []
    for each in tree.kids[preposition]:
        if tree.dep[each] in {"pobj", "pcomp"}:
            found.append(each)
        elif tree.dep[each] == "prep":
            found.extend(_after(tree, each))
    return found


_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})


def is_passive(tree: Words, index: int) -> bool:
    """Whether a verb has a passive subject or auxiliary, or is a bare past participle after a noun."""
    dep = tree.dep
    for each in tree.kids[index]:
        if dep[each] in {"nsubjpass", "auxpass", "csubjpass"}:
            return True
    return tree.tag[index] == "VBN" and tree.dep[index] in {"acl", "amod", "advcl"} and not _has_perfect(tree, index)


def _has_perfect(tree: Words, index: int) -> bool:
    return any(tree.dep[each] == "aux" and tree.lemma[each] == "have" for each in tree.kids[index])


def phrase(tree: Words, head: int) -> tuple[int, int]:
    """Token range of the noun phrase around a head: what stands before it, without article, and nothing after it."""
    first = head
    for each in tree.kids[head]:
        if each < first and tree.dep[each] in _LEFT:
            first = min(first, _left_edge(tree, each))
    while first < head and (tree.pos[first] in {"DET", "PUNCT", "SPACE", "CCONJ"} or tree.dep[first] == "det"):
        first += 1
    return first, head + 1


def _left_edge(tree: Words, index: int) -> int:
    first = index
    for each in tree.kids[index]:
        if each < first:
            first = min(first, _left_edge(tree, each))
    return first


_LEFT = frozenset({"compound", "amod", "nmod", "nummod", "poss", "quantmod", "advmod", "npadvmod"})
