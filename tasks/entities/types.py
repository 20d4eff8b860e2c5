"""One type per name and document: what the model, the words around and the full name say together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import add

from tasks.entities.evidence import Context, read_beside, read_context, read_form, read_tables
from tasks.entities.gazetteer import Known, read_people, read_surnames
from tasks.entities.lexicons import Lexicons, is_one_person, read_lexicons
from tasks.entities.metonyms import stands_for_government
from tasks.entities.records import Name
from tasks.entities.shortened import find_parts, find_short
from tasks.entities.tells import find_tells
from tasks.language.words import Words

Scores = tuple[float, float, float, float]

_EVEN: Scores = (0.0, 0.0, 0.0, 0.0)
_MODEL_TYPES = {"WORK_OF_ART": "WORK"}
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_REST = frozenset({"NORP", "EVENT", "WORK", "LAW", "PRODUCT"})
_PERSON = {"PERSON"}
_SHIPS = frozenset({"MV", "SS", "HMS", "USS", "RMS", "HMAS", "HMCS", "USNS", "USCGC"})
_MODEL_NUMBER = re.compile(r"[a-z]-?\d")  # ev-7
_DOUBT = 1.0
_KINDS = ("PERSON", "ORG", "GPE", None)
_TELLING = 2.0
_LETTERS = range(3, 6)  # of an acronym
_AMBIGUOUS = frozenset({"city", "loc", "iso"})
_ALONE = frozenset({"gov", "event", "law"})  # what names nothing else, be it one word
_SPORT = 0.008  # share of the words
_WHERE = frozenset({"in", "from", "near", "across"})
_MARGIN = 1.5
_CITY = 4  # the weight up to which a surname of the document is stronger than a place


def resolve_types(
    words: Words, names: Sequence[Name], groups: Mapping[str, list[int]], lexicons: Lexicons
) -> list[str | None]:
    """Return the entity type of every name, None for what is no name of a type in the vocabulary.

    Names of one surface share their type, and a surname has that of the full name.
    """
    is_sport, tables, gazetteer = is_sports_report(words, lexicons), read_tables(), lexicons.gazetteer
    beside = read_beside(words)
    owners, homes = full_names(groups, names, beside, lexicons), _named_countries(groups, gazetteer)
    short = find_short(groups, owners, lexicons)
    types: list[str | None] = [None] * len(names)
    for surface, indexes in groups.items():
        known = gazetteer.get(surface)
        group = [names[index] for index in indexes]
        kind = short.get(surface) or _certain(surface, known, owners, homes, lexicons)
        kind = kind or _personal(words, group[0], surface, known)
        if kind is None:
            form = _weigh_form(surface, words.text[group[0].first], surface.rpartition(" ")[2] in owners)
            scores = add_mean(form, [_weigh_context(read_context(words, name, beside, tables)) for name in group])
            kind = _by_evidence(words, surface, group, scores, find_tells(words, group, beside))
        for index in indexes:
            types[index] = kind
        if known and kind == "GPE":
            is_acting = is_sport and _is_team(words, group, known)
            for index in indexes if is_acting else _governments(words, names, indexes, known):
                types[index] = "ORG"
    for index, kind in find_parts(words, names, groups, types, owners):
        types[index] = kind
    return types


def _is_which(words: Words, group: Sequence[Name]) -> bool:
    """`Wilmot Harbour, which runs two ports`: nobody is `which`."""
    clauses = (kid for name in group for kid in words.kids_of(name.last - 1, "relcl"))
    return any(words.lower[words.left[clause]] == "which" for clause in clauses)


def _governments(words: Words, names: Sequence[Name], indexes: Sequence[int], known: Known) -> Iterator[int]:
    """Indexes of the mentions of a capital that stand for the government."""
    if known.is_capital:
        yield from (index for index in indexes if stands_for_government(words, names[index]))


def is_sports_report(words: Words, lexicons: Lexicons) -> bool:
    """Whether the words of sport are as frequent as only reports of matches have them."""
    return sum(map(lexicons.sports.__contains__, words.lower)) > _SPORT * len(words.lower)


def _is_team(words: Words, group: Sequence[Name], known: Known) -> bool:
    """A country that is mostly not where something happens: in a report of a match it is its team."""
    if not known.kb_id.startswith("iso:"):
        return False
    places = sum(words.lower[name.first - 1] in _WHERE for name in group if name.first)
    return places * 3 < len(group)


def full_names(
    groups: Mapping[str, list[int]], names: Sequence[Name], beside: Mapping[int, str], lexicons: Lexicons
) -> set[str]:
    """Last words of the names of two words or more that look like those of people, or stand beside `a lawyer`."""
    found, nouns = set(), lexicons.nouns
    called = {at for at, word in beside.items() if word in nouns and nouns[word].entity_type == "PERSON"}
    for surface, indexes in groups.items():
        if " " not in surface:
            continue
        parts = surface.split(" ")
        is_person = sum(names[index].label == "PERSON" for index in indexes) * 2 > len(indexes)
        is_person = is_person or parts[0] in lexicons.given_names or any(names[at].last - 1 in called for at in indexes)
        if is_person and parts[-1] not in lexicons.keywords:
            found.add(parts[-1])
    return found


@lru_cache(maxsize=1 << 14)
def _weigh_form(surface: str, token: str, is_surname: bool) -> Scores:
    return weigh(read_form(surface, token, is_surname), read_lexicons().weights)


@lru_cache(maxsize=1 << 14)
def _weigh_context(context: Context) -> Scores:
    return weigh(context, read_lexicons().weights)


def weigh(features: Iterable[str], weights: Mapping[str, Scores]) -> Scores:
    """Add the weights of the features for PERSON, ORG, place and neither."""
    rows = [weights[feature] for feature in features if feature in weights]
    person, body, place, other = (sum(column) for column in zip(*rows, strict=True)) if rows else _EVEN
    return person, body, place, other


def add_mean(form: Scores, contexts: Sequence[Scores]) -> tuple[float, ...]:
    """Add what the form of a name says and what its mentions say on average."""
    if len(contexts) == 1:
        return tuple(map(add, form, contexts[0]))
    return tuple(map(add, form, [sum(column) / len(contexts) for column in zip(*contexts, strict=True)]))


def add_tells(scores: tuple[float, ...], tells: set[str]) -> tuple[float, ...]:
    """Add what one mention shows for all of them."""
    return tuple(score + _TELLING * (kind in tells) for score, kind in zip(scores, _KINDS, strict=True))


def _named_countries(surfaces: Iterable[str], gazetteer: Mapping[str, Known]) -> set[str | None]:
    known = map(gazetteer.get, surfaces)
    return {each.country for each in known if each is not None and each.kb_id.startswith("iso:")}


def _certain(
    surface: str, known: Known | None, owners: set[str], homes: set[str | None], lexicons: Lexicons
) -> str | None:
    """The type of what cannot be mistaken: a surname, a people (Central Americans), a firm, a country that is no name.

    Nor can the capital of a country that the text names.
    """
    if surface in owners and not (known and known.weight > _CITY):
        return "PERSON"
    if known is None:
        stem, _, last = surface.rpartition(" ")
        if stem and last in lexicons.suffixes:
            return "ORG"
        tail = lexicons.gazetteer.get(last) if stem and surface[-1] == "s" else None
        return "NORP" if tail and tail.entity_type == "NORP" else None
    source = known.kb_id.partition(":")[0]
    is_country = source == "iso" and "-" not in known.kb_id and surface not in lexicons.given_names
    is_full = source in _ALONE or (" " in surface and source not in _AMBIGUOUS)
    is_full = is_full or (known.is_capital and known.country in homes) or (source == "city" and surface.count(" ") > 1)
    return known.entity_type if known.entity_type == "NORP" or is_country or is_full else None


def _personal(words: Words, name: Name, surface: str, known: Known | None) -> str | None:
    """A person widely known, with a nickname or lower case behind a hyphen: `Harka Min-seo`; a ship by its letters."""
    if " " not in surface:
        return None
    if words.text[name.first] in _SHIPS:
        return "PRODUCT"
    if known is None and (surface in read_people() or (name.rule == "joined" and '"' in surface)):
        return "PERSON"
    text, last = words.text, name.last
    is_hyphened = last - name.first > 3 and text[last - 2] == "-" and text[last - 1].islower()
    return "PERSON" if is_hyphened and text[name.first].isalpha() else None


def _by_evidence(
    words: Words, surface: str, group: Sequence[Name], scores: tuple[float, ...], tells: set[str]
) -> str | None:
    """The type by the weights, where they do not take for a person what is `which`; else by what alone shows one."""
    kind = _decide(surface, group, add_tells(scores, tells), read_lexicons())
    if kind is None:
        alone = next(iter(tells)) if len(tells) == 1 else None
        return _body(words, surface, group) or alone or ("ORG" if _is_which(words, group) else None)
    return "ORG" if kind == "PERSON" and _is_which(words, group) else kind


def _decide(surface: str, group: Sequence[Name], scores: tuple[float, ...], lexicons: Lexicons) -> str | None:
    best, known = _best(scores), lexicons.gazetteer.get(surface)
    if best == 0 or (best == 2 and scores[2] - scores[0] < _MARGIN and _looks_personal(surface, group, lexicons)):
        return "PERSON"
    if best == 1:
        return "ORG"
    labels = Counter(_MODEL_TYPES.get(name.label, name.label) for name in group if name.label)
    if best == 2 and known is None and _MODEL_NUMBER.search(surface):
        return "PRODUCT"
    if best == 2:
        return _place(surface, labels, known.entity_type if known else None, lexicons)
    if known and known.entity_type not in _PLACES and known.kb_id[:3] != "iso":
        return known.entity_type
    parts = surface.split(" ")
    may_be_person = labels.keys() == _PERSON or (not labels and len(parts) > 1)
    if may_be_person and lexicons.given_names.get(parts[0]) and parts[-1] not in lexicons.keywords:
        return "PERSON"
    if labels and surface in read_surnames() and known is None and surface not in lexicons.titles:
        return "PERSON"
    keyword = lexicons.keywords.get(parts[-1]) if len(parts) > 1 else None
    rest = [(count, kind) for kind, count in labels.items() if kind in _REST]
    if not rest or (keyword == "ORG" and max(rest)[1] == "WORK"):  # `the Wilmot Growers' League`
        return keyword
    return max(rest)[1]


def _body(words: Words, surface: str, group: Sequence[Name]) -> str | None:
    """The type of what nothing else tells of: firms of several names, and acronyms with an article: the WTBC said."""
    if " & " in surface and any(name.label == "ORG" for name in group):
        return "ORG"
    token = words.text[group[0].first]
    if " " in surface or not (token.isalpha() and token.isupper() and len(token) in _LETTERS):
        return None
    is_body = any(words.lower[at - 1] == "the" and words.dep[at] != "compound" for at, *_ in group)
    behind = (word for _, last, *_ in group for word in words.lower[last : last + 1])
    return "ORG" if is_body or any(map(is_one_person, behind)) else None


def _best(scores: tuple[float, ...]) -> int:
    """Place of the first highest score; that of neither is put in doubt."""
    top = (*scores[:3], scores[3] - _DOUBT)
    return top.index(max(top))


def _looks_personal(surface: str, group: Sequence[Name], lexicons: Lexicons) -> bool:
    """A name of two words or more that the model takes for a person's throughout, and the gazetteer does not know."""
    if " " not in surface or surface in lexicons.gazetteer or surface.rsplit(" ", 1)[-1] in lexicons.keywords:
        return False
    return all(name.label == "PERSON" for name in group)


def _place(surface: str, labels: Counter[str], known: str | None, lexicons: Lexicons) -> str:
    if known in _PLACES:
        return known
    parts = surface.split(" ")
    for word in (parts[-1], parts[0]):
        keyword = lexicons.keywords.get(word)
        if keyword in _PLACES:
            return keyword
    return max(_PLACES, key=lambda kind: (labels[kind], kind == "GPE", kind))
