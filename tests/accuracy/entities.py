"""Names, coreference, identity and roles against gold."""

from typing import Any

from tests.accuracy.harness import CORPORA, Gold, Judged, annotate_gold, read_gold, read_scorer

ENTITIES = CORPORA / "entities"
_ROLE_KEYS = ("role", "kind", "modifier", "country")


def score() -> dict[str, float]:
    """Percentages by `entities.<corpus>.<measure>`."""
    return {**score_names(), **score_coreference(), **score_links(), **score_roles()}


def score_names() -> dict[str, float]:
    found = {}
    for corpus in ("pud_news", "gum_news"):
        result = _score(f"{corpus}.dev.jsonl", "ner")["ner"]
        found[f"entities.{corpus}.ner_f1"] = _percent(result["overall"]["f1"])
        found[f"entities.{corpus}.ner_untyped_f1"] = _percent(result["untyped"]["f1"])
    return found


def score_coreference() -> dict[str, float]:
    result = _score("ontogum_news.dev.jsonl", "coref")
    alias = _score("gum_news.dev.jsonl", "alias")["alias_pairs"]
    return {
        "entities.ontogum_news.coref_conll_f1": _percent(result["coref_head"]["conll_f1"]),
        "entities.ontogum_news.coref_names_pronouns_conll_f1": _percent(
            result["coref_head"]["names_pronouns"]["conll_f1"]
        ),
        "entities.gum_news.alias_f1": _percent(alias["f1"]),
    }


def score_links() -> dict[str, float]:
    result = _score("wikinews_el.dev.jsonl", "link", "xdoc")
    return {
        "entities.wikinews_el.link_document_f1": _percent(result["link"]["doc_level"]["f1"]),
        "entities.wikinews_el.link_document_precision": _percent(result["link"]["doc_level"]["p"]),
        "entities.wikinews_el.xdoc_f1": _percent(result["xdoc"]["f1"]),
    }


def score_roles() -> dict[str, float]:
    gold = read_gold(CORPORA / "quotes" / "wikinews_record.dev.jsonl")
    predicted = [{**_roles(judged), "entities": _aliases(judged)} for judged in annotate_gold(gold)]
    result = read_scorer("score_roles").score(gold, predicted)
    matched = result["matched"]
    return {
        "roles.wikinews_record.f1": _percent(result["roles"]["f1"]),
        "roles.wikinews_record.organisation_filled_f1": _percent(matched["organisation"]["filled"]["f1"]),
        "roles.wikinews_record.country_accuracy": _percent(matched["country"]["accuracy"]),
        "roles.wikinews_record.role_accuracy": _percent(matched["role"]["accuracy"]),
        "entities.wikinews_record.alias_f1": _percent(result["alias_pairs"]["f1"]),
    }


def _score(corpus: str, *what: str) -> dict[str, Any]:
    gold = read_gold(ENTITIES / corpus)
    predicted = {judged.gold["doc_id"]: to_prediction(judged) for judged in annotate_gold(gold)}
    return dict(read_scorer("score_entities").score({doc["doc_id"]: doc for doc in gold}, predicted, what))


def to_prediction(judged: Judged) -> Gold:
    """The mentions of a document in the form of the scorer."""
    cast = judged.found.cast
    mentions = []
    for mention, chain in zip(cast.mentions, cast.chain_of, strict=True):
        entity = cast.entities[chain]
        mentions.append(
            {
                "start": mention.start,
                "end": mention.end,
                "type": mention.entity_type,
                "form": mention.form,
                "cluster_id": chain,
                "entity_id": entity.entity_id if entity else None,
                "wikipedia": entity.wikipedia_title if entity else None,
            }
        )
    return {"doc_id": judged.gold["doc_id"], "mentions": mentions}


def _roles(judged: Judged) -> Gold:
    cast = judged.found.cast
    roles = []
    for role in judged.found.roles:
        mention = cast.mentions[role.mention]
        roles.append(
            {
                "mention": [mention.start, mention.end],
                "person": cast.chains[cast.chain_of[role.mention]].name,
                "role_text": [role.start, role.end],
                "organisation": role.organisation_text,
                **{key: getattr(role, key) for key in _ROLE_KEYS},
            }
        )
    return {"doc_id": judged.gold["doc_id"], "roles": roles}


def _aliases(judged: Judged) -> list[Gold]:
    cast = judged.found.cast
    return [
        {
            "type": chain.entity_type,
            "names": [cast.mentions[i].text for i in chain.mentions if cast.mentions[i].form == "name"],
        }
        for chain in cast.chains
    ]


def _percent(value: float) -> float:
    return round(100 * value, 1)
