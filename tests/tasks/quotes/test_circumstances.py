"""Stance, polarity, medium, addressee and time."""

from datetime import date

import pytest
from spacy.language import Language

from tests.annotated import annotate_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "stance", "polarity"),
    [
        ("The embassy refused to confirm or deny the meeting.", "refuses", "positive"),
        ("The bank said it would not comment on the leak.", "refuses", "positive"),
        ("Pavel Dorn denied that the mine was unsafe.", "denies", "negative"),
        ("Pavel Dorn did not deny meeting the envoy.", "says", "positive"),
        ("The mayor played down the danger of a flood.", "denies", "negative"),
        ("The ministry confirmed that the envoy had left.", "confirms", "positive"),
        ("The rebels claimed that the town had fallen.", "alleges", "positive"),
        ("Mara Voss vowed to appeal.", "promises", "positive"),
        ("Mara Voss warned that the dam could break.", "warns", "positive"),
        ("Mara Voss condemned the raid.", "criticises", "positive"),
        ("Mara Voss praised the nurses.", "praises", "positive"),
        ("The union called for a strike.", "demands", "positive"),
        ('"The killing must stop," Mara Voss said.', "demands", "positive"),
        ('"I never met the envoy," Pavel Dorn said.', "says", "positive"),
        ('"There is no truth in it," Pavel Dorn said.', "denies", "negative"),
        ('"I have never misled the town," Pavel Dorn said.', "denies", "negative"),
        ('"We will not fail," Pavel Dorn said.', "says", "positive"),
        ('Pavel Dorn said any suggestion of neglect was "hurtful".', "denies", "negative"),
        ("Pavel Dorn said the allegations were serious.", "says", "positive"),
        ("Pavel Dorn said one of them had not been paid.", "says", "positive"),
        ("Pavel Dorn neither confirmed nor denied the report.", "refuses", "positive"),
        ("The embassy did not respond to the questions.", "refuses", "negative"),
        ("Pavel Dorn called the letters a forgery.", "criticises", "positive"),
        ('Pavel Dorn called the vote "a choir of one".', "criticises", "positive"),
        ("Pavel Dorn called the vote orderly.", "says", "positive"),
        ("Pavel Dorn called the board \u2018a choir\u2019.", "criticises", "positive"),
        ('Pavel Dorn called the charge "a poor joke".', "denies", "negative"),
        ('Pavel Dorn called the nurses "heroic to the last hour".', "praises", "positive"),
        ("Pavel Dorn ruled out a recount.", "refuses", "positive"),
        ("Pavel Dorn rejected calls for a recount.", "refuses", "negative"),
        ('Pavel Dorn described the sampling as "impressive".', "praises", "positive"),
        ('"I should have waited for the dates," Pavel Dorn said.', "says", "positive"),
        ('"Nothing failed," Pavel Dorn said.', "says", "positive"),
        ("Pavel Dorn stopped short of demanding a new vote.", "demands", "negative"),
        ("Pavel Dorn denied claims that he had paid the guards.", "denies", "negative"),
        ("Pavel Dorn warned the crew not to sail.", "warns", "positive"),
        ('"The flight ended in failure," the agency said.', "says", "positive"),
        ('"In the end they thanked me," Mara Voss said.', "says", "positive"),
        ("Pavel Dorn said the mayor had threatened to close the river.", "says", "positive"),
        ('"Who will pay for this?" Pavel Dorn said.', "asks", "positive"),
        ('"We will rebuild the school," Pavel Dorn said.', "promises", "positive"),
        ("The mayor said the train was late.", "says", "positive"),
        ('"I was told to leave if the mayor denies the crime," Mara Voss said.', "says", "positive"),
        ('Pavel Dorn called the threat "a bit rich".', "criticises", "positive"),
    ],
)
def test_stance(nlp: Language, text: str, stance: str, polarity: str) -> None:
    quote = annotate_text(nlp, text).found.quotes[0]
    assert (quote.stance, quote.polarity) == (stance, polarity)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ('"I am home," singer Mara Voss wrote on Facebook.', "social_media"),
        ('Pavel Dorn tweeted: "Vote early."', "social_media"),
        ('"We are sorry," the airline said in a statement.', "statement"),
        ("Pavel Dorn told Reuters in a phone interview that the mine was safe.", "interview"),
        ("Pavel Dorn said at a news conference that the mine was safe.", "press_conference"),
        ("In a speech on Monday, Pavel Dorn said the mine was safe.", "speech"),
        ('"It is nasty out there," Pavel Dorn told a briefing.', "press_conference"),
        ("Mara Voss told an interviewer that she had been upstaged.", "interview"),
        ("Interfax reported that the mine was safe.", "report"),
        ("Mara Voss told a local radio station that the mine was safe.", "broadcast"),
        ("In a statement read out at the ministry, Mara Voss said the mine was safe.", "statement"),
        ("In a message posted on the network X, Mara Voss said the mine was safe.", "social_media"),
        ("In an interview with Reuters, she was quoted as saying that the mine was safe.", "interview"),
        ("Pavel Dorn said the mine was safe.", None),
        ("Pavel Dorn retired from his post in May, saying the mine was safe.", None),
        ("According to The Harbour Post, the mine was safe.", "report"),
        ("Pavel Dorn, in a letter to the bank, said the mine was safe.", "letter"),
        ("On the social network X, Mara Voss said the mine was safe.", "social_media"),
        ("In a video posted on Telegram, Mara Voss said the mine was safe.", "social_media"),
        ("The firm confirmed it will shut, a step first reported by the newspaper Alpenpost.", None),
        ("In a telegram to his widow, Mara Voss wrote that the mine was safe.", "letter"),
        ("Writing on X, Mara Voss said the mine was safe.", "social_media"),
        ('"It was late," said Pavel Dorn, speaking on the radio.', "broadcast"),
        ('Pavel Dorn called the plan to remove the video "a trap".', None),
    ],
)
def test_medium(nlp: Language, text: str, medium: str | None) -> None:
    assert annotate_text(nlp, text).found.quotes[0].medium == medium


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Pavel Dorn told reporters that the mine was safe.", "reporters"),
        ("Pavel Dorn told Reuters the mine was safe.", "Reuters"),
        ("Pavel Dorn said in an interview with Reuters that the mine was safe.", "Reuters"),
        ("Pavel Dorn urged miners to stay at home.", "miners"),
        ("Pavel Dorn said the mine was safe.", None),
        ("Miners were told by Pavel Dorn that the pit was safe.", "Miners"),
        ("The court heard that the mine was safe.", "court"),
        ("Pavel Dorn was taken aside and told that the pit was unsafe.", "Pavel Dorn"),
        ("Pavel Dorn, who was asked to resign, refused.", "Pavel Dorn"),
        ("The bill was passed on Monday and urges miners to stay at home.", "miners"),
        ("Pavel Dorn told the BBC's Today programme the mine was safe.", "BBC's Today programme"),
        ('Pavel Dorn told NBC\'s "Meet the Press" that the mine was safe.', "NBC"),
        ("Pavel Dorn said on a call with analysts that the mine was safe.", "analysts"),
        ("In an open letter to the board, Pavel Dorn said the mine was safe.", "board"),
        ("Asked if it was late, Pavel Dorn shook his head.", "Pavel Dorn"),
        ("Pavel Dorn, asked on Tuesday whether it was late, said he knew nothing.", "Pavel Dorn"),
        ('"Who told you?" asked the judge.', None),
        ('"We paid," Pavel Dorn said, to loud applause.', None),
        ("Pavel Dorn told a news conference in Oslo that the mine was safe.", None),
        ("Pavel Dorn promised miners that the mine was safe.", "miners"),
        ("Pavel Dorn told me over the phone that the mine was safe.", None),
        ("Speaking to reporters in Oslo, Pavel Dorn said the mine was safe.", "reporters"),
    ],
)
def test_addressee(nlp: Language, text: str, addressee: str | None) -> None:
    quote = annotate_text(nlp, text).found.quotes[0]
    assert (quote.addressee and quote.addressee.name) == addressee


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Speaking on CNN, Pavel Dorn said the mine was safe.", "CNN"),
        ("Pavel Dorn said on his website that the mine was safe.", None),
        ("On the social network X, Pavel Dorn said that the mine was safe.", None),
        ("Pavel Dorn said on television that the mine was safe.", None),
    ],
)
def test_via(nlp: Language, text: str, via: str | None) -> None:
    quote = annotate_text(nlp, text).found.quotes[0]
    assert (quote.via and quote.via.name) == via


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("Pavel Dorn told reporters it was late. He added that the mine was safe.", ["reporters", "reporters"]),
        ("Pavel Dorn urged miners to stay. He said the mine was safe.", ["miners", None]),
        ("Pavel Dorn told reporters it was late. He told me the mine was safe.", ["reporters", None]),
    ],
)
def test_who_goes_on_speaks_to_the_same_people(nlp: Language, text: str, addressees: list[str | None]) -> None:
    quotes = annotate_text(nlp, text).found.quotes
    assert [quote.addressee and quote.addressee.name for quote in quotes] == addressees


def test_who_is_told_is_no_source(nlp: Language) -> None:
    told = "Pavel Dorn was taken aside and told that the pit was unsafe.\n\nDorn, asked if it was late, wept."
    assert [quote.source for quote in annotate_text(nlp, told).found.quotes] == [None, None]


def test_time_of_the_speech_act(nlp: Language) -> None:
    text = "The ministry confirmed on Wednesday that the envoy had left in May 2016."
    found = annotate_text(nlp, text, date(2017, 3, 2)).found
    (quote,) = found.quotes
    assert quote.time is not None
    assert "Wednesday" in found.times[quote.time].text
