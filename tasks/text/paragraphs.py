"""Paragraphs of a raw text and the zone that each stands in."""

import re

from tasks.text.records import Paragraph

_BLOCK = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


def find_paragraphs(text: str, title: str | None = None, byline: str | None = None) -> list[Paragraph]:
    """List the paragraphs of a text in order, each with its zone."""
    return [Paragraph(match.start(), match.end(), "body") for match in _BLOCK.finditer(text)]
