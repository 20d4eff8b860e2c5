"""The pass from left to right that puts every mention into a figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tasks.coreference.figures import Figure, gender_of_name, introduce, place_of, quotations, silent_heads, title_words
from tasks.coreference.named import group_names, normal
from tasks.coreference.ranking import SILENT_REACH, Anaphor, Match, may_be, rank_figures
from tasks.entities.lexicons import Lexicons, Pronoun
from tasks.entities.records import Mention, names_by_token
from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.roles.records import Role

Candidates = list[tuple[Figure, Match]]
Decide = Callable[[int, Anaphor, Candidates], Figure | None]

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "possessive"})
_THINGS = frozenset({"neuter", "plural"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the pass reads: keys of names, pronouns and titles by mention, quotation and sentence by token."""

    words: Words
    mentions: Sequence[Mention]
    lexicons: Lexicons
    keys: dict[int, str]
    titles: dict[int, list[Role]]
    quotation: list[int]
    sentence: list[int]
    name_at: dict[int, int]
    pronouns: dict[int, Pronoun]


@dataclass(frozen=True, slots=True)
class State:
    """Figures so far: all of them, by key, by head token, and in the order of their last mentions."""

    figures: list[Figure]
    by_key: dict[str, Figure]
    by_head: dict[int, Figure]
    recent: dict[Figure, None]


def read_scene(
    words: Words, sentences: Sequence[Sentence], mentions: Sequence[Mention], roles: Sequence[Role], lexicons: Lexicons
) -> Scene:
    """Prepare the look-ups of the pass."""
    titles: dict[int, list[Role]] = {}
    for role in roles:
        titles.setdefault(role.mention, []).append(role)
    sentence = [0] * len(words.text)
    for each in sentences:
        sentence[each.first : each.last] = [each.ordinal] * (each.last - each.first)
    name_at = names_by_token(mentions)
    keys = group_names(mentions, lexicons.gazetteer)
    pronouns = {
        index: lexicons.pronouns[words.lower[mention.head]]
        for index, mention in enumerate(mentions)
        if mention.form == "pronoun"
    }
    return Scene(words, mentions, lexicons, keys, titles, quotations(words), sentence, name_at, pronouns)


def link_mentions(scene: Scene, decide: Decide) -> list[Figure]:
    """Put every mention into a figure; `decide` chooses among the candidates of one that points back."""
    state = State([], {}, {}, {})
    mentions, tag, recent = scene.mentions, scene.words.tag, state.recent
    sentence, quotation = scene.sentence, scene.quotation
    for head, index in _in_order(scene):
        if index < 0:
            figure, form = Figure(is_silent=True, is_many=tag[head] == "NNS", gender="neuter"), "silent"
        else:
            mention = mentions[index]
            figure, form = _figure_of(scene, state, index, mention, decide), mention.form
            figure.members.append(index)
            figure.is_silent = False
            state.by_head[head] = figure
        if figure.count:
            del recent[figure]
        else:
            state.figures.append(figure)
        recent[figure] = None
        figure.count += 1
        figure.head, figure.form, figure.sentence, figure.quotation = head, form, sentence[head], quotation[head]
    return [figure for figure in state.figures if figure.members]


def _in_order(scene: Scene) -> list[tuple[int, int]]:
    """Heads with the index of their mention, -1 for a silent noun phrase, in the order of the text."""
    order = [(mention.head, index) for index, mention in enumerate(scene.mentions)]
    asking = _asking(scene)
    if asking:
        heads, name_at, sentence = {head for head, _ in order}, scene.name_at, scene.sentence
        silent = [at for at in silent_heads(scene.words) if sentence[at] in asking]
        order += [(at, -1) for at in silent if at not in heads and at not in name_at]
    return sorted(order)


def _asking(scene: Scene) -> set[int]:
    """Ordinals of the sentences in which `it` or `they` may look for a noun phrase."""
    found: set[int] = set()
    for index, pronoun in scene.pronouns.items():
        if pronoun.agreement in _THINGS:
            last = scene.sentence[scene.mentions[index].head]
            found.update(range(max(last - SILENT_REACH, 0), last + 1))
    return found


