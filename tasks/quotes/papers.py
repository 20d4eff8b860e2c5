"""Papers that speak: who issued `the statement`, which poll or study is `the report`."""

from collections.abc import Iterator

from tasks.language.words import Words
from tasks.quotes.circumstances import read_media
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.sources import trim
from tasks.quotes.subjects import find_source_head

_POINTING = frozenset({"the", "this", "that"})


def find_paper(reading: Reading, head: int, source: Piece) -> Piece | None:
    """What a bare `the statement`, `the report` stands for, by the words before it; None when they do not tell."""
    tree, (first, last) = reading.tree, source
    medium = read_media().get(tree.lemma[head])
    issuer = tree.kid(head, "poss") if medium in ("report", "statement", "letter") else None
    if issuer is not None:
        return tree.left[issuer], issuer + 1  # `the bank's own report`
    if medium is None or reading.has_outlet(head, head + 1) or last - first > 2 or tree.lower[first] not in _POINTING:
        return None
    if medium == "statement":
        return next((found for at in _earlier(tree, head) if (found := _find_issuer(reading, at)) is not None), None)
    return _find_named(reading, head) if medium in ("report", "letter") else None


def _earlier(tree: Words, head: int) -> Iterator[int]:
    """Nouns before a noun with its lemma, and names of papers such as `Harbour Study`, the nearest first."""
    lemma = tree.lemma[head]
    for at in range(head - 1, -1, -1):
        if tree.tag[at][0] == "N" and (tree.lemma[at] == lemma or _is_title(tree, at)):
            yield at


def _is_title(tree: Words, at: int) -> bool:
    return tree.tag[at] == "NNP" and tree.tag[at - 1] == "NNP" and read_media().get(tree.lower[at]) == "report"


def _find_issuer(reading: Reading, at: int) -> Piece | None:
    """`The council issued a statement`, `said in a statement`, `the council's statement`."""
    tree = reading.tree
    verb = tree.head[at] if tree.dep[at] == "dobj" else tree.head[tree.head[at]]
    issuer = tree.kid(at, "poss")
    if issuer is None and tree.dep[at] in ("dobj", "pobj") and tree.tag[verb][0] == "V":
        found = find_source_head(tree, verb)
        issuer = found[0] if found is not None else None
    return None if issuer is None else trim(reading, issuer, verb)


def _find_named(reading: Reading, head: int) -> Piece | None:
    """`A poll by the bank`, `the Harbour Study`: the nearest with a name in it, else the nearest with any word."""
    places = [trim(reading, at, -1) for at in _earlier(reading.tree, head)]
    described = [place for place in places if place[1] - place[0] > 2]
    named = [place for place in described if "NNP" in reading.tree.tag[place[0] : place[1]]]
    return next(iter(named or described), None)
