"""What is known of a text before it is parsed."""

from typing import NamedTuple


class Paragraph(NamedTuple):
    """A stretch of lines that belong together; offsets into the text, edge white space left out."""

    start: int
    end: int
    zone: str
