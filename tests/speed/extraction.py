"""Everything after the parse, in words a second of one core: CPU time, since others may share the machine."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from tasks.annotation import document
from tasks.annotation.chunk import model
from tasks.language.parse import parse_many
from tasks.text.paragraphs import find_paragraphs
from tasks.text.words import count_words
from tests.accuracy.harness import MODEL
from tests.speed.texts import read_texts

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


def measure(count: int = 183) -> dict[str, float]:
    """Words a second of all that follows the parse, and microseconds a word of each component."""
    texts = read_texts(count)
    words = sum(map(count_words, texts))
    blocks = [find_paragraphs(text) for text in texts]
    docs = list(parse_many(model(MODEL), zip(texts, blocks, strict=True)))
    seconds: dict[str, float] = defaultdict(float)
    day = date(2017, 3, 4)
    for warm in (True, False):
        seconds.clear()
        with timed_steps(seconds):
            before = time.process_time()
            for number, (text, doc, paragraphs) in enumerate(zip(texts, docs, blocks, strict=True)):
                found = document.annotate(f"doc-{number}", doc, paragraphs, day)
                document.to_rows(f"doc-{number}", text, doc, found)
            total = time.process_time() - before
        if warm:
            continue
    scores = {"speed.extraction.words_per_second": words / total}
    scores |= {f"speed.{name}.microseconds_per_word": 1e6 * spent / words for name, spent in seconds.items()}
    return scores
