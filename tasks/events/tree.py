"""The parse as plain lists, read once per document: attribute access on tokens is what costs."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from tasks.language.lexicon import read_lexicon
from tasks.language.records import Sentence
from tasks.language.words import read_words

VERBAL = frozenset({"VERB", "AUX"})


class Tree(NamedTuple):
    """One entry per token: lower-case word and lemma, coarse part of speech, tag, dependency, head and children."""

    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]


def to_tree(doc: Doc) -> Tree:
    """Read a parse into lists; relations and tags are copies, since headlines have their own grammar."""
    words, forms = read_words(doc), read_forms()
    lemmas = [
        forms[word] if word in forms and pos == "VERB" else lemma
        for word, pos, lemma in zip(words.lower, words.pos, words.lemma, strict=True)
    ]
    return Tree(words.lower, lemmas, words.pos, list(words.tag), list(words.dep), words.head, words.kids)


@cache
def read_forms() -> dict[str, str]:
    """Lemmas of verb forms that the lemmatizer gets wrong."""
    return {form: row["lemma"] for row in read_lexicon("events", "forms") for form in row["forms"].split()}


def mark_headlines(tree: Tree, sentences: Sequence[Sentence]) -> None:
    """Read headline grammar in place: "Two held over raid" is passive, "Iran to end talks" is a plan."""
    for sentence in sentences:
        if sentence.zone != "headline":
            continue
        for index in range(sentence.first, sentence.last):
            if tree.tags[index] in {"VBD", "VBN"} and tree.deps[index] in {"ROOT", "acl"}:
                _mark_passive(tree, index)


def _mark_passive(tree: Tree, verb: int) -> None:
    below = {tree.deps[each]: each for each in tree.children[verb]}
    if "nsubj" in below and not below.keys() & {"dobj", "aux", "ccomp", "xcomp", "prt"}:
        tree.deps[below["nsubj"]] = "nsubjpass"
        tree.tags[verb] = "VBN"


def child(tree: Tree, index: int, *deps: str) -> int | None:
    """First child with one of these dependencies, the dependencies tried in order."""
    below = tree.children[index]
    for dep in deps:
        for each in below:
            if tree.deps[each] == dep:
                return each
    return None


def conjuncts(tree: Tree, index: int) -> list[int]:
    """The token and everything coordinated after it."""
    found = [index]
    for each in found:
        found.extend(below for below in tree.children[each] if tree.deps[below] == "conj")
    return found


def first_conjunct(tree: Tree, index: int) -> int:
    """The first of a coordination."""
    while tree.deps[index] == "conj" and tree.heads[index] != index:
        index = tree.heads[index]
    return index


def objects_after(tree: Tree, index: int, preposition: str) -> list[int]:
    """Heads of what stands after a preposition of this word, also through a second preposition ("out of")."""
    found = []
    for each in tree.children[index]:
        if tree.deps[each] in _PREPOSITIONAL and tree.lemmas[each] == preposition:
            found.extend(_after(tree, each))
    return found


def _after(tree: Tree, preposition: int) -> list[int]:
    found = []
    for each in tree.children[preposition]:
        if tree.deps[each] in {"pobj", "pcomp"}:
            found.append(each)
        elif tree.deps[each] == "prep":
            found.extend(_after(tree, each))
    return found


_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})


def is_passive(tree: Tree, index: int) -> bool:
    """Whether a verb has a passive subject or auxiliary, or is a bare past participle after a noun."""
    for each in tree.children[index]:
        if tree.deps[each] in {"nsubjpass", "auxpass", "csubjpass"}:
            return True
    return tree.tags[index] == "VBN" and tree.deps[index] in {"acl", "amod", "advcl"} and not _has_perfect(tree, index)


def _has_perfect(tree: Tree, index: int) -> bool:
    return any(tree.deps[each] == "aux" and tree.lemmas[each] == "have" for each in tree.children[index])


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """Token range of the noun phrase around a head: what stands before it, without article, and nothing after it."""
    first = head
    for each in tree.children[head]:
        if each < first and tree.deps[each] in _LEFT:
            first = min(first, _left_edge(tree, each))
    while first < head and (tree.pos[first] in {"DET", "PUNCT", "SPACE", "CCONJ"} or tree.deps[first] == "det"):
        first += 1
    return first, head + 1


def _left_edge(tree: Tree, index: int) -> int:
    first = index
    for each in tree.children[index]:
        if each < first:
            first = min(first, _left_edge(tree, each))
    return first


_LEFT = frozenset({"compound", "amod", "nmod", "nummod", "poss", "quantmod", "advmod", "npadvmod"})
