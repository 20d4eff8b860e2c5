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
    """Read a parse once."""
    tokens = list(doc)
    heads = [token.head.i for token in tokens]
    kids: list[list[int]] = [[] for _ in tokens]
    for token, head in enumerate(heads):
        if head != token:
            kids[head].append(token)
    starts = [token.idx for token in tokens]
    sentence: list[tuple[int, int]] = []
    for span in doc.sents:
        sentence.extend([(span.start, span.end)] * (span.end - span.start))
    return Tree(
        words=[token.lower_ for token in tokens],
        lemmas=[token.lemma_.lower() for token in tokens],
        tags=[token.tag_ for token in tokens],
        deps=[token.dep_ for token in tokens],
        heads=heads,
        kids=kids,
        left=[token.left_edge.i for token in tokens],
        right=[token.right_edge.i + 1 for token in tokens],
        starts=starts,
        ends=[start + len(token) for start, token in zip(starts, tokens, strict=True)],
        sentence=sentence,
    )
