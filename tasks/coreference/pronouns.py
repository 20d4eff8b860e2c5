"""Whom a pronoun or an age stands for where the sentence says it: no other candidate is weighed."""

from bisect import bisect_left

from tasks.coreference.figures import Figure
from tasks.coreference.ranking import REACH, Anaphor, may_be, read_speech
from tasks.coreference.scene import THINGS, Scene, State
from tasks.language.words import Words

_SPEAKERS = frozenset({"ORG", "GPE"})
_PEOPLE = frozenset({"male", "female"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LEADING = frozenset({"subject", "root"})
_JUST_BEFORE = 2  # sentences: between what he did and `he said` he may be quoted


def find_antecedent(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The body that speaks, or the subject of the sentence or before it, None where no rule holds."""
    return _spoken(scene, state, anaphor) or _same_subject(scene, state, anaphor) or _speaking(scene, state, anaphor)


def _spoken(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The body that says what `they` did or that goes on speaking: `the embassy said that they`, `it added`."""
    words, head = scene.words, anaphor.head
    if anaphor.wanted not in THINGS or words.dep[head] != "nsubj":
        return None
    if words.lemma[words.head[head]] in read_speech():
        return _last_speaker(scene, state, anaphor)
    if anaphor.wanted != "plural" or words.dep[words.head[head]] != "ccomp":
        return None
    verb = words.head[words.head[head]]
    subject = next((kid for kid in words.kids[verb] if kid < head and words.dep[kid] == "nsubj"), None)
    figure = state.by_head.get(subject) if subject is not None else None
    if figure is None or figure.kind != "ORG":
        return None
    between = (each for each in state.told if figure.head < each.head < head)
    return None if any(each.is_many for each in between) else figure


def _last_speaker(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The body or group that was the last subject of a verb of speech, else the last one that was a subject."""
    words, oldest, acting = scene.words, anaphor.sentence - REACH[anaphor.wanted], None
    for at in range(anaphor.head - 1, -1, -1):
        figure = state.by_head.get(at) if words.dep[at] == "nsubj" else None
        if figure and scene.sentence[at] < oldest:
            break
        if figure and figure.kind in _SPEAKERS and may_be(anaphor, figure):
            if words.lemma[words.head[at]] in read_speech():
                return figure
            acting = acting or figure
    return acting


def _same_subject(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The subject of the sentence, for the subject of a clause of time in it: `Wilmot met Brill when he was mayor`."""
    words, head = scene.words, anaphor.head
    if anaphor.wanted not in _PEOPLE or words.dep[head] != "nsubj":
        return None
    clause = words.head[head]
    if not any(words.tag[kid] in {"WRB", "IN"} and kid < head for kid in words.kids[clause]):
        return None
    verb = words.head[clause]
    while words.dep[verb] in {"pobj", "prep", "npadvmod"} and words.head[verb] != verb:
        verb = words.head[verb]
    subject = next((kid for kid in words.kids[verb] if kid < head and words.dep[kid] in _SUBJECTS), None)
    figure = state.by_head.get(subject) if subject is not None else None
    return figure if figure and may_be(anaphor, figure) else None


def _speaking(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The last subject outside marks, for `he said`, if that one speaks too, or did something just before.

    The weights favour who was told of most, which is seldom the bystander who is quoted next.
    """
    words, head, sentence = scene.words, anaphor.head, scene.sentence
    if anaphor.wanted not in _PEOPLE or words.dep[head] != "nsubj" or anaphor.quotation:
        return None
    if not _speaks(words, words.head[head]):
        return None
    oldest = anaphor.sentence - REACH[anaphor.wanted]
    for at in range(head - 1, -1, -1):
        if sentence[at] < oldest:
            break
        figure = state.by_head.get(at) if words.dep[at] in _SUBJECTS and not scene.quotation[at] else None
        verb = words.head[at]
        if figure and may_be(anaphor, figure) and words.dep[verb] != "ccomp":
            is_acting = words.lemma[verb] != "be" and sentence[at] >= anaphor.sentence - _JUST_BEFORE
            return figure if is_acting or words.lemma[verb] in read_speech() else None
    return None


def find_aged(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """Whom `the 47-year-old` means: the person who was the last subject of a sentence, outside marks."""
    words, sentence = scene.words, scene.sentence
    if anaphor.word != "old":
        return None
    oldest = anaphor.sentence - REACH["male"]
    for at in range(anaphor.head - 1, -1, -1):
        if sentence[at] < oldest:
            break
        is_subject = words.dep[at] in _SUBJECTS and words.dep[words.head[at]] == "ROOT" and not scene.quotation[at]
        figure = state.by_head.get(at) if is_subject else None
        if figure and figure.kind == "PERSON" and not figure.is_many and words.head[at] != words.head[anaphor.head]:
            return figure
    return None


def find_described(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """Whom the next sentence calls by what they are: after `Ada Wilmot won the cup`, the singer.

    That is the only person whom the sentence before named, as its subject or as the only one of the text.
    """
    words, first, head = scene.words, anaphor.first, anaphor.head
    if anaphor.kind != "PERSON" or anaphor.is_many or anaphor.quotation or words.text[first] != "The":
        return None
    goes_on = words.right[head] > anaphor.last and words.lower[anaphor.last] != ","
    if goes_on or anaphor.place != "subject" or any(words.dep[at] == "poss" for at in range(first, head)):
        return None
    within = state.told[bisect_left(state.sentences, anaphor.sentence - 1) :]
    people = dict.fromkeys(each for each in within if each.kind == "PERSON" and each.is_named and not each.is_many)
    if len(people) != 1:
        return None
    figure, noun = next(iter(people)), scene.lexicons.nouns.get(anaphor.word)
    if noun and noun.gender and figure.gender not in {None, noun.gender}:
        return None
    is_lead = figure.place in _LEADING or sum(each.kind == "PERSON" for each in state.figures) == 1
    return figure if is_lead and figure.sentence < anaphor.sentence else None


def _speaks(words: Words, verb: int) -> bool:
    """`said`, `went on to say`."""
    if words.lemma[verb] == "go":
        return any(words.lemma[kid] in read_speech() for kid in words.kids_of(verb, "xcomp", "advcl"))
    return words.lemma[verb] in read_speech()
