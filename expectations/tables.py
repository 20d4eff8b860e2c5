"""Every table of a dataset, declared once.

The Arrow schema, the Great Expectations suite, the data dictionary and the rows that tests break are derived from this.
Offsets are Python str code-point offsets into documents.text, end exclusive.
"""

from expectations.bookkeeping import CHECKS, JUDGEMENTS, QUARANTINE, RUNS
from expectations.columns import (
    Column,
    Table,
    count,
    country,
    date,
    digest,
    flag,
    instant,
    key,
    number,
    party,
    reference,
    span,
    table,
    text,
    texts,
)  # fmt: skip
from expectations.timex3 import VALUE

DOCUMENT = reference("doc_id", "documents.doc_id", "the document", required=True)
JUDGEMENT = (
    text("rule", "name of the rule that found the row", required=True),
    number("confidence", "how often a row like this one is right", 0, 1, required=True),
)

DOCUMENTS = table(
    "documents",
    "ingested text",
    key("doc_id", "the document: its id in the record, or its path below the input root without the extension"),
    text("source_uri", "where it was read from", required=True),
    text("source_format", "format of the source", required=True, vocabulary="source_format"),
    digest("raw_sha256", "the landed bytes: raw/<sha256>.zst", required=True),
    digest("content_sha256", "sha256 of the bytes of this document: the file, the line or the record", required=True),
    digest("metadata_sha256", "sha256 of the metadata that came beside it; null when none came"),
    text("fingerprint", "code, lexicons, ontology and model that made the rows", required=True),
    text("text", "the text, verbatim; every offset of every table points into it", required=True),
    text("title", "the title"),
    text("byline", "who wrote it"),
    text("outlet", "who published it"),
    text("url", "its address on the web"),
    instant("published_at", "when it was published; a bare day is midnight UTC"),
    text("published_source", "where published_at comes from", vocabulary="published_source"),
    text("language", "ISO 639 code of the language, of two letters or three", pattern=r"[a-z]{2,3}"),
    flag("is_annotated", "whether it was annotated: false for text that is not English"),
    count("n_words", "words that hold a letter or a digit", required=True),
    text("text_signature", "MinHash of its five-word shingles, in hex; null without words", pattern=r"[0-9a-f]+"),
    reference("duplicate_of", "documents.doc_id", "the earliest document with nearly the same text"),
    number("duplicate_similarity", "estimated share of five-word shingles in common with duplicate_of", 0, 1),
)

SENTENCES = table(
    "sentences",
    "sentence",
    key("sentence_id", "the sentence"),
    DOCUMENT,
    count("ordinal", "position in the document, from 0", required=True),
    count("paragraph", "paragraph of the document, from 0", required=True),
    text("zone", "part of the article", required=True, vocabulary="zone"),
    *span("", "the sentence", required=True),
)

MENTIONS = table(
    "mentions",
    "span that names or points at something",
    key("mention_id", "the mention"),
    DOCUMENT,
    *span("", "the mention", required=True),
    text("form", "how it refers", required=True, vocabulary="form"),
    text("entity_type", "what it refers to; null where no type fits", vocabulary="entity_type"),
    text("chain_id", "mentions of one document that refer to the same thing share it", required=True),
    reference("entity_id", "entities.entity_id", "the entity; null for what is never named"),
    *JUDGEMENT,
)

ENTITIES = table(
    "entities",
    "thing in the world, across documents",
    key("entity_id", "the entity"),
    text("entity_type", "what it is", required=True, vocabulary="entity_type"),
    text("name", "its canonical name", required=True),
    texts("aliases", "the other names that documents use for it"),
    text("kb_id", "its id in the gazetteer: iso:RU, gov:RU, org:nato, city:paris-fr"),
    text("wikipedia_title", "its English Wikipedia page"),
    country("the country it is, governs or belongs to"),
    count("n_documents", "documents that mention it", required=True),
    count("n_mentions", "mentions of it", required=True),
    date("first_published", "the earliest publication day of a document that mentions it"),
    date("last_published", "the latest publication day of a document that mentions it"),
    reference("merged_into", "entities.entity_id", "the entity that took its place"),
    owner="dataset",
)

