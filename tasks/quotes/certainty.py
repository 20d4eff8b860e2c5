"""How often a rule is right, measured on the dev corpora."""

from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.quotes.drafts import Draft

_DEFAULT = 0.6
_UNNAMED = -0.08  # nothing in the text is known to speak
_SHORT, _LONG = 5, 12  # words
_BY_LENGTH = (-0.08, 0.0, 0.03)


@cache
def _read_rules() -> dict[str, tuple[float, float]]:
    return {row["rule"]: (float(row["plain"]), float(row["nested"])) for row in read_lexicon("quotes", "rules")}


def find_confidence(draft: Draft, *, is_nested: bool, is_named: bool) -> float:
    """Share of right quotes among those that the rule found on the dev corpora, by length and kind of source.

    `is_named` tells that the source is a mention and not just words.
    """
    plain, nested = _read_rules().get(draft.rule, (_DEFAULT, _DEFAULT))
    length = sum([last - first for first, last in draft.pieces])
    by_length = _BY_LENGTH[(length > _SHORT) + (length > _LONG)]
    return round((nested if is_nested else plain) + by_length + (0.0 if is_named else _UNNAMED), 2)
