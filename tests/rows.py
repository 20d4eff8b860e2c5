"""One small dataset that keeps every expectation, for tests to break."""

from datetime import UTC, date, datetime

import pyarrow as pa

from expectations.arrow import to_arrow
from expectations.rows import Row
from expectations.tables import TABLES

Rows = dict[str, list[Row]]

TEXT = (
    "Mira Solano met Olaf Brandt in Oslo on 3 May 2021. "
    '"We agreed," Solano said, "and he said he would pay." '
    "He paid the next day, in the 1990s style: \u201c\U0001f600\u201d."
)
OTHER = "Olaf Brandt denied on Tuesday that he had met Mira Solano."


def span(surface: str, text: str = TEXT, prefix: str = "", after: int = 0, text_name: str = "") -> Row:
    """Start, end and text of the first occurrence of a surface at or after an offset."""
    start = text.index(surface, after)
    lead = f"{prefix}_" if prefix else ""
    return {f"{lead}start": start, f"{lead}end": start + len(surface), text_name or f"{lead}text": surface}


def valid_rows() -> Rows:
    """Rows of every table, each as its declaration wants it."""
    return {
        "documents": _documents(),
        "sentences": _sentences(),
        "mentions": _mentions(),
        "roles": _roles(),
        "times": _times(),
        "quotes": _quotes(),
        "event_mentions": _event_mentions(),
        "participants": _participants(),
        "entities": _entities(),
        "events": _events(),
    }


def to_tables(rows: Rows) -> dict[str, pa.Table]:
    return {name: to_arrow(TABLES[name], rows[name]) for name in rows}


def blank(table: str, **values: object) -> Row:
    """A row with nulls (empty lists) in the columns that are not given."""
    row: Row = {column.name: [] if column.kind == "texts" else None for column in TABLES[table].columns}
    assert values.keys() <= row.keys(), values.keys() - row.keys()
    judged = {"rule": "by_hand", "confidence": 0.9} if "confidence" in row else {}
    return row | judged | values


def _documents() -> list[Row]:
    common = {
        "source_format": "txt",
        "raw_sha256": "a" * 64,
        "content_sha256": "b" * 64,
        "fingerprint": "code",
        "language": "en",
        "is_annotated": True,
        "text_signature": "d" * 1024,
    }
    dated = {"published_at": datetime(2021, 5, 4, tzinfo=UTC), "published_source": "sidecar", "outlet": "The Courier"}
    first = blank("documents", doc_id="one", source_uri="one.txt", text=TEXT, n_words=30, **common, **dated)
    second = blank("documents", doc_id="two", source_uri="two.txt", text=OTHER, n_words=11, **common)
    copy = {"duplicate_of": "two", "duplicate_similarity": 0.95}
    third = blank("documents", doc_id="three", source_uri="three.txt", text="Hola.", n_words=1, **common) | copy
    return [first, second, third | {"language": "es", "is_annotated": False, "metadata_sha256": "c" * 64}]


def _sentences() -> list[Row]:
    first, second, third = TEXT.index('"We'), TEXT.index("He paid"), len(TEXT)
    bounds = [(0, first - 1), (first, second - 1), (second, third)]
    rows = [
        blank("sentences", sentence_id=_id("sen", i), doc_id="one", ordinal=i, paragraph=min(i, 1), zone="body")
        | {"start": start, "end": end, "text": TEXT[start:end]}
        for i, (start, end) in enumerate(bounds)
    ]
    last = blank("sentences", sentence_id=_id("sen", 9), doc_id="two", ordinal=0, paragraph=0, zone="body")
    return [*rows, last | span(OTHER, OTHER)]


def _mention(number: int, chain: int, entity: int | None, place: Row, doc_id: str = "one", **more: object) -> Row:
    known = {"form": "name", "entity_type": "PERSON", "entity_id": None if entity is None else _id("ent", entity)}
    ids = {"mention_id": _id("men", number), "chain_id": _id("cha", chain), "doc_id": doc_id}
    return blank("mentions", **{**ids, **known, **place, **more})


