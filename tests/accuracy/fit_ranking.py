"""Fits tasks/coreference/weights/ranking.csv on OntoGUM (CC BY 4.0): python -m tests.accuracy.fit_ranking."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from tasks.coreference.figures import Figure
from tasks.coreference.linking import link_mentions
from tasks.coreference.ranking import Anaphor, Candidate, features, nothing
from tasks.coreference.scene import read_scene
from tasks.entities.mentions import find_mentions
from tasks.entities.records import Mention, names_by_token
from tasks.language.model import read_model
from tasks.language.parse import parse_many
from tasks.language.sentences import find_sentences
from tasks.language.words import Words, read_words
from tasks.roles.titles import find_roles
from tasks.text.paragraphs import find_paragraphs
from tasks.text.records import Paragraph
from tests.accuracy import harness
from tests.accuracy.harness import CORPORA, Gold, read_gold
from tests.accuracy.softmax import Example, fit, write_weights

CORPUS = CORPORA / "entities" / "ontogum_other.train.jsonl.gz"
TARGET = Path(__file__).parents[2] / "tasks" / "coreference" / "weights" / "ranking.csv"
COMMENT = "Log-linear weights of antecedents, fitted by tests/accuracy/fit_ranking.py on OntoGUM (CC BY 4.0)"


def examples(corpus: list[Gold]) -> Iterator[Example]:
    """Yield the choices of every anaphor of a corpus; the last choice is that it stands for nothing before."""
    blocks = [find_paragraphs(gold["text"], gold.get("title")) for gold in corpus]
    texts = [gold["text"] for gold in corpus]
    docs = parse_many(read_model(harness.MODEL), zip(texts, blocks, strict=True))
    for gold, doc, block in zip(corpus, docs, blocks, strict=True):
        yield from _of_document(gold, doc, block)


def _of_document(gold: Gold, doc: Doc, block: Sequence[Paragraph]) -> list[Example]:
    words = read_words(doc)
    sentences = find_sentences(words, block)
    mentions = find_mentions(words, sentences)
    name_at = names_by_token(mentions)
    scene = read_scene(words, sentences, mentions, name_at, find_roles(words, mentions, name_at))
    clusters, heads = _clusters(gold, words, mentions)
    found: list[Example] = []

    def decide(index: int, anaphor: Anaphor, candidates: list[Candidate]) -> Figure | None:
        cluster = clusters.get(index)
        right = [
            at for at, (figure, _) in enumerate(candidates) if cluster and cluster in _known(figure, clusters, heads)
        ]
        choices = [dict.fromkeys(features(match), 1.0) for _, match in candidates]
        choices.append(dict.fromkeys(nothing(words, anaphor).features(), 1.0))
        found.append((choices, frozenset(right or [len(candidates)])))
        return candidates[right[0]][0] if right else None

    link_mentions(scene, decide)
    return found


def _known(figure: Figure, clusters: dict[int, str], heads: dict[int, str]) -> set[str | None]:
    """Gold clusters that a figure has mentions of."""
    return {clusters.get(index) for index in figure.members} or {heads.get(figure.head)}


def _clusters(gold: Gold, words: Words, mentions: Sequence[Mention]) -> tuple[dict[int, str], dict[int, str]]:
    """Gold cluster by found mention, matched as the scorer does, and by head token."""
    by_head: dict[int, list[Gold]] = defaultdict(list)
    for each in gold["mentions"]:
        by_head[each["head_start"]].append(each)
    clusters = {}
    for index, mention in enumerate(mentions):
        near = [each for at in range(mention.first, mention.last) for each in by_head.get(words.start[at], ())]
        fits = [each for each in near if _nested(each, mention)]
        if fits:
            best = min(fits, key=lambda each: (not _same(each, mention), each["end"] - each["start"]))
            clusters[index] = best["cluster_id"]
    nouns = {
        at: each for at, start in enumerate(words.start) for each in by_head.get(start, ()) if each["form"] != "name"
    }
    return clusters, {at: each["cluster_id"] for at, each in nouns.items()}


def _same(gold: Gold, mention: Mention) -> bool:
    return bool((gold["start"], gold["end"]) == (mention.start, mention.end))


def _nested(gold: Gold, mention: Mention) -> bool:
    inside = gold["start"] <= mention.start and mention.end <= gold["end"]
    return bool(inside) or bool(mention.start <= gold["start"] and gold["end"] <= mention.end)


def main() -> None:
    """Fit and write."""
    weights = fit(list(examples(read_gold(CORPUS))))
    rows = [(name, f"{weight:.2f}") for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    write_weights(TARGET, COMMENT, ("feature", "weight"), rows)


if __name__ == "__main__":
    main()
