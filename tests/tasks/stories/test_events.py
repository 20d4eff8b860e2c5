"""The same event told twice is one event; the same key in two documents is one event."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.coreference.records import Cast, Party
from tasks.entities.records import Entity
from tasks.events.records import Asserter, EventMention, Participant
from tasks.stories.events import resolve_events
from tasks.times.records import TimeExpression

CAST = Cast((), (), (), ())
MAY_3, MAY_4 = date(2022, 5, 3), date(2022, 5, 4)


def party(name: str) -> Party:
    entity = Entity(f"ent-{name}", "GPE", name, None, None, None) if name[0].isupper() else None
    return Party(0, 1, name, name, entity, None, None, None)


def time(first: date, last: date) -> TimeExpression:
    return TimeExpression(0, 1, 0, 1, "", "DATE", "", first, last, "day", None, "absolute", "test", 1.0)


TIMES = [time(MAY_3, MAY_3), time(MAY_4, MAY_4), time(date(2022, 5, 1), date(2022, 5, 31))]


def told(
    act: str, actor: str = "", recipient: str = "", when: int | None = None, polarity: str = "positive",
    factuality: str = "asserted", mode: str | None = None, trigger: int = 0, *, both: bool = False,
) -> EventMention:  # fmt: skip
    parties = [
        Participant(role, party(name), None) for role, name in (("actor", actor), ("recipient", recipient)) if name
    ]
    return EventMention(
        trigger, "act", 0, act, act, mode, (), tuple(parties), both, when, None, factuality, 3.0, polarity,
        Asserter("narrator", None, None, None), None, None, None, "test", 1.0,
    )  # fmt: skip


def ids(*events: EventMention, doc_id: str = "d") -> list[str]:
    numbered = [event._replace(trigger=index * 10) for index, event in enumerate(events)]
    return resolve_events(doc_id, numbered, CAST, TIMES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("ASSAULT", "Norway", "Sweden"), told("ASSAULT", "Norway", "Sweden")),
        (told("ASSAULT", "Norway", "Sweden"), told("ASSAULT", "Norway")),
        (told("ASSAULT", "Norway", "Sweden"), told("ASSAULT", "", "Sweden")),
        (told("ASSAULT", "Norway", "Sweden", 0), told("ASSAULT", "Norway", "Sweden")),
        (told("ASSAULT", "Norway", "Sweden", 0), told("ASSAULT", "Norway", "Sweden", 2)),
        (told("ASSAULT", "rebels", "Sweden"), told("ASSAULT", "rebels", "Sweden")),
        (told("CONSULT", "Norway", "Sweden", both=True), told("CONSULT", "Sweden", "Norway", both=True)),
        (told("CONSULT", "Norway", "Sweden"), told("CONSULT", "Norway", "Sweden", polarity="negative")),
        (told("CONSULT", "Norway", "Sweden", mode="visit"), told("CONSULT", "Norway", "Sweden")),
        (told("CONSULT", "Norway", "Sweden", 0), told("CONSULT", "Norway", "Sweden", 0, factuality="planned")),
    ],
)
def test_tellings_that_agree_are_one_event(one: EventMention, other: EventMention) -> None:
    first, second = ids(one, other)
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("ASSAULT", "Norway", "Sweden"), told("ACCUSE", "Norway", "Sweden")),
        (told("ASSAULT", "Norway", "Sweden"), told("ASSAULT", "Sweden", "Norway")),
        (told("ASSAULT", "Norway", "Sweden"), told("ASSAULT", "Norway", "Denmark")),
        (told("ASSAULT", "Norway", "Sweden", 0), told("ASSAULT", "Norway", "Sweden", 1)),
        (told("CONSULT", "Norway", "Sweden", mode="visit"), told("CONSULT", "Norway", "Sweden", mode="phone")),
        (told("CONSULT", "Norway", "Sweden"), told("CONSULT", "Norway", "Sweden", factuality="planned")),
        (told("CONSULT", "Norway", "Sweden", both=True), told("CONSULT", "Sweden", "Denmark", both=True)),
        (told("PROTEST"), told("PROTEST")),
    ],
)
def test_tellings_that_differ_are_two_events(one: EventMention, other: EventMention) -> None:
    first, second = ids(one, other)
    assert first != second


@pytest.mark.parametrize(
    ("event", "is_shared"),
    [
        (told("ASSAULT", "Norway", "Sweden", 0), True),
        (told("ASSAULT", "Norway", "Sweden", 2), False),
        (told("ASSAULT", "Norway", "Sweden"), False),
        (told("ASSAULT", "rebels", "Sweden", 0), False),
        (told("ASSAULT", "", "Sweden", 0), False),
        (told("PROTEST", "Norway", "", 0), True),
        (told("SANCTION", "Norway", "", 0), False),
    ],
)
def test_documents_share_an_event_when_act_parties_and_day_are_known(event: EventMention, is_shared: bool) -> None:
    assert (ids(event, doc_id="a") == ids(event, doc_id="b")) is is_shared


def test_what_another_sentence_adds_makes_the_event_known_across_documents() -> None:
    vague = ids(told("ASSAULT", "Norway", "Sweden"), told("ASSAULT", "Norway", "", 0), doc_id="a")
    assert set(vague) == set(ids(told("ASSAULT", "Norway", "Sweden", 0), doc_id="b"))


def test_who_met_whom_does_not_matter_when_both_met() -> None:
    one = ids(told("CONSULT", "Norway", "Sweden", 0, both=True), doc_id="a")
    assert one == ids(told("CONSULT", "Sweden", "Norway", 0, both=True), doc_id="b")


def test_a_denial_in_other_words_is_of_another_event() -> None:
    met = told("CONSULT", "Norway", "Sweden", both=True)._replace(lemma="meet")
    denied = told("CONSULT", "Norway", "Sweden", both=True, polarity="negative", factuality="denied")
    for lemma, is_same in (("meeting", True), ("discuss", False)):
        first, second = ids(met, denied._replace(lemma=lemma))
        assert (first == second) is is_same


@pytest.mark.parametrize(("country", "is_same"), [("NOR", True), ("SWE", False), (None, False)])
def test_an_embassy_acts_through_a_person_of_its_country(country: str | None, is_same: bool) -> None:
    envoy = party("Envoy")._replace(entity_type="PERSON", country=country)
    embassy, other = party("Embassy")._replace(country="NOR"), party("Denmark")
    first, second = ids(
        *(
            told("CONSULT", both=True)._replace(
                participants=(Participant("actor", each, None), Participant("recipient", other, None))
            )
            for each in (embassy, envoy)
        )
    )
    assert (first == second) is is_same


NAMES = st.sampled_from(["", "Norway", "Sweden", "Denmark", "rebels"])
TOLD = st.builds(
    told, st.sampled_from(["ASSAULT", "CONSULT", "PROTEST"]), NAMES, NAMES, st.sampled_from([None, 0, 1, 2])
)


@given(st.lists(TOLD, max_size=12))
def test_every_mention_has_one_id_of_one_act_and_the_same_again(events: list[EventMention]) -> None:
    found = ids(*events)
    assert found == ids(*events)
    assert len(found) == len(events)
    acts: dict[str, set[str]] = {}
    for event, event_id in zip(events, found, strict=True):
        acts.setdefault(event_id, set()).add(event.act_type)
    assert all(len(each) == 1 for each in acts.values())