def _mentions() -> list[Row]:
    pronoun = {"form": "pronoun", "entity_type": None}
    return [
        _mention(0, 0, 0, span("Mira Solano")),
        _mention(1, 1, 1, span("Olaf Brandt")),
        _mention(2, 2, 2, span("Oslo"), entity_type="GPE"),
        _mention(3, 0, 0, span("Solano", after=20)),
        _mention(4, 4, None, span("he", after=TEXT.index("and he")), **pronoun),
        _mention(5, 5, 1, span("Olaf Brandt", OTHER), "two"),
        _mention(6, 6, 0, span("Mira Solano", OTHER), "two"),
    ]


def _roles() -> list[Row]:
    def role(number: int, doc_id: str, mention: int, text: str) -> Row:
        ids = {"role_id": _id("rol", number), "doc_id": doc_id, "mention_id": _id("men", mention)}
        named = {"person_name": "Olaf Brandt", "role": "olaf", "kind": "office", "modifier": "former"}
        known = {"entity_id": _id("ent", 1), "organisation_id": _id("ent", 2), "country": "NOR"}
        return blank("roles", **ids, **named, **known, **span("Olaf", text, text_name="role_text"))

    return [role(0, "one", 1, TEXT), role(1, "two", 5, OTHER)]


def _time(number: int, surface: str, value: str, status: str, day: date | None, anchor: str | None) -> Row:
    known = {"kind": "DATE", "granularity": "day", "date_from": day, "date_to": day}
    doc_id, text = ("two", OTHER) if surface == "Tuesday" else ("one", TEXT)
    ids = {"time_id": _id("tim", number), "doc_id": doc_id}
    return blank("times", **ids, **span(surface, text), **known, value=value, status=status, anchor=anchor)


def _times() -> list[Row]:
    return [
        _time(0, "3 May 2021", "2021-05-03", "absolute", date(2021, 5, 3), None),
        _time(1, "the next day", "2021-05-04", "resolved", date(2021, 5, 4), f"time:{_id('tim', 0)}"),
        _time(2, "the 1990s", "199", "absolute", date(1990, 1, 1), None) | {"date_to": date(1999, 12, 31)},
        _time(3, "Tuesday", "XXXX-WXX-2", "needs_anchor", None, None),
        _time(4, "day", "P1D", "absolute", None, None) | {"kind": "DURATION"},
        _time(5, "May", "2021-05", "resolved", date(2021, 5, 1), "published"),
    ]


def _quote(number: int, pieces: list[str], **more: object) -> Row:
    spans = [{"start": TEXT.index(piece), "end": TEXT.index(piece) + len(piece)} for piece in pieces]
    start, end = spans[0]["start"], spans[-1]["end"]
    content = {"spans": spans, "start": start, "end": end, "text": TEXT[start:end]}
    known = {"quote_id": _id("quo", number), "doc_id": "one", "stance": "says", "polarity": "positive"}
    return blank("quotes", **known, **content, **more)


def _quotes() -> list[Row]:
    after = TEXT.index('"We')
    source = span("Solano", prefix="source", after=after) | {"speaker_id": _id("ent", 0), "speaker_name": "Mira Solano"}
    cue = span("said", prefix="cue") | {"cue_lemma": "say"}
    outer = _quote(0, ["We agreed,", "and he said he would pay."], kind="direct", **source, **cue)
    inner_cue = span("said", prefix="cue", after=TEXT.index("and he said")) | {"cue_lemma": "say"}
    inner_source = span("he", prefix="source", after=TEXT.index("and he said"))
    inner = _quote(1, ["he would pay"], kind="indirect", **inner_source, **inner_cue)
    return [outer | {"medium": "interview"}, inner | {"parent_quote_id": _id("quo", 0), "time_id": _id("tim", 0)}]


