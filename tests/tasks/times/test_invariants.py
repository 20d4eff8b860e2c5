"""What holds for any text and any date of publication."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.timex3 import VALUE
from tasks.language.lexicon import read_lexicon
from tests.tasks.times.finding import find

NAMES = ["months", "weekdays", "numbers", "ordinals", "units", "parts_of_day", "seasons", "decades", "day_words"]
NAMES += ["references", "frequencies", "edges", "holidays", "eras", "zones", "relations"]
WORDS = [row["word"] for name in NAMES for row in read_lexicon("times", name)]
FIGURES = st.integers(0, 9999).map(str)
GLUE = st.sampled_from(
    ["the", "of", "in", "on", "at", "ago", "later", "before", "every", "half", "-", "/", ":", ",", "'", "s", "\n\n"]
)
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS).map(str.title), FIGURES, GLUE), max_size=14)
ANY = st.one_of(TEXTS.map(" ".join), TEXTS.map("".join), st.text(max_size=60))


@given(ANY, st.none() | st.dates())
@settings(deadline=None, max_examples=400)
def test_offsets_slice_back_and_values_are_well_formed(text: str, published: date | None) -> None:
    found = find(text, published)
    for each in found:
        assert re.fullmatch(VALUE, each.value), each
        assert 0 <= each.start < each.end <= len(text)
        assert len(each.text) == each.end - each.start
        assert (each.date_from is None) == (each.date_to is None)
        assert each.date_from is None or (each.date_to is not None and each.date_from <= each.date_to)
        assert each.status != "needs_anchor" or each.date_from is None
        assert (each.status == "resolved") == (each.anchor is not None)
        assert not isinstance(each.anchor, int) or 0 <= each.anchor < len(found)
        names_its_year = each.anchor is not None or not re.match(r"\d{4}", each.value) or each.value[2:4] in each.text
        assert names_its_year or "9/11" in each.text
    assert all(left.end <= right.start for left, right in zip(found, found[1:], strict=False))


@given(ANY)
@settings(deadline=None, max_examples=400)
def test_an_undated_text_gets_no_year_that_it_does_not_name(text: str) -> None:
    for each in find(text, None):
        year = re.match(r"\d{4}", each.value)
        assert year is None or year[0] in text


@given(ANY, st.none() | st.dates())
@settings(deadline=None, max_examples=100)
def test_the_same_text_gives_the_same_times(text: str, published: date | None) -> None:
    assert find(text, published) == find(text, published)
