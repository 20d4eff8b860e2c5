"""The gazetteer: names of countries, cities, regions and bodies that need no context."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

from tasks.language.lexicon import read_lexicon

_APART = re.compile(r"('s\b|'(?= |$)|(?<=[^\W\d_])-(?=[^\W\d_])|[,!])")  # marks that are tokens of their own


_LAST_EDITION = 2036
_LETTERS = 5  # of an acronym that may be written with dots
_SHORTEST = 4  # letters of an acronym that is no other word
_TELLING = {"iso:": 5, "gov:": 5, "city": 3}  # how much a name tells of its country, by the source of its id
_EVERYWHERE = frozenset({"army", "navy", "national guard", "ministry of defence", "national security council"})


class Location(NamedTuple):
    """Where a city is, or the capital of a country; `geonames_id` is that of the city or country itself."""

    latitude: float | None
    longitude: float | None
    geonames_id: int | None


_NOWHERE = Location(None, None, None)


class Known(NamedTuple):
    """What a name names; `weight` says how sure the name alone makes it, `country` is an ISO 3166-1 alpha-3 code."""

    kb_id: str
    entity_type: str
    name: str
    country: str | None
    wikipedia_title: str | None
    weight: float
    is_capital: bool = False
    location: Location = _NOWHERE


def is_country(known: Known) -> bool:
    """Whether an entry is a country, not one of its regions."""
    return known.kb_id.startswith("iso:") and "-" not in known.kb_id


@cache
def read_gazetteer() -> dict[str, Known]:
    """Entries by case-folded name, the first file decides; each name in all its spellings, as text and as tokens."""
    found: dict[str, Known] = {}
    for name, entry in (*_countries(), *_organisations(), *_groups(), *_regions(), *_cities(), *_editions()):
        for spelling in dict.fromkeys(_spellings(name)):
            found.setdefault(spelling, entry)
            found.setdefault(_in_tokens(spelling), entry)
    return found


def _spellings(name: str) -> Iterator[str]:
    """Yield a name case-folded, in British spelling, with dots (G.O.P.), with fewer (US Army, U.S Army) and in full."""
    if name.isalpha() and name.isupper() and 1 < len(name) <= _LETTERS:
        yield ".".join(name.casefold())
        yield ".".join(name.casefold()) + "."
    name = name.casefold()
    yield name
    yield name.replace("ization", "isation").replace("defense", "defence")
    if name.startswith("united states "):
        name = name.replace("united states ", "u.s. ", 1)
        yield name
    yield name.replace("u.s. ", "united states ")
    yield name.replace("u.s.", "us")
    yield name.replace("u.s.", "u.s")


def _in_tokens(name: str) -> str:
    return " ".join(_APART.sub(r" \1 ", name).split())


@cache
def read_local_names() -> dict[str, dict[str, str]]:
    """Case-folded full names of what a short name (case folded) stands for, by country (alpha-3)."""
    rows = (*read_lexicon("entities", "organisations"), *read_lexicon("entities", "regions"))
    names = {row["kb_id"]: row["name"].casefold() for row in rows}
    found: dict[str, dict[str, str]] = {}
    for row in read_lexicon("entities", "local_names"):
        found.setdefault(row["name"].casefold(), {})[read_alpha3()[row["country"]]] = names[row["kb_id"]]
    return found


class Person(NamedTuple):
    """A widely known person; the title is that of the page in the English Wikipedia."""

    name: str
    title: str


@cache
def read_people() -> dict[str, Person]:
    """Widely known people by case-folded name, also without accents."""
    people = {row["name"].casefold(): Person(row["name"], row["name"]) for row in read_lexicon("entities", "people")}
    for row in read_lexicon("entities", "person_names"):
        person = Person(row["name"], row["wikipedia_title"] or row["name"])
        people.update((name.casefold(), person) for name in (person.name, *_split(row["other_names"])))
    people = {_without_accents(name): person for name, person in people.items()} | people
    return {_in_tokens(name): person for name, person in people.items()} | people


@cache
def read_surnames() -> frozenset[str]:
    """Last words of the names of widely known people, case folded."""
    return frozenset(name.rpartition(" ")[2] for name in read_people() if " " in name)


def _without_accents(name: str) -> str:
    return "".join(letter for letter in normalize("NFKD", name) if not combining(letter))


@cache
def read_homes() -> dict[str, str]:
    """Country (alpha-3) by short name of a body, the one listed first: House, Duma, but not Army."""
    return {name: next(iter(bodies)) for name, bodies in read_local_names().items() if name not in _EVERYWHERE}


@cache
def read_country_names() -> dict[str, str]:
    """Short name of a country by alpha-3 code."""
    return {row["iso3"]: row["name"] for row in read_lexicon("entities", "countries")}


@cache
def read_alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-3 code by alpha-2 code."""
    return {row["iso2"]: row["iso3"] for row in read_lexicon("entities", "countries")}


