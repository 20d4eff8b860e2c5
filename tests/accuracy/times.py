"""Time expressions against gold, with their publication dates and without."""

from typing import Any

from tests.accuracy.harness import CORPORA, Gold, Judged, annotate_gold, read_gold, read_scorer

TIMES = CORPORA / "times"
# In gum_dates only what GUM tags is gold, so precision means nothing there.
_PUBLISHED = (
    "wikinews_timex.dev.jsonl",
    "gum_dates.dev.jsonl",
    "gum_dates_other.train.jsonl.gz",
    "meantime1.dev.jsonl",
)


def score() -> dict[str, float]:
    """Percentages by `times.<corpus>.<measure>`; `not_fabricated`: calendar values that are no invention."""
    found = {}
    for name in _PUBLISHED:
        corpus = name.split(".")[0]
        gold = read_gold(TIMES / name)
        result = _score(gold)
        found[f"times.{corpus}.value_accuracy"] = round(100 * result["value_acc"], 1)
        found[f"times.{corpus}.relaxed_recall"] = round(100 * result["relaxed"]["r"], 1)
        if corpus in ("wikinews_timex", "meantime1"):
            found[f"times.{corpus}.value_f1"] = round(100 * result["value"]["f1"], 1)
            found[f"times.{corpus}.relaxed_f1"] = round(100 * result["relaxed"]["f1"], 1)
            found[f"times.{corpus}.strict_f1"] = round(100 * result["strict"]["f1"], 1)
        undated = _score(gold, undated=True)
        found[f"times.{corpus}.undated_not_fabricated"] = _share_not_fabricated(undated)
    return found


def _score(gold: list[Gold], *, undated: bool = False) -> dict[str, Any]:
    predicted = {judged.gold["doc_id"]: to_prediction(judged) for judged in annotate_gold(gold, undated=undated)}
    documents = [{**document, "published": None} for document in gold] if undated else gold
    return dict(read_scorer("score_times").score({each["doc_id"]: each for each in documents}, predicted))


def _share_not_fabricated(result: dict[str, Any]) -> float:
    return round(100 * (1 - result["fabricated_undated"] / max(1, result["relaxed"]["pred"])), 2)


def to_prediction(judged: Judged) -> Gold:
    """The time expressions of a document in the form of the scorer."""
    timexes = [
        {"start": each.start, "end": each.end, "type": each.kind, "value": each.value} for each in judged.found.times
    ]
    return {"doc_id": judged.gold["doc_id"], "timexes": timexes}
