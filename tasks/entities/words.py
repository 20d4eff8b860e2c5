"""The tokens of a parse as plain lists, read once: attribute access on a Token costs more than all rules together."""

from typing import NamedTuple

from spacy.tokens import Doc

_COLUMNS = ("ORTH", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "IDX")


class Words(NamedTuple):
    """Columns indexed by token; `head` holds absolute token indexes, `kids` the dependents in order."""

    text: list[str]
    lower: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    kids: list[list[int]]
    ent: list[tuple[int, int, str]]

    def end(self, token: int) -> int:
        """Character offset at which a token ends."""
        return self.start[token] + len(self.text[token])

    def between(self, first: int, last: int) -> str:
        """Text of a token range, `last` exclusive; cheaper than slicing the text of a Doc, which joins it anew."""
        pieces, at = [], self.start[first]
        for token in range(first, last):
            start = self.start[token]
            if start > at:
                pieces.append(" " * (start - at))
            pieces.append(self.text[token])
            at = start + len(self.text[token])
        return "".join(pieces)


def read_words(doc: Doc) -> Words:
    """Read the columns of a parsed document."""
    array = doc.to_array(list(_COLUMNS))
    rows = array.T.tolist()
    strings = doc.vocab.strings
    memo = {key: strings[key] for key in {*rows[0], *rows[1], *rows[2], *rows[3], *rows[6]}}
    small = {key: memo[key].lower() for key in set(rows[0])}
    text, lower = [memo[key] for key in rows[0]], [small[key] for key in rows[0]]
    head = [at + offset for at, offset in enumerate(array[:, 4].view("int64").tolist())]
    kids: list[list[int]] = [[] for _ in text]
    for at, up in enumerate(head):
        if up != at:
            kids[up].append(at)
    pos, tag, dep = ([memo[key] for key in row] for row in rows[1:4])
    entities = _entities(rows[5], [memo[key] for key in rows[6]])
    return Words(text, lower, pos, tag, dep, head, rows[7], kids, entities)


def _entities(marks: list[int], labels: list[str]) -> list[tuple[int, int, str]]:
    """Spans (first, last, label) from B = 3 and I = 1 marks."""
    found: list[tuple[int, int, str]] = []
    for at, mark in enumerate(marks):
        if mark == 3:
            found.append((at, at + 1, labels[at]))
        elif mark == 1 and found:
            found[-1] = (found[-1][0], at + 1, found[-1][2])
    return found
