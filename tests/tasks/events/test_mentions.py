"""Event mentions of whole sentences: who did what to whom, whether it is so, on whose word."""

from datetime import date

import pytest
from spacy.language import Language

from expectations.tables import TABLES
from tasks.annotation.document import to_rows
from tests.annotated import annotate_text
from tests.tasks.events.scenes import found

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mayor was arrested by soldiers.", ("COERCE", "arrested", "soldiers", "mayor")),
        ("Israel's attack on Lebanon was condemned.", ("ASSAULT", "attack", "Israel", "Lebanon")),
        ("Rebels who attacked the army fled.", ("ASSAULT", "attacked", "Rebels", "army")),
        ("Poland imposed sanctions on Belarus.", ("SANCTION", "sanctions", "Poland", "Belarus")),
        ("Talks between Chad and Sudan resumed.", ("CONSULT", "Talks", "Chad", "Sudan")),
        ("Ghana and Togo praised the plan.", ("SUPPORT", "praised", "Ghana", None)),
        ("Serbia rejected a French demand.", ("REJECT", "rejected", "Serbia", "French")),
        ("Hundreds of students protested against the king.", ("PROTEST", "protested", "students", "king")),
        ("The union urged the government to resign.", ("REQUEST", "urged", "union", "government")),
        ("The consulate denied meeting with Ivo Wilmot.", ("CONSULT", "meeting", "consulate", "Ivo Wilmot")),
        ("Norway and Chad met. The pair discussed a treaty.", ("CONSULT", "discussed", "Norway", "Chad")),
        ("The envoy discussed a treaty of the farmers.", ("CONSULT", "discussed", "envoy", None)),
        ("The editor's arrest was condemned.", ("COERCE", "arrest", None, "editor")),
        ("The king feared a French plan to attack Ghana.", ("ASSAULT", "attack", "French", "Ghana")),
        ("His decision to attack Ghana surprised the king.", ("ASSAULT", "attack", "His", "Ghana")),
        ("Ivo Wilmot attacked Marta Kovel.", ("ACCUSE", "attacked", "Ivo Wilmot", "Marta Kovel")),
        ("The US-led invasion began.", ("ASSAULT", "invasion", "US", None)),
        (
            "The bishop undertook a mediation mission between Chad and Niger.",
            ("CONSULT", "mediation", "bishop", "Chad"),
        ),
        ("The army fired rounds of artillery at the rebels.", ("ASSAULT", "fired", "army", "rebels")),
        ("The union was under pressure from the ministry.", ("REQUEST", "pressure", "ministry", "union")),
        ("Norway sent rescue workers to Chad.", ("AID", "sent", "Norway", "Chad")),
        ("Their attacks on the town went on.", ("ASSAULT", "attacks", "Their", "town")),
        ("The governor won the support of the union.", ("SUPPORT", "support", "union", "governor")),
        ("The court ended its investigation of the mayor.", ("ACCUSE", "investigation", "court", "mayor")),
        ("The parliament ratified the treaty by nine votes to two.", ("SUPPORT", "ratified", "parliament", None)),
        ("Three villagers were killed in shelling.", ("ASSAULT", "shelling", None, None)),
        ("The ministry promised to send doctors.", ("AGREE", "promised", "ministry", None)),
        ("On the day when the king accused Chad, it rained.", ("ACCUSE", "accused", "king", "Chad")),
        ("Ghana called on Togo to free the bishop.", ("RETREAT", "free", "Togo", "bishop")),
        ("Ghana's demand that Togo free the bishop was ignored.", ("REQUEST", "demand", "Ghana", "Togo")),
        ("The rebels held a round of talks with the army.", ("CONSULT", "talks", "rebels", "army")),
        ("The bishop flew to Accra for talks with the general.", ("CONSULT", "talks", "bishop", "general")),
        ("The miners went on strike.", ("PROTEST", "strike", "miners", None)),
        ("The withdrawal of the army from Chad began.", ("RETREAT", "withdrawal", "army", "Chad")),
        ("Ghana shared intelligence with Togo.", ("COOPERATE", "shared", "Ghana", "Togo")),
        ("Thousands marched through Lima.", ("PROTEST", "marched", "Thousands", None)),
        ("The Orlando massacre shocked the king.", ("ASSAULT", "massacre", None, None)),
        ("The delivery of grain to Chad began.", ("AID", "delivery", None, "Chad")),
        ("The inquiry into the mayor went on.", ("ACCUSE", "inquiry", None, "mayor")),
        ("Ghana pressed Togo for the release of the bishop.", ("RETREAT", "release", None, "bishop")),
        ("Troops fired rounds of artillery.", ("ASSAULT", "fired", "Troops", None)),
    ],
)
def test_parties(nlp: Language, text: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    assert wanted in found(annotate_text(nlp, text))


@pytest.mark.parametrize(
    ("text", "lemma", "factuality", "kind"),
    [
        ("The army attacked the town.", "attack", "asserted", "narrator"),
        ("The army did not attack the town.", "attack", "negated", "narrator"),
        ("The army may attack the town.", "attack", "hedged", "narrator"),
        ("The army will attack the town.", "attack", "planned", "narrator"),
        ("The general threatened to attack the town.", "attack", "conditional", "speaker"),
        ("The envoy urged the army to withdraw.", "withdraw", "requested", "narrator"),
        ("The army reportedly attacked the town.", "attack", "alleged", "anonymous"),
        ("The ministry condemned the attack.", "attack", "asserted", "narrator"),
        ("Marta Kovel said that the army attacked the town.", "attack", "alleged", "speaker"),
        ('"We attacked the town," Ivo Wilmot said.', "attack", "confirmed", "speaker"),
        ("The rebels said they had attacked the town.", "attack", "confirmed", "speaker"),
        ("The deal calls for the army to release the nuns.", "release", "requested", "narrator"),
        ("The bill would allow police to arrest the nuns.", "arrest", "conditional", "narrator"),
        ("The army did not allow the rebels to withdraw.", "withdraw", "negated", "narrator"),
        ("Chad and Togo said they had attacked the town.", "attack", "confirmed", "speaker"),
        ("The army said they had attacked the town.", "attack", "confirmed", "speaker"),
        ("The army said the rebels had attacked the town.", "attack", "alleged", "speaker"),
        ("The envoy played down the gravity of the attack.", "attack", "asserted", "narrator"),
        ("The king pledged aid during the attack on the town.", "attack", "asserted", "narrator"),
        ("The army may send troops to attack the town.", "attack", "hedged", "narrator"),
        ("Talks on a truce are due to resume.", "talk", "planned", "narrator"),
        ("A visit is unlikely.", "visit", "negated", "narrator"),
        ("The envoy would be willing to meet the rebels.", "meet", "planned", "narrator"),
        ("The court is to look into claims that the army attacked the town.", "attack", "alleged", "anonymous"),
        ("The army did not deny that it attacked the town.", "attack", "hedged", "speaker"),
        ("The army neither confirmed nor denied the raid.", "raid", "refused", "speaker"),
        ("The army would not confirm or deny that it attacked the town.", "attack", "refused", "speaker"),
        ("The bishop pleaded with the army to release the nuns.", "release", "requested", "narrator"),
        ("The envoy called off the talks.", "talk", "negated", "narrator"),
        ("The envoy was urged to call off the talks.", "talk", "planned", "narrator"),
        ("The army has not ruled out raiding the town.", "raid", "hedged", "narrator"),
        ("The army failed to prevent the raid.", "raid", "asserted", "narrator"),
        ("Had the army attacked, the town would have fallen.", "attack", "conditional", "narrator"),
        ("The judge ruled that the army attacked the town.", "attack", "alleged", "speaker"),
        ("The Karvia Post reported that France attacked the town.", "attack", "alleged", "outlet"),
    ],
)
def test_factuality(nlp: Language, text: str, lemma: str, factuality: str, kind: str) -> None:
    events = [each for each in annotate_text(nlp, text).found.events if each.lemma == lemma]
    assert [(each.factuality, each.asserter.kind) for each in events] == [(factuality, kind)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The king will meet the queen of Norway.", "AGREE"),
        ("The king met the queen of Norway.", "CONSULT"),
        ("The army will withdraw from Chad.", "CONCEDE"),
        ("The army will attack Chad.", "THREATEN"),
    ],
)
def test_the_tense_rules(nlp: Language, text: str, wanted: str) -> None:
    assert [each.event_type for each in annotate_text(nlp, text).found.events] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The striker scored a goal and the coach attacked the referee in the second half of the match.",
        "The minister said that the weather was fine.",
        "The actor died of a heart attack.",
        "The embassy declined to comment.",
        "The plane crashed, killing four soldiers.",
        "Nuclear-armed Iran held an election.",
        "The plan gives money to refugees.",
        "Chad beat Niger in the semifinal of the tournament. Chad will meet Togo at the stadium.",
        "The mayor met with reporters in Boston.",
        "The union asked its members what they wanted.",
        "The terror threat grew.",
        "New technology threatens to change the trade.",
        "A deep commitment to justice is rare.",
        "The senator agreed that the law is weak.",
        "The president called on Monday.",
        "Kovel beat Holm among voters in the primary and captured all delegates at a rally of the candidate.",
        "The news put pressure on the minister.",
        "Barcelona beat Sevilla 3-1 on Sunday.",
        "The rules allow him to vote at home.",
        "The envoy gave a lecture in Chad.",
        "The bill is an assault on democracy.",
        "The mill was sold in March.",
        "The earthquake killed ten villagers and injured two.",
        "The earthquake and its aftershocks shook the island. A tsunami warning followed. At least 20 were killed.",
    ],
)
def test_no_event(nlp: Language, text: str) -> None:
    assert not annotate_text(nlp, text).found.events


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Marta Kovel attacked the plan of Ivo Wilmot. The candidate lost the primary.", "ACCUSE"),
        (
            "Marta Kovel is the candidate in the primary. The attacks on Kovel went on as voters looked at polls.",
            "ACCUSE",
        ),
        ("The attacks on Marta Kovel went on. She lost an eye.", "ASSAULT"),
        ("Ivo Wilmot assaulted Marta Kovel, a candidate. Voters and delegates talk of it at the caucus.", "ASSAULT"),
    ],
)
def test_an_attack_in_a_campaign_is_criticism(nlp: Language, text: str, wanted: str) -> None:
    assert annotate_text(nlp, text).found.events[0].act_type == wanted


