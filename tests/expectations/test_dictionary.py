from pathlib import Path

from expectations.dictionary import to_dictionary
from expectations.rules import read_rules
from expectations.tables import TABLES

DICTIONARY = Path(__file__).parents[2] / "data" / "DICTIONARY.md"


def test_the_dictionary_is_up_to_date() -> None:
    assert DICTIONARY.read_text("utf-8") == to_dictionary(), (
        "run: python -m expectations.dictionary > data/DICTIONARY.md"
    )


def test_every_column_and_rule_is_in_it() -> None:
    dictionary = to_dictionary()
    for table in TABLES.values():
        section = dictionary.split(f"## {table.name}\n")[1].split("\n## ")[0]
        assert all(f"\n| {column.name} | " in section for column in table.columns)
        assert all(f"(`{rule.name}`, {rule.severity})" in section for rule in read_rules().get(table.name, ()))
