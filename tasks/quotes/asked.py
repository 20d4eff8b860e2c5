"""Who is asked or told, where the parser takes them for who asks or tells."""

from tasks.language.words import Words
from tasks.quotes.cues import read_hearers

_ASKED = frozenset({"asked", "told", "pressed", "questioned", "quizzed"})


def find_asked(tree: Words, verb: int) -> int | None:
    """Who is asked: `Voss, asked about the loan, said`, parsed as if Voss asked; `Asked about it, Voss said`.

    And who is told in a headline: `Guard slept, court told`.
    """
    if tree.lower[verb] not in _ASKED or tree.tag[verb] not in ("VBN", "VBD"):
        return None
    if tree.dep[verb] == "advcl" and tree.kid(verb, "nsubj", "nsubjpass", "auxpass") is None:
        return tree.kid(tree.head[verb], "nsubj")
    noun = tree.head[verb] if tree.dep[verb] == "acl" else tree.kid(verb, "nsubj")
    if _ends_headline(tree, verb):
        return verb - 1
    if noun == verb - 1 and tree.lemma[noun] in read_hearers() and tree.right[verb] <= verb + 2:
        return noun
    is_close = noun is not None and noun == verb - 2 and tree.lower[verb - 1] == ","
    return noun if is_close and tree.tag[verb - 2][0] == "N" and tree.dep[verb - 2] != "appos" else None


def _ends_headline(tree: Words, verb: int) -> bool:
    """`Water is not safe, parents told`: no full stop behind, and nobody whom the parents would have told."""
    is_last = not "".join(tree.text[verb + 1 : verb + 2]).strip()
    return is_last and tree.lower[verb] == "told" and tree.dep[verb - 1] == "nsubj"
