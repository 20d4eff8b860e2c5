"""Which entity a chain names."""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from expectations.rows import row_id
from tasks.coreference.named import normal
from tasks.coreference.records import Chain
from tasks.entities.gazetteer import (
    Known,
    Person,
    count_countries,
    government_of,
    is_country,
    main_country,
    read_country_names,
    read_gazetteer,
    read_homes,
    read_local_names,
    read_people,
    shares_its_name,
)
from tasks.entities.lexicons import Lexicons, read_lexicons, read_stems
from tasks.entities.records import Entity, Mention

_SEATED = {"city:brussels-be": "european union"}  # where the text does not tell of Belgium
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})


def resolve_entities(doc_id: str, chains: Sequence[Chain], mentions: Sequence[Mention]) -> list[Entity | None]:
    """Give every named chain its entity, in the order of the chains; None for what is never named.

    What the gazetteer knows, a full personal name and the name of a body or place have the same id in every document;
    a lone surname and a body that is only called by what it is (Foreign Ministry) stay within the document. A demonym
    points to its country or region.
    """
    counts = count_countries([mention.text for mention in mentions if mention.form == "name"])
    setting = _Setting(counts.keys(), main_country(counts))
    return [_entity(doc_id, chain, mentions, setting) for chain in chains]


class _Setting(NamedTuple):
    """The countries (alpha-3) that a document names, and the one that it is about."""

    countries: Set[str]
    main: str | None


def _entity(doc_id: str, chain: Chain, mentions: Sequence[Mention], setting: _Setting) -> Entity | None:
    if chain.name is None or chain.entity_type is None:
        return None
    known = _known(chain, mentions, setting)
    if mentions[chain.mentions[0]].rule == "nested" and not _is_told_of(chain, mentions, known):
        return None
    if known:
        return _of_gazetteer(known)
    person = _widely_known(chain, mentions) if chain.entity_type == "PERSON" else None
    if person:
        whole = _read_name(person.name, "PERSON").whole
        return Entity(_id_everywhere("PERSON", whole), "PERSON", person.name, None, person.title, chain.country)
    return _unknown(doc_id, chain, chain.name, chain.entity_type, setting.main)


def _is_told_of(chain: Chain, mentions: Sequence[Mention], known: Known | None) -> bool:
    """Whether a chain is named on its own, not only inside other names: no text on a university tells of its city."""
    if known and is_country(known):
        return True
    return any(mentions[index].form == "name" and mentions[index].rule != "nested" for index in chain.mentions)


@lru_cache(maxsize=1 << 14)
def _of_gazetteer(known: Known) -> Entity:
    key = row_id("ent", "", known.kb_id, known.entity_type)
    return Entity(key, known.entity_type, known.name, known.kb_id, known.wikipedia_title, known.country)


def _unknown(doc_id: str, chain: Chain, name: str, kind: str, main: str | None) -> Entity:
    """What the gazetteer does not have: a common name belongs to its country, else to the document."""
    reading = _read_name(name, kind)
    country = reading.country or (main if reading.is_shared else chain.country)
    if not (reading.is_common or reading.is_shared):
        return Entity(_id_everywhere(kind, reading.whole), kind, name, None, None, chain.country)
    if kind == "PERSON" or country is None:
        return Entity(row_id("ent", doc_id, kind, reading.bare), kind, name, None, None, chain.country)
    return Entity(_id_everywhere(kind, country, reading.bare), kind, _with_country(name, country), None, None, country)


class _Reading(NamedTuple):
    """What identifies by a name: all of it, and what is left without its country, which may be a common name.

    A shared name is one that bodies of several countries have.
    """

    whole: str
    bare: str
    country: str | None
    is_common: bool
    is_shared: bool


@lru_cache(maxsize=1 << 14)
def _read_name(name: str, kind: str) -> _Reading:
    lexicons, whole = read_lexicons(), _identifying(name.casefold().split(), kind)
    bare, country = _without_country(whole, lexicons)
    known = lexicons.gazetteer.get(" ".join(whole))
    is_shared = known is not None and shares_its_name(known)
    return _Reading(" ".join(whole), " ".join(bare), country, _is_common(bare, kind, lexicons), is_shared)


@lru_cache(maxsize=1 << 14)
def _id_everywhere(*identity: str) -> str:
    return row_id("ent", "", *identity)


def _without_country(words: list[str], lexicons: Lexicons) -> tuple[list[str], str | None]:
    """Take the country off the front: Russian Foreign Ministry."""
    for width in (2, 1):
        known = lexicons.gazetteer.get(" ".join(words[:width])) if len(words) > width else None
        if known and known.country and is_country(known):
            return words[width:], known.country
    return words, None


