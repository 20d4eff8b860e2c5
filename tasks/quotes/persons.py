"""Persons where the parser sees a thing that speaks."""

from tasks.entities.lexicons import read_lexicons
from tasks.language.words import Words


def is_person(tree: Words, token: int) -> bool:
    """A name of a person, or a noun for one."""
    noun = read_lexicons().nouns.get(tree.lower[token])
    is_named = any(first <= token < last for first, last, label in tree.ents if label == "PERSON")
    return is_named or (noun is not None and noun.entity_type == "PERSON")


def find_named_beside(tree: Words, subject: int, verb: int) -> int | None:
    """`They want a ransom in bitcoin, director Ann Lee said`, of which the parser makes a ransom that said it."""
    before = tree.lower[subject + 1 : verb - 1]
    if tree.tag[verb - 1] != "NNP" or "," not in before or is_person(tree, subject) or not is_person(tree, verb - 1):
        return None
    comma = verb - 2 - before[::-1].index(",")
    return verb - 1 if tree.left[verb - 1] == comma + 1 else None
