"""people.csv: names of widely known people, from Pantheon 1.0.

`python -m tests.gazetteer.people pantheon.tsv` makes it from the file of doi:10.7910/DVN/28201.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from tests.gazetteer.tables import write_rows

COMMENTS = (
    "People born since 1700 of whom at least 25 language editions of Wikipedia tell, by the title of the English one:",
    "facts from Pantheon 1.0 (Yu, Ronen, Hu, Lu, Hidalgo 2016, doi:10.1038/sdata.2015.75, CC BY 4.0; data",
    "doi:10.7910/DVN/28201), made by tests/gazetteer/people.py; no offices, which change hands",
)
BORN_SINCE = 1700


def write_people(path: Path) -> None:
    """Write the table; a name that two of them have, or that is one word, names nobody for sure."""
    with path.open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file, delimiter="\t"))
    counts = Counter(person["name"].casefold() for person in people)
    names = sorted(person["name"] for person in people if is_modern(person) and " " in person["name"])
    rows = [{"name": name, "example": f"They wrote to {name}."} for name in names if counts[name.casefold()] == 1]
    write_rows("people", COMMENTS, list(rows))


def is_modern(person: dict[str, str]) -> bool:
    """Whether somebody was born when surnames were common."""
    year = person["birthyear"]
    return year.isdigit() and int(year) >= BORN_SINCE


if __name__ == "__main__":
    write_people(Path(sys.argv[1]))
