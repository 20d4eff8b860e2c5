"""Sentences that tell of what no news is: acts of long ago, plots of films and books, what somebody asks.

Both go on through a paragraph: it opens with a year, an emperor or a film, and later sentences name none.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from tasks.events.guards import read_guards
from tasks.events.tree import VERBAL
from tasks.language.lexicon import read_lexicon
from tasks.language.records import Sentence
from tasks.language.words import Words, find_tokens

_MANY, _END = 3, 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PRESENT = frozenset({"VBP", "VBZ"})
_WAS = frozenset({"was", "were", "had"})


@cache
def read_signs(field: str) -> dict[str, frozenset[str]]:
    """Words of times long past ("history") or of films, books and plays ("work"), with those that must follow, if any.

    A word that is a sign by itself has the empty word for one that follows it.
    """
    rows = [row for row in read_lexicon("events", "retellings") if row["field"] == field]
    entries = [entry for row in rows for entry in row["words"].split("|")]
    if field == "work":
        entries += [word for word, kind in read_guards().items() if kind == "entertainment"]
    signs: dict[str, frozenset[str]] = {}
    for first, _, second in (entry.partition(" ") for entry in entries):
        signs[first] = signs.get(first, frozenset()) | {second}
    return signs


def find_history(
    tree: Words, sentences: Sequence[Sentence], dated: dict[int, list[tuple[int, int]]], past: frozenset[int]
) -> frozenset[int]:
    """Sentences without a date that go on with what was done long ago; all of a text that gives only such dates.

    `dated` gives by the sentence the time expressions that name days and what they hang on, `past` those of long ago.
    """
    told = [index for days in dated.values() for index, _ in days]
    if len(told) >= _MANY and past.issuperset(told):
        return frozenset(each.ordinal for each in sentences)
    signs = _find_openings(tree, sentences, read_signs("history"))
    if not past and not signs:
        return frozenset()
    openings = {ordinal: _is_history(tree, days, past) for ordinal, days in dated.items()}
    openings |= dict.fromkeys(signs - openings.keys(), True)
    return _carry_on(sentences, openings).difference(dated)


def _is_history(tree: Words, days: list[tuple[int, int]], past: frozenset[int]) -> bool:
    """Whether all dates of a sentence are of long ago and one of them says when something was done."""
    if not past.issuperset(index for index, _ in days):
        return False
    return any(tree.pos[word] in VERBAL or tree.dep[word] in _SUBJECTS for _, word in days)


def find_plots(tree: Words, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Sentences of paragraphs from where they name a film, a book or a play."""
    return _carry_on(sentences, dict.fromkeys(_find_openings(tree, sentences, read_signs("work")), True))


def find_questions(tree: Words, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Sentences that ask, and so tell nothing."""
    if "?" not in tree.lower:
        return frozenset()
    return frozenset(each.ordinal for each in sentences if "?" in tree.lower[each.last - _END : each.last])


def _find_openings(tree: Words, sentences: Sequence[Sentence], signs: dict[str, frozenset[str]]) -> set[int]:
    opening = [at for at in find_tokens(tree.lemma, signs) if _is_sign(tree, at, signs[tree.lemma[at]])]
    if not opening:
        return set()
    firsts = [each.first for each in sentences]
    return {sentences[bisect_right(firsts, at) - 1].ordinal for at in opening}


def _is_sign(tree: Words, at: int, seconds: frozenset[str]) -> bool:
    """Whether a word is a sign by itself, or with the word that follows it in its sentence."""
    after = at + 1
    return "" in seconds or (after < tree.sentence[at][1] and tree.lemma[after] in seconds)


def _carry_on(sentences: Sequence[Sentence], openings: dict[int, bool]) -> frozenset[int]:
    found: set[int] = set()
    paragraph, is_open = -1, False
    for sentence in sentences if True in openings.values() else ():
        if sentence.paragraph != paragraph or sentence.ordinal in openings:
            paragraph, is_open = sentence.paragraph, openings.get(sentence.ordinal, False)
        if is_open:
            found.add(sentence.ordinal)
    return frozenset(found)


def is_told_in_present(tree: Words, token: int) -> bool:
    """Whether the sentence of a word is told in the present, as plots are: "The general falls, betrayed by his son"."""
    while tree.head[token] != token:
        token = tree.head[token]
    return tree.tag[token] in _PRESENT


def is_told_in_past(tree: Words, verb: int) -> bool:
    """Whether a verb stands in the past, and not in the perfect, which tells of now."""
    tag = tree.tag[verb]
    return tag == "VBD" or (tag == "VBN" and any(tree.lower[each] in _WAS for each in tree.kids[verb]))