def _figure_of(scene: Scene, state: State, index: int, mention: Mention, decide: Decide) -> Figure:
    if mention.form == "name":
        return _named(scene, state, index, mention)
    pronoun = scene.pronouns.get(index)
    if pronoun and pronoun.person != "third":
        return _present(state, pronoun, scene.quotation[mention.head])
    anaphor = to_anaphor(scene, mention, pronoun)
    known = (
        _beside(scene, state, mention)
        or _titled(state, anaphor)
        or _spoken(scene, state, anaphor)
        or _same_subject(scene, state, anaphor)
    )
    if known is None and pronoun is None and anaphor.determiner not in _DEFINITE:
        return _new(scene, mention, anaphor)
    chosen = known or decide(index, anaphor, rank_figures(scene.words, anaphor, state.recent))
    if chosen is None:
        chosen = _new(scene, mention, anaphor)
    elif pronoun:
        chosen.gender = chosen.gender or (anaphor.wanted if anaphor.wanted != "plural" else None)
    return chosen


def _present(state: State, pronoun: Pronoun, quotation: int) -> Figure:
    """Who speaks or is spoken to in a quotation."""
    key = f"{pronoun.person} {pronoun.agreement} {quotation}"
    if key not in state.by_key:
        kind = "PERSON" if pronoun.agreement == "one" else None
        state.by_key[key] = Figure(kind=kind, is_many=pronoun.agreement == "plural")
    return state.by_key[key]


def _new(scene: Scene, mention: Mention, anaphor: Anaphor) -> Figure:
    """What is told of for the first time."""
    figure = introduce(scene.words, mention, scene.lexicons)
    figure.country = anaphor.country
    if mention.form == "pronoun":
        _settle(figure, anaphor.wanted)
    return figure


def _settle(figure: Figure, wanted: str) -> None:
    """A pronoun that stands for nothing before it introduces what it tells."""
    figure.is_many = wanted == "plural"
    figure.gender = None if wanted == "plural" else wanted
    figure.kind = "PERSON" if wanted in {"male", "female"} else None


def _named(scene: Scene, state: State, index: int, mention: Mention) -> Figure:
    """The figure of a name: that of its key, else of the description in apposition, else a new one."""
    key = scene.keys[index]
    figure = state.by_key.get(key)
    if figure is None:
        figure = introduce(scene.words, mention, scene.lexicons)
        beside = _described(scene, state, mention)
        if beside and beside.kind == figure.kind and not beside.is_named:
            beside.is_named, beside.gender = True, figure.gender or beside.gender
            figure = beside
        state.by_key[key] = figure
    figure.gender = figure.gender or gender_of_name(scene.words, mention, scene.lexicons)
    for role in scene.titles.get(index, ()):
        figure.titles |= title_words(role.role)
        figure.country = figure.country or role.country
    figure.country = figure.country or _owner_country(scene, mention)
    return figure


def _owner_country(scene: Scene, mention: Mention) -> str | None:
    """Country of a body that is named behind its country: Russia's Foreign Ministry."""
    at = mention.first - 1
    if mention.entity_type != "ORG" or at < 0:
        return None
    at -= scene.words.lower[at] == "'s"
    index = scene.name_at.get(at)
    known = scene.lexicons.gazetteer.get(normal(scene.mentions[index].text)) if index is not None else None
    return known.country if known else None


def _described(scene: Scene, state: State, mention: Mention) -> Figure | None:
    """The description that a name stands in apposition to, or right behind."""
    words = scene.words
    if words.dep[mention.head] == "appos":
        return state.by_head.get(words.head[mention.head])
    return state.by_head.get(mention.first - 1)


