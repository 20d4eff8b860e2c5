"""Interviews printed as questions and answers, where I and you stand outside quotation marks."""

from tasks.coreference.figures import Figure
from tasks.coreference.scene import Scene

_MIN_FIRST, _MIN_SECOND = 4, 2
_OPENING = 0.3  # share of the mentions among which the interviewee is introduced


def join_interviewee(scene: Scene, figures: list[Figure]) -> list[Figure]:
    """Give the unquoted I and you of an interview to the one person whom its opening introduces.

    Where two people are introduced alike, I and you stay unresolved.
    """
    first, second = _speaking(scene, "first"), _speaking(scene, "second")
    if len(first) < _MIN_FIRST or len(second) < _MIN_SECOND:
        return figures
    person = _interviewee(scene, figures)
    if person is None:
        return figures
    moved = {*first, *second}
    for figure in figures:
        figure.members = [index for index in figure.members if index not in moved]
    person.members.extend(moved)
    return [figure for figure in figures if figure.members]


def _speaking(scene: Scene, person: str) -> list[int]:
    """Unquoted pronouns of a person, those of the plural left out."""
    return [
        index
        for index, pronoun in scene.pronouns.items()
        if pronoun.person == person
        and pronoun.agreement != "plural"
        and not scene.quotation[scene.mentions[index].head]
    ]


def _interviewee(scene: Scene, figures: list[Figure]) -> Figure | None:
    """The person named most, introduced early, and clearly more often than the next."""
    limit = _OPENING * len(scene.mentions)
    people = [
        figure for figure in figures if figure.is_named and figure.kind == "PERSON" and min(figure.members) < limit
    ]
    people.sort(key=lambda figure: -figure.count)
    if not people or (len(people) > 1 and people[1].count * 2 > people[0].count):
        return None
    return people[0]
