"""One type per name and document: what the model, the words around and the full name say together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from tasks.entities.evidence import Context, features_of, read_context, read_form
from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.metonyms import stands_for_government
from tasks.entities.names import Name, names_by_surface
from tasks.language.words import Words

Scores = tuple[float, float, float, float]

_EVEN: Scores = (0.0, 0.0, 0.0, 0.0)
_MODEL_TYPES = {"WORK_OF_ART": "WORK"}
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_REST = frozenset({"NORP", "EVENT", "WORK", "LAW", "PRODUCT"})
_DOUBT = 1.0
_AMBIGUOUS = frozenset({"city", "loc", "iso"})
_SPORT = 0.008  # share of the words
_WHERE = frozenset({"in", "from", "near", "across"})
_MARGIN = 1.5
_CITY = 4  # the weight up to which a surname of the document is stronger than a place


def resolve_types(words: Words, names: Sequence[Name], lexicons: Lexicons) -> list[str | None]:
    """Return the entity type of every name, None for what is no name of a type in the vocabulary.

    Names of one surface share their type, and a surname has that of the full name.
    """
    groups = names_by_surface(words, names)
    is_sport = is_sports_report(words, lexicons)
    owners = full_names(groups, names, lexicons)
    types: list[str | None] = [None] * len(names)
    for surface, indexes in groups.items():
        group = [names[index] for index in indexes]
        kind = _certain(surface, owners, lexicons)
        if kind is None:
            form = _weigh_form(surface, words.text[group[0].first], surface.rpartition(" ")[2] in owners)
            contexts = [_weigh_context(read_context(words, name, lexicons)) for name in group]
            kind = _decide(surface, group, add_mean(form, contexts), lexicons)
        if kind == "GPE" and is_sport and _is_team(words, surface, group, lexicons):
            kind = "ORG"
        known = lexicons.gazetteer.get(surface) if kind == "GPE" else None
        for index in indexes:
            is_government = known is not None and stands_for_government(words, names[index], known)
            types[index] = "ORG" if is_government else kind
    return types


def is_sports_report(words: Words, lexicons: Lexicons) -> bool:
    """Whether the words of sport are as frequent as only reports of matches have them."""
    return sum(map(lexicons.sports.__contains__, words.lower)) > _SPORT * len(words.lower)


def _is_team(words: Words, surface: str, group: Sequence[Name], lexicons: Lexicons) -> bool:
    """A country that is mostly not where something happens: in a report of a match it is its team."""
    known = lexicons.gazetteer.get(surface)
    if known is None or not known.kb_id.startswith("iso:"):
        return False
    places = sum(words.lower[name.first - 1] in _WHERE for name in group if name.first)
    return places * 3 < len(group)


def full_names(groups: Mapping[str, list[int]], names: Sequence[Name], lexicons: Lexicons) -> set[str]:
    """Last words of the names of two words or more that look like those of people."""
    found = set()
    for surface, indexes in groups.items():
        if " " not in surface:
            continue
        parts = surface.split(" ")
        is_person = sum(names[index].label == "PERSON" for index in indexes) * 2 > len(indexes)
        if (is_person or parts[0] in lexicons.given_names) and parts[-1] not in lexicons.keywords:
            found.add(parts[-1])
    return found


@lru_cache(maxsize=1 << 14)
def _weigh_form(surface: str, token: str, is_surname: bool) -> Scores:
    return weigh(read_form(surface, token, is_surname), read_lexicons().weights)


@lru_cache(maxsize=1 << 14)
def _weigh_context(context: Context) -> Scores:
    lexicons = read_lexicons()
    return weigh(features_of(context, lexicons), lexicons.weights)


def weigh(features: Iterable[str], weights: Mapping[str, Scores]) -> Scores:
    """Add the weights of the features for PERSON, ORG, place and neither."""
    rows = [weights[feature] for feature in features if feature in weights]
    person, body, place, other = (sum(column) for column in zip(*rows, strict=True)) if rows else _EVEN
    return person, body, place, other


def add_mean(form: Scores, contexts: Sequence[Scores]) -> Scores:
    """Add what the form of a name says and what its mentions say on average."""
    if len(contexts) == 1:
        count, (person, body, place, other) = 1, contexts[0]
    else:
        count = len(contexts)
        person, body, place, other = (sum(column) for column in zip(*contexts, strict=True))
    return form[0] + person / count, form[1] + body / count, form[2] + place / count, form[3] + other / count


def _certain(surface: str, owners: set[str], lexicons: Lexicons) -> str | None:
    """The type of what cannot be mistaken: a surname, a people, a country that is no name of a person."""
    known = lexicons.gazetteer.get(surface)
    if surface in owners and not (known and known.weight > _CITY):
        return "PERSON"
    if known is None:
        return None
    source = known.kb_id.partition(":")[0]
    is_country = source == "iso" and "-" not in known.kb_id and surface not in lexicons.given_names
    is_full = " " in surface and source not in _AMBIGUOUS
    return known.entity_type if known.entity_type == "NORP" or is_country or is_full else None


def _decide(surface: str, group: Sequence[Name], scores: tuple[float, ...], lexicons: Lexicons) -> str | None:
    best = _best(scores)
    if best == 0 or (best == 2 and scores[2] - scores[0] < _MARGIN and _looks_personal(surface, group, lexicons)):
        return "PERSON"
    if best == 1:
        return "ORG"
    labels = Counter(_MODEL_TYPES.get(name.label, name.label) for name in group if name.label)
    known = lexicons.gazetteer.get(surface)
    if best == 2:
        return _place(surface, labels, known.entity_type if known else None, lexicons)
    if known and known.entity_type not in _PLACES and known.kb_id[:3] != "iso":
        return known.entity_type
    parts = surface.split(" ")
    if not labels and len(parts) > 1 and lexicons.given_names.get(parts[0]) and parts[-1] not in lexicons.keywords:
        return "PERSON"
    rest = [(count, kind) for kind, count in labels.items() if kind in _REST]
    if rest:
        return max(rest)[1]
    return lexicons.keywords.get(parts[-1]) if len(parts) > 1 else None


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
    keyword = lexicons.keywords.get(surface.rsplit(" ", 1)[-1])
    if keyword in _PLACES:
        return keyword
    return max(_PLACES, key=lambda kind: (labels[kind], kind == "GPE", kind))
