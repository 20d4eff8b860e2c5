"""The pass from left to right that puts every mention into a figure."""

from collections.abc import Callable
from itertools import repeat
from operator import itemgetter

from tasks.coreference.bodies import find_body
from tasks.coreference.descriptions import announces, find_described, find_titled
from tasks.coreference.figures import NAMED_BY_OF, PLACES, Figure, called_so, introduce, is_many, place_of
from tasks.coreference.holders import find_held, find_office, find_possessor
from tasks.coreference.naming import resolve_name
from tasks.coreference.pronouns import find_antecedent, find_doer, find_said, find_speaker, subject_of
from tasks.coreference.ranking import Anaphor, Candidate, rank_figures
from tasks.coreference.scene import Scene, State, in_order
from tasks.entities.lexicons import Pronoun
from tasks.entities.records import Mention
from tasks.entities.tells import may_name
from tasks.language.words import Words

Decide = Callable[[int, Anaphor, list[Candidate]], Figure | None]

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "possessive"})
_OWNERS = frozenset({"PERSON", "ORG"})
_JUST_BELOW = 2  # sentences: a byline or a dateline may stand between
_PLAIN_ENDS = frozenset({"'s", ","})
_HEAD = itemgetter(0)


def link_mentions(scene: Scene, decide: Decide) -> list[Figure]:
    """Put every mention into a figure; `decide` chooses among the candidates of one that points back."""
    mentions, words, order = scene.mentions, scene.words, in_order(scene)
    heads = list(map(_HEAD, order))
    sentences = list(map(scene.sentence.__getitem__, heads))
    places = map(PLACES.get, map(words.dep.__getitem__, heads), repeat("other"))
    quotations = map(scene.quotation.__getitem__, heads)
    state = State([], {}, {}, [], sentences, {})
    told, by_head = state.told, state.by_head
    for (head, index), sentence, place, quotation in zip(order, sentences, places, quotations, strict=True):
        if index < 0:
            figure, form = _silent(words, head), "silent"
        else:
            mention = mentions[index]
            figure, form = _figure_of(scene, state, index, mention, decide), mention.form
            if not figure.members:
                figure.is_silent = False
                state.figures.append(figure)
            figure.members.append(index)
            by_head.setdefault(head, figure)
        told.append(figure)
        figure.count += 1
        figure.head, figure.form, figure.place = head, form, place
        figure.sentence, figure.quotation = sentence, quotation
    return state.figures


def _silent(words: Words, head: int) -> Figure:
    """A noun phrase that is no mention."""
    figure = Figure()
    figure.is_silent, figure.gender, figure.is_many = True, "neuter", words.tag[head] == "NNS"
    return figure


def _figure_of(scene: Scene, state: State, index: int, mention: Mention, decide: Decide) -> Figure:
    if mention.form == "name":
        return resolve_name(scene, state, index, mention)
    if mention.form == "nominal":
        return _beside(scene, state, mention) or _descriptive(scene, state, index, mention, decide)
    pronoun = scene.pronouns[index]
    if pronoun.person != "third":
        return _present(state, pronoun, scene.quotation[mention.head])
    anaphor = _of_pronoun(scene, mention, pronoun)
    known = find_antecedent(scene, state, anaphor)
    if known is None:
        speaker, doer = find_speaker(scene, state, anaphor), find_doer(scene, state, anaphor)
        said = find_said(scene, anaphor)
        candidates = rank_figures(scene.words, anaphor, state.told, state.sentences)
        known = decide(
            index,
            anaphor,
            [each for each in candidates if each[0] not in (speaker, doer) and not said == each[0].quotation > 0],
        )
    chosen = known
    if chosen is None:
        return _unknown(anaphor.wanted)
    if anaphor.wanted != "plural":
        chosen.gender = chosen.gender or anaphor.wanted
    return chosen


