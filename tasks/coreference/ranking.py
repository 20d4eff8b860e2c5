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
    """Whether distance, gender and number allow the figure."""
    wanted, kind = anaphor.wanted, figure.kind
    if anaphor.sentence - figure.sentence > (SILENT_REACH if figure.is_silent else REACH[wanted]):
        return False
    if wanted == "nominal":
        if kind != anaphor.kind and anaphor.word not in figure.titles:
            return False
        return not figure.is_silent and (not anaphor.country or figure.country in (anaphor.country, None))
    if wanted == "neuter":
        return kind != "PERSON" and kind != "NORP" and not figure.is_many
    if wanted == "plural":
        return figure.is_many is not False or kind == "GPE"
    return kind == "PERSON" and not figure.is_many and (figure.gender == wanted or figure.gender is None)


def is_bound(words: Words, anaphor: Anaphor, figure: Figure) -> bool:
    """Whether one holds the other or both are arguments of one verb, so that they are not the same (principle B)."""
    if (
        figure.sentence != anaphor.sentence
        or (anaphor.is_possessive and anaphor.wanted != "nominal")
        or anaphor.word.endswith(("self", "selves"))
    ):
        return False
    if anaphor.first <= figure.head < anaphor.last:
        return True
    up = words.head[anaphor.head]
    if up != words.head[figure.head] or words.pos[up] not in _VERBS:
        return False
    return place_of(words, figure.head) in _ARGUMENTS


class Match(NamedTuple):
    """What ranking sees of a candidate: few values, so that the weight of a match is summed once for many.

    `rank` counts the nearer candidates; `determiner`, `wanted_kind`, `is_called` and `differs` describe a nominal.
    """

    wanted: str
    distance: int
    place: str
    kind: str | None
    form: str
    is_named: bool
    rank: int
    size: int
    has_gender: bool
    is_many: bool | None
    is_parallel: bool
    is_possessive: bool
    quotation: str
    is_above: bool
    determiner: str
    wanted_kind: str | None
    is_called: bool
    differs: bool


def match(words: Words, anaphor: Anaphor, figure: Figure, rank: int, above: set[int]) -> Match:
    """Describe a candidate; `above` are the verbs that govern the anaphor's."""
    wanted, many, count = anaphor.wanted, figure.is_many, figure.count
    place = place_of(words, figure.head)
    distance, is_nominal = anaphor.sentence - figure.sentence, wanted == "nominal"
    return Match(
        wanted,
        distance if distance < 4 else 4,
        place,
        figure.kind,
        "silent" if figure.is_silent else figure.form,
        figure.is_named,
        rank if rank < 5 else 5,
        count if count < 4 else 4,
        figure.gender == wanted,
        many if wanted == "plural" else None,
        place == anaphor.place,
        anaphor.is_possessive and distance == 0,
        "" if figure.quotation == anaphor.quotation else "into" if anaphor.quotation else "out",
        place == "subject" and words.head[figure.head] in above,
        anaphor.determiner if is_nominal else "",
        anaphor.kind if is_nominal else None,
        is_nominal and anaphor.word in figure.titles,
        is_nominal and many is not None and many != anaphor.is_many,
    )


def features(found: Match) -> Iterator[str]:
    """Yield the features of a candidate."""
    wanted, place, form, near = found.wanted, found.place, found.form, min(found.distance, 1)
    yield f"{wanted} distance {found.distance}"
    yield f"{wanted} place {place} {near}"
    yield f"{wanted} kind {found.kind} {'named' if found.is_named else form}"
    yield f"{wanted} form {form} {near}"
    yield f"{wanted} rank {found.rank}"
    yield f"{wanted} count {found.size}"
    if found.has_gender:
        yield f"{wanted} gender known"
    if wanted == "plural":
        yield f"plural many {found.is_many} {found.kind}"
    if found.is_parallel:
        yield f"{wanted} parallel {place}"
    if found.is_possessive:
        yield f"{wanted} possessive {place}"
    if found.quotation:
        yield f"{wanted} quotation {found.quotation}"
    if wanted == "nominal":
        yield from _nominal_features(found)
    if found.is_above:
        yield f"{wanted} subject above {found.kind}"


def _nominal_features(found: Match) -> Iterator[str]:
    called = "same head" if found.is_called else "other head"
    yield f"{called} {found.determiner}"
    yield f"{called} {'named' if found.is_named else 'described'} {found.wanted_kind}"
    if found.differs:
        yield "nominal number differs"


def nothing(words: Words, anaphor: Anaphor) -> Iterator[str]:
    """Yield the features of standing for nothing that came before."""
    yield f"none {anaphor.wanted}"
    yield f"none {anaphor.wanted} {anaphor.place}"
    if anaphor.wanted == "nominal":
        yield f"none {anaphor.determiner} {anaphor.kind}"
        yield f"none many {anaphor.is_many}"
    elif anaphor.wanted == "neuter":
        up = words.head[anaphor.head]
        if words.dep[anaphor.head] == "expl" or any(
            words.dep[kid] in {"ccomp", "xcomp", "acomp"} for kid in words.kids[up]
        ):
            yield "none expletive"


def rank_figures(words: Words, anaphor: Anaphor, recent: dict[Figure, None]) -> list[tuple[Figure, Match]]:
    """List the figures that an anaphor may stand for, the last one mentioned first, with what matches."""
    able: list[Figure] = []
    oldest = anaphor.sentence - REACH[anaphor.wanted]
    for figure in reversed(recent):
        if figure.sentence < oldest:
            break
        if may_be(anaphor, figure) and not is_bound(words, anaphor, figure):
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


def choose(candidates: list[tuple[Figure, Match]], weigh: Callable[[Match], float], least: float) -> Figure | None:
    """The figure of the best match, None where none weighs more than `least`."""
    best, chosen = least, None
    for figure, found in candidates:
        score = weigh(found)
        if score > best:
            best, chosen = score, figure
    return chosen
