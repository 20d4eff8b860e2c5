"""Which words may attribute: the lexicon, and where its entries stand in a document."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tasks.language.lexicon import read_lexicon
from tasks.quotes.reading import Reading


class Entry(NamedTuple):
    """A lexicon entry; `particles` are the words after the verb, `frames` what can follow as content."""

    lemma: str
    particles: tuple[str, ...]
    kind: str
    stance: str
    frames: frozenset[str]


class Cue(NamedTuple):
    """An entry found in a text: token index of its head, the tokens of its particles, all frames that it allows."""

    token: int
    particles: tuple[int, ...]
    lemma: str
    entries: tuple[Entry, ...]

    @property
    def last(self) -> int:
        """Token after the entry's words."""
        return (self.particles[-1] if self.particles else self.token) + 1

    @property
    def frames(self) -> frozenset[str]:
        """What one of the entries allows to follow."""
        first, *others = self.entries
        return first.frames.union(*[other.frames for other in others]) if others else first.frames

    def entry(self, frame: str) -> Entry | None:
        """The entry that allows a frame, one that tells more than that something is said before one that does not."""
        fitting = [entry for entry in self.entries if frame in entry.frames]
        return min(fitting, key=lambda entry: entry.stance == "says", default=None)


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
def read_nouns() -> dict[str, Entry]:
    """Noun entries by lemma."""
    return {
        row["cue"]: Entry(row["cue"], (), row["class"], row["stance"], frozenset(row["frames"].split()))
        for row in read_lexicon("quotes", "nouns")
    }


def find_verb_cues(reading: Reading) -> Iterator[Cue]:
    """Every verb of the lexicon in the text, with its particles, whether or not it attributes here."""
    lemmas = reading.tree.lemma
    for token in [token for token, tag in enumerate(reading.tree.tag) if tag in _VERBAL]:
        lemma = _to_known(lemmas[token])
        cue = None if lemma is None else _match(reading, token, lemma)
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


@cache
def _read_plain(lemma: str) -> tuple[Entry, ...]:
    """The entries of a lemma without particles."""
    return tuple(entry for entry in read_verbs()[lemma] if not entry.particles)


def _match(reading: Reading, token: int, lemma: str) -> Cue | None:
    entries, plain = read_verbs()[lemma], _read_plain(lemma)
    if len(plain) < len(entries):
        for entry in entries:
            particles = _particles(reading, token, entry.particles) if entry.particles else ()
            if particles:
                same = tuple(other for other in entries if other.particles == entry.particles)
                return Cue(token, particles, " ".join((lemma, *entry.particles)), same)
    return Cue(token, (), lemma, plain) if plain else None


def _particles(reading: Reading, token: int, wanted: tuple[str, ...]) -> tuple[int, ...]:
    """Tokens of the particles: in a row after the verb, at most one word (a pronoun, an adverb) between."""
    words = reading.tree.lower
    for first in (token + 1, token + 2):
        if tuple(words[first : first + len(wanted)]) == wanted:
            return tuple(range(first, first + len(wanted)))
    return ()
