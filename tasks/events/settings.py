"""When and where: the time expression and the place that belong to a trigger, and where the text says so.

Looked for in the clause of the trigger, then in its sentence; in the lead, at last, in the dateline.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from tasks.events.places import NOTHING, Found, is_named_place, place_of, places_in
from tasks.events.retelling import find_history, find_plots, find_questions, is_told_in_past
from tasks.events.scene import Scene
from tasks.events.tree import in_zone
from tasks.events.triggers import Trigger
from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.times.records import TimeExpression

_RELATING = frozenset({"before", "after", "since", "until", "following"})
_FIRST = attrgetter("first")
_LONG = 3
_CENTURY = 2000  # texts without a date are of this one
_DATED = frozenset({"dobj", "attr", "oprd", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # "the 1917 revolution overthrew", but not "the 2008 law bans"
_TOLD = frozenset({"VBD", "VBN"})


class Settings(NamedTuple):
    """Times and places of a document.

    `by_word` gives by sentence the time expression that hangs on a word, `by_sentence` those that name days, and the
    words that they hang on; `lead` are the sentences of the headline and of the first paragraph, which the dateline
    holds for; `past` are the times of years long before the text was written, or the latest that it tells of; `history`
    are the sentences that tell of such times, `plots` those that tell of films and books, `questions` those that ask;
    `places` keeps what was found in a sentence.
    """

    sentences: Sequence[Sentence]
    by_word: dict[int, dict[int, int]]
    by_sentence: dict[int, list[tuple[int, int]]]
    lead: frozenset[int]
    dateline_time: int | None
    dateline_place: int | None
    past: frozenset[int]
    history: frozenset[int]
    plots: frozenset[int]
    questions: frozenset[int]
    places: dict[int, dict[int, int] | None]


def to_settings(
    scene: Scene, sentences: Sequence[Sentence], times: Sequence[TimeExpression], published: date | None
) -> Settings:
    """Index the times of a document, and what its dateline says."""
    by_word: dict[int, dict[int, int]] = {}
    by_sentence: dict[int, list[tuple[int, int]]] = {}
    firsts = list(map(_FIRST, sentences))
    for index, time in enumerate(times):
        word = _beside(scene.tree, time.first) or _governor(scene.tree, time.first, time.last)
        home = bisect_right(firsts, time.first) - 1
        if time.kind != "SET":
            by_word.setdefault(home, {}).setdefault(word, index)
        if time.kind in {"DATE", "TIME"} and time.date_from:
            by_sentence.setdefault(home, []).append((index, word))
    dateline = in_zone(sentences, "dateline")
    days = [index for each in dateline for index, _ in by_sentence.get(each.ordinal, ())]
    places = [token for each in dateline for token in range(each.first, each.last) if is_named_place(scene, token)]
    lead = _find_lead(sentences) if dateline else frozenset()
    said = days[0] if days else None, places[0] if places else None
    past = _find_past(times, published)
    tree = scene.tree
    told = find_history(tree, sentences, by_sentence, past), find_plots(tree, sentences)
    return Settings(sentences, by_word, by_sentence, lead, *said, past, *told, find_questions(tree, sentences), {})


def _find_past(times: Sequence[TimeExpression], published: date | None) -> frozenset[int]:
    years = {index: time.date_to.year for index, time in enumerate(times) if time.date_to}
    latest = max([_CENTURY, *years.values()]) if published is None else published.year
    return frozenset(index for index, year in years.items() if latest - year >= _LONG)


def _find_lead(sentences: Sequence[Sentence]) -> frozenset[int]:
    first = next((each.paragraph for each in sentences if each.zone == "body"), None)
    lead = takewhile(lambda each: each.zone != "body" or each.paragraph == first, sentences)
    return frozenset(each.ordinal for each in lead)


def _beside(tree: Words, first: int) -> int | None:
    """The noun that dates another act and that a time stands right behind: "before the election in March"."""
    place = first - 1
    if place < 1 or tree.pos[place] != "ADP" or tree.sentence[place][0] == place:
        return None
    noun = place - 1
    while tree.pos[noun] in {"NOUN", "PROPN"} and tree.dep[noun] == "compound":
        noun = tree.head[noun]
    relation = tree.head[noun]
    if tree.dep[noun] != "pobj":
        return None
    return noun if tree.lower[relation] in _RELATING or tree.lower[relation - 1] in {"ahead", "prior"} else None


def _governor(tree: Words, first: int, last: int) -> int:
    index = first
    while first <= index < last and tree.head[index] != index:
        index = tree.head[index]
    while tree.pos[index] in {"ADP", "SCONJ", "ADV"} and tree.head[index] != index:
        index = tree.head[index]
    return index


def find_time(tree: Words, settings: Settings, trigger: Trigger) -> Found:
    """The time expression of a trigger: of its clause, the only day that its sentence names, that of the dateline."""
    sentence = trigger.sentence
    if sentence in settings.by_word:
        time = _time_of_clause(tree, trigger.token, trigger.light, settings.by_word[sentence])
        if time is not None:
            return Found(time, "clause")
    days = settings.by_sentence.get(sentence, ())
    if len(days) == 1 and _is_told_under(tree, trigger.token, days[0][1]):
        return Found(days[0][0], "sentence")
    return _from_dateline(settings, settings.dateline_time, sentence)


def is_of_the_past(tree: Words, settings: Settings, trigger: Trigger, when: Found) -> bool:
    """Whether an act was done years ago: by its own time, or told in the simple past amid history."""
    if when.what in settings.past:
        return when.source != "dateline"
    return trigger.sentence in settings.history and is_told_in_past(tree, trigger.token)


def _is_told_under(tree: Words, trigger: int, word: int) -> bool:
    """Whether an act stands in a clause below a dated word, unless that word is what somebody said or thought."""
    while tree.head[trigger] != trigger:
        if tree.dep[trigger] == "ccomp":
            return False
        trigger = tree.head[trigger]
        if trigger == word:
            return True
    return False


def _from_dateline(settings: Settings, what: int | None, sentence: int) -> Found:
    return NOTHING if what is None or sentence not in settings.lead else Found(what, "dateline")


def _time_of_clause(tree: Words, trigger: int, light: int | None, times: dict[int, int]) -> int | None:
    """Its own, that of its light verb, that of the verb above it."""
    index, heads, deps = trigger, tree.head, tree.dep
    if trigger in times:
        return times[trigger]
    if light in times:
        return times[light]
    for each in times.keys() & tree.kids[trigger]:
        if deps[each] in _DATED or (deps[each] in _SUBJECTS and tree.tag[trigger] in _TOLD):
            return times[each]
    for _ in range(5):
        head = heads[index]
        if head == index or deps[index] in {"ccomp", "relcl", "advcl", "parataxis"}:
            return None
        if head in times:
            return times[head]
        index = head
    return None


def find_place(scene: Scene, settings: Settings, trigger: Trigger) -> Found:
    """Head of the place where an act happened: of its clause, its sentence, that of the dateline."""
    sentence = trigger.sentence
    if sentence not in settings.places:
        settings.places[sentence] = places_in(scene, settings.sentences[sentence])
    places = settings.places[sentence]
    found = NOTHING if places is None else place_of(scene, places, trigger)
    if found.source or sentence not in settings.lead or scene.tree.dep[trigger.token] in {"relcl", "acl"}:
        return found
    is_elsewhere = places is not None and any(is_named_place(scene, place) for place in places.values())
    return NOTHING if is_elsewhere else _from_dateline(settings, settings.dateline_place, sentence)
