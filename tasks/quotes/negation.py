"""Whether a verb is negated, also by the verb that governs it."""

from tasks.language.words import Words


def is_negated(tree: Words, verb: int) -> bool:
    """Whether the verb, or the verb that governs it, is negated."""
    above = _governor(tree, verb)
    kids = tree.kids[verb] if above == verb else [*tree.kids[verb], *tree.kids[above]]
    dep, words = tree.dep, tree.lower
    return any(dep[kid] == "neg" or words[kid] in ("never", "nor") for kid in kids)


def _governor(tree: Words, verb: int) -> int:
    """The verb whose negation covers this one: `did not want to say`, `did not confirm or deny`."""
    above = tree.head[verb]
    if tree.dep[verb] == "xcomp":
        return above
    if tree.dep[verb] != "conj":
        return verb
    return above if {tree.lower[kid] for kid in tree.kids_of(above, "cc")} & {"or", "nor"} else verb
