"""Names that a text has told of before, and whom a new one introduces."""

from tasks.coreference.figures import (
    CALLED,
    NAMED_BY_OF,
    Figure,
    called_so,
    callings,
    gender_of_name,
    gender_of_title,
    introduce,
    title_words,
)
from tasks.coreference.named import normal
from tasks.coreference.scene import Scene, State
from tasks.entities.records import Mention
from tasks.entities.tells import may_name


def resolve_name(scene: Scene, state: State, index: int, mention: Mention) -> Figure:
    """The figure of a name: that of its key, else of the description in apposition, else a new one."""
    key = scene.keys[index]
    figure = state.by_key.get(key)
    if mention.entity_type == "PERSON" and mention.last - mention.first == 1 and (figure is None or figure.gender):
        key, figure = _by_surname(scene, state, mention, key, figure)
    if figure is None:
        figure = _introduced(scene, state, index, mention)
        state.by_key[key] = figure
    elif not figure.titles and figure.kind in CALLED:
        figure.titles = callings(normal(mention.text), mention.entity_type)
    if figure.gender is None:
        gender_of = gender_of_name if mention.last - mention.first > 1 else gender_of_title
        figure.gender = gender_of(scene.words, mention, scene.lexicons)
    for role in scene.titles.get(index, ()):
        figure.titles = figure.titles.union(*map(called_so, title_words(role.role)))
        figure.country = figure.country or role.country
    if mention.entity_type == "ORG":
        figure.country = figure.country or _owner_country(scene, mention)
        figure.titles |= _kind_before(scene, mention)
    return figure


def _introduced(scene: Scene, state: State, index: int, mention: Mention) -> Figure:
    """A new figure, or that of the description which a name stands beside or which announced it."""
    figure = introduce(scene.words, mention, scene.lexicons)
    announced = _announced(scene, state, index) if state.announced else None
    beside = _described(scene, state, mention) or announced
    if beside is None or beside.is_named or (beside.is_many and figure.is_many is False):
        return figure
    noun = scene.words.lower[scene.mentions[beside.members[0]].head]
    if not may_name(figure.kind, beside.kind, noun):
        return figure
    beside.kind = figure.kind
    beside.is_named, beside.gender = True, figure.gender or beside.gender
    beside.titles |= figure.titles
    return beside


def _by_surname(
    scene: Scene, state: State, mention: Mention, key: str, known: Figure | None
) -> tuple[str, Figure | None]:
    """Whom a surname means that several have; `known` is who was meant last: Ada, until `Mr. Wilmot` says another."""
    gender = gender_of_title(scene.words, mention, scene.lexicons)
    if known and gender in (None, known.gender):
        return key, known
    key = f"{key} {gender}" if known else key
    if key in state.by_key:
        return key, state.by_key[key]
    namesake = _namesake(scene, state, scene.words.lower[mention.first], gender)
    return key, namesake and state.by_key.setdefault(key, namesake)


def _namesake(scene: Scene, state: State, surname: str, gender: str | None) -> Figure | None:
    """Who has the surname, and the gender that a title before it says: the only one so far, or the first and most told.

    Someone of unknown gender is meant where another of the surname is not.
    """
    found = [each for each in state.figures if each.kind == "PERSON" and _has_surname(scene, each, surname)]
    if gender:
        known = [each for each in found if each.gender == gender]
        found = known or [each for each in found if each.gender is None and len(found) > 1]
    is_lead = found and all(found[0].count > each.count for each in found[1:])
    return found[0] if is_lead else None


def _has_surname(scene: Scene, figure: Figure, surname: str) -> bool:
    named = (mention for mention in map(scene.mentions.__getitem__, figure.members) if mention.form == "name")
    return any(scene.words.lower[mention.last - 1] == surname for mention in named)


def _kind_before(scene: Scene, mention: Mention) -> frozenset[str]:
    """What the noun right before the name of a body lets it be called: the airline Wilmot."""
    word = scene.words.lower[mention.first - 1] if mention.first else ""
    noun = scene.lexicons.nouns.get(word)
    return called_so(word) if noun and noun.entity_type == "ORG" else frozenset()


def _owner_country(scene: Scene, mention: Mention) -> str | None:
    """Country of a body that is named behind its country: Russia's Foreign Ministry."""
    at = mention.first - 1
    if at < 0:
        return None
    at -= scene.words.lower[at] == "'s"
    index = scene.name_at.get(at)
    known = scene.lexicons.gazetteer.get(normal(scene.mentions[index].text)) if index is not None else None
    return known.country if known else None


def _described(scene: Scene, state: State, mention: Mention) -> Figure | None:
    """The description that a name stands in apposition to, or right behind: the town of Wilmot."""
    words, before = scene.words, mention.first - 1
    if words.dep[mention.head] == "appos":
        noun = words.head[mention.head]
        post = words.head[words.head[noun]] if words.dep[noun] == "pobj" and mention.entity_type == "PERSON" else noun
        figure = state.by_head.get(post)  # `the mayor of Nancy, Ivo Brill`, parsed as a name of Nancy
        return figure if figure is not None and figure.kind == "PERSON" else state.by_head.get(noun)
    if mention.entity_type == "GPE" and words.lower[before] == "of" and words.lower[before - 1] in NAMED_BY_OF:
        before -= 1
    return state.by_head.get(before)


def _announced(scene: Scene, state: State, index: int) -> Figure | None:
    """Whom the headline, or the opening before anybody is named, calls by a title of the name.

    `Albian minister resigns` stands above `Ivo Wilmot, the minister of trade`.
    """
    announced, mention = state.announced, scene.mentions[index]
    if mention.entity_type != "PERSON" or mention.head < scene.body:
        return None
    words = [word for role in scene.titles.get(index, ()) for word in title_words(role.role)]
    return next((announced.pop(word) for word in words if word in announced), None)
