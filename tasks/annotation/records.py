"""What annotation leaves behind."""

from typing import NamedTuple

from expectations.rows import Row

Rows = dict[str, list[Row]]


class Seconds(NamedTuple):
    """Time spent on the parse, and on everything after it."""

    parse: float = 0.0
    rules: float = 0.0


class Annotated(NamedTuple):
    """The rows of one document and what they cost."""

    rows: Rows
    seconds: Seconds = Seconds()


class Chunk(NamedTuple):
    """What became of a chunk: the folder of its rows, documents, words and seconds."""

    folder: str
    documents: int
    words: int
    seconds: Seconds
