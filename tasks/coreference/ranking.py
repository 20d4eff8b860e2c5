"""Features of a mention and a figure that it may stand for; weights are fitted on OntoGUM."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tasks.coreference.figures import Figure, place_of
from tasks.language.words import Words

REACH = {"male": 5, "female": 5, "neuter": 2, "plural": 3, "nominal": 12}
SILENT_REACH = 1
_VERBS = frozenset({"VERB", "AUX"})
_ARGUMENTS = frozenset({"subject", "object"})


class Anaphor(NamedTuple):
    """A mention that points back: `wanted` is male, female, neuter, plural, or nominal."""

    wanted: str
    word: str
    head: int
    first: int
    last: int
    sentence: int
    place: str
    quotation: int
    is_possessive: bool
    kind: str | None
    is_many: bool
    determiner: str
    country: str | None


def may_be(anaphor: Anaphor, figure: Figure) -> bool:
    """Whether gender and number allow the figure, and for a silent one the distance."""
    return _AGREES[anaphor.wanted](anaphor, figure)


def _is_person(anaphor: Anaphor, figure: Figure) -> bool:
    return figure.kind == "PERSON" and not figure.is_many and (figure.gender == anaphor.wanted or figure.gender is None)


def _is_thing(anaphor: Anaphor, figure: Figure) -> bool:
    kind = figure.kind
    return kind != "PERSON" and kind != "NORP" and not figure.is_many and _is_heard(anaphor, figure)


def _is_several(anaphor: Anaphor, figure: Figure) -> bool:
    return (figure.is_many is not False or figure.kind == "GPE") and _is_heard(anaphor, figure)


def _is_heard(anaphor: Anaphor, figure: Figure) -> bool:
    return not figure.is_silent or anaphor.sentence - figure.sentence <= SILENT_REACH


def _is_described(anaphor: Anaphor, figure: Figure) -> bool:
    if figure.kind != anaphor.kind and anaphor.word not in figure.titles:
        return False
    return not figure.is_silent and (not anaphor.country or figure.country in (anaphor.country, None))


_AGREES: dict[str, Callable[[Anaphor, Figure], bool]] = {
    "male": _is_person,
    "female": _is_person,
    "neuter": _is_thing,
    "plural": _is_several,
    "nominal": _is_described,
}


def is_bound(words: Words, anaphor: Anaphor, figure: Figure) -> bool:
    """Whether one holds the other or both are arguments of one verb, so that they are not the same (principle B).

    Both stand in one sentence.
    """
    if (anaphor.is_possessive and anaphor.wanted != "nominal") or anaphor.word.endswith(("self", "selves")):
        return False
    if anaphor.first <= figure.head < anaphor.last:
        return True
    up = words.head[anaphor.head]
    if up != words.head[figure.head] or words.pos[up] not in _VERBS:
        return False
    return place_of(words, figure.head) in _ARGUMENTS


class Nearness(NamedTuple):
    """Where the last mention of a candidate stands; few values, so that the weight is summed once for many."""

    wanted: str
    distance: int
    place: str
    form: str
    is_parallel: bool
    is_possessive: bool
    quotation: str

    def features(self) -> Iterator[str]:
        """Yield what counts of it."""
        wanted, place, near = self.wanted, self.place, min(self.distance, 1)
        yield f"{wanted} distance {self.distance}"
        yield f"{wanted} place {place} {near}"
        yield f"{wanted} form {self.form} {near}"
        if self.is_parallel:
            yield f"{wanted} parallel {place}"
        if self.is_possessive:
            yield f"{wanted} possessive {place}"
        if self.quotation:
            yield f"{wanted} quotation {self.quotation}"


class Likeness(NamedTuple):
    """What a candidate is; `called` says `named` or how it was last mentioned, `rank` counts the nearer candidates."""

    wanted: str
    kind: str | None
    called: str
    rank: int
    size: int
    has_gender: bool
    is_many: bool | None
    is_above: bool

    def features(self) -> Iterator[str]:
        """Yield what counts of it."""
        wanted = self.wanted
        yield f"{wanted} kind {self.kind} {self.called}"
        yield f"{wanted} rank {self.rank}"
        yield f"{wanted} count {self.size}"
        if self.has_gender:
            yield f"{wanted} gender known"
        if wanted == "plural":
            yield f"plural many {self.is_many} {self.kind}"
        if self.is_above:
            yield f"{wanted} subject above {self.kind}"


class Naming(NamedTuple):
    """How a description and a candidate go together."""

    determiner: str
    kind: str | None
    is_called: bool
    is_named: bool
    differs: bool

    def features(self) -> Iterator[str]:
        """Yield what counts of it."""
        called = "same head" if self.is_called else "other head"
        yield f"{called} {self.determiner}"
        yield f"{called} {'named' if self.is_named else 'described'} {self.kind}"
        if self.differs:
            yield "nominal number differs"


class Nothing(NamedTuple):
    """Standing for nothing that came before."""

    wanted: str
    place: str
    determiner: str
    kind: str | None
    is_many: bool
    is_expletive: bool

    def features(self) -> Iterator[str]:
        """Yield what counts of it."""
        yield f"none {self.wanted}"
        yield f"none {self.wanted} {self.place}"
        if self.wanted == "nominal":
            yield f"none {self.determiner} {self.kind}"
            yield f"none many {self.is_many}"
        elif self.is_expletive:
            yield "none expletive"


Part = Nearness | Likeness | Naming | Nothing
Match = tuple[Part, ...]


def match(words: Words, anaphor: Anaphor, figure: Figure, rank: int, above: set[int]) -> Match:
    """Describe a candidate; `above` are the verbs that govern the anaphor's."""
    wanted, many, count = anaphor.wanted, figure.is_many, figure.count
    place, distance = place_of(words, figure.head), anaphor.sentence - figure.sentence
    form = "silent" if figure.is_silent else figure.form
    nearness = Nearness(
        wanted,
        distance if distance < 4 else 4,
        place,
        form,
        place == anaphor.place,
        anaphor.is_possessive and distance == 0,
        "" if figure.quotation == anaphor.quotation else "into" if anaphor.quotation else "out",
    )
    likeness = Likeness(
        wanted,
        figure.kind,
        "named" if figure.is_named else form,
        rank if rank < 5 else 5,
        count if count < 4 else 4,
        figure.gender == wanted,
        many if wanted == "plural" else None,
        place == "subject" and words.head[figure.head] in above,
    )
    if wanted != "nominal":
        return nearness, likeness
    is_called, differs = anaphor.word in figure.titles, many is not None and many != anaphor.is_many
    return nearness, likeness, Naming(anaphor.determiner, anaphor.kind, is_called, figure.is_named, differs)


