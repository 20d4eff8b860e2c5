import re
from html.parser import HTMLParser

import pytest

from expectations.arrow import to_arrow
from expectations.bookkeeping import QUARANTINE
from expectations.rows import Row
from expectations.suites import suite
from expectations.tables import TABLES
from tasks.quality.examples import Passage, spread, to_passage
from tasks.quality.outcome import Outcome
from tasks.quality.quarantine import split
from tasks.quality.report import to_html
from tasks.quality.validate import Check, Failure, to_check_rows
from tests.rows import TEXT, to_tables, valid_rows

EVIL = "<script>alert('x')</script>"
WARNED = Failure("times", "tim-0000000000000003", "two", "value_fits_kind", "warning", "every row must fit")
BROKEN = Failure("quotes", "quo-0000000000000000", "one", "cue_outside_direct_content", "critical", "cue is inside")


class Content(HTMLParser):
    """What a reader sees, and every address that a browser would fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.addresses, self.tags = "", [], set[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href", "data", "action")]

    def handle_data(self, data: str) -> None:
        self.text += data


def check_rows(failures: list[Failure]) -> list[Row]:
    counts = {(each.table, each.rule): 1 for each in failures}
    expectations = [each for table in TABLES.values() for each in suite(table, "document")]
    checks = [(each, counts.get((each.table, each.name), 0)) for each in expectations]
    return to_check_rows([Check(each, not broken, 10, broken, ()) for each, broken in checks], "run-1")


def render(failures: list[Failure], version: int | None = 7, title: str = "one") -> str:
    content = {name: rows for name, rows in valid_rows().items() if TABLES[name].owner == "document"}
    content["quotes"][0]["speaker_name"] = title
    tables = to_tables(content)
    accepted, quarantine = split(tables, failures, "run-1")
    extracted = {name: table.num_rows for name, table in tables.items()}
    kept = {name: table.num_rows for name, table in accepted.items()}
    seconds = {"land": 0.25, "annotate": 2.5}
    outcome = Outcome("run-1", version, "data", 3, 0, 0, 0, 42, extracted, kept, {}, {}, seconds)
    totals = {"documents": 1234} if version else {}
    return to_html(
        outcome, {**accepted, "quarantine": to_arrow(QUARANTINE, quarantine)}, check_rows(failures), failures, totals
    )


def test_the_page_needs_nothing_but_itself() -> None:
    page = render([WARNED, BROKEN])
    content = Content(page)
    assert content.addresses == []
    assert not content.tags & {"script", "link", "img", "iframe", "object", "base"}
    assert not re.search(r"url\(|@import", page)


def test_everything_is_escaped() -> None:
    page = render([WARNED._replace(reason=EVIL)], title=EVIL)
    assert "script" not in Content(page).tags
    assert Content(page).text.count(EVIL) == 2


def test_failed_expectations_come_with_examples_in_their_text() -> None:
    text = Content(render([WARNED, BROKEN])).text
    assert "warning times.value_fits_kind: 1 row (10 %)" in text
    assert "critical quotes.cue_outside_direct_content" in text
    page = render([WARNED, BROKEN])
    assert "<blockquote>Olaf Brandt denied on <mark>Tuesday</mark> that he had met Mira Solano.</blockquote>" in page
    assert "<mark>said</mark>" in page, "the text of a document that was set aside comes from quarantine"


def test_quarantined_documents_come_with_rule_and_reason() -> None:
    section = Content(render([BROKEN])).text.split("Set aside by this run\n")[1].split("What it is like")[0]
    assert all(part in section for part in ("one.txt", "cue_outside_direct_content", "cue is inside"))
    assert "No document was set aside" in Content(render([WARNED])).text


def test_samples_can_be_looked_up() -> None:
    text = Content(render([])).text
    for name in ("quotes", "event_mentions"):
        for row in valid_rows()[name]:
            assert row[TABLES[name].key] in text
    assert re.search(r"one \d+–\d+", text)


def test_a_page_shows_the_first_of_many_that_were_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "table quarantine has all of them" not in Content(render([BROKEN])).text
    monkeypatch.setattr("tasks.quality.report.SHOWN", 0)
    assert "The first 0 documents; table quarantine has all of them" in Content(render([BROKEN])).text


def test_rows_are_counted() -> None:
    rows = re.findall(r"<td>documents</td>.*?</tr>", render([BROKEN]))
    assert re.findall(r'"n">(.*?)<', rows[0]) == ["3", "1", "2", "1,234"]


def test_when_nothing_was_published_it_says_so() -> None:
    assert "Nothing was published" in Content(render([], version=None)).text
    assert "All 228 expectations hold" not in Content(render([BROKEN])).text


def test_samples_show_source_cue_and_content() -> None:
    page = render([])
    shown = 'class="content">We agreed,</span><span class="dim">&#34; </span><span class="source">Solano</span>'
    assert shown in page
    assert "Mira Solano <mark>met</mark> Olaf Brandt in Oslo on 3 May 2021." in page


@pytest.mark.parametrize(
    ("start", "end", "around", "passage"),
    [
        (0, 4, 8, ("", "Mira", " Solano …")),
        (5, 11, 1000, ("Mira ", "Solano", TEXT[11:])),
        (12, 15, 9, ("… Solano ", "met", " Olaf …")),
        (len(TEXT) - 2, len(TEXT), 2, (TEXT[-4:-2], TEXT[-2:], "")),
    ],
)
def test_passages(start: int, end: int, around: int, passage: tuple[str, str, str]) -> None:
    assert to_passage(TEXT, start, end, around) == Passage(*passage)


def test_spread_takes_some_from_everywhere() -> None:
    rows = [{"n": n} for n in range(100)]
    assert [row["n"] for row in spread(rows, 4)] == [0, 25, 50, 75]
    assert list(spread(rows[:3], 4)) == rows[:3]
