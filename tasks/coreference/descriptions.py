"""Whom a definite description of a person stands for: `the 47-year-old`, `the union leader`, `the singer`."""

from functools import cache

from tasks.coreference.figures import Figure, gender_of
from tasks.coreference.ranking import REACH, Anaphor, is_called
from tasks.coreference.scene import Scene, State
from tasks.coreference.speech import MAIN, find_subjects, read_cues, speaks
from tasks.entities.lexicons import is_one_person
from tasks.entities.records import Mention
from tasks.language.lexicon import read_lexicon
from tasks.roles.lexicons import read_titles

_POINTING = frozenset({"the", "this", "that"})
AGED = "old"  # the 47-year-old
_HEADING = frozenset({"leader", "boss", "chief", "head"})
_MANY = frozenset({"senator", "congressman", "congresswoman", "lawmaker", "representative", "councillor", "captain"})
_OTHERS = frozenset({"second", "third", "other", "fourth"})  # the second suspect
_OPEN_ENDS = frozenset({",", "and"})
_NEAR, _JUST_BEFORE = 4, 3  # sentences


def find_titled(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The only named holder of a title, or the only body or place so called and told of lately: the court."""
    is_person = anaphor.kind == "PERSON"
    if anaphor.is_many or anaphor.determiner not in _POINTING or not (is_person or anaphor.is_plain or anaphor.country):
        return None
    kind, oldest = anaphor.kind, 0 if is_person else anaphor.sentence - REACH["nominal"]
    holders = [
        figure
        for figure in state.figures
        if figure.kind == kind
        and figure.is_named
        and figure.sentence >= oldest
        and is_called(anaphor, figure)
        and anaphor.country in {None, figure.country}
    ]
    holders = [each for each in holders if anaphor.word in each.titles] or holders
    if not is_person and any(_is_described(each, anaphor) for each in state.figures):
        holders = [each for each in holders if anaphor.word in _words_of(scene, each)]
    return holders[0] if len(holders) == 1 else None


def _is_described(figure: Figure, anaphor: Anaphor) -> bool:
    """Whether a body that is never named has the noun: Sudan's army, which `the army` means before any forces."""
    return figure.kind == anaphor.kind and not figure.is_named and anaphor.word in figure.titles


def _words_of(scene: Scene, figure: Figure) -> set[str]:
    return {word for at in figure.members for word in scene.mentions[at].text.casefold().split()}


def find_described(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The person named before whom a subject calls by what they are, None where nobody is sure to be meant.

    That is who is told to be so beside a name, else who acted last, where it says something new of them.
    """
    is_aged = anaphor.word == AGED
    if not _is_open(scene, anaphor):
        return None
    is_beside = is_aged or _stands_beside(scene, anaphor)
    if not is_beside and anaphor.place != "subject" and not _is_compatriot(scene, anaphor):
        return None
    people, is_new = _find_people(scene, state, anaphor), is_aged or _may_be_new(anaphor)
    telling = _telling_words(scene, anaphor, is_new=is_new)
    told = _find_told(scene, people, telling)
    if anaphor.country:
        people = [each for each in people if not _is_foreign(scene, each)]
    if told is None and is_new and (is_aged or _is_speaking(scene, anaphor, is_beside=is_beside)):
        told = _find_acting(scene, state, anaphor, people)
    return told or _find_leading(scene, state, anaphor, people)


def announces(scene: Scene, state: State, anaphor: Anaphor) -> bool:
    """Whether the name of whom a text opens with comes later: `the developer said`, when nobody is named yet."""
    is_first = not any(each.is_named and each.kind == "PERSON" for each in state.figures)
    return is_first and _is_open(scene, anaphor)


def _is_open(scene: Scene, anaphor: Anaphor) -> bool:
    """Whether `the` stands before a noun for one person, with no owner before it and no name behind."""
    words, first, last = scene.words, anaphor.first, anaphor.last
    if anaphor.kind != "PERSON" or anaphor.determiner != "the" or anaphor.quotation:
        return False
    if anaphor.word != AGED and not is_one_person(anaphor.word) and not _is_compatriot(scene, anaphor):
        return False
    is_aged = words.tag[last + 1 : last + 2] == ["CD"]  # `the singer, 41,`
    if not _OTHERS.isdisjoint(words.lower[first:last]):
        return False
    is_whole = words.right[anaphor.head] <= last or words.lower[last] in _OPEN_ENDS or is_aged
    return is_whole and "poss" not in words.dep[first:last]


def _is_compatriot(scene: Scene, anaphor: Anaphor) -> bool:
    """`the Austrian`."""
    known = scene.lexicons.gazetteer.get(anaphor.word)
    return known is not None and known.entity_type == "NORP"


def _stands_beside(scene: Scene, anaphor: Anaphor) -> bool:
    """Whether it follows a quotation, its verb between: `"It is late," joked the captain`."""
    at = min(anaphor.first, scene.words.head[anaphor.head])
    return bool(scene.quotation[at - 2]) and not scene.quotation[at - 1]


def _is_speaking(scene: Scene, anaphor: Anaphor, *, is_beside: bool) -> bool:
    """Whether it is the subject of what is said beside a quotation or in a sentence of its own."""
    words = scene.words
    verb = words.head[anaphor.head]
    return (is_beside or words.dep[verb] in MAIN) and (words.lemma[verb] in read_cues() or speaks(words, verb))


def _may_be_new(anaphor: Anaphor) -> bool:
    """Whether a noun may tell something new of someone named: no office that another holds, nobody who comes by."""
    title = read_titles().titles.get(anaphor.word)
    is_office = title is not None and title.kind != "description" and anaphor.word not in _MANY
    return not is_office and anaphor.word not in _read_bystanders()


@cache
def _read_bystanders() -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("coreference", "bystanders"))


def _find_people(scene: Scene, state: State, anaphor: Anaphor) -> list[Figure]:
    """The people named whom the noun may mean, the nearest first; who says it is not meant."""
    noun, head = scene.lexicons.nouns.get(anaphor.word), scene.words.head
    gender, above, up = noun.gender if noun else gender_of(anaphor.word), set(), head[anaphor.head]
    while up not in above:
        above.add(up)
        up = head[up]
    found = [
        each
        for each in state.figures
        if each.is_named and each.kind == "PERSON" and not each.is_many and head[each.head] not in above
    ]
    found = [each for each in found if gender is None or each.gender in {None, gender}]
    return sorted(found, key=lambda each: -each.head)


def _find_acting(scene: Scene, state: State, anaphor: Anaphor, people: list[Figure]) -> Figure | None:
    """Who spoke last, else the only one near, or the only one of whom the text does not tell yet what they are."""
    words, verb, is_aged = scene.words, scene.words.head[anaphor.head], anaphor.word == AGED
    reach = REACH["male"] if is_aged else _JUST_BEFORE
    for up, figure in find_subjects(scene, state, anaphor.head, anaphor.sentence - reach):
        if figure in people and up != verb and words.dep[up] in MAIN and (is_aged or speaks(words, up)):
            return None if words.lemma[up] == "ask" else figure
    near = [each for each in people if each.sentence >= anaphor.sentence - _NEAR]
    if len(near) > 1:
        near = [each for each in near if not each.titles or anaphor.word in each.titles]
    return near[0] if len(near) == 1 else None


def _find_leading(scene: Scene, state: State, anaphor: Anaphor, people: list[Figure]) -> Figure | None:
    """The only one named in the sentence before, where they are a subject; the Scot may be one of several."""
    before, is_compatriot = anaphor.sentence - 1, _is_compatriot(scene, anaphor)
    near = [each for each in people if each.sentence >= before]
    if not is_compatriot and (len(near) != 1 or scene.words.text[anaphor.first] != "The"):
        return None
    leads = [figure for _, figure in find_subjects(scene, state, anaphor.head, before)]
    found = [each for each in near if each in leads or each.place == "root"]
    return found[0] if len(found) == 1 and found[0].sentence == before else None


def _is_foreign(scene: Scene, figure: Figure) -> bool:
    """Whether someone is told to be from a country: the Scot, where that is not who is told to be Scottish."""
    return any(word.startswith("iso:") and "-" not in word for word in _told_of(scene, figure))


def _telling_words(scene: Scene, anaphor: Anaphor, *, is_new: bool) -> set[str]:
    """What only one may have: an age, a place if it is no office, and of leaders that which they lead."""
    words, first, head = scene.words, anaphor.first, anaphor.head
    if anaphor.word == AGED:
        return {words.lower[head - 4]}  # 47-year-old
    if anaphor.word in _HEADING:
        return {words.lemma[at] for at in range(first, head) if words.tag[at] == "NN"}
    return _belongings(scene, first, head + 1) if is_new else set()


def _find_told(scene: Scene, people: list[Figure], wanted: set[str]) -> Figure | None:
    """The nearest who has one of the words beside a name."""
    return next((each for each in people if not wanted.isdisjoint(_told_of(scene, each))), None) if wanted else None


def _told_of(scene: Scene, figure: Figure) -> set[str]:
    """What stands beside the names of a figure, and where descriptions say that it is from: the Serb."""
    told: set[str] = set()
    for mention in map(scene.mentions.__getitem__, figure.members):
        if mention.form == "name":
            told |= _words_beside(scene, mention)
        elif mention.form == "nominal":
            told |= _belongings(scene, mention.first, mention.head + 1)
    return told


def _belongings(scene: Scene, first: int, last: int) -> set[str]:
    """Ids of where one comes from or of what one belongs to, in a description: Texas, Austrian, Republican."""
    known = filter(None, map(scene.lexicons.gazetteer.get, scene.words.lower[first:last]))
    return {each.kb_id for each in known if each.country or each.entity_type == "NORP"}


def _words_beside(scene: Scene, name: Mention) -> set[str]:
    """What stands beside a name: titles, appositions, ages, and the ids of places."""
    words, found = scene.words, set()
    over = words.head[name.head]
    tops = [name.head]
    if words.dep[name.head] == "appos":
        tops.append(over)
    elif words.dep[name.head] == "nsubj" and words.lemma[over] == "be":
        tops += words.kids_of(over, "attr")
    for top in tops:
        for at in range(words.left[top], words.right[top]):
            if words.tag[at][0] in "NJC" and not name.first <= at < name.last:
                found |= _belongings(scene, at, at + 1) or {words.lemma[at]}
    return found
