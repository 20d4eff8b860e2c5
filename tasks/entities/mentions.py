"""Names, descriptions and pronouns."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasks.entities.records import Mention
from tasks.language.records import Sentence

_TYPES = {"WORK_OF_ART": "WORK"}
_WANTED = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK", "LAW", "PRODUCT"}


def find_mentions(doc: Doc, sentences: Sequence[Sentence]) -> list[Mention]:
    """List the mentions of a document by position; no two have the same span."""
    found = []
    for span in doc.ents:
        kind = _TYPES.get(span.label_, span.label_)
        if kind in _WANTED:
            found.append(
                Mention(
                    span.start_char,
                    span.end_char,
                    span.start,
                    span.end,
                    span.root.i,
                    span.text,
                    "name",
                    kind,
                    "model",
                    0.7,
                )
            )
    return found
