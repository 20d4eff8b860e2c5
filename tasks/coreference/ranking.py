"""Features of a mention and a figure that it may stand for; weights are fitted on OntoGUM."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tasks.coreference.figures import Figure
from tasks.language.words import Words

_REACH = {"male": 5, "female": 5, "neuter": 2, "plural": 3, "nominal": 12}
_SILENT_REACH = 1


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
    reach = _SILENT_REACH if figure.is_silent else _REACH[anaphor.wanted]
    if anaphor.sentence - figure.sentence > reach:
        return False
    if anaphor.wanted in {"male", "female"}:
        return figure.kind == "PERSON" and not figure.is_many and figure.gender in {anaphor.wanted, None}
    if anaphor.wanted == "neuter":
        return figure.kind not in {"PERSON", "NORP"} and not figure.is_many
    if anaphor.wanted == "plural":
        return figure.is_many is not False or figure.kind == "GPE"
    if figure.is_silent or (anaphor.country and figure.country and anaphor.country != figure.country):
        return False
    return figure.kind == anaphor.kind or anaphor.word in figure.titles


def is_bound(words: Words, anaphor: Anaphor, figure: Figure) -> bool:
    """Whether one holds the other or both are arguments of one verb, so that they are not the same (principle B)."""
    if (
        (anaphor.is_possessive and anaphor.wanted != "nominal")
        or anaphor.word.endswith(("self", "selves"))
        or figure.sentence != anaphor.sentence
    ):
        return False
    if anaphor.first <= figure.head < anaphor.last:
        return True
    up = words.head[anaphor.head]
    return up == words.head[figure.head] and figure.place in {"subject", "object"} and words.pos[up] in {"VERB", "AUX"}


def features(anaphor: Anaphor, figure: Figure, rank: int) -> Iterator[str]:
    """Yield the features of a candidate; `rank` counts the nearer candidates."""
    wanted = anaphor.wanted
    distance = min(anaphor.sentence - figure.sentence, 4)
    form = "silent" if figure.is_silent else figure.form
    yield f"{wanted} distance {distance}"
    yield f"{wanted} place {figure.place} {min(distance, 1)}"
    yield f"{wanted} kind {figure.kind} {'named' if figure.is_named else form}"
    yield f"{wanted} form {form} {min(distance, 1)}"
    yield f"{wanted} rank {min(rank, 5)}"
    yield f"{wanted} count {min(figure.count, 4)}"
    if figure.gender == wanted:
        yield f"{wanted} gender known"
    if wanted == "plural":
        yield f"plural many {figure.is_many} {figure.kind}"
    if figure.place == anaphor.place:
        yield f"{wanted} parallel {figure.place}"
    if anaphor.is_possessive and distance == 0:
        yield f"{wanted} possessive {figure.place}"
    if figure.quotation != anaphor.quotation:
        yield f"{wanted} quotation {'into' if anaphor.quotation else 'out'}"
    if wanted == "nominal":
        yield from _nominal_features(anaphor, figure)


def _nominal_features(anaphor: Anaphor, figure: Figure) -> Iterator[str]:
    called = "same head" if anaphor.word in figure.titles else "other head"
    yield f"{called} {anaphor.determiner}"
    yield f"{called} {'named' if figure.is_named else 'described'} {anaphor.kind}"
    if figure.is_many is not None and figure.is_many != anaphor.is_many:
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


def rank_figures(words: Words, anaphor: Anaphor, figures: list[Figure]) -> list[tuple[Figure, list[str]]]:
    """List the figures that an anaphor may stand for, the nearest first, with their features."""
    able = [each for each in figures if may_be(anaphor, each) and not is_bound(words, anaphor, each)]
    able.sort(key=lambda each: -each.head)
    above = _ancestors(words, anaphor.head)
    found = []
    for rank, figure in enumerate(able):
        names = list(features(anaphor, figure, rank))
        if figure.place == "subject" and words.head[figure.head] in above:
            names.append(f"{anaphor.wanted} subject above {figure.kind}")
        found.append((figure, names))
    return found


def _ancestors(words: Words, at: int) -> set[int]:
    """Verbs above a token, its own left out."""
    found: set[int] = set()
    up = words.head[words.head[at]]
    while up not in found:
        found.add(up)
        up = words.head[up]
    return found


def choose(
    words: Words, anaphor: Anaphor, candidates: list[tuple[Figure, list[str]]], weights: Mapping[str, float]
) -> Figure | None:
    """The best figure, None where standing for nothing weighs more."""
    best = sum(weights.get(each, 0.0) for each in nothing(words, anaphor))
    chosen = None
    for figure, names in candidates:
        score = sum(weights.get(each, 0.0) for each in names)
        if score > best:
            best, chosen = score, figure
    return chosen
