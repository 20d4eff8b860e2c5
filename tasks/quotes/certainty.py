"""How often a rule is right, measured on the dev corpora."""

from functools import cache

from tasks.language.lexicon import read_lexicon

_DEFAULT = 0.6


@cache
def _read_rules() -> dict[str, tuple[float, float]]:
    return {row["rule"]: (float(row["plain"]), float(row["nested"])) for row in read_lexicon("quotes", "rules")}


def find_confidence(rule: str, *, is_nested: bool) -> float:
    """Share of right quotes among those that the rule found on the dev corpora."""
    plain, nested = _read_rules().get(rule, (_DEFAULT, _DEFAULT))
    return nested if is_nested else plain