def _beside(scene: Scene, state: State, mention: Mention) -> Figure | None:
    """The named figure that a description stands in apposition to, or whose name it holds: the Wilmot agency."""
    words = scene.words
    index = scene.name_at.get(words.head[mention.head]) if words.dep[mention.head] == "appos" else _held(scene, mention)
    if index is None or scene.mentions[index].entity_type != mention.entity_type:
        return None
    figure = state.by_key.get(scene.keys[index])
    if figure:
        figure.titles |= {words.lower[mention.head]}
    return figure


def _held(scene: Scene, mention: Mention) -> int | None:
    """The name of a body inside a description that says what kind of body it is."""
    if scene.words.lower[mention.head] not in scene.lexicons.suffixes:
        return None
    held = {scene.name_at[at] for at in range(mention.first, mention.head) if at in scene.name_at}
    bodies = [index for index in held if scene.mentions[index].entity_type == "ORG"]
    return bodies[0] if len(bodies) == 1 else None


def _titled(state: State, anaphor: Anaphor) -> Figure | None:
    """The only named holder of a title: the attorney general."""
    if anaphor.determiner != "the" or anaphor.is_many or anaphor.kind != "PERSON":
        return None
    holders = [
        figure
        for figure in state.recent
        if figure.is_named and anaphor.word in figure.titles and anaphor.country in {None, figure.country}
    ]
    return holders[0] if len(holders) == 1 else None


def _spoken(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The body that says what `they` did: `the embassy said that they`, with nothing plural in between."""
    words, head = scene.words, anaphor.head
    if anaphor.wanted != "plural" or words.dep[head] != "nsubj" or words.dep[words.head[head]] != "ccomp":
        return None
    verb = words.head[words.head[head]]
    subject = next((kid for kid in words.kids[verb] if kid < head and words.dep[kid] == "nsubj"), None)
    figure = state.by_head.get(subject) if subject is not None else None
    if figure is None or figure.kind != "ORG":
        return None
    between = (each for each in state.recent if figure.head < each.head < head)
    return None if any(each.is_many for each in between) else figure


def _same_subject(scene: Scene, state: State, anaphor: Anaphor) -> Figure | None:
    """The subject of the sentence, for the subject of a clause of time in it: `Wilmot met Brill when he was mayor`."""
    words, head = scene.words, anaphor.head
    if anaphor.wanted not in {"male", "female"} or words.dep[head] != "nsubj":
        return None
    clause = words.head[head]
    if not any(words.tag[kid] in {"WRB", "IN"} and kid < head for kid in words.kids[clause]):
        return None
    verb = words.head[clause]
    while words.dep[verb] in {"pobj", "prep", "npadvmod"} and words.head[verb] != verb:
        verb = words.head[verb]
    subject = next((kid for kid in words.kids[verb] if kid < head and words.dep[kid] in {"nsubj", "nsubjpass"}), None)
    figure = state.by_head.get(subject) if subject is not None else None
    return figure if figure and may_be(anaphor, figure) else None


def to_anaphor(scene: Scene, mention: Mention, pronoun: Pronoun | None) -> Anaphor:
    """Read what ranking needs of a pronoun or description."""
    words, lower, head = scene.words, scene.words.lower, mention.head
    first = mention.first
    owner = words.dep[first] == "poss" or lower[first + 1 : first + 2] == ["'s"]
    determiner = "possessive" if owner else lower[first] if words.tag[first] == "DT" else "bare"
    return Anaphor(
        pronoun.agreement if pronoun else "nominal",
        lower[head],
        head,
        first,
        mention.last,
        scene.sentence[head],
        place_of(words, head),
        scene.quotation[head],
        bool(pronoun and (pronoun.kind == "possessive" or words.dep[head] == "poss")),
        mention.entity_type,
        words.tag[head] in {"NNS", "NNPS"},
        determiner,
        None if pronoun else _country(scene, mention),
    )


def _country(scene: Scene, mention: Mention) -> str | None:
    """Country that a description names: the Russian ambassador."""
    for at in range(mention.first, mention.head):
        if at in scene.name_at:
            known = scene.lexicons.gazetteer.get(scene.words.lower[at])
            if known and known.country:
                return known.country
    return None
