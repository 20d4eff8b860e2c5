"""A parse as plain lists, read once for all components: asking tokens costs more than all rules together."""

from functools import lru_cache
from itertools import pairwise
from operator import add
from typing import NamedTuple

from spacy.strings import StringStore
from spacy.tokens import Doc

_COLUMNS = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX", "LENGTH", "ENT_IOB", "SENT_START", "SPACY")
_NAMES = 6  # the first columns hold keys of the string store


class Words(NamedTuple):
    """Columns indexed by token, and `source`, the text that was parsed.

    `lower` and `lemma` are in lower case; `head` holds token indexes, `kids` the dependents in order; `left`..`right`
    (exclusive) is the subtree; `start` and `end` are characters; `sentence` is the token range of the sentence; `ents`
    are the model's entities (first, last, label).
    """

    source: str
    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    kids: list[list[int]]
    left: list[int]
    right: list[int]
    start: list[int]
    end: list[int]
    sentence: list[tuple[int, int]]
    ents: list[tuple[int, int, str]]

    def between(self, first: int, last: int) -> str:
        """Text of a token range, `last` exclusive."""
        return self.source[self.start[first] : self.end[last - 1]]

    def kid(self, token: int, *deps: str) -> int | None:
        """First child with one of these relations."""
        for kid in self.kids[token]:
            if self.dep[kid] in deps:
                return kid
        return None

    def kids_of(self, token: int, *deps: str) -> list[int]:
        """Children with one of these relations, in text order."""
        return [kid for kid in self.kids[token] if self.dep[kid] in deps]

    def is_under(self, token: int, top: int) -> bool:
        """Whether `top` dominates the token or is it."""
        while token != top:
            if self.head[token] == token:
                return False
            token = self.head[token]
        return True


def read_words(doc: Doc) -> Words:
    """Read the columns of a parsed document."""
    array = doc.to_array(list(_COLUMNS))
    columns = array.T.tolist()
    strings = doc.vocab.strings
    name = {key: _read(strings, key) for key in set().union(*columns[:_NAMES])}
    small = {key: name[key].lower() for key in set(columns[0]).union(columns[1])}
    text, _, pos, tag, dep, labels = (list(map(name.__getitem__, column)) for column in columns[:_NAMES])
    lower, lemma = (list(map(small.__getitem__, column)) for column in columns[:2])
    head = [token + offset for token, offset in enumerate(array[:, 6].view("int64").tolist())]
    start, lengths, marks, opens, spaces = columns[7:]
    end = list(map(add, start, lengths))
    source = "".join([word + " " if space else word for word, space in zip(text, spaces, strict=True)])
    tree = _tree(head)
    return Words(
        source, text, lower, lemma, pos, tag, dep, head, *tree, start, end, _sentences(opens), _entities(marks, labels)
    )


@lru_cache(maxsize=1 << 18)
def _read(strings: StringStore, key: int) -> str:
    return strings[key] if key else ""


def _tree(head: list[int]) -> tuple[list[list[int]], list[int], list[int]]:
    """Children, and left and right edge of the subtree, of every token."""
    kids: list[list[int]] = [[] for _ in head]
    left, right = list(range(len(head))), list(range(1, len(head) + 1))
    for token, up in enumerate(head):
        if up > token:
            kids[up].append(token)
            if left[token] < left[up]:
                left[up] = left[token]
        elif up < token:
            kids[up].append(token)
    for token in range(len(head) - 1, -1, -1):
        up = head[token]
        if up < token and right[token] > right[up]:
            right[up] = right[token]
    return kids, left, right


def _sentences(opens: list[int]) -> list[tuple[int, int]]:
    firsts = [token for token, mark in enumerate(opens) if mark == 1 or token == 0]
    bounds: list[tuple[int, int]] = []
    for first, last in pairwise([*firsts, len(opens)]):
        bounds.extend([(first, last)] * (last - first))
    return bounds


def _entities(marks: list[int], labels: list[str]) -> list[tuple[int, int, str]]:
    """Spans from marks B = 3 and I = 1."""
    found: list[tuple[int, int, str]] = []
    for at, mark in enumerate(marks):
        if mark == 3:
            found.append((at, at + 1, labels[at]))
        elif mark == 1 and found:
            found[-1] = (found[-1][0], at + 1, found[-1][2])
    return found
