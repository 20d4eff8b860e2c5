"""A parse as lists."""

from itertools import product

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tasks.language.words import read_words


def to_doc(words: list[str], heads: list[int], deps: list[str], *, is_spaced: bool = True) -> Doc:
    return Doc(Vocab(), words, [is_spaced] * len(words), heads=heads, deps=deps)


def test_children_edges_and_sentences() -> None:
    words = read_words(to_doc(["The", "old", "mine", "shut"], [2, 2, 3, 3], ["det", "amod", "nsubj", "ROOT"]))
    assert words.kids == [[], [], [0, 1], [2]]
    assert (words.left, words.right) == ([0, 1, 0, 0], [1, 2, 3, 4])
    assert words.sentence == [(0, 4)] * 4
    assert words.between(0, 3) == "The old mine"


@pytest.mark.parametrize(
    ("words", "heads", "deps"),
    [
        (["co", "-", "founder", "spoke"], [3, 3, 3, 3], ["nsubj", "nsubj", "nsubj", "ROOT"]),
        (["co", "-", "founder", "Bell", "spoke"], [4, 3, 3, 4, 4], ["nsubj", "compound", "compound", "nsubj", "ROOT"]),
    ],
)
def test_a_prefix_hangs_on_its_word(words: list[str], heads: list[int], deps: list[str]) -> None:
    read = read_words(to_doc(words, heads, deps, is_spaced=False))
    assert (read.head, read.dep) == ([2, 2, *heads[2:]], ["compound", "punct", *deps[2:]])


ASIDE = (["said", "it", "fell", ",", "a", "charge", "Dorn", "denied"], ["", "", "", "", "DT", "NN", "NNP", "VBD"])


@pytest.mark.parametrize(
    ("heads", "deps"),
    [
        (
            [7, 2, 0, 7, 6, 6, 7, 7],
            ["ccomp", "nsubj", "ccomp", "punct", "det", "compound", "nsubj", "ROOT"],
        ),
        (
            [0, 2, 0, 0, 5, 7, 5, 0],
            ["ROOT", "nsubj", "ccomp", "punct", "det", "nsubj", "appos", "ccomp"],
        ),
    ],
)
def test_an_aside_hangs_on_the_clause_before(heads: list[int], deps: list[str]) -> None:
    words, tags = ASIDE
    read = read_words(Doc(Vocab(), words, heads=heads, deps=deps, tags=tags))
    assert read.head == [0, 2, 0, 0, 5, 0, 7, 5]
    assert read.dep == ["ROOT", "nsubj", "ccomp", "punct", "det", "appos", "nsubj", "relcl"]


@pytest.mark.parametrize(
    "deps", [["ccomp", "det", "compound", "nsubj", "ROOT"], ["ROOT", "det", "nsubj", "appos", "ccomp"]]
)
def test_every_way_up_from_an_aside_ends_at_a_root(deps: list[str]) -> None:
    words, tags = [",", *ASIDE[0][4:]], ["", *ASIDE[1][4:]]
    for heads in product(range(5), repeat=5):
        if all(_is_root_above(token, list(heads)) for token in range(5)):
            read = read_words(Doc(Vocab(), words, heads=list(heads), deps=deps, tags=tags))
            assert all(_is_root_above(token, read.head) for token in range(5)), heads


def test_a_participle_hangs_on_the_one_before() -> None:
    words, tags = ["insisting", "it", "was", "and", "calling"], ["VBG", "PRP", "VBD", "CC", "VBG"]
    deps = ["ROOT", "nsubj", "ccomp", "cc", "conj"]
    read = read_words(Doc(Vocab(), words, tags=tags, heads=[0, 2, 0, 2, 2], deps=deps))
    assert read.head == [0, 2, 0, 0, 0]


def test_every_way_up_ends_at_a_root() -> None:
    for heads in product(range(4), repeat=4):
        if all(_is_root_above(token, list(heads)) for token in range(4)):
            words = read_words(to_doc(["re", "-", "emerges", "now"], list(heads), ["dep"] * 4, is_spaced=False))
            assert all(_is_root_above(token, words.head) for token in range(4)), heads


def _is_root_above(token: int, heads: list[int]) -> bool:
    for _ in heads:
        token = heads[token]
    return heads[token] == token


@pytest.mark.parametrize(("dep", "is_spaced"), [("punct", False), ("nsubj", True)])
def test_a_dash_between_two_words_stays(dep: str, is_spaced: bool) -> None:
    deps = ["nsubj", dep, "dobj", "ROOT"]
    words = read_words(to_doc(["Oslo", "-", "Rome", "flew"], [3, 3, 3, 3], deps, is_spaced=is_spaced))
    assert words.head == [3, 3, 3, 3]
