"""`python -m tests.gazetteer` makes cities.csv and countries.csv again."""

from tests.gazetteer.cities import write_cities
from tests.gazetteer.countries import write_countries

if __name__ == "__main__":
    write_countries()
    write_cities()
