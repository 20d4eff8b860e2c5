"""No score falls: the dev corpora are scored when they are there."""

import importlib

import pytest

from tests.accuracy.__main__ import COMPONENTS
from tests.accuracy.floors import find_falls, read_floors
from tests.accuracy.harness import CORPORA


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.skipif(not CORPORA.exists(), reason="the dev corpora are not here; ONRECORD_CORPORA names their folder")
def test_no_score_falls_below_its_floor() -> None:
    scores: dict[str, float] = {}
    for component in COMPONENTS:
        scores |= importlib.import_module(f"tests.accuracy.{component}").score()
    assert len(read_floors()) > 50
    assert not find_falls(scores, read_floors())


@pytest.mark.parametrize(
    ("score", "falls"), [(70.0, False), (69.5, False), (69.49, True), (None, True), (float("nan"), True)]
)
def test_a_fall_is_seen(score: float | None, falls: bool) -> None:
    scores = {} if score is None else {"quotes.gum.f1": score}
    assert bool(find_falls(scores, {"quotes.gum.f1": 70.0})) is falls
