"""Events against PLOVER's gold records, the Wikinews record and two factuality corpora."""

from collections.abc import Callable
from typing import Any

from tasks.coreference.records import Party
from tasks.events.predicates import score_predicates
from tasks.events.records import EventMention
from tasks.language.words import read_words
from tests.accuracy.harness import CORPORA, Gold, Judged, annotate_gold, read_gold, read_scorer

FOLDER = CORPORA / "events"
SURE = 0.9
_PRONOUNS = frozenset(["he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "i", "we", "you"])


def score() -> dict[str, float]:
    """Scores in percent."""
    return {**_plover(), **_record(), **_factuality("meantime_fact"), **_factuality("uds_ih2")}


def judge(name: str) -> tuple[list[Gold], list[Judged]]:
    """Gold documents of a corpus and what was found in them."""
    gold = read_gold(FOLDER / f"{name}.jsonl")
    return gold, list(annotate_gold(gold))


def _plover() -> dict[str, float]:
    gold, judged = judge("plover_gsr.dev")
    scores = evaluate(gold, [to_plover(each) for each in judged])
    return {
        "events.plover_gsr.dev.type_f1": 100 * scores["type"]["f1"],
        "events.plover_gsr.dev.type_macro_f1": 100 * scores["type"]["macro_f1"],
        "events.plover_gsr.dev.wdww_f1": 100 * scores["wdww"]["f1"],
        "events.plover_gsr.dev.dyad_f1": 100 * scores["dyad"]["f1"],
        **_sure("plover_gsr.dev", gold, judged, to_plover),
        **_by_type("plover_gsr.dev", scores),
    }


def _record() -> dict[str, float]:
    gold, judged = judge("wikinews_record.dev")
    scores = evaluate(gold, [to_record(each) for each in judged])
    record = scores["record_trigger"]
    return {
        "events.wikinews_record.dev.type_f1": 100 * scores["type"]["f1"],
        "events.wikinews_record.dev.type_macro_f1": 100 * scores["type"]["macro_f1"],
        "events.wikinews_record.dev.wdww_f1": 100 * scores["wdww"]["f1"],
        "events.wikinews_record.dev.fact_macro_f1": 100 * record["fact_macro_f1"],
        "events.wikinews_record.dev.fact4_macro_f1": 100 * record["fact4_macro_f1"],
        "events.wikinews_record.dev.asserter_kind": 100 * record["asserter_kind_acc"],
        "events.wikinews_record.dev.asserter_name": 100 * record["asserter_name_acc"],
        "events.wikinews_record.dev.places_found": 100 * scores["args"]["place_acc"],
        **_sure("wikinews_record.dev", gold, judged, to_record),
        **_by_type("wikinews_record.dev", scores),
    }


def _sure(name: str, gold: list[Gold], judged: list[Judged], read: Callable[[Judged], Gold]) -> dict[str, float]:
    """How many of the events that are held for sure have the right type, and how many are."""
    sure = [
        each._replace(
            found=each.found._replace(events=[event for event in each.found.events if event.confidence >= SURE])
        )
        for each in judged
    ]
    result = evaluate(gold, [read(each) for each in sure])["type"]
    every = sum(len(read(each)["events"]) for each in judged)
    return {
        f"events.{name}.sure_at_90_precision": 100 * result["p"],
        f"events.{name}.sure_at_90_share": 100 * result["pred"] / max(every, 1),
    }


def _by_type(name: str, scores: dict[str, Any]) -> dict[str, float]:
    return {f"events.{name}.type_f1.{kind}": 100 * each["f1"] for kind, each in scores["per_type"].items()}


def _factuality(name: str) -> dict[str, float]:
    gold, judged = judge(f"{name}.dev")
    scores = evaluate(gold, [to_predicates(each) for each in judged])
    return {f"events.{name}.dev.pearson": 100 * scores["factuality"]["pearson"]}


def evaluate(gold: list[Gold], predicted: list[Gold]) -> dict[str, Any]:
    """What eval/score_events.py makes of predictions."""
    by_id = {each["doc_id"]: each for each in predicted}
    scores: dict[str, Any] = read_scorer("score_events").score({each["doc_id"]: each for each in gold}, by_id)
    return scores


def to_plover(judged: Judged) -> Gold:
    """PLOVER's reading: one event for an act and what hangs on it, in the type after the tense rules."""
    events = [to_event(judged, event, event.event_type) for event in judged.found.events if event.governor is None]
    return {"doc_id": judged.gold["doc_id"], "text": judged.gold["text"], "events": events}


def to_record(judged: Judged) -> Gold:
    """Every mention of an act, in the type of the act."""
    events = [to_event(judged, event, event.act_type) for event in judged.found.events]
    return {"doc_id": judged.gold["doc_id"], "text": judged.gold["text"], "events": events}


def to_event(judged: Judged, event: EventMention, kind: str) -> Gold:
    """An event mention as the scorer reads it; PLOVER takes a party that is only concerned for the recipient."""
    token = judged.doc[event.trigger]
    place = event.place
    return {
        "plover": kind,
        "trigger": [token.idx, token.idx + len(token)],
        "mode": event.mode,
        "actor": _side(judged, event, "actor", kind),
        "recipient": _side(judged, event, "recipient", kind),
        "time": _time(judged, event),
        "place": place and {"text": place.text, "span": [place.start, place.end], "name": place.name, "code": None},
        "factuality": event.factuality,
        "fact_score": event.fact_score,
        "asserted_by": {"kind": event.asserter.kind, "name": (event.asserter.name or "").replace(";", ",") or None},
        "in_quote": _in_marks(judged, token.idx),
    }


def _side(judged: Judged, event: EventMention, role: str, kind: str) -> Gold | None:
    roles = (role, "other") if role == "recipient" and not judged.gold["published"] else (role,)
    party = next((each.party for wanted in roles for each in event.participants if each.role == wanted), None)
    if party is None:
        return None
    span = _named(judged, party) if not judged.gold["published"] else (party.start, party.end)
    text = judged.gold["text"][span[0] : span[1]]
    return {"text": text, "span": list(span), "name": party.name, "code": None}


def _named(judged: Judged, party: Party) -> tuple[int, int]:
    """PLOVER's records name who acts: a pronoun stands for the nearest earlier name of its chain."""
    cast = judged.found.cast
    if party.mention is None or party.text.casefold() not in _PRONOUNS:
        return party.start, party.end
    chain = [cast.mentions[each] for each in cast.chains[cast.chain_of[party.mention]].mentions]
    earlier = [each for each in chain if each.form != "pronoun" and each.start < party.start]
    return (earlier[-1].start, earlier[-1].end) if earlier else (party.start, party.end)


def _time(judged: Judged, event: EventMention) -> Gold | None:
    if event.time is None:
        return None
    time = judged.found.times[event.time]
    return {"text": time.text, "span": [time.start, time.end], "value": time.value, "code": None}


def _in_marks(judged: Judged, at: int) -> bool:
    return any(
        span.start <= at < span.end for quote in judged.found.quotes if quote.kind != "indirect" for span in quote.spans
    )


def to_predicates(judged: Judged) -> Gold:
    """Factuality of the very words that the gold asks about, whatever they name."""
    scores = score_predicates(read_words(judged.doc), is_news=judged.gold["corpus"] != "uds_ih2")
    events = [
        {"trigger": [token.idx, token.idx + len(token)], "plover": None, "factuality": None, "fact_score": value}
        for token, value in zip(judged.doc, scores, strict=True)
        if not token.is_space
    ]
    return {"doc_id": judged.gold["doc_id"], "text": judged.gold["text"], "events": events}
