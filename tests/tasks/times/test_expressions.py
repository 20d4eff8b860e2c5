"""Spans and values by phenomenon; published on Wednesday 7 September 2016 unless said otherwise."""

from datetime import date

import pytest

from tests.tasks.times.finding import find, values

ABSOLUTE = [
    ("The vote was on Tuesday, March 3, 2015.", "Tuesday, March 3, 2015", "2015-03-03"),
    ("The vote was on 3 March 2014.", "3 March 2014", "2014-03-03"),
    ("The vote was on the 3rd of March, 2014.", "the 3rd of March, 2014", "2014-03-03"),
    ("The vote was on Sept. 4, 2015.", "Sept. 4, 2015", "2015-09-04"),
    ("It is dated 2014-03-03.", "2014-03-03", "2014-03-03"),
    ("It was signed on 13/04/2015.", "13/04/2015", "2015-04-13"),
    ("It was signed on 04/13/2015.", "04/13/2015", "2015-04-13"),
    ("It was signed on 04/04/2015.", "04/04/2015", "2015-04-04"),
    ("They met before the presidential election in November 2016.", "November 2016", "2016-11"),
    ("It closed in November of 2012.", "November of 2012", "2012-11"),
    ("It closed in early 2015.", "early 2015", "2015"),
    ("It closed in mid-March 2014.", "mid-March 2014", "2014-03"),
    ("It closed at the end of 2015.", "the end of 2015", "2015"),
    ("It was built in the 1990s.", "the 1990s", "199"),
    ("It was built in the '90s.", "the '90s", "199"),
    ("It was built in the late sixties.", "the late sixties", "196"),
    ("It was built in the 20th century.", "the 20th century", "19"),
    ("It was built in the 7th century BC.", "the 7th century BC", "BC06"),
    ("It was burnt in 480 BC.", "480 BC", "BC0480"),
    ("Sales rose in Q1 2015.", "Q1 2015", "2015-Q1"),
    ("Sales rose in the third quarter of 2015.", "the third quarter of 2015", "2015-Q3"),
    ("Sales rose in the first half of 2016.", "the first half of 2016", "2016-H1"),
    ("Spending fell in fiscal year 2014.", "fiscal year 2014", "2014"),
    ("It closed in the summer of 2012.", "the summer of 2012", "2012-SU"),
    ("They won in the 2014-15 season.", "2014-15", "2014"),
    ("She left on New Year's Eve 2014.", "New Year's Eve 2014", "2014-12-31"),
]
RESOLVED = [
    ("He resigned yesterday.", "yesterday", "2016-09-06"),
    ("He resigned today.", "today", "2016-09-07"),
    ("He will resign tomorrow.", "tomorrow", "2016-09-08"),
    ("He resigned the day before yesterday.", "the day before yesterday", "2016-09-05"),
    ("He resigned last night.", "last night", "2016-09-06TNI"),
    ("He will speak tonight.", "tonight", "2016-09-07TNI"),
    ("He resigned yesterday morning.", "yesterday morning", "2016-09-06TMO"),
    ("He resigned on Wednesday.", "Wednesday", "2016-09-07"),
    ("He resigned on Friday.", "Friday", "2016-09-02"),
    ("He spoke on Tuesday night.", "Tuesday night", "2016-09-06TNI"),
    ("He spoke at 3 p.m. on Tuesday.", "3 p.m. on Tuesday", "2016-09-06T15:00"),
    ("He spoke on Tuesday at noon.", "Tuesday at noon", "2016-09-06T12:00"),
    ("He resigned last Wednesday.", "last Wednesday", "2016-08-31"),
    ("He resigns next Wednesday.", "next Wednesday", "2016-09-14"),
    ("He resigned on Friday last week.", "Friday last week", "2016-09-02"),
    ("He resigned earlier this month.", "earlier this month", "2016-09"),
    ("He resigned last month.", "last month", "2016-08"),
    ("He resigned last week.", "last week", "2016-W35"),
    ("He resigned this past week.", "this past week", "2016-W35"),
    ("He resigned last weekend.", "last weekend", "2016-W35-WE"),
    ("He resigned over the weekend.", "the weekend", "2016-W35-WE"),
    ("He will resign next year.", "next year", "2017"),
    ("It will close by the end of the year.", "the end of the year", "2016"),
    ("It will close by year end.", "year end", "2016"),
    ("He resigned two years ago.", "two years ago", "2014"),
    ("He resigned three months ago.", "three months ago", "2016-06"),
    ("He resigned two weeks ago.", "two weeks ago", "2016-W34"),
    ("He resigned ten days ago.", "ten days ago", "2016-08-28"),
    ("It was posted 24 hours ago.", "24 hours ago", "2016-09-06"),
    ("It opened two decades ago.", "two decades ago", "199"),
    ("He resigned last November.", "last November", "2015-11"),
    ("He resigned last summer.", "last summer", "2016-SU"),
    ("He resigned in November last year.", "November last year", "2015-11"),
    ("Sales rose in the first half of this year.", "the first half of this year", "2016-H1"),
    ("It shut on March 3.", "March 3", "2016-03-03"),
    ("It shut on Tuesday, March 3.", "Tuesday, March 3", "2015-03-03"),
]
LENGTHS = [
    ("It lasted three days.", "three days", "P3D"),
    ("It lasted for an hour and a half.", "an hour and a half", "PT1.5H"),
    ("It lasted half an hour.", "half an hour", "PT30M"),
    ("It was a 20-minute show.", "20-minute", "PT20M"),
    ("It fell in the past two decades.", "the past two decades", "P2DE"),
    ("It took twenty working days.", "twenty working days", "P20D"),
    ("It took months.", "months", "PXM"),
    ("It took a couple of weeks.", "a couple of weeks", "P2W"),
    ("It took several years.", "several years", "PXY"),
    ("It ran for twenty-five years.", "twenty-five years", "P25Y"),
    ("It takes three to five years.", "three to five years", "P5Y"),
    ("It lost money over the last year.", "the last year", "P1Y"),
]
SETS = [
    ("It opens every Monday.", "every Monday", "XXXX-WXX-1"),
    ("It opens on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("They meet twice a week.", "twice a week", "P1W"),
    ("They meet on a daily basis.", "daily", "P1D"),
    ("They meet every ten years.", "every ten years", "P10Y"),
    ("It carries 300 passengers a day.", "a day", "P1D"),
]
REFERENCES = [
    ("It is now open.", "now", "PRESENT_REF"),
    ("It was recently painted.", "recently", "PAST_REF"),
    ("It closed years ago.", "years ago", "PAST_REF"),
    ("It closed a few months ago.", "a few months ago", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "span", "value"), ABSOLUTE + RESOLVED + LENGTHS + SETS + REFERENCES)
def test_one_expression(text: str, span: str, value: str) -> None:
    assert values(text) == [(span, value)]


@pytest.mark.parametrize(("text", "span", "value"), ABSOLUTE + LENGTHS + SETS + REFERENCES)
def test_what_names_its_year_needs_no_anchor(text: str, span: str, value: str) -> None:
    found = find(text, None)
    assert [(each.text, each.value, each.anchor, each.status) for each in found] == [(span, value, None, "absolute")]


@pytest.mark.parametrize(("text", "span", "_"), RESOLVED)
def test_what_nothing_anchors_stays_open(text: str, span: str, _: str) -> None:
    found = find(text, None)
    assert [(each.text, each.date_from, each.date_to, each.granularity) for each in found] == [(span, None, None, None)]
    assert found[0].status == "needs_anchor"
    assert not any(digits in found[0].value for digits in ("2014", "2015", "2016", "2017"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He met her in September when he was still a senator.", "XXXX-09"),
        ("He resigned earlier this month.", "XXXX-XX"),
        ("He spoke on Wednesday night.", "XXXX-WXX-3TNI"),
        ("He resigned last week.", "XXXX-WXX"),
        ("He resigned two years ago.", "XXXX"),
        ("He left at 0900 GMT.", "XXXX-XX-XXT09:00"),
    ],
)
def test_open_values(text: str, value: str) -> None:
    assert [each.value for each in find(text, None)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ran from Monday to Friday.", ["2016-09-05", "2016-09-02"]),
        ("It fell between 1997 and 2001.", ["1997", "2001"]),
        ("It runs from July to December 2014.", ["2014-07", "2014-12"]),
        ("It ran from January 23 to March 9, 2014.", ["2014-01-23", "2014-03-09"]),
        ("It ran from November to March 2014.", ["2013-11", "2014-03"]),
        ("Rents fell in 2014. The following year they rose.", ["2014", "2015"]),
        ("Rents fell in 2014. A year earlier they had risen.", ["2014", "2013"]),
        ("He was held on May 3, 2015. The next day he was freed.", ["2015-05-03", "2015-05-04"]),
        ("He was held on May 3, 2015. That night he was freed.", ["2015-05-03", "2015-05-03TNI"]),
        ("Polls opened on Sunday and closed at 22:30.", ["2016-09-04", "2016-09-04T22:30"]),
        ("He left in 1972. That November he came back.", ["1972", "1972-11"]),
    ],
)
def test_expressions_anchor_each_other(text: str, expected: list[str]) -> None:
    assert [each.value for each in find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The run-up to the vote was calm.",
        "May I come in?",
        "Theresa said that may be so.",
        "They march on.",
        "She came second.",
        "He reads the Sun.",
        "Some 2000 people marched.",
        "A crowd of 1,500 people marched.",
        "It costs $2015.",
        "Call 461-1776 for help.",
        "He is a 24-year-old plumber.",
        "He is 24 years old.",
        "Shops opened early for Black Friday sales.",
        "At the end of the day, it is a matter of trust.",
        "Wait a second.",
        "They won the ratio of 10:15 by luck.",
        "The road spring broke.",
        "Rule 2016 holds.",
        "The tower is 1910 feet high.",
    ],
)
def test_no_time(text: str) -> None:
    assert find(text) == []


