"""Where acts happened: of the places that a sentence names, the one that the parse ties to the act, or none."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Police arrested the mayor in Oslo.", "arrested", ("Oslo", "clause")),
        ("Rebels attacked a hospital in Aleppo.", "attacked", ("Aleppo", "clause")),
        ("Two soldiers were killed on Friday in a battle with rebels in Aleppo.", "killed", ("Aleppo", "sentence")),
        ("Speaking at a ceremony in Vienna, the senator accused the king.", "accused", ("Vienna", "sentence")),
        ("The pact was agreed at a summit held in Dublin.", "agreed", ("Dublin", "sentence")),
        ("Pirates in Somalia have seized a tanker.", "seized", ("Somalia", "sentence")),
        ("A gunman opened fire in Munich, killing nine people.", "killing", ("Munich", "sentence")),
        ("The envoy flew to Geneva, where he met the rebels.", "met", ("Geneva", "sentence")),
        ("In Nairobi, the driver fled after he had attacked a guard.", "attacked", ("Nairobi", "sentence")),
        ("The envoys met in the port city of Odesa.", "met", ("Odesa", "clause")),
        ("Clashes broke out in the capital, Khartoum.", "Clashes", ("Khartoum", "clause")),
        ("Prosecutors in Milan have opened an inquiry into the mayor.", "inquiry", ("Milan", "sentence")),
        ("The mayor was found guilty by a court in Quito.", "found", ("Quito", "sentence")),
        ("The king is to visit Vienna on Monday.", "visit", ("Vienna", "clause")),
        ("The army launched an attack on Aleppo.", "attack", ("Aleppo", "clause")),
        ("The bishop flew to Accra for talks with the general.", "talks", ("Accra", "sentence")),
        ("The Orlando massacre shocked the king.", "massacre", ("Orlando", "clause")),
        ("Talks over Kashmir resumed in Geneva.", "Talks", ("Geneva", "clause")),
        ("Gunmen opened fire on a bus near Mombasa.", "fire", ("Mombasa", "sentence")),
        ("The pope urged the rebels to free the nuns who were born in Chile.", "urged", None),
        ("The king lashed out at Turkey.", "lashed", None),
        ("The minister condemned the policy in Hungary.", "condemned", None),
        ("The king signed a deal that gave hope to the militias in Darfur.", "signed", None),
        ("The governor resigned, and a storm hit schools in Texas.", "resigned", None),
    ],
)
def test_the_place_of_an_act(nlp: Language, text: str, trigger: str, wanted: tuple[str, str] | None) -> None:
    judged = annotate_text(nlp, text)
    found = next(each for each in judged.found.events if judged.doc[each.trigger].text == trigger)
    assert (found.place and (found.place.name, found.place_source)) == wanted
