"""What is confirmed or denied in a relative clause behind it: `a charge he denies`, `, which the army confirmed`."""

from tasks.language.words import Words
from tasks.quotes.cues import Cue, read_nouns
from tasks.quotes.pieces import Content

_KINDS = frozenset({"confirm", "deny"})
_CLAUSES = frozenset({"relcl", "advcl", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRONOUNS = frozenset({"which", "that"})
_THINGS = frozenset({"something", "version", "account", "story"})


def find_told_before(tree: Words, cue: Cue) -> Content | None:
    """The noun before the clause if it names something said, else what `, which` stands for."""
    verb = cue.token
    if tree.dep[verb] not in _CLAUSES or _KINDS.isdisjoint(entry.kind for entry in cue.entries):
        return None
    noun, first, pronoun = _antecedent(tree, verb), tree.left[verb], tree.kid(verb, "dobj")
    if not noun < first or tree.kid(verb, "nsubj", "agent") is None or not _is_relative(tree, verb, pronoun):
        return None
    is_apart = tree.lower[first - 1] == ","
    if _is_told(tree, noun):
        return Content(((tree.left[noun], first - is_apart),), "told_before", "o")
    told = _find_clause(tree, tree.head[verb]) if is_apart and tree.lower[first] == "which" else None
    return None if told is None else Content(((told, first - 1),), "told_before", "o")


def _find_clause(tree: Words, end: int) -> int | None:
    """Where the innermost clause that a token ends begins, or the subject: `The sale, which Voss denies, was`."""
    while tree.tag[end][0] != "V" and tree.dep[end] not in _SUBJECTS and tree.head[end] != end:
        end = tree.head[end]
    if tree.dep[end] in _SUBJECTS:
        return tree.left[end] if end < tree.head[end] else None
    opening = [kid for kid in tree.kids[end] if kid < end and tree.dep[kid] in ("mark", "cc", "punct")]
    return max([tree.left[end], *(kid + 1 for kid in opening)]) if tree.tag[end][0] == "V" else None


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