ROLES = table(
    "roles",
    "title held by someone in a text",
    key("role_id", "the role"),
    DOCUMENT,
    reference("entity_id", "entities.entity_id", "who holds it"),
    reference("mention_id", "mentions.mention_id", "the mention that the title stands with", required=True),
    text("person_name", "canonical name of who holds it", required=True),
    *span("", "the title", required=True, text_name="role_text"),
    text("role", "the title in lower case, without country, body and modifier", required=True),
    text("kind", "post held, or description", required=True, vocabulary="role_kind"),
    text("modifier", "former, acting, deputy or elect", vocabulary="role_modifier"),
    reference("organisation_id", "entities.entity_id", "the body"),
    text("organisation_text", "the body, as the document has it"),
    country("the country whose post it is"),
    *JUDGEMENT,
)

TIMES = table(
    "times",
    "time expression",
    key("time_id", "the time expression"),
    DOCUMENT,
    *span("", "the time expression", required=True),
    text("kind", "TIMEX3 type", required=True, vocabulary="time_kind"),
    text("value", "TIMEX3 value, XXXX where the year is unknown", required=True, pattern=VALUE),
    date("date_from", "first day it covers; null when that is unknown"),
    date("date_to", "last day it covers; null when that is unknown"),
    text("granularity", "how long the period is", vocabulary="granularity"),
    text("anchor", "what it was computed from: published, dateline, time:<time_id>; null when it needed nothing"),
    text("status", "how it stands in the calendar", required=True, vocabulary="time_status"),
    *JUDGEMENT,
)

QUOTES = table(
    "quotes",
    "attribution: source, cue and content",
    key("quote_id", "the quote"),
    DOCUMENT,
    text("kind", "direct, indirect or mixed", required=True, vocabulary="quote_kind"),
    Column("spans", "spans", "the pieces of the content, sorted and disjoint", required=True),
    *span("", "the content from its first to its last piece", required=True),
    *span("cue", "the word or words that attribute"),
    text("cue_lemma", "the cue's dictionary form"),
    *span("source", "the nearest mention of who speaks"),
    reference("speaker_id", "entities.entity_id", "who speaks"),
    text("speaker_name", "resolved name of who speaks, else the description; joint names are joined by '; '"),
    text("stance", "what the speaker does by saying it", required=True, vocabulary="stance"),
    text("polarity", "whether it is said to be so or not to be so", required=True, vocabulary="polarity"),
    text("medium", "where it was said", vocabulary="medium"),
    text("addressee_text", "to whom it was said, as the document has it"),
    reference("addressee_id", "entities.entity_id", "to whom it was said"),
    text("via_text", "who carried the words if not the speaker, as the document has it"),
    reference("via_id", "entities.entity_id", "who carried the words if not the speaker"),
    reference("parent_quote_id", "quotes.quote_id", "the quote whose content holds this one"),
    reference("time_id", "times.time_id", "when it was said"),
    *JUDGEMENT,
)

