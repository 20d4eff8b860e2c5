"""Which words may attribute: the lexicon, and where its entries stand in a document."""

from collections.abc import Iterator, Mapping
from functools import cache
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
    verbs, tags = read_verbs(), reading.tree.tag
    for token, lemma in enumerate(reading.tree.lemma):
        if tags[token][:1] == "V":
            known = lemma if lemma in verbs else _mended(verbs, lemma)
            if known is not None:
                yield from _match(reading, token, known, verbs[known])


def _mended(verbs: Mapping[str, object], lemma: str) -> str | None:
    """The entry of a lemma that the lemmatizer cut or filled: `grip` for griped, `texte` texted, `blogge` blogged."""
    stem = lemma.removesuffix("e")
    return next((form for form in (lemma + "e", stem, stem[:-1]) if form in verbs and len(stem) > 2), None)


def _match(reading: Reading, token: int, lemma: str, entries: tuple[Entry, ...]) -> Iterator[Cue]:
    for entry in entries:
        if entry.particles:
            particles = _particles(reading, token, entry.particles)
            if particles:
                same = tuple(other for other in entries if other.particles == entry.particles)
                yield Cue(token, particles, " ".join((lemma, *entry.particles)), same)
                return
    plain = tuple(entry for entry in entries if not entry.particles)
    if plain:
        yield Cue(token, (), lemma, plain)


def _particles(reading: Reading, token: int, wanted: tuple[str, ...]) -> tuple[int, ...]:
    """Tokens of the particles: in a row after the verb, at most one word (a pronoun, an adverb) between."""
    words = reading.tree.lower
    for first in (token + 1, token + 2):
        if tuple(words[first : first + len(wanted)]) == wanted:
            return tuple(range(first, first + len(wanted)))
    return ()
