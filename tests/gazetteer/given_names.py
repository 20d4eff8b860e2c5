"""given_names.csv: given names with the gender that they tell.

`python -m tests.gazetteer.given_names pantheon.tsv common-forenames-by-country.csv gum_other.train.jsonl.gz` adds
given names of the people of doi:10.7910/DVN/28201 and of github sigpwned/popular-names-by-country-dataset to the table.
A name is left out that GUM (github amir-zeldes/gum) has as a word in lower case, that another table has, or a month.
"""

import calendar
import csv
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.gazetteer.people import is_modern
from tests.gazetteer.tables import read_rows, write_rows

COMMENTS = (
    "Given names with the gender they tell (empty: both or unsure). Common ones compiled for Onrecord, Apache-2.0;",
    "the others are facts from Pantheon 1.0 (Yu, Ronen, Hu, Lu, Hidalgo 2016, doi:10.1038/sdata.2015.75, CC BY 4.0;",
    "data doi:10.7910/DVN/28201) and from the Popular Names by Country Dataset (github",
    "sigpwned/popular-names-by-country-dataset, CC0-1.0), added by tests/gazetteer/given_names.py",
)
SURE = 0.9
OTHER_TABLES = ("honorifics", "keywords", "title_words", "regions", "cities", "city_names", "country_names", "nouns")
_NAME = re.compile(r"[a-z\u00df-\u017f]{3,}(?:-[a-z\u00df-\u017f]+)*")
_GENDERS = {"M": "male", "F": "female"}


def write_given_names(people: Path, forenames: Path, corpus: Path) -> None:
    """Add the names of both sources to the table."""
    genders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, gender in (*_read_people(people), *_read_forenames(forenames)):
        genders[name][gender] += 1
    rows = {row["name"]: row for row in read_rows("given_names")}
    for name in sorted(genders.keys() - rows.keys() - _find_words(corpus)):
        rows[name] = {"name": name, "gender": _choose(genders[name]), "example": f"{name.title()} Wilmotson agreed."}
    write_rows("given_names", COMMENTS, [rows[name] for name in sorted(rows)])


def _choose(found: Counter[str]) -> str:
    [(gender, count)] = found.most_common(1)
    return gender if count >= SURE * found.total() else ""


def _read_people(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for person in csv.DictReader(file, delimiter="\t"):
            names = person["name"].casefold().split()
            if len(names) > 1 and is_modern(person) and _NAME.fullmatch(names[0]):
                yield names[0], person["gender"].lower()


def _read_forenames(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            spellings = f"{row['Localized Name']}/{row['Romanized Name']}".casefold().split("/")
            for name in sorted({spelling.strip() for spelling in spellings}):
                if _NAME.fullmatch(name) and row["Gender"] in _GENDERS:
                    yield name, _GENDERS[row["Gender"]]


def _find_words(corpus: Path) -> set[str]:
    """What is no name for sure."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        found = {word for line in lines for word in re.findall(r"(?<!\w)[a-z]{3,}(?!\w)", line)}
    found.update(month.casefold() for month in calendar.month_name)
    for table in OTHER_TABLES:
        found.update(row.get("name", next(iter(row.values()))).casefold() for row in read_rows(table))
    return found


if __name__ == "__main__":
    write_given_names(*map(Path, sys.argv[1:4]))