def test_acts_in_a_report_on_sport_are_less_sure(nlp: Language) -> None:
    report = "The striker missed a penalty in the semifinal of the championship. The referee saw the goalkeeper."
    said = "Ivo Wilmot praised Marta Kovel."
    alone, within = (annotate_text(nlp, text).found.events[0] for text in (said, f"{report} {said}"))
    assert within.confidence < alone.confidence


def test_a_time_behind_a_noun_that_dates_the_act_is_the_time_of_that_noun(nlp: Language) -> None:
    text = "The king met the envoy before the election in November 2016. The king met the pope in May 2015."
    judged = annotate_text(nlp, text)
    times = [judged.found.times[each.time].value if each.time is not None else None for each in judged.found.events]
    assert times == [None, "2015-05"]


def test_when_and_where_is_told_with_its_source(nlp: Language) -> None:
    text = (
        "TALLINN, May 6, 2024 (Ostra Press) -- The king met the envoy. He met the pope in Rome on May 2, 2024.\n\n"
        "The union condemned the raid. In Oslo, after the storm, police arrested the mayor."
    )
    events = annotate_text(nlp, text, date(2024, 5, 6)).found.events
    assert [(each.time_source, each.place_source, each.place and each.place.name) for each in events] == [
        ("dateline", "dateline", "Tallinn"),
        ("clause", "clause", "Rome"),
        (None, None, None),
        (None, None, None),
        (None, "clause", "Oslo"),
    ]


