"""Event nouns and the words that carry them."""

from tasks.events.classes import read_classes
from tasks.events.tree import child, is_under
from tasks.language.words import Words

_ENTERING = frozenset({"be", "come", "go", "put", "place"})


def find_phrase(tree: Words, index: int) -> int:
    """The noun that a trigger's parties stand with: in "mediation effort" the effort, else the trigger itself."""
    head = tree.head[index]
    is_carried = tree.dep[index] in {"compound", "nmod"} and tree.lemma[head] in read_classes()["carrier"]
    return head if is_carried else index


def find_light_verb(tree: Words, index: int) -> int | None:
    """The verb that carries an event noun: "held talks", "a round of talks", "came under attack", "went on strike"."""
    head, dep, light = tree.head[index], tree.dep[index], read_classes()["light"]
    if dep == "conj" and tree.pos[head] == "NOUN":
        return find_light_verb(tree, head)
    if dep == "pobj" and tree.lower[head] == "of" and tree.lemma[tree.head[head]] in read_classes()["series"]:
        return find_light_verb(tree, tree.head[head])
    if dep in {"dobj", "nsubjpass"} and tree.pos[head] == "VERB" and tree.lemma[head] in light:
        return head if child(tree, head, "oprd") is None else None  # "called the strike a farce"
    if _is_entered(tree, index) and tree.lemma[tree.head[head]] in _ENTERING:
        return tree.head[head]
    for each in tree.kids[index]:
        if tree.lemma[each] in light and (
            tree.dep[each] == "relcl" or (tree.dep[each] == "acl" and tree.tag[each] == "VBN")
        ):
            return each
    return None


def _is_entered(tree: Words, noun: int) -> bool:
    if tree.dep[noun] != "pobj" or tree.lower[tree.head[noun]] != "on":
        return is_under(tree, noun)
    return tree.lemma[noun] in read_classes()["entered"]
