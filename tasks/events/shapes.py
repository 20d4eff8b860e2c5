"""Shapes that a frame may ask for: what else the sentence does with a word."""

from collections.abc import Callable

from tasks.events.classes import read_classes
from tasks.events.clauses import find_surface_subject
from tasks.events.guards import is_of_campaign, is_of_match
from tasks.events.light import find_light_verb, find_phrase
from tasks.events.tree import child, is_under, to_objects
from tasks.language.words import Words

_MUCH = 3
_ASKING = frozenset({"WP", "WP$", "WRB", "WDT"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})


def has_shape(tree: Words, index: int, shape: str) -> bool:
    """Whether a word stands in a shape, by the name that frames.csv gives it."""
    return _SHAPES[shape](tree, index)


def _has_clause(tree: Words, index: int) -> bool:
    return any(tree.dep[each] in _CLAUSES and not _is_question(tree, each) for each in tree.kids[index])


def _is_question(tree: Words, clause: int) -> bool:
    """Whether a clause is what somebody wants to know: "asked what they wanted"."""
    first = tree.left[clause]
    if (
        tree.tag[first] in _ASKING
        or tree.lower[first] in {"whether", "if"}
        or "?" in tree.lower[first : tree.right[clause]]
    ):
        return True
    below = tree.kids[clause]
    return any(tree.tag[each] in _ASKING or tree.lower[each] in {"whether", "if"} for each in below)


def _has_content(tree: Words, index: int) -> bool:
    return child(tree, index, "ccomp") is not None


def _has_infinitive(tree: Words, index: int) -> bool:
    clause = child(tree, index, "xcomp", "ccomp", "acl")
    return clause is not None and any(tree.tag[each] == "TO" for each in tree.kids[clause])


def _is_owned(tree: Words, index: int) -> bool:
    return child(tree, index, "poss") is not None


def _has_condition(tree: Words, index: int) -> bool:
    return any(tree.lower[each] in {"if", "unless"} for each in _below(tree, index) if tree.dep[each] == "mark")


def _below(tree: Words, index: int) -> list[int]:
    found = list(tree.kids[index])
    for each in found:
        found.extend(tree.kids[each])
    return found


def _has_criticism(tree: Words, index: int) -> bool:
    return any(_is_criticism(tree, each) for each in tree.kids[index] if tree.dep[each] == "ccomp")


def _is_criticism(tree: Words, clause: int) -> bool:
    """Whether what is warned of is told as another's doing or its effect: no harm that the speaker would do."""
    auxiliaries = {tree.lower[each] for each in tree.kids[clause] if tree.dep[each] == "aux"}
    return bool(auxiliaries & {"could", "may", "might", "is", "was", "are", "were"}) or _is_present(tree, clause)


def _is_present(tree: Words, verb: int) -> bool:
    return tree.tag[verb] in {"VBZ", "VBP"} or (tree.tag[verb] == "VBD" and tree.lemma[verb] == "be")


def _is_silence(tree: Words, index: int) -> bool:
    answers = read_classes()["answers"]
    return any(tree.dep[each] == "xcomp" and tree.lemma[each] in answers for each in tree.kids[index])


def _is_alone(tree: Words, index: int) -> bool:
    return not to_objects(tree, index)


def _is_describing(tree: Words, index: int) -> bool:
    return tree.dep[index] == "amod"


def _is_plural(tree: Words, index: int) -> bool:
    return tree.tag[index] in {"NNS", "NNPS"}


def _is_carried(tree: Words, index: int) -> bool:
    return find_light_verb(tree, find_phrase(tree, index)) is not None


def _is_done_by_bomb(tree: Words, index: int) -> bool:
    return _is_done_by(tree, index, "explosive")


def _is_told_in_campaign(tree: Words, _: int) -> bool:
    return is_of_campaign(tree)


def _is_armed(tree: Words, index: int) -> bool:
    """Whether a text is on war rather than on work; nobody is on a strike of the armed kind."""
    if tree.lower[tree.head[index]] == "on":
        return False
    classes, told = read_classes(), {*tree.lemma}
    return len(classes["warfare"] & told) > len(classes["labour"] & told)


def _is_of_war(tree: Words, index: int) -> bool:
    """Whether a text is on war, and a sentence of it not on the police."""
    first, last = tree.sentence[index]
    classes = read_classes()
    return len(classes["warfare"].intersection(tree.lemma)) >= _MUCH and classes["policing"].isdisjoint(
        tree.lemma[first:last]
    )


def _is_of_hacking(tree: Words, _: int) -> bool:
    return len(read_classes()["hacking"].intersection(tree.lemma)) >= _MUCH


def _is_of_court(tree: Words, _: int) -> bool:
    return len(read_classes()["courtroom"].intersection(tree.lemma)) >= _MUCH


def _is_of_match(tree: Words, index: int) -> bool:
    return is_of_match(tree, *tree.sentence[index])


def _is_done_by(tree: Words, index: int, doers: str) -> bool:
    subject = find_surface_subject(tree, index)
    return subject is not None and tree.lemma[subject] in read_classes()[doers]


def _is_done_by_forces(tree: Words, index: int) -> bool:
    return _is_done_by(tree, index, "troops") or _is_done_by(tree, index, "weapons")


def _is_done_by_workers(tree: Words, index: int) -> bool:
    return _is_done_by(tree, index, "labour")


def _is_done_by_crowd(tree: Words, index: int) -> bool:
    return _is_done_by(tree, index, "civil") or _is_done_by_workers(tree, index)


def _is_sought(tree: Words, index: int) -> bool:
    """Whether a noun is what somebody asks for: "appealed for help", "sought aid"."""
    head, dep = tree.head[index], tree.dep[index]
    if dep == "pobj" and tree.lower[head] == "for":
        head = tree.head[head]
    elif dep != "dobj":
        return False
    return tree.lemma[head] in read_classes()["soliciting"]


def _is_judgement(tree: Words, index: int) -> bool:
    """Whether a noun is what something is called: "The vote is a disgrace"."""
    return tree.dep[index] == "attr" and tree.lemma[tree.head[index]] == "be"


def _is_reprisal(tree: Words, index: int) -> bool:
    clause = child(tree, index, "xcomp", "ccomp")
    return clause is not None and tree.lemma[clause] in read_classes()["reprisal"]


_SHAPES: dict[str, Callable[[Words, int], bool]] = {
    "clause": _has_clause,
    "content": _has_content,
    "infinitive": _has_infinitive,
    "owned": _is_owned,
    "condition": _has_condition,
    "criticism": _has_criticism,
    "silence": _is_silence,
    "alone": _is_alone,
    "describing": _is_describing,
    "under": is_under,
    "plural": _is_plural,
    "light": _is_carried,
    "blast": _is_done_by_bomb,
    "campaign": _is_told_in_campaign,
    "armed": _is_armed,
    "match": _is_of_match,
    "forces": _is_done_by_forces,
    "labour": _is_done_by_workers,
    "reprisal": _is_reprisal,
    "war": _is_of_war,
    "hacking": _is_of_hacking,
    "court": _is_of_court,
    "civil": _is_done_by_crowd,
    "sought": _is_sought,
    "judgement": _is_judgement,
}
