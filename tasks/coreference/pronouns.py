"""Whom a pronoun stands for."""

from typing import NamedTuple


class Candidate(NamedTuple):
    """A chain as an antecedent: its gender (None unknown), type, and the place and salience of its last mention."""

    chain: int
    gender: str | None
    entity_type: str | None
    sentence: int
    token: int
    is_subject: bool
    mentions: int


def agrees(wanted: str, candidate: Candidate) -> bool:
    """Whether gender and number allow the chain."""
    if wanted in {"male", "female"}:
        return candidate.entity_type == "PERSON" and candidate.gender in {wanted, None}
    if wanted == "neuter":
        return candidate.entity_type not in {"PERSON", "NORP", None}
    if wanted == "plural":
        return candidate.gender == "plural" or candidate.entity_type in {"ORG", "NORP"}
    return False


def salience(candidate: Candidate, sentence: int, wanted: str) -> float:
    """The higher the better: recent, subject, often mentioned, known gender."""
    return (
        -2.0 * (sentence - candidate.sentence)
        + (1.5 if candidate.is_subject else 0.0)
        + min(candidate.mentions, 5) * 0.3
        + (1.0 if candidate.gender == wanted else 0.0)
    )
