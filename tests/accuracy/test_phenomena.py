"""What makes a gold quote easy or hard is named after its cue, its pieces and its source."""

import pytest

from tests.accuracy.phenomena import find_phenomena

TEXT = 'The plan, Dorn said, was late. Voss slammed it as a joke. Dorn: "No." A claim that it rained. Adding more'


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


@pytest.mark.parametrize(
    ("content", "cue", "source", "phenomena"),
    [
        (("The plan", "was late"), "said", "Dorn", ["say_tell_write_cue", "split_around_source"]),
        (("it as a joke",), "slammed", "Voss", ["other_cue", "judging_cue"]),
        (('"No."',), ":", "Dorn", ["punctuation_cue"]),
        (("it rained",), "A claim", None, ["noun_cue", "no_source"]),
        (("more",), "Adding", "Voss", ["other_cue", "ing_cue"]),
        (("more",), None, None, ["no_cue", "no_source"]),
    ],
)
def test_phenomena_of_a_quote(
    content: tuple[str, ...], cue: str | None, source: str | None, phenomena: list[str]
) -> None:
    quote = {
        "content_spans": spans(*content),
        "cue_spans": spans(cue) if cue else [],
        "speaker_spans": spans(source) if source else [],
    }
    assert list(find_phenomena(TEXT, quote)) == phenomena