def count_countries(names: Iterable[str]) -> Counter[str]:
    """How often names name a country (alpha-3): its people and government tell most, its cities more than bodies.

    A body whose name others have too tells nothing.
    """
    gazetteer, found = read_gazetteer(), Counter[str]()
    told = Counter(map(str.casefold, names))
    for name in told.keys() & gazetteer.keys():
        known = gazetteer[name]
        if known.country and not shares_its_name(known):
            found[known.country] += _TELLING.get(known.kb_id[:4], 2) * told[name]
    return found


def main_country(counts: Counter[str]) -> str | None:
    """The country that is named most often."""
    return max(counts, key=lambda code: (counts[code], code)) if counts else None


@lru_cache(maxsize=1 << 12)
def shares_its_name(known: Known) -> bool:
    """Whether bodies of other countries have the name too, so that the title of the page ends in the country."""
    _, _, place = (known.wikipedia_title or "").partition(" (")
    home = read_gazetteer().get(place.rstrip(")").casefold()) if place else None
    return home is not None and home.country == known.country and known.kb_id.startswith("org:")


@cache
def read_acronyms() -> dict[str, str]:
    """Bodies that go by their letters, whatever part of speech the parse gives them: `the bloc ECOWAS condemned`."""
    known = (each.name for each in read_gazetteer().values() if each.entity_type == "ORG")
    return {name: "ORG" for name in known if name.isupper() and name.isalpha() and len(name) >= _SHORTEST} | {
        "WHO": "ORG"
    }


def _countries() -> Iterator[tuple[str, Known]]:
    for row in read_lexicon("entities", "countries"):
        country = Known(f"iso:{row['iso2']}", "GPE", row["name"], row["iso3"], row["wikipedia_title"], 8)
        country = country._replace(location=_to_location(row))
        for name in (row["name"], *_split(row["other_names"])):
            yield name, country
        for name in _split(row["demonyms"]):
            yield name, country._replace(entity_type="NORP")
        government = Known(f"gov:{row['iso2']}", "ORG", government_of(row["name"]), row["iso3"], None, 8)
        for name in (government.name, *_split(row["seats"])):
            yield name, government


def government_of(country: str) -> str:
    """Name of a government, by the short name of its country."""
    return f"government of {country}"


def _organisations() -> Iterator[tuple[str, Known]]:
    for row in (*read_lexicon("entities", "organisations"), *read_lexicon("entities", "things")):
        country = read_alpha3().get(row["country"])
        body = Known(row["kb_id"], row["entity_type"], row["name"], country, row["wikipedia_title"], 8)
        for name in (row["name"], *_split(row["other_names"])):
            yield name, body


def _editions() -> Iterator[tuple[str, Known]]:
    """What takes place again and again has an entry for every year: 2010 FIFA World Cup."""
    for row in read_lexicon("entities", "things"):
        names, alpha3 = (row["name"], *_split(row["other_names"])), read_alpha3().get(row["country"])
        for year in range(int(row["since"]), _LAST_EDITION + 1) if row["since"] else ():
            full = f"{year} {row['name'].removeprefix('The ')}"
            edition = Known(f"{row['kb_id']}-{year}", row["entity_type"], full, alpha3, full, 8)
            yield from ((f"{year} {name}", edition) for name in names)


def _groups() -> Iterator[tuple[str, Known]]:
    for row in read_lexicon("entities", "groups"):
        group = Known(row["kb_id"], "NORP", row["name"], None, None, 6)
        for name in (row["name"], *_split(row["other_names"])):
            yield name, group


def _regions() -> Iterator[tuple[str, Known]]:
    for row in read_lexicon("entities", "regions"):
        country = read_alpha3().get(row["country"])
        region = Known(row["kb_id"], row["entity_type"], row["name"], country, row["wikipedia_title"], 5)
        for name in (row["name"], *_split(row["other_names"])):
            yield name, region
        for name in _split(row["demonyms"]):
            yield name, region._replace(entity_type="NORP")


def _cities() -> Iterator[tuple[str, Known]]:
    for row in read_lexicon("entities", "cities"):
        weight = 4 if row["is_capital"] else 2.5
        city = Known(row["kb_id"], "GPE", row["name"], read_alpha3()[row["country"]], row["wikipedia_title"], weight)
        city = city._replace(is_capital=bool(row["is_capital"]), location=_to_location(row))
        for name in (row["name"], *_split(row["other_names"])):
            yield name, city


def _to_location(row: Mapping[str, str]) -> Location:
    latitude, longitude, geonames_id = row["latitude"], row["longitude"], row["geonames_id"]
    return Location(
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        int(geonames_id) if geonames_id else None,
    )


def _split(names: str) -> list[str]:
    return [name for name in names.split(";") if name]
