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
    length = sum([last - first for first, last in draft.pieces])
    return _weigh(draft.rule, (length > _SHORT) + (length > _LONG), is_nested=is_nested, is_named=is_named)


@cache
def _weigh(rule: str, length: int, *, is_nested: bool, is_named: bool) -> float:
    plain, nested = _read_rules().get(rule, (_DEFAULT, _DEFAULT))
    return round((nested if is_nested else plain) + _BY_LENGTH[length] + (0.0 if is_named else _UNNAMED), 2)
