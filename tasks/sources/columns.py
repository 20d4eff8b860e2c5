"""Records of a Parquet file, a few hundred rows in memory at a time."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.sources.lines import Record
from tasks.sources.load import hash_fields
from tasks.sources.metadata import to_missing
from tasks.sources.records import Fault

FIELDS = ("doc_id", "id", "text", "html", "title", "published", "outlet", "byline", "url", "language")
_BATCH_ROWS = 256


def read_columns(stream: BinaryIO) -> Iterator[Record]:
    """Read the rows of a Parquet file, those columns only that we know."""
    number = 0
    try:
        table = pq.ParquetFile(stream)
        names = table.schema_arrow.names
        if not {"text", "html"} & set(names):
            yield Record(1, hash_fields({"columns": names}), to_missing(names))
            return
        known = [name for name in FIELDS if name in names]
        for batch in table.iter_batches(_BATCH_ROWS, columns=known):
            for row in batch.to_pylist():
                number += 1
                yield Record(
                    number, hash_fields({name: value for name, value in row.items() if value is not None}), row
                )
    except (pa.ArrowException, OSError, ValueError) as error:
        fault = Fault("broken_parquet", f"{str(error).rstrip('.')}: the file cannot be read further, write it again")
        yield Record(number + 1, hashlib.sha256(str(error).encode()).hexdigest(), fault)
