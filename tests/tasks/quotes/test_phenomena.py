"""What counts as a quote, where it begins and ends, and who says it."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text, find_one_quote

pytestmark = pytest.mark.model

ONE = [
    ("circumstance", 'In reply, Mara Voss said, "The owners are poor."', '"The owners are poor."', "Mara Voss"),
    (
        "letter without marks",
        "The bank published a letter, which reads: I will not come back to work before the month of May.",
        "I will not come back to work before the month of May",
        "which",
    ),
    ("plain", "The harbour master said that the ferry would sail.", "the ferry would sail", "The harbour master"),
    ("no that", "Doctors at the clinic said the fever was falling.", "the fever was falling", "Doctors at the clinic"),
    ("inverted", '"The roof holds," said Ines Okoro, the builder.', '"The roof holds,"', "Ines Okoro, the builder"),
    ("before", '"The roof holds," Ines Okoro said on Monday.', '"The roof holds,"', "Ines Okoro"),
    ("colon", 'Pavel Dorn said: "Sell the boat. Keep the nets."', '"Sell the boat. Keep the nets."', "Pavel Dorn"),
    (
        "split",
        '"We paid in May," Ines Okoro said, "and again in June."',
        '"We paid in May,"|"and again in June."',
        "Ines Okoro",
    ),
    ("goes on", '"We paid," Ines Okoro said. "Nobody wrote back."', '"We paid,"|"Nobody wrote back."', "Ines Okoro"),
    ("interrupted", "The pilot, witnesses said, had lost his way.", "The pilot|had lost his way", "witnesses"),
    ("mixed", 'Pavel Dorn said the law was "a gift to smugglers".', 'the law was "a gift to smugglers"', "Pavel Dorn"),
    ("judged", 'Pavel Dorn called the law "a bad joke".', 'the law "a bad joke"', "Pavel Dorn"),
    ("as", "Pavel Dorn described the law as a trap.", "the law as a trap", "Pavel Dorn"),
    ("of", "The widow accused the bank of hiding the letters.", "the bank of hiding the letters", "The widow"),
    ("passive", "The plan was described by the mayor as a farce.", "The plan|as a farce", "the mayor"),
    ("front", "According to Pavel Dorn, the wells are dry.", "the wells are dry", "Pavel Dorn"),
    ("back", "The wells are dry, according to court records.", "The wells are dry", "court records"),
    ("refusal", "The bank refused to say who had paid.", "to say who had paid", "The bank"),
    ("gerund", "Pavel Dorn denied taking the money.", "taking the money", "Pavel Dorn"),
    ("participle", "The court fined the firm, saying it had lied to buyers.", "it had lied to buyers", "The court"),
    ("noun", "The firm's claim that no file was lost was rejected.", "no file was lost", "The firm"),
    ("question", "Reporters asked whether the mayor would resign.", "whether the mayor would resign", "Reporters"),
    ("demand", "The union urged members to stay at home.", "to stay at home", "The union"),
    ("relative", "A nurse who said the ward was full was sent home.", "the ward was full", "who"),
    ("unclosed", '"Nobody told us anything, Pavel Dorn said.', '"Nobody told us anything,', "Pavel Dorn"),
    ("single", "\u2018The river rose,\u2019 farmer Mara Voss said.", "\u2018The river rose,\u2019", "farmer Mara Voss"),
    ("dash", '"A very fine bridge." \u2014 Mara Voss, Harbour Gazette', '"A very fine bridge."', "Mara Voss"),
    (
        "medium between",
        "The bishop said in a letter that the school would close.",
        "the school would close",
        "The bishop",
    ),
    ("rare verb", '"Not in my lifetime," Mara Voss shrugged.', '"Not in my lifetime,"', "Mara Voss"),
    ("nickname", '"I stopped," said Rob "Moose" Tanner.', '"I stopped,"', 'Rob "Moose" Tanner'),
    ("aside before", "As Pavel Dorn noted, the wells ran dry in May.", "the wells ran dry in May", "Pavel Dorn"),
    (
        "aside between",
        "The wells, as Pavel Dorn noted last week, are dry again.",
        "The wells|are dry again",
        "Pavel Dorn",
    ),
    (
        "inverted between",
        "All members, said Mara Voss, are required to pay in May.",
        "All members|are required to pay in May",
        "Mara Voss",
    ),
    (
        "apposition between",
        '"The offer," said Annelies Brandt, the operator\'s chief executive, "is the best we have seen."',
        '"The offer,"|"is the best we have seen."',
        "Annelies Brandt, the operator's chief executive",
    ),
    (
        "goes on after",
        "He had no known enemies, the airline added, and had passed all checks.",
        "He had no known enemies|and had passed all checks",
        "the airline",
    ),
    (
        "in the words of",
        'It was, in the words of the judge, "a cruel trick".',
        '"a cruel trick"',
        "the judge",
    ),
    ("statement", "The firm said in a statement that the mine was safe.", "the mine was safe", "The firm"),
    ("asked if", "Pavel Dorn asked miners if they planned to vote.", "if they planned to vote", "Pavel Dorn"),
    ("likely to say", "Voters are more likely to say that the dam is safe.", "the dam is safe", "Voters"),
    ("number", "About half say the dam is safe.", "the dam is safe", "About half"),
    (
        "front without a comma",
        "According to Voss the wells were sealed by the firm.",
        "the wells were sealed by the firm",
        "Voss",
    ),
    (
        "back with a clause on the source",
        "The wells are dry, according to Pavel Dorn, who dug them.",
        "The wells are dry",
        "Pavel Dorn",
    ),
    (
        "front of two sentences",
        'According to Pavel Dorn, "the wells are dry. Nobody told us."',
        '"the wells are dry. Nobody told us."',
        "Pavel Dorn",
    ),
    (
        "between subject and verb",
        "The big hit of the night, guests said from the queue, was the organ.",
        "The big hit of the night|was the organ",
        "guests",
    ),
    ("noun with for", "The town ignored the union's call for a new vote.", "a new vote", "the union"),
    (
        "noun with its clause elsewhere",
        "The papers will be a target for the firm's claims that it is poor.",
        "it is poor",
        "the firm",
    ),
    (
        "after a colon",
        "It did not go unseen: According to the union, nine men left the mine.",
        "nine men left the mine",
        "the union",
    ),
    (
        "subject before the marks",
        'Dorn "will not be back before May," said Mara Voss.',
        'Dorn "will not be back before May,"',
        "Mara Voss",
    ),
    ("two spaces", '"The roof holds,"  said Ines Okoro, a builder.', '"The roof holds,"', "Ines Okoro, a builder"),
    (
        "adverb that opens",
        "Now, Pavel Dorn says, at least two mines have shut.",
        "at least two mines have shut",
        "Pavel Dorn",
    ),
    (
        "day after as",
        "But as the paper noted in a column Thursday, the mine had lost money for years.",
        "the mine had lost money for years",
        "the paper",
    ),
    (
        "participle that tells which",
        "A letter seen by the paper says the firm is poor.",
        "the firm is poor",
        "A letter seen by the paper",
    ),
    (
        "day before the clause",
        "Mara Voss told state radio Saturday the owners have sold the mine.",
        "the owners have sold the mine",
        "Mara Voss",
    ),
    (
        "quotation joined",
        "Pavel Dorn said the boat was sound, but “the offers were to use it in a way I did not like.”",
        "the boat was sound, but “the offers were to use it in a way I did not like.”",
        "Pavel Dorn",
    ),
    (
        "according after a conjunction",
        "The roads are open, but according to Pavel Dorn, drivers are worried about the ice.",
        "drivers are worried about the ice",
        "Pavel Dorn",
    ),
    ("noun that is", "The opinion of Dorn is that the mine was safe.", "the mine was safe", "Dorn"),
    (
        "noun with a quotation",
        'The judge heard the accusation from Dorn that the firm had changed the data in order "to mislead the public."',
        'the firm had changed the data in order "to mislead the public."',
        "Dorn",
    ),
    (
        "inverted and parsed as an object",
        "He also had a voice in decisions about large investments in Malta, said a former spokesman for the ministry, "
        "Oleg Tsyrin, who also ran as a candidate in the new bloc that Miller helped.",
        "He also had a voice in decisions about large investments in Malta",
        "a former spokesman for the ministry, Oleg Tsyrin",
    ),
    ("participle on an object", "Dorn tried to stop the vote accusing Malta of delay.", "Malta of delay", "Dorn"),
    (
        "abbreviation",
        "Nations including the U.S. said the dam is safe.",
        "the dam is safe",
        "Nations including the U.S.",
    ),
    (
        "colon without a cue",
        'Mara Voss was glad of the treaty: "I welcome that it is now in force."',
        '"I welcome that it is now in force."',
        "Mara Voss",
    ),
    (
        "praise and a colon",
        'Mara Voss criticised the owners: "They have sold the mine twice."',
        '"They have sold the mine twice."',
        "Mara Voss",
    ),
    (
        "ends in marks",
        'Dorn said that Voss was unsure of the bank, which was near collapse, "because her husband was on the board."',
        'Voss was unsure of the bank, which was near collapse, "because her husband was on the board."',
        "Dorn",
    ),
    (
        "goes on, full stop outside",
        '"We paid," Ines Okoro said. "Nobody ever wrote back to the farmers".',
        '"We paid,"|"Nobody ever wrote back to the farmers"',
        "Ines Okoro",
    ),
    (
        "paragraph without marks",
        "Mara Voss wrote to the miners:\n\nI cannot go on being blamed for strikes that I never wanted.",
        "I cannot go on being blamed for strikes that I never wanted",
        "Mara Voss",
    ),
]


@pytest.mark.parametrize(("text", "content", "source"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_quote(nlp: Language, text: str, content: str, source: str) -> None:
    assert find_one_quote(nlp, text) == (content, source)


@pytest.mark.parametrize(
    "text",
    [
        'The town hired a "night tsar" for its "quiet zone" scheme.',
        'Her novel "The Salt Road" won a prize.',
        'Marchers carried banners reading "No more cuts" outside the bank.',
        "The vote is in May.\n\nMara Voss: a last chance\n\nThe mayor has run the town for years.",
        "The town has a new council.\n\nHarbour Hill: Pavel Dorn, Ines Okoro.",
        "A guard who asked to remain anonymous left the town.",
        "Pavel Dorn was granted bail, on condition that he stays in the town.",
        "In May, the bank reported a loss of two million, Gulf Air had four million.",
        "A voter who does not claim to belong to a party won the seat.",
        "A guard, who requested anonymity to speak freely, left the town.",
        "She thought the train had left and hoped someone would wait.",
        "The law says little about drones.",
        "The boys' mother liked rock 'n' roll.",
        "According to plan, the bridge opened in May.",
        "That said, we are quite happy here.",
        "The mayor wants to criticise the plan next week.",
        "The doctor, who asked not to be named, left early.",
        "The president called Prime Minister Mara Voss on Monday.",
        'The strike would go on "until the owners pay".',
        "She lives in a house called Hope.",
        "The mayor went to the bank to ask for time.",
        "The mayor responded to the reform in May.",
        "Dorn and Voss sent letters but were denied access.",
        "John Garo, recently sworn in as mayor of the town, was ill after the flight.",
        "The storm threatens Malta.",
        "This comes five days after another arrest, Carl Regan of Malta was charged in May.",
        "The plane touched down on the lake.",
    ],
)
def test_no_quote(nlp: Language, text: str) -> None:
    assert annotate_text(nlp, text).found.quotes == []


def test_paragraphs_that_open_again_are_one_quotation(nlp: Language) -> None:
    text = '"My father built it," said Mara Voss.\n\n"He paid in wheat.\n\n"You could not do that today."'
    (quote,) = annotate_text(nlp, text).found.quotes
    assert len(quote.spans) == 2
    assert quote.kind == "direct"


def test_a_free_paragraph_after_reported_speech_has_the_speaker_before(nlp: Language) -> None:
    text = 'Mayor Ines Okoro said the town would appeal.\n\n"This ruling makes no sense at all."'
    reported, free = annotate_text(nlp, text).found.quotes
    assert free.cue is None
    assert free.speakers == reported.speakers


def test_reports_speak_in_a_headline(nlp: Language) -> None:
    text = "Reports: bank to close its doors in May\n\nMonday, May 7, 2012\n\nThe bank was founded in 1890 by a baker."
    (quote,) = annotate_text(nlp, text, title="Reports: bank to close its doors in May").found.quotes
    assert (quote.rule, text[quote.spans[0].start : quote.spans[0].end]) == (
        "headline",
        "bank to close its doors in May",
    )


def test_turns_of_a_transcript(nlp: Language) -> None:
    text = "VOSS: Will you resign?\n\nDORN: No. I was elected to finish this."
    turns = annotate_text(nlp, text).found.quotes
    assert [text[turn.spans[0].start : turn.spans[0].end] for turn in turns] == [
        "Will you resign?",
        "No. I was elected to finish this",
    ]
