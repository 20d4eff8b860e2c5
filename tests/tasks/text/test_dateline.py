from datetime import date

import pytest

from tasks.text.dateline import find_publication_day, read_date_line


@pytest.mark.parametrize(
    "line",
    [
        "March 4, 2017",
        "Saturday, March 4, 2017",
        "Sat., 4 Mar. 2017",
        "4 March 2017",
        "4th of March, 2017",
        "2017-03-04",
        "Published on March 4, 2017 at 10:30 GMT",
        "Updated: 4 March 2017, 10:30 a.m.",
        "**March 4, 2017**",
    ],
)
def test_date_lines(line: str) -> None:
    assert read_date_line(line) == date(2017, 3, 4)


@pytest.mark.parametrize(
    "line",
    [
        "March 4",
        "March 2017",
        "On March 4, 2017",
        "March 4, 2017 was a Saturday.",
        "February 30, 2017",
        "03/04/2017",
        "2017",
        "",
    ],
)
def test_other_lines(line: str) -> None:
    assert read_date_line(line) is None


def test_only_the_head_of_a_text_dates_it() -> None:
    assert find_publication_day("Port opens\n\nMarch 4, 2017\n\nThe port opened.") == date(2017, 3, 4)
    assert find_publication_day("The port opened.\n" * 9 + "March 4, 2017\n") is None
    assert find_publication_day("The port opened on March 4, 2017.") is None
