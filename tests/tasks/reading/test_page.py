"""A document as lines and as a page."""

import re

import pytest

from expectations.rows import Row
from tasks.reading.page import to_marked_text, to_page
from tasks.reading.show import to_lines

TEXT = 'Mayor Ines Kalda <b>denied</b> it: "No." She left on Friday.'


def at(surface: str) -> dict[str, int]:
    return {"start": TEXT.index(surface), "end": TEXT.index(surface) + len(surface)}


def mention(surface: str, chain: str) -> Row:
    return {**at(surface), "text": surface, "chain_id": chain, "entity_id": "ent-1", "entity_type": "PERSON"}


def tables() -> dict[str, list[Row]]:
    cue = {f"cue_{name}": place for name, place in at("denied").items()}
    content = at('"No."')
    quote = {**content, **cue, "text": '"No."', "cue_text": "denied", "spans": [content], "kind": "direct"}
    who = {"speaker_name": "Ines Kalda", "source_text": "Mayor Ines Kalda", "stance": "denies", "via_text": None}
    return {
        "documents": [
            {
                "doc_id": "kalda",
                "text": TEXT,
                "title": "No & no",
                "outlet": "The Ledger",
                "published_at": None,
                "source_uri": "in",
            }
        ],
        "mentions": [mention("Ines Kalda", "cha-1"), mention("She", "cha-1")],
        "quotes": [{**quote, **who}],
        "event_mentions": [],
        "roles": [],
        "times": [{**at("Friday"), "text": "Friday", "value": "XXXX-WXX-5", "kind": "DATE", "status": "needs_anchor"}],
    }


def test_lines_name_everything_that_was_found() -> None:
    lines = "\n".join(to_lines(tables()))
    for expected in ("No & no", 'Ines Kalda denies: "No."', "Friday: XXXX-WXX-5", "PERSON Ines Kalda | She"):
        assert expected in lines


def test_a_page_is_self_contained_and_escaped() -> None:
    page = to_page(tables())
    assert "No &amp; no" in page
    assert '&lt;b&gt;<span class="quotes">denied</span>&lt;/b&gt;' in page
    assert '<span class="content">&quot;No.&quot;</span>' in page
    assert not re.search(r"<script|https?://", page)


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("abc", [], "abc"),
        ("abc", [(0, 3)], "<a>abc</a>"),
        ("abc", [(0, 3), (1, 2)], "<a>a<a>b</a>c</a>"),
        ("abc", [(0, 2), (1, 3)], "<a>ab</a>c"),
        ("abc", [(0, 1), (1, 2)], "<a>a</a><a>b</a>c"),
        ("abc", [(0, 1), (0, 3)], "<a><a>a</a>bc</a>"),
        ("a<c", [(1, 2)], "a<a>&lt;</a>c"),
    ],
)
def test_marks_nest(text: str, spans: list[tuple[int, int]], expected: str) -> None:
    rows = {name: [] for name in ("times", "event_mentions", "quotes")}
    mentions = [{"start": start, "end": end} for start, end in spans]
    marked = to_marked_text(text, {**rows, "mentions": mentions})
    assert re.sub(r"<(/?)span[^>]*>", r"<\1a>", marked) == expected
