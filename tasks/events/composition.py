"""PLOVER's tense rules: what becomes of an act that is only planned."""

# "was not accepted", "cannot agree", "will not allow": a refusal, not the absence of consent
NEGATED_ACTS = frozenset({"AGREE", "CONCEDE"})
_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_HARMS = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})


def to_event_type(act: str, factuality: str) -> str:
    """PLOVER type of an act as told: planned cooperation is AGREE, retreat CONCEDE, harm THREATEN."""
    if factuality not in {"planned", "conditional"}:
        return act
    if act in _PROMISED:
        return "AGREE"
    if act == "RETREAT":
        return "CONCEDE"
    return "THREATEN" if act in _HARMS else act
