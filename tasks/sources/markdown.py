"""Markdown to its front matter and the text that a reader sees."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tasks.sources.load import read_fields
from tasks.sources.records import Fault, Fields

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
# Names that site generators use in front matter, and ours.
_NAMES = {"author": "byline", "date": "published", "site": "outlet", "lang": "language"}


def read_markdown(content: str) -> tuple[Fields, str] | Fault:
    """Split off the YAML front matter and render the rest as plain text, a blank line between its blocks."""
    front = _FRONT.match(content)
    fields = read_fields(front[1].encode("utf-8", "surrogatepass"), "the front matter") if front else {}
    if isinstance(fields, Fault):
        return fields
    fields = {_NAMES.get(name, name): value for name, value in fields.items()}
    tokens = MarkdownIt("commonmark").parse(content[front.end() :] if front else content)
    blocks = [_render(token) for token in tokens if token.type in ("inline", "fence", "code_block")]
    return fields, "\n\n".join(block for block in blocks if block)


def _render(token: Token) -> str:
    if token.children is None:
        return token.content.strip()
    return "".join(_render_inline(child) for child in token.children).strip()


def _render_inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n" if token.type == "hardbreak" else " "
    if token.type == "html_inline":
        return ""
    return token.content