def test_an_ambiguous_numeric_date_stays_open_within_its_year() -> None:
    (found,) = find("It was signed on 03/04/2015.")
    assert (found.value, found.status, found.date_from, found.date_to) == ("2015-XX-XX", "needs_anchor", None, None)


@pytest.mark.parametrize("text", ["He left on February 30, 2015.", "He left on 31/31/2015.", "He left on 2015-13-40."])
def test_a_day_that_no_calendar_has_is_no_day(text: str) -> None:
    assert all(each.granularity != "day" for each in find(text))


def test_a_dateline_of_its_own_line_anchors() -> None:
    found = find("Mill closes\n\nSaturday, October 9, 2010\n\nThe mill closed on Thursday, and not in 2009.", None)
    assert [(each.value, each.anchor) for each in found] == [
        ("2010-10-09", None),
        ("2010-10-07", "dateline"),
        ("2009", None),
    ]


def test_a_dateline_gives_no_year_that_an_undated_text_does_not_name() -> None:
    found = find("Mill closes\n\nSaturday, October 9, 2010\n\nIt had opened last year.", None)
    assert [(each.value, each.status) for each in found] == [("2010-10-09", "absolute"), ("XXXX", "needs_anchor")]


def test_the_dateline_goes_before_a_publication_date_a_few_days_later() -> None:
    text = "Mill closes\n\nSaturday, October 9, 2010\n\nThe mill closed yesterday."
    assert [each.value for each in find(text, date(2010, 10, 11))] == ["2010-10-09", "2010-10-08"]
    assert [each.value for each in find(text, date(2011, 10, 11))] == ["2010-10-09", "2011-10-10"]