EVENT_MENTIONS = table(
    "event_mentions",
    "event as told once",
    key("event_mention_id", "the event mention"),
    reference("event_id", "events.event_id", "the event", required=True),
    DOCUMENT,
    reference("sentence_id", "sentences.sentence_id", "the sentence", required=True),
    *span("trigger", "the word that names the act", required=True),
    text("trigger_lemma", "the trigger's dictionary form", required=True),
    text("act_type", "PLOVER type of the act itself", required=True, vocabulary="plover.types"),
    text(
        "event_type",
        "PLOVER type after PLOVER's tense rules: a planned meeting is AGREE",
        required=True,
        vocabulary="plover.types",
    ),
    text("mode", "PLOVER mode", vocabulary="plover.modes"),
    texts("contexts", "PLOVER contexts", vocabulary="plover.contexts"),
    count("quad_code", "1 verbal, 2 material cooperation; 3 verbal, 4 material conflict", required=True),
    number("intensity", "conflict (-10) to cooperation (10)", -10, 10, required=True),
    text("cameo_root", "two digits of the CAMEO root code", required=True, pattern=r"[0-9]{2}"),
    *party("actor", "who did it"),
    *party("recipient", "to whom it was done"),
    flag("is_reciprocal", "whether actor and recipient did it to each other"),
    reference("time_id", "times.time_id", "when"),
    date("date_from", "first day on which it may have happened"),
    date("date_to", "last day on which it may have happened"),
    text("time_source", "where the text says when", vocabulary="setting_source"),
    text("place_text", "where, as the document has it"),
    reference("place_id", "entities.entity_id", "where"),
    country("where"),
    text("place_source", "where the text says where", vocabulary="setting_source"),
    text("factuality", "what the text makes of it", required=True, vocabulary="factuality"),
    number("fact_score", "certainly not (-3) to certainly (3)", -3, 3, required=True),
    text("polarity", "whether it is said to have happened or not", required=True, vocabulary="polarity"),
    text("asserter_kind", "on whose word", required=True, vocabulary="asserter_kind"),
    text("asserter_name", "on whose word, resolved; null for the narrator"),
    reference("asserter_id", "entities.entity_id", "on whose word"),
    reference("quote_id", "quotes.quote_id", "the quote that it hangs on"),
    count("dead", "people said to be killed"),
    count("injured", "people said to be hurt"),
    count("arrested", "people said to be arrested"),
    *JUDGEMENT,
)

PARTICIPANTS = table(
    "participants",
    "actor, recipient or other party of an event mention",
    key("participant_id", "the participant"),
    reference("event_mention_id", "event_mentions.event_mention_id", "the event mention", required=True),
    DOCUMENT,
    text("role", "what it is to the event", required=True, vocabulary="participant_role"),
    count("ordinal", "position among the participants of that role, from 0", required=True),
    *span("", "the participant", required=True),
    reference("mention_id", "mentions.mention_id", "the mention; null for a description that is no mention"),
    reference("entity_id", "entities.entity_id", "the entity"),
    text("name", "resolved name, else the description"),
    country("the country it belongs to"),
    text("sector", "PLOVER sector or kind of international actor", vocabulary="plover.sectors"),
)

EVENTS = table(
    "events",
    "event across mentions and documents",
    key("event_id", "the event"),
    text("act_type", "PLOVER type of the act", required=True, vocabulary="plover.types"),
    reference("actor_id", "entities.entity_id", "who did it"),
    reference("recipient_id", "entities.entity_id", "to whom it was done"),
    date("date_from", "first day on which it may have happened"),
    date("date_to", "last day on which it may have happened"),
    country("where"),
    count("n_mentions", "event mentions of it", required=True),
    count("n_documents", "documents that tell it", required=True),
    count("n_outlets", "outlets that tell it", required=True),
    count("n_asserters", "different asserters, the narrator of each outlet counted once", required=True),
    text(
        "factuality",
        "the consensus: the label that most mentions carry, the stronger one on a tie",
        required=True,
        vocabulary="factuality",
    ),
    flag("contested", "whether one party asserts or confirms it and another denies it"),
    date("first_published", "earliest publication day of a document that tells it"),
    date("last_published", "latest publication day of a document that tells it"),
    owner="dataset",
)

_ALL = (DOCUMENTS, SENTENCES, MENTIONS, ENTITIES, ROLES, TIMES, QUOTES, EVENT_MENTIONS, PARTICIPANTS, EVENTS)
TABLES: dict[str, Table] = {each.name: each for each in (*_ALL, JUDGEMENTS, QUARANTINE, CHECKS, RUNS)}
