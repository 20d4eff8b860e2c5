"""Rules over several columns or tables: those of rules.yaml, and those that the declaration of the tables implies.

A rule is an SQL condition on one row of its table, as in a CHECK constraint: where it is null it holds. It sees every
table by its name, the row as `this`, and beside the declared columns and tables

    <text>_surface   column: documents.text[start:end] of the row's document, for every column that slices
    lengths          table: doc_id and length (code points) of every document
    vocabularies     table: name and value of every vocabulary
    event_types      table: event_type, quad_code and modes, as the ontology has them
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

import yaml

from expectations.columns import Column, Table
from expectations.tables import TABLES

Severity = Literal["critical", "warning"]
Scope = Literal["document", "dataset"]


class Rule(NamedTuple):
    """A condition that every row of a table must keep.

    `meaning` completes the sentence "Every row must …". `scope` says which rows it needs to see: those of the row's own
    document, or those of the whole dataset.
    """

    table: str
    name: str
    columns: tuple[str, ...]
    meaning: str
    holds: str
    severity: Severity = "critical"
    scope: Scope = "document"


def rules_of(table: Table, scope: Scope) -> tuple[Rule, ...]:
    """Every rule on a table that can be judged in a scope."""
    return tuple(rule for rule in (*_implied(table), *read_rules().get(table.name, ())) if rule.scope == scope)


@cache
def read_rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of rules.yaml by table."""
    declared = yaml.safe_load(resources.files("expectations").joinpath("rules.yaml").read_text("utf-8"))
    return {
        table: tuple(Rule(table, name, tuple(entry.pop("columns")), **entry) for name, entry in rules.items())
        for table, rules in declared.items()
    }


def _implied(table: Table) -> Iterator[Rule]:
    for column in table.columns:
        if column.slices:
            yield from _of_slice(table, column, *column.slices)
        if column.references:
            yield _of_reference(table, column, column.references)
        if column.vocabulary and column.kind == "texts":
            yield _of_list(table, column, column.vocabulary)


def _of_slice(table: Table, column: Column, start: str, end: str) -> Iterator[Rule]:
    columns = (start, end, column.name)
    inside = (
        f'0 <= {start} and {start} < "{end}" and "{end}" <= (from lengths l select length where l.doc_id = this.doc_id)'
    )
    yield Rule(
        table.name,
        f"{column.name}_is_surface",
        columns,
        f"have as {column.name} what the document has from {start} to {end}",
        f"{column.name} = {column.name}_surface",
    )
    yield Rule(
        table.name, f"{column.name}_inside_document", columns, f"have {start} < {end} inside the document", inside
    )
    if not column.required:
        together = f'({start} is null) = ("{end}" is null) and ({start} is null) = ({column.name} is null)'
        yield Rule(
            table.name, f"{column.name}_with_offsets", columns, f"have all of {', '.join(columns)} or none", together
        )


def _of_reference(table: Table, column: Column, references: str) -> Rule:
    """References resolve; between tables that documents own they stay inside the document."""
    name, _, key = references.partition(".")
    target = TABLES[name]
    is_inside = target.owner == "document" and name != "documents"
    where = f"k.{key} = this.{column.name}" + (" and k.doc_id = this.doc_id" if is_inside else "")
    return Rule(
        table.name,
        f"{column.name}_resolves",
        (column.name,),
        f"have a {column.name} that is in {references}" + (" of the same document" if is_inside else ""),
        f"{column.name} is null or exists (from {name} k where {where})",
        scope="dataset"
        if "dataset" in (table.owner, target.owner) or table.name == name == "documents"
        else "document",
    )


def _of_list(table: Table, column: Column, vocabulary: str) -> Rule:
    return Rule(
        table.name,
        f"{column.name}_are_in_vocabulary",
        (column.name,),
        f"have only {column.name} of the vocabulary {vocabulary}",
        f"list_has_all((select list(value) from vocabularies where name = '{vocabulary}'), {column.name})",
        scope="dataset" if table.owner == "dataset" else "document",
    )
