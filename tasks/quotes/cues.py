"""Which words may attribute: the lexicon, and where its entries stand in a document."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import compress, count
from typing import NamedTuple

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})


class Entry(NamedTuple):
    """A lexicon entry; `particles` are the words after the verb, `frames` what can follow as content."""

    lemma: str
    particles: tuple[str, ...]
    kind: str
    stance: str
    frames: frozenset[str]


class Cue(NamedTuple):
    """An entry found in a text: token index of its head, the tokens of its particles, all frames that it allows.

    `last` is the token after the entry's words.
    """

    token: int
    particles: tuple[int, ...]
    lemma: str
    entries: tuple[Entry, ...]
    frames: frozenset[str]
    last: int

    def entry(self, frame: str) -> Entry:
        """The entry that allows a frame, one that tells more than that something is said before one that does not."""
        if len(self.entries) == 1:
            return self.entries[0]
        fitting = [entry for entry in self.entries if frame in entry.frames]
        return min(fitting, key=lambda entry: entry.stance == "says", default=self.entries[0])


@cache
def read_verbs() -> dict[str, tuple[Entry, ...]]:
    """Verb entries by the lemma of the verb."""
    found: dict[str, list[Entry]] = {}
    for row in read_lexicon("quotes", "verbs"):
        lemma, *particles = row["cue"].split(" ")
        frames = frozenset(row["frames"])
        found.setdefault(lemma, []).append(Entry(lemma, tuple(particles), row["class"], row["stance"], frames))
    return {lemma: tuple(sorted(entries, key=lambda e: -len(e.particles))) for lemma, entries in found.items()}


@cache
def read_plain_verbs() -> frozenset[str]:
    """Lemmas of verbs that attribute without particles."""
    return frozenset(lemma for lemma, entries in read_verbs().items() if not entries[-1].particles)


@cache
def read_nouns() -> dict[str, Entry]:
    """Noun entries by lemma."""
    return {
        row["cue"]: Entry(row["cue"], (), row["class"], row["stance"], frozenset(row["frames"].split()))
        for row in read_lexicon("quotes", "nouns")
    }


@cache
def read_hearers() -> frozenset[str]:
    """Lemmas of the bodies before which things are said."""
    return frozenset(row["lemma"] for row in read_lexicon("quotes", "hearers"))


def find_verb_cues(tree: Words) -> Iterator[Cue]:
    """Every verb of the lexicon in the text, with its particles, whether or not it attributes here."""
    verbs = list(compress(count(), map(_VERBAL.__contains__, tree.tag)))
    known = list(map(_to_known, map(tree.lemma.__getitem__, verbs)))
    for token, lemma in zip(verbs, known, strict=True):
        cue = _match(tree, token, lemma) if lemma else None
        if cue is not None:
            yield cue


_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


@lru_cache(maxsize=1 << 16)
def _to_known(lemma: str) -> str | None:
    """The entry of a lemma, also one that the lemmatizer cut or filled: `grip` for griped, `blogge` blogged."""
    verbs = read_verbs()
    if lemma in verbs:
        return lemma
    stem = lemma.removesuffix("e")
    return next((form for form in (lemma + "e", stem, stem[:-1]) if form in verbs and len(stem) > 2), None)


class _Choice(NamedTuple):
    """Entries with the same words, and the frames that any of them allows."""

    particles: tuple[str, ...]
    lemma: str
    entries: tuple[Entry, ...]
    frames: frozenset[str]


@cache
def _read_choices(lemma: str) -> tuple[_Choice, ...]:
    """The entries of a lemma by their particles, the longest first."""
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in read_verbs()[lemma]:
        found.setdefault(entry.particles, []).append(entry)
    return tuple(
        _Choice(words, " ".join((lemma, *words)), tuple(same), frozenset().union(*[entry.frames for entry in same]))
        for words, same in found.items()
    )


def _match(tree: Words, token: int, lemma: str) -> Cue | None:
    for wanted, name, entries, frames in _read_choices(lemma):
        if not wanted:
            return Cue(token, (), name, entries, frames, token + 1)
        if wanted[0] in tree.lower[token + 1 : token + 4]:
            particles = _particles(tree, token, wanted)
            if particles:
                return Cue(token, particles, name, entries, frames, particles[-1] + 1)
    return None


def _particles(tree: Words, token: int, wanted: tuple[str, ...]) -> tuple[int, ...]:
    """Tokens of the particles: in a row after the verb, at most one word (a pronoun, an adverb) or a day between.

    A noun among them may have an adjective: `made a strong case`.
    """
    for first in (token + 1, _after_word(tree, token + 1)):
        last = first + len(wanted)
        if tuple(tree.lower[first:last]) == wanted:
            return () if _is_when(tree, last - 1) else tuple(range(first, last))
        is_noun = tree.tag[last - 1 : last + 1] == ["JJ", "NN"] and wanted[0] in ("a", "the")
        if is_noun and (*tree.lower[first : last - 1], tree.lower[last]) == wanted:
            return tuple(range(first, last + 1))
    return ()


def _after_word(tree: Words, token: int) -> int:
    if _is_when(tree, token):
        return token + 2
    return token + (tree.tag[token][:2] in ("PR", "RB") or tree.lower[token] in DAYS)


def _is_when(tree: Words, token: int) -> bool:
    """`insisted on Thursday that`, but not `commented on Thursday's vote`."""
    if tree.lower[token] != "on" or DAYS.isdisjoint(tree.lower[token + 1 : token + 2]):
        return False
    return "POS" not in tree.tag[token + 2 : token + 3]
