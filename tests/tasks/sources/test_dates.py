from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.sources.dates import to_instant


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2017-03-04", datetime(2017, 3, 4)),
        ("20170304", datetime(2017, 3, 4)),
        ("2017-03-04T10:30", datetime(2017, 3, 4, 10, 30)),
        ("2017-03-04 10:30:15", datetime(2017, 3, 4, 10, 30, 15)),
        ("2017-03-04T10:30:00Z", datetime(2017, 3, 4, 10, 30)),
        ("2017-03-04T10:30:00+05:30", datetime(2017, 3, 4, 5)),
        ("2017-03-04T10:30:00-0500", datetime(2017, 3, 4, 15, 30)),
        ("Sat, 04 Mar 2017 10:30:00 GMT", datetime(2017, 3, 4, 10, 30)),
        ("Sat, 04 Mar 2017 10:30:00 -0500", datetime(2017, 3, 4, 15, 30)),
        ("March 4, 2017", datetime(2017, 3, 4)),
        ("Saturday, March 4, 2017", datetime(2017, 3, 4)),
        ("4 March 2017", datetime(2017, 3, 4)),
        ("4th March 2017", datetime(2017, 3, 4)),
        ("Mar. 4, 2017", datetime(2017, 3, 4)),
        ("March 4, 2017 5:15 p.m. EST", datetime(2017, 3, 4, 22, 15)),
        ("2017/03/04", datetime(2017, 3, 4)),
        ("25/03/2017", datetime(2017, 3, 25)),
        (date(2017, 3, 4), datetime(2017, 3, 4)),
        (datetime(2017, 3, 4, 10), datetime(2017, 3, 4, 10)),
    ],
)
def test_full_dates_are_read(written: object, instant: datetime) -> None:
    assert to_instant(written) == instant.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "March 2017",
        "March 4",
        "2017",
        "Saturday",
        "03/04/2017",
        "2017-02-30",
        "10:30",
        "n/a",
        20170304,
        None,
    ],
)
def test_what_names_no_one_day_is_no_date(written: object) -> None:
    assert to_instant(written) is None


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(written: str) -> None:
    found = to_instant(written)
    assert found is None or found.tzinfo is UTC
