"""What is confirmed or denied in a relative clause behind it: `a charge he denies`, `, which the army confirmed`."""

from tasks.language.words import Words
from tasks.quotes.cues import Cue, read_nouns
from tasks.quotes.pieces import Content

_KINDS = frozenset({"confirm", "deny"})
_CLAUSES = frozenset({"relcl", "advcl", "acl"})
_PRONOUNS = frozenset({"which", "that"})
_THINGS = frozenset({"something", "version", "account", "story"})


def find_told_before(tree: Words, cue: Cue) -> Content | None:
    """The noun before the clause if it names something said, else the `which` that stands for all said before."""
    verb = cue.token
    if tree.dep[verb] not in _CLAUSES or _KINDS.isdisjoint(entry.kind for entry in cue.entries):
        return None
    noun, first, pronoun = _antecedent(tree, verb), tree.left[verb], tree.kid(verb, "dobj")
    if not noun < first or tree.kid(verb, "nsubj") is None or not _is_relative(tree, verb, pronoun):
        return None
    is_apart = tree.lower[first - 1] == ","
    if _is_told(tree, noun):
        return Content(((tree.left[noun], first - is_apart),), "told_before", "o")
    return Content(((first, first + 1),), "told_before", "o") if is_apart and tree.lower[first] == "which" else None


def _is_relative(tree: Words, verb: int, pronoun: int | None) -> bool:
    """Whether a clause has its object before it: as the pronoun that opens it, or as the noun right before it."""
    if pronoun is None:
        return tree.dep[verb] == "relcl"
    return pronoun == tree.left[verb] and tree.lower[pronoun] in _PRONOUNS


def _antecedent(tree: Words, verb: int) -> int:
    """What the parser hangs the clause on, or what that is of: `a charge of theft, which he denies`."""
    noun = tree.head[verb]
    whole = tree.head[tree.head[noun]] if tree.lower[tree.head[noun]] == "of" else noun
    return whole if _is_told(tree, whole) else noun


def _is_told(tree: Words, noun: int) -> bool:
    return tree.tag[noun][0] == "N" and (tree.lemma[noun] in read_nouns() or tree.lower[noun] in _THINGS)
