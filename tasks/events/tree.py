"""The parse as events read it: lemmas corrected, headlines by their own grammar; and steps through the tree."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import compress, count
from operator import attrgetter

from tasks.language.lexicon import read_lexicon
from tasks.language.records import Sentence
from tasks.language.words import Words

_ZONE = attrgetter("zone")
VERBAL = frozenset({"VERB", "AUX"})


def to_tree(words: Words, sentences: Sequence[Sentence] = ()) -> Words:
    """Correct lemmas, and read headlines by their grammar: "Two held over raid" is passive.

    A parse that has nothing to correct is the tree itself.
    """
    forms = read_forms()
    known = compress(count(), map(forms.__contains__, words.lower))
    wrong = [token for token in known if words.pos[token] == "VERB" and words.lemma[token] != forms[words.lower[token]]]
    passive = [pair for each in in_zone(sentences, "headline") for pair in _find_passives(words, each)]
    if not wrong and not passive:
        return words
    lemma, tag, dep = list(words.lemma), list(words.tag), list(words.dep)
    for token in wrong:
        lemma[token] = forms[words.lower[token]]
    for verb, subject in passive:
        tag[verb], dep[subject] = "VBN", "nsubjpass"
    return replace(words, lemma=lemma, tag=tag, dep=dep)


@cache
def read_forms() -> dict[str, str]:
    """Lemmas of verb forms that the lemmatizer gets wrong."""
    return {form: row["lemma"] for row in read_lexicon("events", "forms") for form in row["forms"].split()}


def _find_passives(words: Words, headline: Sentence) -> Iterator[tuple[int, int]]:
    """Yield past verbs that have a subject and no object or auxiliary, with their subjects."""
    for verb in range(headline.first, headline.last):
        if words.tag[verb] in {"VBD", "VBN"} and words.dep[verb] in {"ROOT", "acl"}:
            below = {words.dep[each]: each for each in words.kids[verb]}
            if "nsubj" in below and not below.keys() & {"dobj", "aux", "ccomp", "xcomp", "prt"}:
                yield verb, below["nsubj"]


def in_zone(sentences: Sequence[Sentence], zone: str) -> list[Sentence]:
    """The sentences of a zone."""
    return list(compress(sentences, map(zone.__eq__, map(_ZONE, sentences))))


def child(tree: Words, index: int, *deps: str) -> int | None:
    """First child with one of these dependencies, the dependencies tried in order."""
    below = tree.kids[index]
    relations = list(map(tree.dep.__getitem__, below))
    for dep in deps:
        if dep in relations:
            return below[relations.index(dep)]
    return None


def children(tree: Words, index: int, deps: frozenset[str]) -> list[int]:
    """All children with one of these dependencies."""
    below = tree.kids[index]
    return list(compress(below, map(deps.__contains__, map(tree.dep.__getitem__, below))))


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


def objects_after(tree: Words, index: int, *prepositions: str) -> list[int]:
    """Heads of what stands after prepositions of this word, in their order, also through a second ("out of")."""
    kids, lemma = tree.kids[index], tree.lemma
    if not kids or {*prepositions}.isdisjoint(map(lemma.__getitem__, kids)):
        return []
    below = [each for each in kids if lemma[each] in prepositions and tree.dep[each] in _PREPOSITIONAL]
    if len(below) > 1:
        below.sort(key=lambda each: prepositions.index(lemma[each]))
    return [noun for each in below for noun in _after(tree, each)]


def _after(tree: Words, preposition: int) -> list[int]:
    found: list[int] = []
    for each in tree.kids[preposition]:
        if tree.dep[each] in {"pobj", "pcomp"}:
            found.append(each)
        elif tree.dep[each] == "prep":
            found.extend(_after(tree, each))
    return found


_PREPOSITIONAL = frozenset({"prep", "agent", "dative"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DONE_TO = frozenset({"dobj", "nsubjpass", "oprd"})
_PASSIVE = frozenset({"nsubjpass", "auxpass", "csubjpass"})


def is_passive(tree: Words, index: int) -> bool:
    """Whether a verb has a passive subject or auxiliary, or is a bare past participle after a noun."""
    if not _PASSIVE.isdisjoint(map(tree.dep.__getitem__, tree.kids[index])):
        return True
    return tree.tag[index] == "VBN" and tree.dep[index] in {"acl", "amod", "advcl"} and not _has_perfect(tree, index)


def _has_perfect(tree: Words, index: int) -> bool:
    return any(tree.dep[each] == "aux" and tree.lemma[each] == "have" for each in tree.kids[index])


def is_under(tree: Words, noun: int) -> bool:
    """Whether a noun is what somebody comes under: "under attack", "under pressure"."""
    return tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "under"


def to_objects(tree: Words, index: int) -> list[int]:
    """What a verb is done to, as tokens: objects, passive subjects, the noun that a participle or relative modifies."""
    found = [to_antecedent(tree, index, each) for each in children(tree, index, _DONE_TO)]
    if not found and is_bare_relative(tree, index):
        found.append(tree.head[index])
    if not found and tree.dep[index] in {"acl", "relcl", "amod"} and is_passive(tree, index):
        found.append(tree.head[index])
    if not found and tree.dep[index] == "conj" and child(tree, tree.head[index], "nsubjpass") is not None:
        found.extend(to_objects(tree, tree.head[index]))
    if not found:
        clause = child(tree, index, "ccomp")
        subject = None if clause is None or tree.tag[clause] != "VB" else child(tree, clause, "nsubj")
        found = [] if subject is None else [subject]
    return found + [below for each in found for below in tree.kids[each] if tree.dep[below] == "conj"]


def to_antecedent(tree: Words, verb: int, index: int) -> int:
    """The noun that a relative pronoun in the clause of a verb stands for, else the word itself."""
    if tree.lower[index] not in _RELATIVE:
        return index
    while tree.dep[verb] in {"conj", "xcomp", "ccomp"} and tree.head[verb] != verb:
        verb = tree.head[verb]
    return tree.head[verb] if tree.dep[verb] == "relcl" else index


def is_bare_relative(tree: Words, verb: int) -> bool:
    """Whether a relative clause tells what somebody does to the noun above it: "the plan the king rejected"."""
    if tree.dep[verb] != "relcl" or is_passive(tree, verb):
        return False
    subject = child(tree, verb, "nsubj")
    return subject is not None and tree.lower[subject] not in _RELATIVE and not _tells_when(tree, verb)


def _tells_when(tree: Words, verb: int) -> bool:
    return any(tree.tag[each] == "WRB" for each in tree.kids[verb])


def to_shared(tree: Words, verb: int) -> int:
    """The verb that a coordinated one goes on from: a finite one does not go on from an infinitive.

    The parser hangs "accused" on "withdraw" in "refused to withdraw and accused", in "said it had left and accused".
    """
    head = tree.head[verb]
    if tree.tag[verb] in _FINITE:
        while _is_below(tree, head, tree.tag[verb]):
            head = tree.head[head]
    return head


def _is_below(tree: Words, head: int, tag: str) -> bool:
    """Whether a verb stands below the one that a finite verb goes on from: an infinitive, or what was reported."""
    if tree.tag[head] == "VB":
        is_infinitive = any(tree.tag[each] == "TO" for each in tree.kids[head])
        return is_infinitive and tree.dep[head] in {"xcomp", "conj", "advcl"}
    is_reported = tree.dep[head] == "ccomp" and tree.head[head] < head
    return tag == "VBD" and tree.tag[head] == "VBN" and is_reported and _has_perfect(tree, head)


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