def test_on_says_where_of_islands(nlp: Language) -> None:
    events = annotate_text(nlp, "The armies fought on Karvia Island. The envoys talked on Monday.").found.events
    assert [each.place and each.place.text for each in events] == ["Karvia Island"]


def test_what_is_only_talked_about_is_no_act(nlp: Language) -> None:
    events = annotate_text(nlp, "The envoy discussed sanctions with the ambassador.").found.events
    assert [each.lemma for each in events] == ["discuss"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police arrested thirty-one rioters.", [(None, None, 31)]),
        ("The attack left nine people dead and 30 wounded.", [(9, 30, None), (None, 30, None)]),
        ("A bomb exploded in Kabul, killing nine people.", [(9, None, None)] * 2),
        ("Nine people were killed and 30 injured in a raid.", [(9, 30, None), (None, 30, None), (None, None, None)]),
        ("An attack killed six soldiers.", [(6, None, None)] * 2),
        ("Six soldiers were killed when rebels attacked the town.", [(6, None, None)] * 2),
    ],
)
def test_victims_are_counted(nlp: Language, text: str, wanted: list[tuple[int | None, int | None, int | None]]) -> None:
    events = annotate_text(nlp, text).found.events
    assert [(each.dead, each.injured, each.arrested) for each in events] == wanted


