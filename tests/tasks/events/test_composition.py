"""What becomes of an act by the words above it and beside it: refusals, reports, judgements, coordinated verbs."""

import pytest
from spacy.language import Language

from tests.annotated import annotate_text
from tests.tasks.events.scenes import found

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The union will not meet the minister.", ("REJECT", "meet", "asserted")),
        ("The ministry would not apologise to the widow.", ("REJECT", None, "asserted")),
        ("The union did not meet the minister.", ("CONSULT", None, "negated")),
        ("Chad has not lifted the embargo.", ("CONCEDE", None, "negated")),
        ("The proposal was not accepted by the union.", ("REJECT", None, "asserted")),
    ],
)
def test_consent_that_is_withheld_is_a_refusal(nlp: Language, text: str, wanted: tuple[str, str | None, str]) -> None:
    first = annotate_text(nlp, text).found.events[0]
    assert (first.act_type, first.mode, first.factuality) == wanted


@pytest.mark.parametrize(
    ("text", "lemma", "wanted"),
    [
        ("The general said the army would withdraw from Chad.", "withdraw", ("planned", "speaker")),
        ("The general said the army would withdraw if Chad did.", "withdraw", ("conditional", "speaker")),
        ("The general said the army would respond to any attack.", "attack", ("conditional", "speaker")),
        ("The general warned that the army would attack Togo.", "attack", ("conditional", "speaker")),
        ("The mayor called the strike a farce.", "strike", ("asserted", "narrator")),
        ("The mayor called for a strike.", "strike", ("requested", "narrator")),
        ("The mayor faced calls to resign.", "resign", ("requested", "narrator")),
        ("The king refused to sign the treaty and accused Chad of murder.", "accuse", ("asserted", "narrator")),
        ("The king refused to sign the treaty or meet the envoy.", "meet", ("negated", "narrator")),
        ("Togo, not a member of the union, condemned the raid.", "condemn", ("asserted", "narrator")),
        ("Not a single minister condemned the raid.", "condemn", ("negated", "narrator")),
        ("No request for soldiers has been made, the minister said.", "request", ("negated", "speaker")),
        ("The king rejected a Togolese demand for grain.", "demand", ("asserted", "narrator")),
        ("The premier blamed the rebels for the raid.", "raid", ("alleged", "speaker")),
        ("The premier condemned the rebels for the raid.", "raid", ("asserted", "narrator")),
        ("An envoy who asked not to be named said Chad attacked Togo.", "attack", ("alleged", "anonymous")),
        ("Envoys, speaking on condition of anonymity, said Chad attacked Togo.", "attack", ("alleged", "anonymous")),
        ("The envoy of Chad said the army was not to be attacked.", "attack", ("negated", "speaker")),
    ],
)
def test_what_stands_above_decides(nlp: Language, text: str, lemma: str, wanted: tuple[str, str]) -> None:
    events = [each for each in annotate_text(nlp, text).found.events if each.lemma == lemma]
    assert [(each.factuality, each.asserter.kind) for each in events] == [wanted]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The king met the envoy, whose plan the union had dismissed.", ["CONSULT", "REJECT"]),
        ("The plan the king dismissed pleased the union.", ["REJECT"]),
        ("On the day the king dismissed her, she wept.", []),
    ],
)
def test_what_a_relative_clause_is_about_is_its_object(nlp: Language, text: str, acts: list[str]) -> None:
    assert [each.act_type for each in annotate_text(nlp, text).found.events] == acts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The premier blamed the rebels for the bombing.", ("bombing", "rebels", None)),
        ("The premier blamed the bombing on the rebels.", ("bombing", "rebels", None)),
        ("The court accused the general of the murder of the bishop.", ("murder", "general", "bishop")),
        ('"The vote is a betrayal of the villages," Ivo Wilmot said.', ("betrayal", "Ivo Wilmot", None)),
        ("The union sought aid from Togo.", ("aid", "Togo", "union")),
    ],
)
def test_who_is_blamed_did_it_and_who_judges_disapproves(
    nlp: Language, text: str, wanted: tuple[str, str, str | None]
) -> None:
    assert wanted in [each[1:] for each in found(annotate_text(nlp, text))]
