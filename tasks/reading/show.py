"""A document with everything that was found in it, as lines of text."""

from collections.abc import Iterator, Mapping, Sequence

from expectations.rows import Row

Tables = Mapping[str, Sequence[Row]]
_WIDTH = 100


def to_lines(tables: Tables) -> Iterator[str]:
    """Print one document: `tables` holds the rows of that document, of every table that documents own."""
    (document,) = tables["documents"]
    yield f"{document['doc_id']}  {document['title'] or '(no title)'}"
    yield "  ".join(f"{name} {document[name]}" for name in ("outlet", "published_at", "source_uri") if document[name])
    for name, to_line in (
        ("quotes", to_quote_line),
        ("event_mentions", to_event_line),
        ("roles", to_role_line),
        ("times", to_time_line),
    ):
        yield ""
        yield f"{name} ({len(tables[name])})"
        yield from (f"  {to_line(row)}" for row in tables[name])
    yield ""
    yield from _to_cast_lines(tables["mentions"])


def to_quote_line(row: Row) -> str:
    """Print who says what."""
    who = row["speaker_name"] or row["source_text"] or "(no source)"
    via = f" via {row['via_text']}" if row["via_text"] else ""
    return f"{who} {row['stance']}{via}: {_shorten(row['text'])}  [{row['kind']}, cue {row['cue_text'] or 'none'}]"


def to_event_line(row: Row) -> str:
    """Print who did what to whom, and on whose word."""
    actor, recipient = (row[f"{role}_name"] or "?" for role in ("actor", "recipient"))
    word = row["asserter_name"] or row["asserter_kind"]
    when = f" {row['date_from']}" if row["date_from"] else ""
    return f"{row['act_type']} {actor} -> {recipient}{when}: {row['factuality']} by {word}  [{row['trigger_text']}]"


def to_role_line(row: Row) -> str:
    """Print who holds which title."""
    return f"{row['person_name']}: {row['role_text']}  [{row['kind']}, {row['country'] or 'no country'}]"


def to_time_line(row: Row) -> str:
    """Print what a time expression stands for."""
    return f"{row['text']}: {row['value']}  [{row['kind']}, {row['status']}]"


def _to_cast_lines(mentions: Sequence[Row]) -> Iterator[str]:
    chains: dict[str, list[Row]] = {}
    for mention in mentions:
        chains.setdefault(mention["chain_id"], []).append(mention)
    named = [chain for chain in chains.values() if chain[0]["entity_id"]]
    yield f"entities ({len(named)})"
    for chain in named:
        surfaces = dict.fromkeys(" ".join(mention["text"].split()) for mention in chain)
        yield f"  {chain[0]['entity_type']} {' | '.join(surfaces)}"


def _shorten(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WIDTH else f"{flat[: _WIDTH - 1]}…"
