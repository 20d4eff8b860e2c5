"""Whom a pronoun stands for where the sentence says it: no other candidate is weighed."""

from bisect import bisect_left

from tasks.coreference.figures import Figure
from tasks.coreference.ranking import REACH, Anaphor, may_be
from tasks.coreference.scene import THINGS, Scene, State
from tasks.coreference.speech import MAIN, find_subjects, read_cues, read_speech, speaks
from tasks.entities.lexicons import is_one_person
from tasks.entities.tells import read_belongings
from tasks.language.words import Words

_EMPTY = frozenset({"be", "seem", "appear", "become", "take", "look", "rain", "snow", "happen", "matter", "turn"})
_SPEAKERS = frozenset({"ORG", "GPE"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PERSONAL = frozenset({"male", "female"})
_VERBS = frozenset({"VERB", "AUX"})
_GOING_ON = frozenset({"conj", "xcomp", "advcl"})
_MARKS = 2  # tokens: a comma and the closing mark, of which the quotation holds one at least
_JUST_BEFORE = 2  # sentences: between what he did and `he said` he may be quoted


def find_antecedent(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The body that speaks, or the subject of the sentence or before it, None where no rule holds."""
    if anaphor.word == "its":
        return _holder(scene, state, anaphor)
    if anaphor.wanted in _PERSONAL:
        acting = _acting(scene, state, anaphor)
        if acting:
            return acting
    if scene.words.dep[anaphor.head] != "nsubj":
        return None
    if anaphor.wanted in THINGS:
        return _spoken(scene, state, anaphor)
    return _same_subject(scene, state, anaphor) or _speaking(scene, state, anaphor)


def find_speaker(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """Who says the quotation that a pronoun stands in, and is not meant by `he` or `she`."""
    if not anaphor.quotation or anaphor.wanted not in _PERSONAL:
        return None
    words, quotation, first, last = scene.words, scene.quotation, anaphor.head, anaphor.head
    while first and quotation[first - 1] == anaphor.quotation:
        first -= 1
    while last + 1 < len(quotation) and quotation[last + 1] == anaphor.quotation:
        last += 1
    before, behind = words.sentence[max(first - 2, 0)][0], words.sentence[last][1]
    for at in (*range(first, before - 1, -1), *range(last + 1, behind)):
        if words.dep[at] == "nsubj" and not quotation[at] and words.lemma[words.head[at]] in read_speech():
            index = scene.name_at.get(at)
            return state.by_head.get(at) or (state.by_key.get(scene.keys[index]) if index is not None else None)
    return None


def find_doer(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """Who does what is done to a subject, and is somebody else: `Questioned by Ada Wilmot, he agreed`."""
    words, head = scene.words, anaphor.head
    if words.dep[head] not in _SUBJECTS:
        return None
    agents = (words.kid(clause, "agent") for clause in words.kids_of(words.head[head], "advcl"))
    people = (words.kid(by, "pobj") for by in agents if by is not None)
    return next((state.by_head[who] for who in people if who in state.by_head), None)


def find_said(scene: Scene, anaphor: Anaphor) -> int:
    """The quotation that `he said` follows, whose third persons are not him: `"My father was a miner," he said`."""
    words, head = scene.words, anaphor.head
    verb = words.head[head]
    if anaphor.quotation or words.dep[head] != "nsubj" or words.lemma[verb] not in read_cues():
        return 0
    return scene.quotation[max(min(head, verb) - _MARKS, 0)]


def _acting(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """Who acts in the clause: `Wilmot lost his seat`, `who sold her car`, and who says it: `Wilmot said he lost`."""
    words, head = scene.words, anaphor.head
    if anaphor.is_possessive:
        verb = words.head[head]
        while words.pos[verb] not in _VERBS and words.head[verb] != verb:
            verb = words.head[verb]
    elif words.dep[head] in _SUBJECTS and words.dep[words.head[head]] == "ccomp":
        verb = words.head[words.head[head]]
        if words.lemma[verb] not in read_speech():
            return None
    else:
        return None
    subject = subject_of(words, verb)
    if subject is None or subject >= head or scene.quotation[subject] != anaphor.quotation:
        return None
    if words.is_under(head, subject) and not words.is_under(verb, subject):
        return None
    if words.lemma[verb] == "be" and words.dep[words.head[head]] == "attr":
        return None  # Wilmot, who was his wife
    figure = state.by_head.get(subject)
    return figure if figure and figure.kind == "PERSON" and may_be(anaphor, figure) else None


def subject_of(words: Words, verb: int) -> int | None:
    """The subject of a verb or of the one that it goes on from; for `who` whom the clause is about."""
    while True:
        subject = words.kid(verb, "nsubj", "nsubjpass")
        if subject is not None:
            is_relative = words.dep[verb] == "relcl" and words.tag[subject] in {"WP", "WDT"}
            return words.head[verb] if is_relative else subject
        up = words.head[verb]
        if words.dep[verb] not in _GOING_ON or (
            words.dep[verb] == "xcomp" and words.kid(up, "dobj", "prep") is not None
        ):
            return None
        verb = up


def _holder(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """Which body or country has someone: `its chairman`, `its prime minister`; the nearest, a subject before others."""
    noun = scene.words.lower[scene.words.head[anaphor.head]]
    if not is_one_person(noun):
        return None
    kind = read_belongings().get(noun)
    kinds = {kind} if kind in _SPEAKERS else _SPEAKERS
    within = state.told[bisect_left(state.sentences, anaphor.sentence - REACH[anaphor.wanted]) :]
    near = [each for each in dict.fromkeys(reversed(within)) if each.kind in kinds and not each.is_many]
    return max(near, key=lambda each: (each.sentence, each.place == "subject"), default=None)


def _spoken(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The body that says what `they` did or that goes on speaking: `the embassy said that they`, `it added`."""
    words, head = scene.words, anaphor.head
    if words.lemma[words.head[head]] in read_speech() and not anaphor.quotation:
        return _last_speaker(scene, state, anaphor)
    clause = words.head[head]
    if words.dep[clause] != "ccomp" or (anaphor.wanted != "plural" and words.lemma[clause] in _EMPTY):
        return None
    verb = words.head[clause]
    subject = next((kid for kid in words.kids[verb] if kid < head and words.dep[kid] == "nsubj"), None)
    figure = state.by_head.get(subject) if subject is not None else None
    is_body = figure is not None and figure.kind == "ORG"
    is_many = figure is not None and figure.is_many and anaphor.wanted == "plural"
    if figure is None or not (is_body or is_many) or words.lemma[verb] not in read_speech():
        return None
    between = (each for each in state.told if figure.head < each.head < head)
    return None if any(each.is_many for each in between) else figure


def _last_speaker(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The body or group that was the last subject of a verb of speech, else the last one that was a subject."""
    acting = None
    for verb, figure in find_subjects(scene, state, anaphor.head, anaphor.sentence - REACH[anaphor.wanted]):
        if figure.kind in _SPEAKERS and may_be(anaphor, figure):
            if scene.words.lemma[verb] in read_speech():
                return figure
            acting = acting or figure
    return acting


def _same_subject(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The subject of the sentence, for the subject of a clause of time in it: `Wilmot met Brill when he was mayor`."""
    words, head = scene.words, anaphor.head
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
    words = scene.words
    if anaphor.quotation or not speaks(words, words.head[anaphor.head]):
        return None
    for verb, figure in find_subjects(scene, state, anaphor.head, anaphor.sentence - _JUST_BEFORE):
        if may_be(anaphor, figure) and words.dep[verb] in MAIN:
            return figure if words.lemma[verb] != "be" else None
    return None
