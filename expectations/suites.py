"""Expectation suites, derived from the declaration of the tables and from the rules."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from expectations.columns import Column, Table, read_vocabulary
from expectations.rules import Rule, Scope, Severity, rules_of

RULE = "rule"


class Expectation(NamedTuple):
    """What must hold of every row of a table.

    `name` is unique within the table; `meaning` completes the sentence "Every row must …". `kind` and `arguments` are
    those of Great Expectations, or `rule` and its condition under `holds`.
    """

    table: str
    name: str
    columns: tuple[str, ...]
    severity: Severity
    meaning: str
    kind: str
    arguments: Mapping[str, Any]


def suite(table: Table, scope: Scope) -> list[Expectation]:
    """All expectations of a table that can be judged in a scope.

    Scope `document` judges rows by the rows of their own document; scope `dataset` judges tables that are computed from
    all documents, and what other tables say about them.
    """
    return [*(column_suite(table) if table.owner == scope else []), *rule_suite(table, scope)]


def column_suite(table: Table) -> list[Expectation]:
    """Expectations on single columns."""
    return [each for column in table.columns for each in _of_column(table, column)]


def rule_suite(table: Table, scope: Scope) -> list[Expectation]:
    """Expectations on several columns or tables."""
    return [_of_rule(rule) for rule in rules_of(table, scope)]


def _of_column(table: Table, column: Column) -> Iterator[Expectation]:
    """Everything that one column must keep; lists are judged by rules."""

    def expect(suffix: str, meaning: str, kind: str, **arguments: Any) -> Expectation:
        name, columns = f"{column.name}_{suffix}", (column.name,)
        return Expectation(table.name, name, columns, "critical", meaning, kind, {"column": column.name, **arguments})

    if column.required:
        yield expect("is_given", f"have a value in {column.name}", "expect_column_values_to_not_be_null")
    if column.is_key:
        yield expect("is_unique", f"have a {column.name} of its own", "expect_column_values_to_be_unique")
    if column.vocabulary and column.kind == "text":
        values = list(read_vocabulary(column.vocabulary))
        meaning = f"have a {column.name} of the vocabulary {column.vocabulary}"
        yield expect("is_in_vocabulary", meaning, "expect_column_values_to_be_in_set", value_set=values)
    if column.low is not None or column.high is not None:
        meaning = f"have a {column.name} {_bounds(column)}"
        bounds = {"min_value": column.low, "max_value": column.high}
        yield expect("is_in_range", meaning, "expect_column_values_to_be_between", **bounds)
    if column.pattern:
        meaning, regex = f"have a well-formed {column.name}", rf"\A(?:{column.pattern})\Z"
        yield expect("is_well_formed", meaning, "expect_column_values_to_match_regex", regex=regex)


def _bounds(column: Column) -> str:
    return f"of {column.low:g} or more" if column.high is None else f"from {column.low:g} to {column.high:g}"


def _of_rule(rule: Rule) -> Expectation:
    return Expectation(rule.table, rule.name, rule.columns, rule.severity, rule.meaning, RULE, {"holds": rule.holds})
