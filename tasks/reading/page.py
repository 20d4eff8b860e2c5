"""A document as a page: the text with its spans marked, and the rows beside it."""

from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources

from jinja2 import Environment

from expectations.rows import Row
from tasks.reading.show import to_event_line, to_quote_line, to_role_line, to_time_line

# Inner spans first: where two overlap without nesting, the one named first is kept.
_MARKED = (
    ("mentions", "start", "end"),
    ("times", "start", "end"),
    ("event_mentions", "trigger_start", "trigger_end"),
    ("quotes", "cue_start", "cue_end"),
)


def to_page(tables: Mapping[str, Sequence[Row]]) -> str:
    """Render one self-contained HTML page; `tables` holds the rows of one document."""
    (document,) = tables["documents"]
    template = resources.files("tasks.reading").joinpath("page.html.jinja").read_text("utf-8")
    sections = {
        "Quotes": [to_quote_line(row) for row in tables["quotes"]],
        "Events": [to_event_line(row) for row in tables["event_mentions"]],
        "Roles": [to_role_line(row) for row in tables["roles"]],
        "Times": [to_time_line(row) for row in tables["times"]],
    }
    page = Environment(autoescape=True).from_string(template)
    return page.render(document=document, marked=to_marked_text(document["text"], tables), sections=sections)


def to_marked_text(text: str, tables: Mapping[str, Sequence[Row]]) -> str:
    """Escape a text and put the content of quotes, and the spans in it, between tags; everything nests."""
    spans = [
        (row[start], row[end], name) for name, start, end in _MARKED for row in tables[name] if row[start] is not None
    ]
    spans += [(span["start"], span["end"], "content") for row in tables["quotes"] for span in row["spans"]]
    pieces: list[str] = []
    at = 0
    open_ends: list[int] = []
    for position, end, name in [*sorted(_nested(spans), key=lambda span: (span[0], -span[1])), (len(text), 0, "")]:
        while open_ends and open_ends[-1] <= position:
            pieces += [escape(text[at : open_ends[-1]]), "</span>"]
            at = open_ends.pop()
        pieces.append(escape(text[at:position]))
        at = position
        if name:
            pieces.append(f'<span class="{name}">')
            open_ends.append(end)
    return "".join(pieces)


def _nested(spans: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for start, end, name in spans:
        crosses = any(start < other < end < stop or other < start < stop < end for other, stop, _ in kept)
        if not crosses:
            kept.append((start, end, name))
    return kept
