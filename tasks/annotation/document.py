"""One document through every component, in order: this is the map of the extraction."""

from datetime import date
from operator import itemgetter
from typing import NamedTuple

from spacy.tokens import Doc

from expectations.rows import Row
from expectations.tables import TABLES
from tasks.coreference.cast import to_cast
from tasks.coreference.chains import resolve_chains
from tasks.coreference.first_person import resolve_first_person
from tasks.coreference.records import Cast
from tasks.entities.identity import resolve_entities
from tasks.entities.mentions import find_mentions
from tasks.entities.records import names_by_token
from tasks.entities.rows import to_mention_rows
from tasks.events.mentions import find_events
from tasks.events.records import EventMention
from tasks.events.rows import Context, to_event_rows
from tasks.language.records import Sentence
from tasks.language.rows import to_sentence_rows
from tasks.language.sentences import find_sentences
from tasks.language.words import read_words
from tasks.quotes.attributions import find_quotes
from tasks.quotes.records import Quote
from tasks.quotes.rows import to_quote_rows
from tasks.roles.records import Role
from tasks.roles.rows import to_role_rows
from tasks.roles.titles import find_roles
from tasks.text.records import Paragraph
from tasks.times.expressions import find_times
from tasks.times.records import TimeExpression
from tasks.times.rows import to_time_rows


class Annotation(NamedTuple):
    """Everything found in a document."""

    sentences: list[Sentence]
    cast: Cast
    roles: list[Role]
    times: list[TimeExpression]
    quotes: list[Quote]
    events: list[EventMention]


def annotate(doc_id: str, doc: Doc, paragraphs: list[Paragraph], published: date | None) -> Annotation:
    """Find everything that a parsed document records."""
    words = read_words(doc)
    sentences = find_sentences(words, paragraphs)
    mentions = find_mentions(words, sentences)
    name_at = names_by_token(mentions)
    roles = find_roles(words, mentions, name_at)
    chains = resolve_chains(words, sentences, mentions, name_at, roles)
    cast = to_cast(mentions, name_at, chains, resolve_entities(doc_id, chains, mentions))
    times = find_times(words, sentences, published)
    quotes = find_quotes(words, sentences, cast, times)
    cast = resolve_first_person(doc, cast, quotes)
    events = find_events(words, sentences, cast, times, quotes)
    return Annotation(sentences, cast, roles, times, quotes, events)


def to_rows(doc_id: str, text: str, doc: Doc, found: Annotation) -> dict[str, list[Row]]:
    """Make the rows of every table that a document owns, its own row in documents left out."""
    rows = {
        "sentences": to_sentence_rows(doc_id, text, found.sentences),
        "mentions": to_mention_rows(doc_id, text, found.cast),
        "roles": to_role_rows(doc_id, text, found.roles, found.cast),
        "times": to_time_rows(doc_id, text, found.times),
        "quotes": to_quote_rows(doc_id, text, found.quotes, found.times),
    }
    keys = {name: list(map(itemgetter(TABLES[name].key), each)) for name, each in rows.items()}
    context = Context(found.cast, found.times, keys["sentences"], keys["mentions"], keys["times"], keys["quotes"])
    rows["event_mentions"], rows["participants"] = to_event_rows(doc_id, text, doc, found.events, context)
    return rows
