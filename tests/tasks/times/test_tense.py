"""What only a parse tells; published on Wednesday 7 September 2016."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text
from tests.tasks.times.finding import PUBLISHED

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister resigned on Friday.", "2016-09-02"),
        ("The minister will resign on Friday.", "2016-09-09"),
        ("The minister would resign on Friday, she said.", "2016-09-09"),
        ("The minister could have resigned on Friday.", "2016-09-02"),
        ("The minister is meeting her staff on Friday.", "2016-09-09"),
        ("The minister plans to resign on Friday.", "2016-09-09"),
        ("The minister was forced to resign on Friday.", "2016-09-02"),
        ("The trial opens on Friday.", "2016-09-09"),
        ("A hearing is scheduled for Friday.", "2016-09-09"),
        ("A hearing was scheduled for Friday.", "2016-09-09"),
        ("The report, published on Friday, blames the mayor.", "2016-09-02"),
        ("The union voted in March.", "2016-03"),
        ("The union will vote in March.", "2017-03"),
        ("The union voted in November.", "2015-11"),
        ("The union will vote on March 3.", "2017-03-03"),
        ("The fair is to run until September 1.", "2016-09-01"),
        ("The fair was held this weekend.", "2016-W35-WE"),
        ("The fair will be held this weekend.", "2016-W36-WE"),
        ("The fair will be held in the spring.", "2017-SP"),
        ("The council read a November letter from the mayor.", "2015-11"),
        ("The minister resigned today.", "2016-09-07"),
        ("Today, most farmers here grow wheat.", "PRESENT_REF"),
        ("The coast is as wild today as it was then.", "PRESENT_REF"),
    ],
)
def test_tense_gives_the_direction(nlp: Language, text: str, value: str) -> None:
    assert [each.value for each in annotate_text(nlp, text, PUBLISHED).found.times] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke to the press.",
        "The workers march to the square.",
        "April Jones won the race.",
        "A survey of 1709 schoolchildren was read.",
        "Prices may fall.",
    ],
)
def test_no_time(nlp: Language, text: str) -> None:
    assert annotate_text(nlp, text, PUBLISHED).found.times == []
