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
        ("The expulsion of two envoys by Norway went on.", ("SANCTION", "expulsion", "Norway", "two envoys")),
        ("The attack by the army on the rebels failed.", ("ASSAULT", "attack", "army", "rebels")),
        ("The trial of the editor opened.", ("ACCUSE", "trial", None, "editor")),
        ("A loan from the bank to Chad was disbursed.", ("AID", "disbursed", "bank", "Chad")),
        ("A deal between Chad and Togo was signed.", ("SUPPORT", "signed", "Chad", "Togo")),
        ("Norway and Qatar brokered the talks.", ("CONSULT", "talks", "Norway", None)),
        ("The king spoke after talks with the envoy.", ("CONSULT", "talks", "king", "envoy")),
        ("The union condemned the arrest of the editor by soldiers.", ("ACCUSE", "condemned", "union", "soldiers")),
        ("The union condemned the attack on the villagers.", ("ACCUSE", "condemned", "union", None)),
        ("The army bombed the bridge.", ("ASSAULT", "bombed", "army", None)),
        ("The army bombed the home of the mayor.", ("ASSAULT", "bombed", "army", "mayor")),
        ("The king sacked his chancellor.", ("SANCTION", "sacked", "king", "his chancellor")),
        ("Chad recalled its envoy from Togo.", ("SANCTION", "recalled", "Chad", "Togo")),
        ("The king promised to travel to Togo.", ("AGREE", "promised", "king", None)),
        ("The government ban on the march was lifted.", ("COERCE", "ban", "government", None)),
        ("The journalist killings went on.", ("ASSAULT", "killings", None, "journalist")),
        ("Rebel attacks on the town went on.", ("ASSAULT", "attacks", "Rebel", "town")),
        ("The complaint with the court against the bank failed.", ("ACCUSE", "complaint", None, "bank")),
        ("The mayor, Ivo Wilmot, condemned Togo.", ("ACCUSE", "condemned", "Ivo Wilmot", "Togo")),
        ("The army recaptured a bridge from the rebels.", ("ASSAULT", "recaptured", "army", "rebels")),
        ("Chad threatened to impose sanctions on the generals.", ("THREATEN", "threatened", "Chad", "generals")),
        ("A convoy was turned back by the rebels near El Fasher.", ("COERCE", "turned", "rebels", None)),
        ("The mayor requested troops from Chad.", ("REQUEST", "requested", "mayor", "Chad")),
        ("The king vowed that his country would not be intimidated.", ("AGREE", "vowed", "king", None)),
    ],
)
def test_parties_out_of_the_way(nlp: Language, text: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    assert found(annotate_text(nlp, text))[0] == wanted


def test_what_brings_a_protest_about_does_not_protest(nlp: Language) -> None:
    assert ("PROTEST", "protests", None, None) in found(annotate_text(nlp, "The king's visit sparked protests."))


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
