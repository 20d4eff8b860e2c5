"""Everything after the parse, on one core, against a bare parse: CPU time, since others may share the machine."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import spacy

from tasks.annotation import document
from tasks.annotation.chunk import TOGETHER, model
from tasks.annotation.document import Parsed
from tasks.language.parse import parse_many
from tasks.text.paragraphs import find_paragraphs
from tasks.text.words import count_words
from tests.accuracy.harness import MODEL
from tests.speed.texts import read_texts

_PUBLISHED = date(2017, 3, 4)
_STEPS = (
    "find_sentences",
    "read_words",
    "find_mentions",
    "find_roles",
    "resolve_chains",
    "resolve_entities",
    "to_cast",
    "find_times",
    "find_quotes",
    "resolve_first_person",
    "find_events",
    "to_rows",
)


@contextmanager
def timed_steps(seconds: dict[str, float]) -> Iterator[None]:
    """Count the seconds of every component into `seconds` while inside."""
    originals: dict[str, Callable[..., Any]] = {name: getattr(document, name) for name in _STEPS}

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            before = time.process_time()
            found = function(*args)
            seconds[name] += time.process_time() - before
            return found

        return call

    for name, function in originals.items():
        setattr(document, name, timed(name, function))
    try:
        yield
    finally:
        for name, function in originals.items():
            setattr(document, name, function)


def measure(count: int = 183, rounds: int = 5) -> dict[str, float]:
    """Words a second of a bare parse and of all that follows ours, their ratio, microseconds a word of each component.

    Both read the same texts by turns, and the median round counts: what else the machine does slows both.
    """
    texts = read_texts(count)
    words = sum(map(count_words, texts))
    bare = spacy.load(MODEL)
    read = _parse(texts)
    seconds: dict[str, float] = defaultdict(float)
    _annotate(texts, read)
    rates = []
    with timed_steps(seconds):
        for _ in range(rounds):
            parse = _time(lambda: all(map(len, bare.pipe(texts, batch_size=16))))
            rates.append((words / parse, words / _time(lambda: _annotate(texts, read))))
    parse_rate, rules_rate = sorted(rates, key=lambda pair: pair[1] / pair[0])[rounds // 2]
    return {
        "speed.bare_parse.one_process_words_per_second": parse_rate,
        "speed.extraction.words_per_second": rules_rate,
        "speed.extraction.ratio_to_bare_parse": rules_rate / parse_rate,
        **{f"speed.{name}.microseconds_per_word": 1e6 * s / words / rounds for name, s in seconds.items()},
    }


def _parse(texts: list[str]) -> list[Parsed]:
    blocks = [find_paragraphs(text) for text in texts]
    docs = parse_many(model(MODEL), zip(texts, blocks, strict=True))
    return [Parsed(f"doc-{n}", doc, each, _PUBLISHED) for n, (doc, each) in enumerate(zip(docs, blocks, strict=True))]


def _annotate(texts: list[str], read: list[Parsed]) -> None:
    for first in range(0, len(read), TOGETHER):
        documents = read[first : first + TOGETHER]
        found = document.annotate(documents)
        for text, each, annotation in zip(texts[first : first + TOGETHER], documents, found, strict=True):
            document.to_rows(each.doc_id, text, each.doc, annotation)


def _time(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before
