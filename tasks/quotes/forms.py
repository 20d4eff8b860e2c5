"""What a quotation looks like: a sentence, a title."""

from tasks.quotes.reading import Reading

_SHORTEST = 3
_ENDING = tuple(".!?\u2026,-\u2014")
_SMALL = 3  # letters of a word that a title may have in lower case


def is_sentence_like(reading: Reading, index: int) -> bool:
    """Whether a quotation is a sentence or more, not a title, a nickname or a borrowed word."""
    quotation = reading.quotations[index]
    first, last = reading.first_of(index), reading.last_of(index)
    if last - first - 2 < _SHORTEST:
        return False
    inner = reading.text[quotation.start : quotation.end].strip("\"'` ").lstrip(". \u2026")
    before = _before(reading.text, quotation.start)
    opens = reading.paragraph[first - 1] != reading.paragraph[first] if first else True
    is_start = opens or before in ".!?:;\"'\u2014-"
    is_whole = inner.endswith(_ENDING) or reading.text.startswith(_ENDING, quotation.end)
    return is_start and inner[:1].isupper() and (is_whole or not quotation.is_closed)


def _before(text: str, at: int) -> str:
    """The last character before a place that is not white space."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[max(at - 1, 0) : at]


def is_title(reading: Reading, index: int) -> bool:
    """`The Widow's Orchard`: every longer word has a capital."""
    first, last = reading.ranges[index]
    words = [word for word in reading.tree.text[first + 1 : last - 1] if word[:1].isalpha()]
    return len(words) > 1 and all(word[0].isupper() for word in words if len(word) > _SMALL)
