"""Who does a verb and to whom it is done, wherever the sentence says it."""

from functools import cache

from tasks.events.tree import Tree, child, is_passive, objects_after
from tasks.language.lexicon import read_lexicon

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_DEPTH = 6


@cache
def read_subject_control() -> frozenset[str]:
    """Verbs whose infinitive is done by their subject although they have an object: promise, threaten."""
    return frozenset(row["lemma"] for row in read_lexicon("events", "control"))


def find_actor(tree: Tree, verb: int) -> int | None:
    """Token that heads the phrase of who does a verb."""
    if is_passive(tree, verb) or _is_passive_conjunct(tree, verb):
        agents = objects_after(tree, verb, "by")
        return agents[0] if agents else None
    return find_surface_subject(tree, verb)


def find_undergoer(tree: Tree, verb: int) -> int | None:
    """Token that heads the phrase of what a verb is done to."""
    if is_passive(tree, verb) or _is_passive_conjunct(tree, verb):
        return find_surface_subject(tree, verb)
    found = child(tree, verb, "dobj")
    if found is not None:
        return _to_antecedent(tree, verb, found)
    if tree.deps[verb] == "relcl" and child(tree, verb, "nsubj") is not None and not _has_relative_subject(tree, verb):
        return tree.heads[verb]
    clause = child(tree, verb, "ccomp")
    if clause is not None and tree.tags[clause] == "VB":
        return child(tree, clause, "nsubj")
    return None


def find_surface_subject(tree: Tree, verb: int, depth: int = 0) -> int | None:
    """Token that heads the subject, also one that is shared, controlled or outside the clause."""
    found = child(tree, verb, *_SUBJECTS)
    if found is not None:
        return _to_antecedent(tree, verb, found)
    if depth > _DEPTH:
        return None
    head, dep = tree.heads[verb], tree.deps[verb]
    if dep in {"xcomp", "advcl"}:
        return _controller(tree, head, dep, depth)
    if dep in {"conj", "dep"}:
        return find_surface_subject(tree, head, depth + 1) if _is_predicate(tree, head) else None
    if dep in {"acl", "relcl"}:
        return _outside_noun(tree, verb, head, depth)
    if dep == "pcomp":
        return _outside_preposition(tree, head, depth)
    if dep in {"ccomp", "dobj", "acomp", "pobj"} and tree.tags[verb] == "VBG":
        return find_surface_subject(tree, head, depth + 1)
    return find_surface_subject(tree, head, depth + 1) if dep in {"acomp", "oprd", "attr"} else None


def _is_predicate(tree: Tree, index: int) -> bool:
    return tree.pos[index] in {"VERB", "AUX", "ADJ"}


def _is_passive_conjunct(tree: Tree, verb: int) -> bool:
    head = tree.heads[verb]
    return (
        tree.deps[verb] == "conj"
        and tree.tags[verb] == "VBN"
        and is_passive(tree, head)
        and child(tree, verb, "aux", "dobj") is None
    )


def _controller(tree: Tree, head: int, dep: str, depth: int) -> int | None:
    if dep == "xcomp" and tree.lemmas[head] not in read_subject_control():
        found = child(tree, head, "dobj", "dative")
        if found is not None and tree.deps[found] == "dative" and tree.lemmas[found] == "to":
            found = child(tree, found, "pobj")
        if found is not None:
            return _to_antecedent(tree, head, found)
    if tree.pos[head] in {"NOUN", "PROPN"}:
        return find_possessor(tree, head, depth)
    return find_surface_subject(tree, head, depth + 1)


def _outside_noun(tree: Tree, verb: int, noun: int, depth: int) -> int | None:
    infinitive = any(tree.tags[each] == "TO" for each in tree.children[verb])
    if infinitive:
        return find_possessor(tree, noun, depth)
    return noun


def _outside_preposition(tree: Tree, preposition: int, depth: int) -> int | None:
    head = tree.heads[preposition]
    if tree.pos[head] in {"NOUN", "PROPN"}:
        return find_possessor(tree, head, depth)
    if tree.lemmas[preposition] in {"of", "for", "from", "into"} and not is_passive(tree, head):
        found = child(tree, head, "dobj")
        if found is not None and tree.pos[found] != "NOUN" or found is not None and tree.lemmas[preposition] != "for":
            return found
    return find_surface_subject(tree, head, depth + 1)


def find_possessor(tree: Tree, noun: int, depth: int = 0) -> int | None:
    """Whose plan, decision or demand a noun is: its possessor, else the subject of the verb that it belongs to."""
    found = child(tree, noun, "poss")
    if found is not None:
        return found
    by = objects_after(tree, noun, "by") or objects_after(tree, noun, "of")
    if by and tree.pos[by[0]] in {"PROPN", "NOUN"}:
        return by[0]
    head = tree.heads[noun]
    if tree.deps[noun] in {"dobj", "attr", "pobj"} and depth < _DEPTH:
        if tree.deps[noun] == "pobj":
            head = tree.heads[head]
        return find_surface_subject(tree, head, depth + 1) if _is_predicate(tree, head) else None
    return None


def _has_relative_subject(tree: Tree, verb: int) -> bool:
    subject = child(tree, verb, *_SUBJECTS)
    return subject is not None and tree.words[subject] in _RELATIVE


def _to_antecedent(tree: Tree, verb: int, index: int) -> int:
    if tree.words[index] not in _RELATIVE:
        return index
    while tree.deps[verb] in {"conj", "xcomp", "ccomp"} and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    return tree.heads[verb] if tree.deps[verb] == "relcl" else index