def _event_mention(number: int, event: int, sentence: int, trigger: Row, **more: object) -> Row:
    ids = {"event_mention_id": _id("evm", number), "event_id": _id("evt", event), "sentence_id": _id("sen", sentence)}
    kind = {"act_type": "CONSULT", "event_type": "CONSULT", "quad_code": 1, "intensity": 2.5, "cameo_root": "04"}
    told = {"factuality": "asserted", "fact_score": 3.0, "polarity": "positive", "asserter_kind": "narrator"}
    known = {"doc_id": "one", "is_reciprocal": False, "contexts": ["diplomatic"]}
    return blank("event_mentions", **{**ids, **kind, **told, **known, **trigger, **more})


def _event_mentions() -> list[Row]:
    solano = {"actor_text": "Mira Solano", "actor_name": "Mira Solano", "actor_id": _id("ent", 0)}
    brandt = {"recipient_text": "Olaf Brandt", "recipient_name": "Olaf Brandt", "recipient_id": _id("ent", 1)}
    when = {"time_id": _id("tim", 0), "date_from": date(2021, 5, 3), "date_to": date(2021, 5, 3), "country": "NOR"}
    met = {"trigger_lemma": "meet", "mode": "visit"}
    denied = {"factuality": "denied", "fact_score": -2.0, "asserter_kind": "speaker", "asserter_name": "Olaf Brandt"}
    other = span("met", OTHER, "trigger") | {"doc_id": "two", "trigger_lemma": "meet"}
    place = {"place_text": "Oslo", "place_id": _id("ent", 2)}
    paid = {"amount": 5.0, "currency": "$"}
    return [
        _event_mention(0, 0, 0, span("met", prefix="trigger"), **met, **solano, **brandt, **when, **place),
        _event_mention(1, 0, 9, other, **solano, **brandt, **denied),
        _event_mention(2, 1, 2, span("paid", prefix="trigger"), trigger_lemma="pay", quote_id=_id("quo", 0), **paid),
    ]


def _participants() -> list[Row]:
    def take_part(number: int, role: str, mention: int, entity: int, surface: str) -> Row:
        ids = {"participant_id": _id("par", number), "event_mention_id": _id("evm", 0), "doc_id": "one"}
        known = {"mention_id": _id("men", mention), "entity_id": _id("ent", entity), "name": surface, "sector": "GOV"}
        return blank("participants", **ids, **known, **span(surface), role=role, ordinal=0, country="NOR")

    return [take_part(0, "actor", 0, 0, "Mira Solano"), take_part(1, "recipient", 1, 1, "Olaf Brandt")]


def _entities() -> list[Row]:
    def name(number: int, entity_type: str, known_as: str, n_mentions: int, n_documents: int, **more: object) -> Row:
        counts = {"n_mentions": n_mentions, "n_documents": n_documents}
        day = {"first_published": date(2021, 5, 4), "last_published": date(2021, 5, 4)}
        known = {"entity_id": _id("ent", number), "entity_type": entity_type, "name": known_as, "country": "NOR"}
        return blank("entities", **{**known, **counts, **day, **more})

    return [
        name(0, "PERSON", "Mira Solano", 3, 2, aliases=["Solano"]),
        name(1, "PERSON", "Olaf Brandt", 2, 2),
        name(2, "GPE", "Oslo", 1, 1, latitude=59.9127, longitude=10.7461, geonames_id=3143244),
        name(3, "PERSON", "O. Brandt", 0, 0, merged_into=_id("ent", 1)),
    ]


def _events() -> list[Row]:
    counts = {"n_mentions": 2, "n_documents": 2, "n_outlets": 1, "n_asserters": 2}
    parties = {"actor_id": _id("ent", 0), "recipient_id": _id("ent", 1)}
    days = {name: date(2021, 5, 4) for name in ("date_from", "date_to", "first_published", "last_published")}
    known = {"act_type": "CONSULT", "factuality": "denied", "contested": True, "country": "NOR"}
    once = dict.fromkeys(counts, 1)
    told_once = blank(
        "events", event_id=_id("evt", 1), act_type="CONSULT", factuality="asserted", contested=False, **once
    )
    return [blank("events", event_id=_id("evt", 0), **known, **counts, **parties, **days), told_once]


def _id(kind: str, number: int) -> str:
    return f"{kind}-{number:016x}"
