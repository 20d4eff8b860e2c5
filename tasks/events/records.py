"""Event mentions and their participants as records."""

from typing import NamedTuple

from tasks.coreference.records import Party
from tasks.events.amounts import Amount


class Participant(NamedTuple):
    """A party to an event; `role` is actor, recipient or other, `sector` a PLOVER sector code."""

    role: str
    party: Party
    sector: str | None


class Asserter(NamedTuple):
    """On whose word an event stands: `kind` of the vocabulary asserter_kind, the party, the index of the quote."""

    kind: str
    name: str | None
    party: Party | None
    quote: int | None


class EventMention(NamedTuple):
    """An event as told once; `trigger` is a token index, `sentence` an ordinal, `time` index of a time expression.

    `governor` is the index of the event mention whose act this one hangs on: in "agreed to meet" the meeting hangs on
    the agreement, and PLOVER, which codes one event for both, codes the agreement. `is_doubted` marks acts that words
    like "alleged" stand with. `time_source` and `place_source` say where those stand: clause, sentence, dateline.
    """

    trigger: int
    lemma: str
    sentence: int
    act_type: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    participants: tuple[Participant, ...]
    is_reciprocal: bool
    time: int | None
    place: Party | None
    factuality: str
    fact_score: float
    polarity: str
    asserter: Asserter
    dead: int | None
    injured: int | None
    arrested: int | None
    rule: str
    confidence: float
    governor: int | None = None
    is_doubted: bool = False
    time_source: str | None = None
    place_source: str | None = None
    amount: Amount | None = None
