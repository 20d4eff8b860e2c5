"""Event nouns and the words that carry them."""

from tasks.events.classes import read_classes
from tasks.events.tree import is_under
from tasks.language.words import Words


def find_phrase(tree: Words, index: int) -> int:
    """The noun that a trigger's parties stand with: in "mediation effort" the effort, else the trigger itself."""
    head = tree.head[index]
    is_carried = tree.dep[index] in {"compound", "nmod"} and tree.lemma[head] in read_classes()["carrier"]
    return head if is_carried else index


def find_light_verb(tree: Words, index: int) -> int | None:
    """The verb that carries an event noun: "held talks", "the sanctions that were imposed", "came under attack"."""
    head, dep = tree.head[index], tree.dep[index]
    if dep == "conj" and tree.pos[head] == "NOUN":
        return find_light_verb(tree, head)
    light = read_classes()["light"]
    if dep in {"dobj", "nsubjpass"} and tree.pos[head] == "VERB" and tree.lemma[head] in light:
        return head
    if is_under(tree, index) and tree.lemma[tree.head[head]] in {"be", "come"}:
        return tree.head[head]
    for each in tree.kids[index]:
        if tree.lemma[each] in light and (
            tree.dep[each] == "relcl" or (tree.dep[each] == "acl" and tree.tag[each] == "VBN")
        ):
            return each
    return None