def features(found: Match) -> Iterator[str]:
    """Yield the features of a candidate."""
    for part in found:
        yield from part.features()


def nothing(words: Words, anaphor: Anaphor) -> Nothing:
    """Describe the choice that an anaphor stands for nothing."""
    is_expletive = anaphor.wanted == "neuter" and _is_expletive(words, anaphor.head)
    return Nothing(anaphor.wanted, anaphor.place, anaphor.determiner, anaphor.kind, anaphor.is_many, is_expletive)


def _is_expletive(words: Words, head: int) -> bool:
    """`it` of `it is clear that`."""
    if words.dep[head] == "expl":
        return True
    return words.kid(words.head[head], "ccomp", "xcomp", "acomp") is not None


def rank_figures(words: Words, anaphor: Anaphor, recent: dict[Figure, None]) -> list[tuple[Figure, Match]]:
    """List the figures that an anaphor may stand for, the last one mentioned first, with what matches."""
    able: list[Figure] = []
    here, agrees = anaphor.sentence, _AGREES[anaphor.wanted]
    oldest = here - REACH[anaphor.wanted]
    for figure in reversed(recent):
        if figure.sentence < oldest:
            break
        if agrees(anaphor, figure) and not (figure.sentence == here and is_bound(words, anaphor, figure)):
            able.append(figure)
    above = _ancestors(words, anaphor.head) if able else set()
    return [(figure, match(words, anaphor, figure, rank, above)) for rank, figure in enumerate(able)]


def _ancestors(words: Words, at: int) -> set[int]:
    """Verbs above a token, its own left out."""
    found: set[int] = set()
    up = words.head[words.head[at]]
    while up not in found:
        found.add(up)
        up = words.head[up]
    return found


def choose(candidates: list[tuple[Figure, Match]], weigh: Callable[[Part], float], least: float) -> Figure | None:
    """The figure of the best match, None where none weighs more than `least`."""
    best, chosen = least, None
    for figure, found in candidates:
        score = sum(map(weigh, found))
        if score > best:
            best, chosen = score, figure
    return chosen
