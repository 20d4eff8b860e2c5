"""Fits tasks/entities/weights/types.csv on GUM and Wikigold (CC BY 4.0): python -m tests.accuracy.fit_types."""

from collections.abc import Iterator
from pathlib import Path

from tasks.entities.evidence import read_beside, read_context, read_form, read_tables
from tasks.entities.lexicons import read_lexicons
from tasks.entities.names import find_names
from tasks.entities.records import Name, names_by_surface
from tasks.entities.types import full_names
from tasks.language.model import read_model
from tasks.language.parse import parse_many
from tasks.language.records import Sentence
from tasks.language.sentences import find_sentences
from tasks.language.words import Words, read_words
from tasks.text.paragraphs import find_paragraphs
from tests.accuracy import harness
from tests.accuracy.harness import CORPORA, Gold, read_gold, read_scorer
from tests.accuracy.softmax import Example, fit, write_weights

CORPUS = ("gum_other.train.jsonl.gz", "wikigold.train.jsonl.gz")
KINDS = ("PER", "ORG", "LOC", None)
TARGET = Path(__file__).parents[2] / "tasks" / "entities" / "weights" / "types.csv"
COMMENT = (
    "Log-linear weights for the type of a name, fitted by tests/accuracy/fit_types.py on GUM and Wikigold (CC BY 4.0)"
)


def examples(corpus: list[Gold]) -> Iterator[Example]:
    """Yield a choice among the types for every surface of every document; None is for what gold has no name of."""
    blocks = [find_paragraphs(gold["text"], gold.get("title")) for gold in corpus]
    texts = [gold["text"] for gold in corpus]
    docs = parse_many(read_model(harness.MODEL), zip(texts, blocks, strict=True))
    for gold, doc, block in zip(corpus, docs, blocks, strict=True):
        words = read_words(doc)
        yield from _of_document(gold, words, find_sentences(words, block))


def _of_document(gold: Gold, words: Words, sentences: list[Sentence]) -> Iterator[Example]:
    lexicons = read_lexicons()
    names = find_names(words, sentences, lexicons)
    spans = sorted(read_scorer("score_entities").names(gold, "conll", True))
    kinds = {(start, end): kind for start, end, kind in spans}
    groups = names_by_surface(words, names)
    owners = full_names(groups, names, read_beside(words), lexicons)
    for surface, indexes in groups.items():
        group = [names[index] for index in indexes]
        features = _features(words, surface, group, surface.rpartition(" ")[2] in owners)
        choices = [{f"{name} > {kind}": value for name, value in features.items()} for kind in KINDS]
        found = {kinds.get((words.start[name.first], words.end[name.last - 1])) for name in group}
        for at in sorted(map(KINDS.index, found)):
            yield choices, frozenset([at])


def _features(words: Words, surface: str, group: list[Name], is_surname: bool) -> dict[str, float]:
    """Features of the form weigh one, those of the mentions their share."""
    found = dict.fromkeys(read_form(surface, words.text[group[0].first], is_surname), 1.0)
    beside = read_beside(words)
    for name in group:
        for feature in filter(None, read_context(words, name, beside, read_tables())):
            found[feature] = found.get(feature, 0.0) + 1.0 / len(group)
    return found


def main() -> None:
    """Fit and write."""
    corpus = [gold for name in CORPUS for gold in read_gold(CORPORA / "entities" / name)]
    weights = fit(list(examples(corpus)))
    names = sorted({key.rsplit(" > ", 1)[0] for key in weights})
    rows = [(name, *(f"{weights.get(f'{name} > {kind}', 0.0):.2f}" for kind in KINDS)) for name in names]
    write_weights(TARGET, COMMENT, ("feature", "person", "organisation", "place", "other"), rows)


if __name__ == "__main__":
    main()