def _descriptive(scene: Scene, state: State, index: int, mention: Mention, decide: Decide) -> Figure:
    """The figure of a description: that of the same owner, and a definite one without a named owner may point back."""
    owner, is_named = _owner(scene, state, mention)
    owned = f"{owner.members[0]} {scene.words.lower[mention.head]}" if owner else ""
    if owned in state.by_key:
        return state.by_key[owned]
    known, determiner, anaphor = None, _determiner(scene.words, mention.first), None
    whose, is_announcing = find_possessor(scene, mention), _named_next(scene, mention) is not None
    if whose is not None:
        known = find_office(scene, state, mention, whose)
    elif owner and not is_announcing:
        known = find_held(scene, state, mention, owner)
    is_open = determiner in _DEFINITE and not (is_named or is_announcing or _is_named_by_of(scene.words, mention))
    if known is None and is_open and whose is None:
        anaphor = _of_description(scene, mention, determiner)
        known = _pointed_at(scene, state, index, anaphor, decide)
    known = known or _told_above(scene, state, mention)
    if known is None:
        known = introduce(scene.words, mention, scene.lexicons)
        known.country = _country(scene, mention)
        if mention.entity_type == "PERSON" and (
            mention.head < scene.body or (anaphor and announces(scene, state, anaphor))
        ):
            state.announced.setdefault(scene.words.lower[mention.head], known)
    if owned:
        state.by_key[owned] = known
    return known


def _pointed_at(scene: Scene, state: State, index: int, anaphor: Anaphor, decide: Decide) -> Figure | None:
    """Who has the title, else the best of the candidates, else whom or what the description may newly call so."""
    known = find_titled(scene, state, anaphor)
    if known is None and not _is_relative(scene, scene.mentions[index]):
        known = decide(index, anaphor, rank_figures(scene.words, anaphor, state.told, state.sentences))
        known = known or find_described(scene, state, anaphor) or find_body(state, anaphor)
        if known and anaphor.kind == "ORG":
            known.country = known.country or anaphor.country
    return known


def _is_relative(scene: Scene, mention: Mention) -> bool:
    """`the brother of one of the victims`: whose he is tells that he is nobody told of before."""
    words = scene.words
    link = words.kid(mention.head, "prep") if mention.entity_type == "PERSON" else None
    if link != mention.last or words.lower[link] != "of":
        return False
    whose = words.kid(link, "pobj")
    noun = None if whose is None else scene.lexicons.nouns.get(words.lower[whose])
    return whose is not None and (words.lower[whose] == "one" or (noun is not None and noun.entity_type == "PERSON"))


def _told_above(scene: Scene, state: State, mention: Mention) -> Figure | None:
    """Whom the headline calls so, in the first sentence below it: `Baker sues town`, `A baker has sued the town`."""
    is_below = mention.entity_type == "PERSON" and scene.body <= mention.head and scene.body
    if not is_below or scene.sentence[mention.head] > scene.sentence[scene.body - 1] + _JUST_BELOW:
        return None
    return state.announced.get(scene.words.lower[mention.head])


def _owner(scene: Scene, state: State, mention: Mention) -> tuple[Figure | None, bool]:
    """Who has it, and whether that is said by name: Wilmot's lawyer, the Wilmot campaign, his brother."""
    for at in range(mention.first, mention.head):
        owner = state.by_head.get(at)
        if owner and owner.kind in _OWNERS:
            return owner, at in scene.name_at
    return None, False


def _present(state: State, pronoun: Pronoun, quotation: int) -> Figure:
    """Who speaks or is spoken to in a quotation."""
    key = f"{pronoun.person} {pronoun.agreement} {quotation}"
    if key not in state.by_key:
        state.by_key[key] = Figure("PERSON" if pronoun.agreement == "one" else None)
        state.by_key[key].is_many = pronoun.agreement == "plural"
    return state.by_key[key]


def _unknown(wanted: str) -> Figure:
    """A pronoun that stands for nothing before it introduces what it tells."""
    figure = Figure("PERSON" if wanted in {"male", "female"} else None)
    figure.is_many = wanted == "plural"
    figure.gender = None if wanted == "plural" else wanted
    return figure


def _beside(scene: Scene, state: State, mention: Mention) -> Figure | None:
    """The named figure that a description stands beside, or whose name it holds: the Wilmot agency.

    Several people are not the one named first: the candidates Ada Wilmot and Ivo Brill.
    """
    words = scene.words
    if mention.entity_type == "PERSON" and is_many(words, mention.head):
        return None
    index = _explained(scene, mention)
    index = index if index is not None else _named_next(scene, mention)
    called = words.lower[mention.head]
    if index is None or not may_name(scene.mentions[index].entity_type, mention.entity_type, called):
        return None
    figure = state.by_key.get(scene.keys[index])
    if figure:
        noun = scene.lexicons.nouns.get(called)
        figure.gender = figure.gender or (noun.gender if noun else None)
        figure.titles |= called_so(called)
    return figure


