"""Acts that words beside them decide: who does them, whether they are done, on what ground they are told."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text
from tests.tasks.events.scenes import found

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The envoys of Chad and Togo met.", ("CONSULT", "met", "Chad", "Togo")),
        ("Police arrested six members of a cell.", ("COERCE", "arrested", "Police", "six members")),
        ("Two envoys were expelled from Chad.", ("SANCTION", "expelled", "Chad", "Two envoys")),
        ("The shelling of the town by the army went on.", ("ASSAULT", "shelling", "army", "town")),
        ("The rebels refused to hand over the port to Chad.", ("REJECT", "refused", "rebels", "Chad")),
        ("The king arrived in Oslo.", ("CONSULT", "arrived", "king", "Oslo")),
        ("Six women died in shelling.", ("ASSAULT", "died", None, "Six women")),
        ("Police fired tear gas at students.", ("ASSAULT", "fired", "Police", "students")),
        ("Togo's boycott of Chad continued.", ("PROTEST", "boycott", "Togo", "Chad")),
    ],
)
def test_parties_out_of_the_way(nlp: Language, text: str, wanted: tuple[str, str, str, str]) -> None:
    assert found(annotate_text(nlp, text))[0] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Nobody met the envoy.",
        "The envoy met nobody.",
        "The king has signed no treaty.",
        "The king has no plans to resign.",
        "The army is too weak to attack the town.",
        "The mayor showed no sign of resigning.",
    ],
)
def test_what_nobody_does_is_negated(nlp: Language, text: str) -> None:
    assert [each.factuality for each in annotate_text(nlp, text).found.events] == ["negated"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Israeli strikes killed nine people in Rafah.", ["ASSAULT", "ASSAULT"]),
        ("The strike by dockers over pay entered its third day.", ["PROTEST"]),
        ("The army was told of a strike by dockers, a union said.", ["PROTEST"]),
        ("Nurses struck over pay.", ["PROTEST"]),
        ("The jets struck the depot.", ["ASSAULT"]),
        ("The walkout of the delegates ended the meeting.", ["REJECT", "CONSULT"]),
    ],
)
def test_strikes_of_armies_and_of_workers(nlp: Language, text: str, acts: list[str]) -> None:
    assert [each.act_type for each in annotate_text(nlp, text).found.events] == acts


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Police patrolled the square.", "police"),
        ("Gunmen patrolled the square.", "militia"),
        ("Soldiers patrolled the square.", "troops"),
    ],
)
def test_who_is_mobilised(nlp: Language, text: str, mode: str) -> None:
    assert [each.mode for each in annotate_text(nlp, text).found.events] == [mode]


def test_what_is_announced_in_the_perfect_is_done(nlp: Language) -> None:
    text = "The ministry announced that it had expelled two envoys. The ministry announced plans to expel two envoys."
    assert [each.factuality for each in annotate_text(nlp, text).found.events] == ["confirmed", "planned"]