def test_an_act_and_the_verb_that_carries_it_are_one_event(nlp: Language) -> None:
    assert found(annotate_text(nlp, "Chad filed a lawsuit against Togo.")) == [("ACCUSE", "lawsuit", "Chad", "Togo")]
    assert found(annotate_text(nlp, "Chad and Togo signed a treaty.")) == [("SUPPORT", "signed", "Chad", "Togo")]


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("Police fired tear gas at the students.", {"repression"}),
        ("The French president met the Polish ambassador.", {"executive", "diplomatic"}),
        ("A spy met the bishop.", {"intelligence", "religion_ethnicity"}),
        ("The mayor thanked the nurse.", {"health"}),
        ("The mayor thanked the voters of the village.", {"election"}),
    ],
)
def test_contexts(nlp: Language, text: str, contexts: set[str]) -> None:
    assert set(annotate_text(nlp, text).found.events[0].contexts) == contexts


@pytest.mark.parametrize(
    ("sure", "less_sure"),
    [
        ("The army attacked the town.", "The army attacked the idea."),
        ("The army attacked the town.", "The striker attacked the town."),
        ("The officers attacked the thieves.", "Officers attack thieves."),
        ("The attacks killed three women.", "Heart attacks kill more women than men."),
        ("The army attacked the town on May 3, 2016.", "In 2016 the king left. The army attacked the town in 1936."),
        ("The army attacked the town.", "The army did not attack the town."),
        ("Poland imposed sanctions on Belarus.", "Sanctions were imposed."),
    ],
)
def test_what_misleads_is_less_sure(nlp: Language, sure: str, less_sure: str) -> None:
    one, other = (annotate_text(nlp, text).found.events[-1].confidence for text in (sure, less_sure))
    assert 0 < other < one < 1


def test_the_score_is_finer_than_the_label(nlp: Language) -> None:
    texts = ("The army plans an attack on the town.", "The army postponed an attack on the town.")
    events = [annotate_text(nlp, text).found.events[-1] for text in texts]
    assert [each.factuality for each in events] == ["planned", "planned"]
    assert events[0].fact_score > events[1].fact_score


def test_what_hangs_on_an_act_names_its_governor(nlp: Language) -> None:
    events = annotate_text(nlp, "The union condemned the attack.").found.events
    assert [(each.act_type, each.governor) for each in events] == [("ACCUSE", None), ("ASSAULT", 0)]


def test_rows_have_the_columns_of_the_tables(nlp: Language) -> None:
    text = "Police arrested two students in Paris on Monday. “The arrests were wrong,” Marta Kovel said."
    judged = annotate_text(nlp, text, date(2024, 5, 8))
    rows = to_rows("test", text, judged.doc, judged.found)
    for table in ("event_mentions", "participants"):
        assert rows[table]
        for row in rows[table]:
            assert row.keys() == {column.name for column in TABLES[table].columns}
    for row in rows["event_mentions"]:
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger_text"]
        assert row["actor_id"] is None or row["actor_id"] != row["recipient_id"] or row["is_reciprocal"]
