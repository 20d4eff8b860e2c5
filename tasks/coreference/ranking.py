"""Features of a mention and a figure that it may stand for; weights are fitted on OntoGUM."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from tasks.coreference.figures import Figure, read_callings
from tasks.language.words import Words

REACH = {"male": 5, "female": 5, "neuter": 2, "plural": 3, "nominal": 12}
SILENT_REACH = 1
MOST = 6  # candidates: more of them change no score on dev
_BINDING = frozenset({"to", "for", "at", "of", "from", "by", "about", "against", "on"})  # he spoke to him, of another
_VERBS = frozenset({"VERB", "AUX"})
_CALLED = {"ORG": "body", "GPE": "place"}
_ASIDE = frozenset({"aside", "other"})  # London (Reuters)
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
    kind: str | None = None
    is_many: bool = False
    determiner: str = ""
    country: str | None = None
    is_plain: bool = False


def may_be(anaphor: Anaphor, figure: Figure) -> bool:
    """Whether gender and number allow the figure, and for a silent one the distance."""
    return any(_AGREEING[anaphor.wanted](anaphor, [figure]))


def _people(anaphor: Anaphor, near: Iterable[Figure]) -> Iterator[Figure]:
    genders = (anaphor.wanted, None)
    return (each for each in near if each.kind == "PERSON" and not each.is_many and each.gender in genders)


def _things(anaphor: Anaphor, near: Iterable[Figure]) -> Iterator[Figure]:
    found = (each for each in near if each.kind != "PERSON" and not each.is_many)
    return _heard(anaphor, (each for each in found if each.kind != "NORP" or each.form == "nominal"))  # the group


def _several(anaphor: Anaphor, near: Iterable[Figure]) -> Iterator[Figure]:
    return _heard(anaphor, (each for each in near if each.is_many is not False or each.kind == "GPE"))


def _heard(anaphor: Anaphor, near: Iterable[Figure]) -> Iterator[Figure]:
    earliest = anaphor.sentence - SILENT_REACH
    return (each for each in near if not each.is_silent or each.sentence >= earliest)


def _described(anaphor: Anaphor, near: Iterable[Figure]) -> Iterator[Figure]:
    """Figures of the kind; among people several are never a single one."""
    kind, country = anaphor.kind, anaphor.country
    other = not anaphor.is_many if kind == "PERSON" else ""
    found = (each for each in near if each.kind == kind and each.is_many is not other)
    return (each for each in found if each.country in (country, None)) if country else found


_AGREEING: dict[str, Callable[[Anaphor, Iterable[Figure]], Iterator[Figure]]] = {
    "male": _people,
    "female": _people,
    "neuter": _things,
    "plural": _several,
    "nominal": _described,
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
    if words.lower[up] in _BINDING:
        up = words.head[up]
    if up != words.head[figure.head] or words.pos[up] not in _VERBS:
        return False
    return figure.place in _ARGUMENTS


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
        yield f"{wanted} distance {min(self.distance, 4)}"
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
        yield f"{wanted} rank {min(self.rank, 5)}"
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
Candidate = tuple[Figure, Match]


# The same few values come again and again.
_nearness = lru_cache(maxsize=1 << 14)(Nearness)
_likeness = lru_cache(maxsize=1 << 14)(Likeness)
_called_so = lru_cache(maxsize=1 << 14)(Naming)


def match(words: Words, anaphor: Anaphor, figures: list[Figure]) -> Iterator[Match]:
    """Describe the candidates, the nearest first."""
    wanted, here, own, quotation = anaphor.wanted, anaphor.sentence, anaphor.place, anaphor.quotation
    crossing, heads = "into" if quotation else "out", words.head
    owns, is_plural, is_nominal = anaphor.is_possessive, wanted == "plural", wanted == "nominal"
    for rank, figure in enumerate(figures):
        place, form, count = figure.place, figure.form, figure.count
        distance = here - figure.sentence
        nearness = _nearness(
            wanted,
            distance,
            place,
            form,
            place == own,
            owns and distance == 0,
            "" if figure.quotation == quotation else crossing,
        )
        likeness = _likeness(
            wanted,
            figure.kind,
            "named" if figure.is_named else form,
            rank,
            count if count < 4 else 4,
            figure.gender == wanted,
            figure.is_many if is_plural else None,
            place == "subject" and _is_under(words, anaphor.head, heads[figure.head]),
        )
        yield (nearness, likeness, _naming(anaphor, figure)) if is_nominal else (nearness, likeness)


def _is_under(words: Words, at: int, verb: int) -> bool:
    """Whether a token stands in the clause of a verb that is not its own."""
    return words.head[at] != verb and words.left[verb] <= at < words.right[verb]


def is_called(anaphor: Anaphor, figure: Figure) -> bool:
    """Whether a description may call a figure so: `the town` any place whose name does not say what it is.

    A company may be of any trade: the lender.
    """
    if anaphor.word in figure.titles:
        return True
    callings = read_callings()
    if figure.kind not in _CALLED or not figure.titles <= callings["company"]:
        return False
    if not figure.is_named or figure.place in _ASIDE:
        return False
    nouns = callings["business" if figure.titles else _CALLED[figure.kind]]
    return anaphor.determiner == "the" and (anaphor.is_plain or anaphor.country is not None) and anaphor.word in nouns


def _naming(anaphor: Anaphor, figure: Figure) -> Naming:
    differs = figure.is_many is not None and figure.is_many != anaphor.is_many
    return _called_so(anaphor.determiner, anaphor.kind, is_called(anaphor, figure), figure.is_named, differs)


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


def _near(anaphor: Anaphor, told: list[Figure], sentences: list[int]) -> Iterator[Figure]:
    """Agreeing figures within reach, the last one mentioned first."""
    within = told[bisect_left(sentences, anaphor.sentence - REACH[anaphor.wanted]) :]
    return _AGREEING[anaphor.wanted](anaphor, dict.fromkeys(reversed(within)))


def rank_figures(words: Words, anaphor: Anaphor, told: list[Figure], sentences: list[int]) -> list[Candidate]:
    """List the figures that an anaphor may stand for, the last one mentioned first, with what matches.

    `told` are the figures as they were mentioned so far, `sentences` where figures are, to the end of the text.
    """
    here = anaphor.sentence
    nearest = islice(_near(anaphor, told, sentences), MOST)
    able = [each for each in nearest if each.sentence != here or not is_bound(words, anaphor, each)]
    return list(zip(able, match(words, anaphor, able), strict=True)) if able else []


def choose(candidates: list[Candidate], weigh: Callable[[Part], float], least: float) -> Figure | None:
    """The figure of the best match, None where none weighs more than `least`."""
    best, chosen = least, None
    for figure, found in candidates:
        score = sum(map(weigh, found))
        if score > best:
            best, chosen = score, figure
    return chosen
