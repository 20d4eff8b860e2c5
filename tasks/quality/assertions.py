"""Expectations asserted by Great Expectations.

Its import takes seconds and hundreds of megabytes, so it happens where rows are judged and not before; `preload` lets
a process that waits for rows do it ahead.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, get_args

import pandas as pd

from expectations.rules import Severity
from expectations.suites import Expectation

if TYPE_CHECKING:
    from great_expectations.core.batch_definition import BatchDefinition
    from great_expectations.core.expectation_validation_result import ExpectationValidationResult
    from great_expectations.datasource.fluent.interfaces import Batch

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


def preload() -> None:
    """Import Great Expectations and let it do what it does once."""
    assert_rules(define_batches(), [])


def define_batches() -> "BatchDefinition[Any]":
    """Define batches of frames in a context that leaves nothing behind: no files, no reports home, no progress bars."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx
    from great_expectations.data_context.types.base import (
        DataContextConfig,
        InMemoryStoreBackendDefaults,
        ProgressBarsConfig,
    )

    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        progress_bars=ProgressBarsConfig(globally=False),
        analytics_enabled=False,
    )
    context = gx.get_context(mode="ephemeral", project_config=config)
    asset = context.data_sources.add_pandas("rows").add_dataframe_asset("rows")
    return asset.add_batch_definition_whole_dataframe("rows")


def assert_columns(
    batches: "BatchDefinition[Any]", frame: pd.DataFrame, expectations: Sequence[Expectation]
) -> list[tuple[int, ...]]:
    """Judge a frame; returns, for each expectation, the positions of the rows that break it."""
    batch = batches.get_batch({"dataframe": frame})
    judged = _validate(batch, expectations, {"result_format": "BOOLEAN_ONLY"})
    failed = [each for each in expectations if not judged[each.name].success]
    # Naming the rows costs as much as judging them, so it is left to the few that fail.
    named = _validate(batch, failed, {"result_format": "COMPLETE"}) if failed else {}
    return [_positions(named[each.name]) if each.name in named else () for each in expectations]


def assert_rules(batches: "BatchDefinition[Any]", broken: Sequence[tuple[Expectation, int]]) -> list[bool]:
    """Judge rules by the number of rows that break them; returns, for each rule, whether it holds.

    Whatever the number of rules, these are two expectations, one for each severity: Great Expectations takes as long
    for an expectation on ten rows as for one on ten thousand.
    """
    counts = {level: [count if rule.severity == level else None for rule, count in broken] for level in SEVERITIES}
    kind, none = "expect_column_values_to_be_between", {"min_value": 0, "max_value": 0}
    asserted = [Expectation("", each, (each,), each, "hold", kind, {"column": each, **none}) for each in SEVERITIES]
    failed = {
        position for positions in assert_columns(batches, pd.DataFrame(counts), asserted) for position in positions
    }
    return [position not in failed for position in range(len(broken))]


def _validate(
    batch: "Batch", expectations: Sequence[Expectation], result_format: dict[str, str]
) -> dict[str, "ExpectationValidationResult"]:
    from great_expectations import ExpectationSuite
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
    from great_expectations.expectations.metadata_types import FailureSeverity

    configurations = [
        ExpectationConfiguration(
            each.kind, dict(each.arguments), {"name": each.name}, severity=FailureSeverity(each.severity)
        )
        for each in expectations
    ]
    suite = ExpectationSuite(name="rows", expectations=configurations)
    results = batch.validate(suite, result_format=result_format).results
    return {result.expectation_config.meta["name"]: result for result in results if result.expectation_config}


def _positions(result: "ExpectationValidationResult") -> tuple[int, ...]:
    if "unexpected_index_list" not in result.result:
        raise RuntimeError(f"{result.expectation_config} could not be judged: {result.exception_info}")
    return tuple(result.result["unexpected_index_list"])
