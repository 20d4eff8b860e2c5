"""A parse as plain lists, read once for all components: asking tokens costs more than all rules together."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from operator import add
from typing import Any

from numpy import arange, flatnonzero
from numpy.typing import NDArray
from spacy.strings import StringStore
from spacy.tokens import Doc

_LISTED = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "IDX", "ENT_TYPE", "SPACY")
_COLUMNS = (*_LISTED, "HEAD", "LENGTH", "ENT_IOB", "SENT_START")
_GAPS = ("", " ")
_ARTICLES = frozenset({"a", "an"})
_NAMES = frozenset({"NNP", "NNPS", "NNS"})
_PARTICIPLES = frozenset({"VBG"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_MARKS = frozenset({"punct"})
_LONGEST_CLAUSE = 60  # tokens


@dataclass(frozen=True, slots=True)
class Words:
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
    orth, lemma, pos, tag, dep, start, labels, spaces = array[:, : len(_LISTED)].T.tolist()
    heads, lengths, marks, opens = array[:, len(_LISTED) :].T
    plain, small = _spellings(doc.vocab.strings)
    text = list(map(plain.__getitem__, orth))
    head = (heads.view("int64") + arange(len(array))).tolist()
    dep = list(map(plain.__getitem__, dep))
    tag = list(map(plain.__getitem__, tag))
    _join_prefixes(text, spaces, head, dep)
    _part_asides(text, tag, head, dep)
    _part_participles(tag, head, dep)
    return Words(
        "".join(map(add, text, map(_GAPS.__getitem__, spaces))),
        text,
        list(map(small.__getitem__, orth)),
        list(map(small.__getitem__, lemma)),
        list(map(plain.__getitem__, pos)),
        tag,
        dep,
        head,
        *_tree(head),
        start,
        (array[:, _LISTED.index("IDX")] + lengths).tolist(),
        _sentences(opens),
        [(first, last, plain[labels[first]]) for first, last in _entities(marks)],
    )


def find_tokens(column: Sequence[str], wanted: Container[str]) -> list[int]:
    """List the tokens whose entry in a column is among those wanted: the candidates of a rule."""
    return list(compress(range(len(column)), map(wanted.__contains__, column)))


def _join_prefixes(text: list[str], spaces: list[int], head: list[int], dep: list[str]) -> None:
    """Hang `co` and `-` on `founder` where the parser takes them for words of their own: three subjects of one verb."""
    for at in find_tokens(text, "-"):
        if dep[at] == "punct" or not 0 < at < len(text) - 1 or spaces[at - 1] or spaces[at]:
            continue
        word, over = _path(head, at + 1), _path(head, at - 1)
        # One below the other is no prefix, and would hang on itself: whoever climbs would never arrive.
        if word[-1] == over[-1] and not {at - 1, at}.intersection(word) and at + 1 not in over:
            head[at - 1] = head[at] = at + 1
            dep[at - 1], dep[at] = "compound", "punct"


def _part_asides(text: list[str], tag: list[str], head: list[int], dep: list[str]) -> None:
    """Hang `a charge Dorn denied` on the clause before, where the parser takes `a charge Dorn` for one name."""
    for article in find_tokens(text, _ARTICLES):
        noun = article + 1
        if text[article - 1] != "," or tag[noun : noun + 1] != ["NN"]:
            continue
        name = head[noun] if dep[noun] == "compound" else _name_behind(noun, head, dep)
        subject = noun if dep[name] == "appos" else name
        verb = head[subject]
        clause = _clause_before(article, verb, head, dep)
        if clause is None or dep[subject] != "nsubj" or tag[name] not in _NAMES or not noun < name < verb:
            continue
        if not {article, noun, name}.isdisjoint((*_path(head, clause), *_path(head, verb))):
            continue
        if head[clause] == verb:
            head[clause], dep[clause] = (clause if head[verb] == verb else head[verb]), dep[verb]
        for at in find_tokens(dep, _MARKS):
            if head[at] == verb:
                head[at] = clause
        head[article], head[noun], head[verb], head[name] = noun, clause, noun, verb
        dep[noun], dep[verb], dep[name] = "appos", "relcl", "nsubj"


def _part_participles(tag: list[str], head: list[int], dep: list[str]) -> None:
    """Of `insisting it was late and calling him a liar` join calling to insisting, not to what was insisted on."""
    for at in find_tokens(tag, _PARTICIPLES):
        verb = head[at]
        over = head[verb]
        is_held = dep[at] == "conj" and dep[verb] == "ccomp" and tag[verb] in _FINITE
        if is_held and tag[over] == "VBG" and over < verb < at:
            for link in range(verb, at):
                if head[link] == verb and dep[link] == "cc":
                    head[link] = over
            head[at] = over


def _name_behind(noun: int, head: list[int], dep: list[str]) -> int:
    """What is parsed as in apposition right behind a noun, else the noun."""
    behind = range(noun + 1, min(noun + 3, len(head)))
    return next((at for at in behind if head[at] == noun and dep[at] == "appos"), noun)


def _clause_before(article: int, verb: int, head: list[int], dep: list[str]) -> int | None:
    """The clause that ends before an aside: what the verb of the aside is taken to hold, or the one it hangs on."""
    if dep[verb] == "ccomp" and head[verb] < article:
        return head[verb]
    before = range(max(article - _LONGEST_CLAUSE, 0), article)
    return next((at for at in before if head[at] == verb and dep[at] == "ccomp"), None)


def _path(head: list[int], token: int) -> list[int]:
    """A token and those above it, up to the root of its sentence."""
    path = [token]
    while head[token] != token:
        token = head[token]
        path.append(token)
    return path


class _Spellings(dict[int, str]):
    """Strings by their keys in the string store of a model, in lower case if `is_small`; filled as they are asked."""

    def __init__(self, strings: StringStore, *, is_small: bool) -> None:
        super().__init__()
        self._strings = strings
        self._is_small = is_small

    def __missing__(self, key: int) -> str:
        word = self._strings[key] if key else ""
        self[key] = word.lower() if self._is_small else word
        return self[key]


@lru_cache(maxsize=1)
def _spellings(strings: StringStore) -> tuple[_Spellings, _Spellings]:
    """As written and in lower case: a string has the same key in every document."""
    return _Spellings(strings, is_small=False), _Spellings(strings, is_small=True)


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
    for token, up in zip(reversed(range(len(head))), reversed(head), strict=True):
        if up < token and right[token] > right[up]:
            right[up] = right[token]
    return kids, left, right


def _sentences(opens: NDArray[Any]) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    for first, last in pairwise([0, *flatnonzero(opens == 1).tolist(), len(opens)]):
        bounds.extend([(first, last)] * (last - first))
    return bounds


def _entities(marks: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """Yield the spans of marks B = 3, I = 1."""
    inside = set(flatnonzero(marks == 1).tolist())
    for first in flatnonzero(marks == 3).tolist():
        last = first + 1
        while last in inside:
            last += 1
        yield first, last
