"""The parse as plain lists: what the quotation rules read, looked up once per token."""

from typing import NamedTuple

from spacy.tokens import Doc


class Tree(NamedTuple):
    """Parallel lists by token; `left`..`right` (exclusive) is the subtree, `sentence` (first, end) the sentence."""

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    kids: list[list[int]]
    left: list[int]
    right: list[int]
    starts: list[int]
    ends: list[int]
    sentence: list[tuple[int, int]]

    def kid(self, token: int, *deps: str) -> int | None:
        """First child with one of these relations."""
        return next((kid for kid in self.kids[token] if self.deps[kid] in deps), None)

    def kids_of(self, token: int, *deps: str) -> list[int]:
        """Children with one of these relations, in text order."""
        return [kid for kid in self.kids[token] if self.deps[kid] in deps]

    def is_under(self, token: int, top: int) -> bool:
        """Whether `top` dominates the token or is it."""
        while token != top:
            if self.heads[token] == token:
                return False
            token = self.heads[token]
        return True


def to_tree(doc: Doc) -> Tree:
    """Read a parse once, by columns."""
    words, lemmas, tags, deps = (_strings(doc, attribute) for attribute in ("LOWER", "LEMMA", "TAG", "DEP"))
    heads = [token + offset for token, offset in enumerate(doc.to_array(["HEAD"]).astype("int64").tolist())]
    kids: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            kids[head].append(token)
    left, right = _edges(heads)
    starts, ends = _offsets(doc)
    lemmas = [lemma.lower() for lemma in lemmas]
    return Tree(words, lemmas, tags, deps, heads, kids, left, right, starts, ends, _sentences(doc))


def _strings(doc: Doc, attribute: str) -> list[str]:
    """A column of the parse as text, every value looked up once."""
    keys = doc.to_array([attribute]).tolist()
    strings = doc.vocab.strings
    names = {key: strings[key] if key else "" for key in set(keys)}
    return [names[key] for key in keys]


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """Left and right edge of every token's subtree."""
    left, right = list(range(len(heads))), list(range(1, len(heads) + 1))
    for token, head in enumerate(heads):
        if head > token and left[token] < left[head]:
            left[head] = left[token]
    for token in range(len(heads) - 1, -1, -1):
        head = heads[token]
        if head < token and right[token] > right[head]:
            right[head] = right[token]
    return left, right


def _offsets(doc: Doc) -> tuple[list[int], list[int]]:
    """Character offsets of every token, summed up from the lengths of tokens and spaces."""
    table = doc.to_array(["LENGTH", "SPACY"]).astype("int64")
    widths = table.sum(axis=1)
    after = widths.cumsum()
    return (after - widths).tolist(), (after - table[:, 1]).tolist()


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    opens = [token for token, value in enumerate(doc.to_array(["SENT_START"]).tolist()) if value == 1 or token == 0]
    bounds: list[tuple[int, int]] = []
    for first, last in zip(opens, [*opens[1:], len(doc)], strict=True):
        bounds.extend([(first, last)] * (last - first))
    return bounds