def test_a_full_date_in_a_dateline_zone_anchors() -> None:
    found = find("MOSCOW, March 3, 2015 - The mill closed yesterday.", None, zone="dateline")
    assert [each.value for each in found] == ["2015-03-03", "2015-03-02"]


def test_a_dateline_without_its_year_takes_it_from_the_publication_date() -> None:
    found = find("MOSCOW, Dec. 31 (Wire) - The mill will close tomorrow.", date(2016, 1, 2), zone="dateline")
    assert [(each.value, each.anchor) for each in found] == [("2015-12-31", "published"), ("2016-01-01", "dateline")]


def test_boilerplate_tells_no_time() -> None:
    assert find("Posted on March 3, 2015.", zone="boilerplate") == []


def test_curly_marks_and_no_break_spaces_count_as_plain() -> None:
    assert [
        each.value for each in find("New Year\u2019s Eve 2015 came. It shut at 3\u00a0p.m. on March\u00a03, 2015.")
    ] == [
        "2015-12-31",
        "2015-03-03T15:00",
    ]


def test_a_history_carries_its_years_on() -> None:
    text = (
        "The poet was born in 1803, left home in 1821, wed in 1825 and wrote odes in 1826 and 1827.\n"
        "In 1831 the poet was tried. On July 14 the judge sent the poet to prison."
    )
    assert [each.value for each in find(text)][-2:] == ["1831", "1831-07-14"]


@pytest.mark.parametrize(
    ("text", "granularity", "first", "last"),
    [
        ("It shut in 2015.", "year", date(2015, 1, 1), date(2015, 12, 31)),
        ("It shut in May 2015.", "month", date(2015, 5, 1), date(2015, 5, 31)),
        ("It shut in Q4 2015.", "quarter", date(2015, 10, 1), date(2015, 12, 31)),
        ("It shut in the winter of 2015.", "season", date(2015, 12, 1), date(2016, 2, 29)),
        ("It shut in the 1990s.", "decade", date(1990, 1, 1), date(1999, 12, 31)),
        ("It shut in the 19th century.", "century", date(1800, 1, 1), date(1899, 12, 31)),
        ("It shut last week.", "week", date(2016, 8, 29), date(2016, 9, 4)),
        ("It shut over the weekend.", "weekend", date(2016, 9, 3), date(2016, 9, 4)),
        ("It shut last night.", "part_of_day", date(2016, 9, 6), date(2016, 9, 6)),
        ("It shut at 3 p.m. yesterday.", "minute", date(2016, 9, 6), date(2016, 9, 6)),
    ],
)
def test_days_that_a_value_covers(text: str, granularity: str, first: date, last: date) -> None:
    (found,) = find(text)
    assert (found.granularity, found.date_from, found.date_to) == (granularity, first, last)
