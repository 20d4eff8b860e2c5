"""Quotes against gold.

ONRECORD_POLNEAR names a folder with polnear.dev.jsonl, a corpus that may not be redistributed; without it that part is
left out.
"""

import os
from pathlib import Path
from typing import Any

from tasks.quotes.records import Quote
from tests.accuracy.harness import CORPORA, Gold, annotate_gold, read_gold, read_scorer
from tests.accuracy.phenomena import score_recall

QUOTES = CORPORA / "quotes"
LITBANK_DOCUMENTS = 12
SURE = 0.9
_TYPES = ("direct", "mixed", "indirect")


def score() -> dict[str, float]:
    """Percentages by `quotes.<corpus>.<measure>`; cases of the challenge are counted."""
    return {**score_challenge(), **score_news(), **score_record(), **score_litbank(), **score_polnear()}


def score_challenge() -> dict[str, float]:
    """Totals, the number of passages that are right as a whole, without and with the speaker, and each passage."""
    gold, predicted = _predict(QUOTES / "challenge.dev.jsonl")
    scorer = read_scorer("score_quotes")
    content = speaker = 0
    cases: dict[str, float] = {}
    for document, found in zip(gold, predicted, strict=True):
        result = scorer.score([document], [found])
        is_right = _is_complete(result["iou80"])
        content += is_right
        speaker += is_right and _is_complete(result.get("joint_resolved", result["iou80"]))
        cases[f"quotes.challenge.{document['phenomenon']}"] = 100.0 * is_right
    totals = _totals("challenge", scorer.score(gold, predicted))
    return {**totals, "quotes.challenge.cases": content, "quotes.challenge.cases_with_speaker": speaker, **cases}


def score_news() -> dict[str, float]:
    gold, predicted = _predict(QUOTES / "gum_news.dev.jsonl")
    return _score_speech("gum_news", gold, predicted)


def score_record() -> dict[str, float]:
    """The hand-made corpus with stance, medium, addressee and via."""
    gold, predicted = _predict(QUOTES / "wikinews_record.dev.jsonl")
    result = read_scorer("score_quotes").score(gold, predicted)
    facets = result["facets"]
    found = {**_totals("wikinews_record", result), **score_sure("wikinews_record", gold, predicted, speech_only=False)}
    found["quotes.wikinews_record.stance_accuracy"] = 100 * facets["stance"]["accuracy_alt"]
    for facet in ("medium", "addressee", "via"):
        found[f"quotes.wikinews_record.{facet}_filled_f1"] = 100 * facets[facet]["filled"]["f1"]
    return found


def score_litbank() -> dict[str, float]:
    """Direct speech in the first novels of the corpus."""
    gold, predicted = _predict(QUOTES / "litbank.dev.jsonl", LITBANK_DOCUMENTS)
    result = read_scorer("score_quotes").score(gold, predicted)
    return {"quotes.litbank.direct_iou50_f1": 100 * result["by_type"]["direct"]["iou50"]["f1"]}


def score_polnear() -> dict[str, float]:
    folder = os.environ.get("ONRECORD_POLNEAR")
    if folder is None:
        return {}
    gold, predicted = _predict(Path(folder) / "polnear.dev.jsonl")
    return _score_speech("polnear", gold, predicted)


def _score_speech(corpus: str, gold: list[Gold], predicted: list[Gold]) -> dict[str, float]:
    """Totals of a corpus that marks thoughts too, which do not count here."""
    return {
        **_totals(corpus, read_scorer("score_quotes").score(gold, predicted, True)),
        **score_sure(corpus, gold, predicted, speech_only=True),
        **score_recall(corpus, gold, predicted, speech_only=True),
    }


def score_sure(corpus: str, gold: list[Gold], predicted: list[Gold], *, speech_only: bool) -> dict[str, float]:
    """Of the quotes at confidence 0.9 or more how many have the right content, and how many of all they are."""
    scorer = read_scorer("score_quotes")
    sure = [
        {**found, "quotes": [quote for quote in found["quotes"] if quote["confidence"] >= SURE]} for found in predicted
    ]
    result, every = scorer.score(gold, sure, speech_only)["iou50"], scorer.score(gold, predicted, speech_only)["iou50"]
    return {
        f"quotes.{corpus}.sure_at_90_precision": 100 * result["p"],
        f"quotes.{corpus}.sure_at_90_share": 100 * result["n_pred"] / max(every["n_pred"], 1),
    }


def _predict(path: Path, limit: int | None = None) -> tuple[list[Gold], list[Gold]]:
    gold = read_gold(path)[:limit]
    judged = annotate_gold(gold)
    return gold, [
        {"doc_id": each.gold["doc_id"], "quotes": [to_prediction(quote) for quote in each.found.quotes]}
        for each in judged
    ]


def to_prediction(quote: Quote) -> dict[str, Any]:
    """A quote in the form that the scorer reads."""
    return {
        "type": quote.kind,
        "content_spans": [list(span) for span in quote.spans],
        "speaker_spans": [list(quote.source)] if quote.source else [],
        "speaker_text": "; ".join(party.name for party in quote.speakers if party.name) or None,
        "cue_spans": [list(quote.cue)] if quote.cue else [],
        "stance": quote.stance,
        "medium": quote.medium,
        "addressee": quote.addressee.name if quote.addressee else None,
        "via": quote.via.name if quote.via else None,
        "confidence": quote.confidence,
    }


def _totals(corpus: str, result: dict[str, Any]) -> dict[str, float]:
    measures = [name for name in ("exact", "iou50", "joint", "joint_resolved", "cue") if name in result]
    found = {f"quotes.{corpus}.{name}_f1": 100 * result[name]["f1"] for name in measures}
    for kind in _TYPES:
        found[f"quotes.{corpus}.{kind}_iou50_f1"] = 100 * result["by_type"][kind]["iou50"]["f1"]
    return found


def _is_complete(measure: dict[str, Any]) -> bool:
    return bool(measure["n_gold"] == measure["n_pred"] == measure["tp"])
