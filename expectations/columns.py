"""What a column is: its kind, whether it may be null, and what its values mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

import yaml

Kind = Literal["text", "offset", "count", "number", "flag", "date", "instant", "texts", "spans"]
Owner = Literal["document", "dataset", "run", "person"]


@dataclass(frozen=True)
class Column:
    """One column.

    kind        text, offset (code point, >= 0), count (integer >= 0), number, flag, date, instant (UTC),
                texts (list of text), spans (list of start and end, sorted and disjoint)
    required    never null
    vocabulary  name for `read_vocabulary`, which holds every allowed value
    references  `table.column` that holds every value of this one
    low, high   bounds, both inclusive
    pattern     regular expression that the whole value matches
    slices      (start column, end column): the value is documents.text[start:end]
    is_key      identifies the row
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    vocabulary: str | None = None
    references: str | None = None
    low: float | None = None
    high: float | None = None
    pattern: str | None = None
    slices: tuple[str, str] | None = None
    is_key: bool = False


@dataclass(frozen=True)
class Table:
    """One table.

    row         what one row stands for
    owner       document: rows are replaced with their document; dataset: computed from all documents of the version;
                run: appended by the run that published; person: added by a command, kept by every run
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    owner: Owner = "document"

    @property
    def key(self) -> str:
        """Name of the column that identifies a row."""
        return next(column.name for column in self.columns if column.is_key)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if the table has none."""
        return {column.name: column for column in self.columns}[name]


def table(name: str, row: str, *columns: Column, owner: Owner = "document") -> Table:
    """A table of these columns."""
    return Table(name, row, columns, owner)


def key(name: str, meaning: str) -> Column:
    """The text column that identifies a row."""
    return Column(name, "text", meaning, required=True, is_key=True)


def text(
    name: str, meaning: str, *, required: bool = False, vocabulary: str | None = None, pattern: str | None = None
) -> Column:
    """A text column, closed when a vocabulary is given."""
    return Column(name, "text", meaning, required, vocabulary, pattern=pattern)


def country(whose: str) -> Column:
    """A country by its ISO 3166-1 alpha-3 code."""
    return text("country", f"ISO 3166-1 alpha-3 code of {whose}", pattern=r"[A-Z]{3}")


def digest(name: str, meaning: str, *, required: bool = False) -> Column:
    """A sha256 in hexadecimal."""
    return text(name, meaning, required=required, pattern=r"[0-9a-f]{64}")


def reference(name: str, to: str, meaning: str, *, required: bool = False) -> Column:
    """A text column that holds a value of `table.column`."""
    return Column(name, "text", meaning, required, references=to)


def offset(name: str, meaning: str, *, required: bool = False) -> Column:
    """A code-point offset into documents.text; ends are exclusive."""
    return Column(name, "offset", meaning, required, low=0)


def count(name: str, meaning: str, *, required: bool = False) -> Column:
    """A whole number, zero or more."""
    return Column(name, "count", meaning, required, low=0)


def number(name: str, meaning: str, low: float, high: float | None = None, *, required: bool = False) -> Column:
    """A real number between two bounds, or from a bound upwards."""
    return Column(name, "number", meaning, required, low=low, high=high)


def flag(name: str, meaning: str) -> Column:
    """True or false, never null."""
    return Column(name, "flag", meaning, required=True)


def date(name: str, meaning: str) -> Column:
    """A calendar day."""
    return Column(name, "date", meaning)


def instant(name: str, meaning: str, *, required: bool = False) -> Column:
    """A moment in UTC."""
    return Column(name, "instant", meaning, required)


def texts(name: str, meaning: str, *, vocabulary: str | None = None) -> Column:
    """A list of texts, empty when there is none."""
    return Column(name, "texts", meaning, required=True, vocabulary=vocabulary)


def span(prefix: str, what: str, *, required: bool = False, text_name: str = "") -> tuple[Column, Column, Column]:
    """Start, end and surface text of a stretch of the document; `prefix` is empty for the row's own stretch."""
    lead = f"{prefix}_" if prefix else ""
    start, end = f"{lead}start", f"{lead}end"
    surface = f"{what}, as the document has it"
    return (
        offset(start, f"where {what} starts", required=required),
        offset(end, f"where {what} ends", required=required),
        Column(text_name or f"{lead}text", "text", surface, required, slices=(start, end)),
    )


def party(prefix: str, who: str) -> tuple[Column, Column, Column]:
    """Surface text, resolved name and entity of someone who takes part."""
    return (
        text(f"{prefix}_text", f"{who}, as the document has it"),
        text(f"{prefix}_name", f"{who}, resolved"),
        reference(f"{prefix}_id", "entities.entity_id", who),
    )


@cache
def read_vocabulary(name: str) -> Mapping[str, str]:
    """Values and their meanings, in the order of the file; `plover.<list>` reads the ontology."""
    package = resources.files("expectations")
    if name.startswith("plover."):
        entries = read_ontology()[name.removeprefix("plover.")]
    else:
        entries = yaml.safe_load(package.joinpath("vocabulary", f"{name}.yaml").read_text("utf-8"))
    return MappingProxyType({value: e["meaning"] if isinstance(e, dict) else e for value, e in entries.items()})


@cache
def read_ontology() -> Mapping[str, Mapping[str, Any]]:
    """The event ontology: types, modes, contexts and sectors, as ontology/plover.yaml has them."""
    content = resources.files("expectations").joinpath("ontology", "plover.yaml").read_text("utf-8")
    ontology = yaml.safe_load(content)
    modes = {mode: entry for each in ontology["types"].values() for mode, entry in each.get("modes", {}).items()}
    return MappingProxyType({**ontology, "modes": modes})
