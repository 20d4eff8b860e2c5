"""The tables that speak of runs and of human judgements, not of what documents say."""

from expectations.columns import count, digest, flag, instant, key, number, table, text

RUN = text("run_id", "the run", required=True)

QUARANTINE = table(
    "quarantine",
    "row or document set aside",
    key("quarantine_id", "the row"),
    text("table", "table that the row would have stood in", required=True),
    text("row_key", "its key there; the place in the source for a document that could not be read", required=True),
    text("doc_id", "the document", required=True),
    text("rule", "the rule that it broke", required=True),
    text("reason", "what is wrong and what to do", required=True),
    text("payload", "the row as JSON"),
    text("source_uri", "where the document was read from", required=True),
    digest("content_sha256", "sha256 of the bytes of the document", required=True),
    digest("metadata_sha256", "sha256 of the metadata that came beside it"),
    text("fingerprint", "code, lexicons, ontology and model that judged it", required=True),
    RUN,
)

CHECKS = table(
    "checks",
    "expectation evaluated",
    key("check_id", "the check"),
    text("table", "the table", required=True),
    text("expectation", "the expectation or rule", required=True),
    text("column", "the column; null for an expectation on the whole table"),
    text("severity", "what a failure does", required=True, vocabulary="severity"),
    flag("success", "whether it held"),
    text("observed", "what was seen, as JSON"),
    count("unexpected_count", "rows that broke it"),
    number("unexpected_percent", "share of rows that broke it, in percent", 0, 100),
    RUN,
    owner="run",
)

RUNS = table(
    "runs",
    "run that published",
    key("run_id", "the run"),
    count("version", "the version it published", required=True),
    instant("started_at", "when it started", required=True),
    instant("finished_at", "when it was about to publish", required=True),
    count("documents_new", "documents that the dataset did not have", required=True),
    count("documents_changed", "documents whose bytes, metadata or extractor changed", required=True),
    count("documents_unchanged", "documents that were not read again", required=True),
    count(
        "documents_removed",
        "documents whose source is gone, with --prune, and what was set aside and is no longer in its source",
        required=True,
    ),
    count("rows", "rows of all tables that it wrote", required=True),
    text("fingerprint", "code, lexicons, ontology and model", required=True),
    text("package_versions", "versions of the packages that decide the rows, as JSON", required=True),
    owner="run",
)

JUDGEMENTS = table(
    "judgements",
    "human judgement on who an entity is, which all later runs respect",
    key("judgement_id", "the judgement"),
    text("kind", "what was judged", required=True, vocabulary="judgement"),
    text("entity_id", "the entity that it is about", required=True),
    text("entity_type", "its type then", required=True, vocabulary="entity_type"),
    text("name", "its name then", required=True),
    text("doc_id", "the document of a split"),
    text("becomes_id", "the entity that its mentions are mentions of from now on", required=True),
    text("reason", "why, in the words of who judged"),
    owner="person",
)
