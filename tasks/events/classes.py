"""The word classes of the lexicon."""

from functools import cache

from tasks.language.lexicon import read_lexicon


@cache
def read_classes() -> dict[str, frozenset[str]]:
    """Words of every object class."""
    return {row["class"]: frozenset(row["words"].split()) for row in read_lexicon("events", "classes")}
