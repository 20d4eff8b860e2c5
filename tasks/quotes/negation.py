"""Whether a verb is negated, also by the verb that governs it."""

from tasks.language.words import Words


def is_negated(tree: Words, verb: int) -> bool:
    """Whether the verb, or the verb that governs it, is negated."""
    dep, words = tree.dep, tree.lower
    if words[verb - 2 : verb] == ["short", "of"]:
        return True
    for kid in tree.kids[verb]:
        if dep[kid] == "neg" or words[kid] in ("never", "nor"):
            return True
    is_covered = dep[verb] in ("xcomp", "conj") and _is_covered(tree, verb)
    return is_covered and any(dep[kid] == "neg" or words[kid] in ("never", "nor") for kid in tree.kids[tree.head[verb]])


def _is_covered(tree: Words, verb: int) -> bool:
    """Whether a negation of the governor covers the verb: `did not want to say`, `did not confirm or deny`."""
    joining = {tree.lower[kid] for kid in tree.kids_of(tree.head[verb], "cc")}
    return tree.dep[verb] == "xcomp" or not joining.isdisjoint(("or", "nor"))