def _explained(scene: Scene, mention: Mention) -> int | None:
    """The name that a description stands in apposition to, is said to be, or holds: `Ada Wilmot is a teacher`."""
    words, head = scene.words, mention.head
    dep, up = words.dep[head], words.head[head]
    if dep == "appos":
        return scene.name_at.get(up)
    if dep == "attr" and mention.entity_type == "PERSON" and words.lemma[up] == "be" and words.kid(up, "neg") is None:
        subject = subject_of(words, up)
        return scene.name_at.get(subject) if subject is not None else None
    return _held(scene, mention)


def _named_next(scene: Scene, mention: Mention) -> int | None:
    """The name of the same kind behind a description: the news agency Wilmot; its chairman, the retired judge Brill."""
    words, name_at, last = scene.words, scene.name_at, mention.last
    beside = [last + _is_named_by_of(words, mention)]
    if words.right[mention.head] > last:
        beside += words.kids_of(mention.head, "appos")
        if mention.entity_type == "PERSON":
            beside += _behind_body(words, mention.head)
    for at in beside:
        name = scene.mentions[name_at[at]] if at in name_at else None
        if name and may_name(name.entity_type, mention.entity_type, words.lower[mention.head]):
            return name_at[at]
    return None


def _behind_body(words: Words, head: int) -> list[int]:
    """Who `the mayor of Nancy, Ivo Brill` is, parsed as a name of Nancy."""
    links = (link for link in words.kids_of(head, "prep") if words.lower[link] in ("of", "at", "in", "for"))
    bodies = (words.kid(link, "pobj") for link in links)
    return [name for body in bodies if body is not None for name in words.kids_of(body, "appos")]


def _is_named_by_of(words: Words, mention: Mention) -> bool:
    """Whether a place has its name behind `of`: the town of Wilmot."""
    return words.lower[mention.head] in NAMED_BY_OF and words.lower[mention.last : mention.last + 1] == ["of"]


def _held(scene: Scene, mention: Mention) -> int | None:
    """The name of a body inside a description that says what kind of body it is."""
    if scene.words.lower[mention.head] not in scene.lexicons.suffixes:
        return None
    held = {scene.name_at[at] for at in range(mention.first, mention.head) if at in scene.name_at}
    bodies = [index for index in held if scene.mentions[index].entity_type == "ORG"]
    return bodies[0] if len(bodies) == 1 else None


def _of_pronoun(scene: Scene, mention: Mention, pronoun: Pronoun) -> Anaphor:
    """Read what ranking needs of a pronoun."""
    words, head = scene.words, mention.head
    return Anaphor(
        pronoun.agreement,
        words.lower[head],
        head,
        head,
        head + 1,
        scene.sentence[head],
        place_of(words, head),
        scene.quotation[head],
        words.dep[head] == "poss" or (pronoun.kind == "possessive" and words.tag[head] != "PRP"),
    )


def _determiner(words: Words, first: int) -> str:
    if words.tag[first] == "DT":
        return words.lower[first]
    is_owned = words.dep[first] == "poss" or words.lower[first + 1 : first + 2] == ["'s"]
    return "possessive" if is_owned else "bare"


def _of_description(scene: Scene, mention: Mention, determiner: str) -> Anaphor:
    """Read what ranking needs of a description."""
    words, first, head = scene.words, mention.first, mention.head
    return Anaphor(
        "nominal",
        words.lower[head],
        head,
        first,
        mention.last,
        scene.sentence[head],
        place_of(words, head),
        scene.quotation[head],
        False,
        mention.entity_type,
        is_many(words, head),
        determiner,
        _country(scene, mention),
        head == first + 1 and (words.right[head] <= head + 1 or words.lower[head + 1] in _PLAIN_ENDS),
    )


def _country(scene: Scene, mention: Mention) -> str | None:
    """Country that a description names: the Russian ambassador, the Austrian."""
    for at in range(mention.first, mention.head + 1):
        if at in scene.name_at or at == mention.head:
            known = scene.lexicons.gazetteer.get(scene.words.lower[at])
            if known and known.country:
                return known.country
    return None