def _with_country(name: str, country: str) -> str:
    """`Foreign Ministry of Russia`, unless the name says the country itself."""
    parts = name.split()
    gazetteer = read_gazetteer()
    if any(entry and entry.country == country for entry in (gazetteer.get(part.casefold()) for part in parts)):
        return name
    return f"{name} of {read_country_names()[country]}"


def _names(country: str, mentions: Sequence[Mention]) -> bool:
    """Whether a document tells of a country, or of its people."""
    known = (read_gazetteer().get(normal(mention.text)) for mention in mentions if mention.form == "name")
    return any(each is not None and each.name == country for each in known)


def _known(chain: Chain, mentions: Sequence[Mention], setting: _Setting) -> Known | None:
    """The entry of the gazetteer that a name of the chain has, the longest name first.

    A name that bodies of several countries have stands for one whose country the document names.
    """
    gazetteer, surfaces = read_gazetteer(), _surfaces(chain, mentions)
    for surface in surfaces:
        full = _local_body(surface, chain.country or setting.main, setting.countries)
        if full and surface != surfaces[0] and _is_regional(surfaces[0], gazetteer):
            return None
        known = gazetteer.get(full or surface) or _without_suffix(surface, gazetteer)
        if known and known.entity_type == "NORP":
            return gazetteer.get(known.name.casefold(), known)
        if known and known.is_capital and known.country and chain.entity_type == "ORG":
            country = read_country_names()[known.country]
            seated = _SEATED.get(known.kb_id)
            seated = None if seated and _names(country, mentions) else seated
            return gazetteer[seated or government_of(country).casefold()]
        if known and (full or (_fits(known, chain.entity_type) and _may_be_meant(known, setting))):
            return known
    return None


def _local_body(surface: str, country: str | None, named: Set[str]) -> str | None:
    """The body that a short name has in a country, else the only one of the name if its country is named at all."""
    bodies = read_local_names().get(surface)
    if not bodies:
        return None
    home = read_homes().get(surface, "") if len(bodies) == 1 else ""
    return bodies.get(country or "") or (bodies[home] if home in named else None)


def _is_regional(name: str, gazetteer: Mapping[str, Known]) -> bool:
    """Whether a name opens with a place that is no country: `alaska supreme court`."""
    parts = name.split(" ")
    places = (gazetteer.get(" ".join(parts[:width])) for width in (2, 1))
    return any(each and each.entity_type == "GPE" and not is_country(each) for each in places)


def _may_be_meant(known: Known, setting: _Setting) -> bool:
    return not setting.countries or known.country in setting.countries or not shares_its_name(known)


def _widely_known(chain: Chain, mentions: Sequence[Mention]) -> Person | None:
    """Whom a full name of the chain names wherever it stands."""
    people, full = read_people(), [each for each in _surfaces(chain, mentions) if " " in each]
    return next((people[name] for each in full for name in (each, _whole(each)) if name in people), None)


def _whole(name: str) -> str:
    """What identifies by a personal name: Donald J. Trump is Donald Trump."""
    return _read_name(name, "PERSON").whole


def _surfaces(chain: Chain, mentions: Sequence[Mention]) -> list[str]:
    """The names of a chain as look-ups read them, the longest first."""
    if len(chain.mentions) == 1:
        return [normal(mentions[chain.mentions[0]].text)]
    named = {mentions[index].text for index in chain.mentions if mentions[index].form == "name"}
    return [normal(each) for each in (sorted(named, key=lambda each: (-len(each), each)) if len(named) > 1 else named)]


def _fits(known: Known, kind: str | None) -> bool:
    """Whether an entry may be what a chain of this type names; the team of a country points to the country."""
    if known.entity_type == kind:
        return True
    return kind not in {"PERSON", "NORP"} and (known.kb_id.startswith(("iso:", "org:")) or kind == "ORG")


def _without_suffix(surface: str, gazetteer: Mapping[str, Known]) -> Known | None:
    """The body that has the name without its last words: `microsoft corp.`, no place as of `wilmot group`."""
    known = next(filter(None, map(gazetteer.get, read_stems(surface))), None)
    return known if known and known.entity_type not in _PLACES else None


def _identifying(words: list[str], kind: str) -> list[str]:
    """The words of a name that identify: a person's middle initial does not, several do."""
    inner = [word for word in words[1:-1] if len(word.rstrip(".")) == 1]
    return [word for word in words if word not in inner] if kind == "PERSON" and len(inner) == 1 else words


def _is_common(words: Sequence[str], kind: str, lexicons: Lexicons) -> bool:
    """A lone surname, or a body called by common words only."""
    if kind == "PERSON":
        return len(words) == 1
    common = (lexicons.keywords, lexicons.nouns, lexicons.titles, lexicons.honorifics)
    return kind in {"ORG", "FAC", "LOC", "GPE"} and all(any(word in each for each in common) for word in words)
