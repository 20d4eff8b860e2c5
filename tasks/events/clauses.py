"""Who does a verb and to whom it is done, wherever the sentence says it."""

from functools import cache

from tasks.events.classes import read_classes
from tasks.events.tree import child, is_bare_relative, is_passive, objects_after, to_antecedent, to_shared
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

_SUBJECTS = ("nsubj", "nsubjpass")
_DEPTH = 6
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "pcomp"})


@cache
def read_subject_control() -> frozenset[str]:
    """Verbs whose infinitive is done by their subject although they have an object: promise, threaten."""
    return frozenset(row["lemma"] for row in read_lexicon("events", "control"))


def find_actor(tree: Words, verb: int) -> int | None:
    """Token that heads the phrase of who does a verb."""
    if _is_undergone(tree, verb):
        agents = objects_after(tree, verb, "by")
        return agents[0] if agents else None
    if is_nominal(tree, verb):
        return next(iter(objects_after(tree, verb, "by")), None)
    return find_surface_subject(tree, verb)


def is_nominal(tree: Words, verb: int) -> bool:
    """Whether a gerund is used as a noun: "the shelling of the market by the rebels"."""
    return tree.tag[verb] == "VBG" and tree.dep[verb] in _NOMINAL and bool(objects_after(tree, verb, "of"))


def find_undergoer(tree: Words, verb: int) -> int | None:
    """Token that heads the phrase of what a verb is done to."""
    if _is_undergone(tree, verb):
        return find_surface_subject(tree, verb)
    found = child(tree, verb, "dobj")
    if found is not None:
        return to_antecedent(tree, verb, found)
    if is_nominal(tree, verb):
        return objects_after(tree, verb, "of")[0]
    if is_bare_relative(tree, verb):
        return tree.head[verb]
    clause = child(tree, verb, "ccomp")
    if clause is not None and tree.tag[clause] == "VB":
        return child(tree, clause, "nsubj")
    return None


def find_surface_subject(tree: Words, verb: int, depth: int = 0) -> int | None:
    """Token that heads the subject, also one that is shared, controlled or outside the clause."""
    found = child(tree, verb, *_SUBJECTS)
    if found is not None:
        return to_antecedent(tree, verb, found)
    if depth > _DEPTH:
        return None
    head, dep = tree.head[verb], tree.dep[verb]
    if dep in {"xcomp", "advcl"}:
        return _controller(tree, head, dep, depth)
    if dep in {"conj", "dep"}:
        head = to_shared(tree, verb)
        return find_surface_subject(tree, head, depth + 1) if _is_predicate(tree, head) else None
    if dep in {"acl", "relcl"}:
        return _outside_noun(tree, verb, head, depth)
    if dep == "pcomp":
        return _outside_preposition(tree, head, depth)
    if dep in {"ccomp", "dobj", "acomp", "pobj"} and tree.tag[verb] == "VBG":
        return find_surface_subject(tree, head, depth + 1)
    return find_surface_subject(tree, head, depth + 1) if dep in {"acomp", "oprd", "attr"} else None


def _is_predicate(tree: Words, index: int) -> bool:
    return tree.pos[index] in {"VERB", "AUX", "ADJ"}


def _is_undergone(tree: Words, verb: int) -> bool:
    """Whether a verb is passive, also one that shares its auxiliary: "was beaten and robbed"."""
    if is_passive(tree, verb):
        return True
    head = tree.head[verb]
    return (
        tree.dep[verb] == "conj"
        and tree.tag[verb] == "VBN"
        and (is_passive(tree, head) or tree.lemma[verb] in read_classes()["harm"])
        and child(tree, verb, "aux", "dobj") is None
    )


def _controller(tree: Words, head: int, dep: str, depth: int) -> int | None:
    asked = find_asked(tree, head)
    if asked is not None:
        return asked
    if dep == "xcomp" and tree.lemma[head] not in read_subject_control():
        found = child(tree, head, "dobj", "dative")
        if found is not None and tree.dep[found] == "dative" and tree.lemma[found] == "to":
            found = child(tree, found, "pobj")
        if found is not None:
            return to_antecedent(tree, head, found)
    if tree.pos[head] in {"NOUN", "PROPN"}:
        return find_possessor(tree, head, depth)
    return find_surface_subject(tree, head, depth + 1)


def find_asked(tree: Words, verb: int) -> int | None:
    """Who is to do what a verb asks for: "called on the rebels to", "pleaded with the rebels to"."""
    if tree.lemma[verb] not in read_classes()["asking"] or child(tree, verb, "dobj") is not None:
        return None
    asked = objects_after(tree, verb, "on", "upon", "to", "with")
    return asked[0] if asked else None


def _outside_noun(tree: Words, verb: int, noun: int, depth: int) -> int | None:
    infinitive = any(tree.tag[each] == "TO" for each in tree.kids[verb])
    if infinitive:
        return find_possessor(tree, noun, depth)
    return noun


def _outside_preposition(tree: Words, preposition: int, depth: int) -> int | None:
    head = tree.head[preposition]
    if tree.pos[head] == "PROPN" and tree.lemma[preposition] == "for":
        return head  # "investigated Kovel for taking bribes"
    if tree.pos[head] in {"NOUN", "PROPN"}:
        return find_possessor(tree, head, depth)
    if tree.lemma[preposition] in {"of", "for", "from", "into"} and not is_passive(tree, head):
        found = child(tree, head, "dobj")
        if found is not None and tree.pos[found] != "NOUN" or found is not None and tree.lemma[preposition] != "for":
            return found
    return find_surface_subject(tree, head, depth + 1)


def find_possessor(tree: Words, noun: int, depth: int = 0) -> int | None:
    """Whose plan, decision or demand a noun is: its possessor, else the subject of the verb that it belongs to."""
    found = child(tree, noun, "poss")
    if found is not None:
        return found
    by = objects_after(tree, noun, "by") or objects_after(tree, noun, "of")
    if by and tree.pos[by[0]] in {"PROPN", "NOUN"}:
        return by[0]
    head = tree.head[noun]
    if tree.dep[noun] in {"dobj", "attr", "pobj"} and depth < _DEPTH:
        if tree.dep[noun] == "pobj":
            head = tree.head[head]
        return find_surface_subject(tree, head, depth + 1) if _is_predicate(tree, head) else None
    return None
