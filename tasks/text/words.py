"""Words of a text."""

import re

_WORD = re.compile(r"\S*\w\S*")


def count_words(text: str) -> int:
    """Count the words that hold a letter or a digit."""
    return sum(1 for _ in _WORD.finditer(text))
