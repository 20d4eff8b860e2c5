"""Pages of a web archive (WARC), by fastwarc, which the extra `warc` installs."""

import hashlib
import importlib
from collections.abc import Iterator
from typing import BinaryIO

from tasks.sources.decode import decode
from tasks.sources.lines import Record
from tasks.sources.records import Fault


def read_web_archive(stream: BinaryIO) -> Iterator[Record]:
    """Read the HTML pages of an archive; other responses and requests are no documents."""
    try:
        fastwarc = importlib.import_module("fastwarc")
    except ModuleNotFoundError:
        yield _broken(1, Fault("missing_reader", "web archives need fastwarc: install it beside onrecord"))
        return
    number = 0
    try:
        kind = fastwarc.WarcRecordType.response
        for record in fastwarc.ArchiveIterator(stream, record_types=kind, parse_http=True):
            if "html" in (record.http_content_type or ""):
                page = record.reader.read()
                if len(page) < record.content_length:
                    raise EOFError("the file breaks off")
                number += 1
                yield _read_page(number, page, record.headers.get("WARC-Target-URI"))
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        yield _broken(
            number + 1, Fault("broken_archive", f"{error}: the rest of the archive cannot be read, fetch it again")
        )


def _read_page(number: int, page: bytes, url: str | None) -> Record:
    text = decode(page, is_html=True)
    digest = hashlib.sha256(page).hexdigest()
    return Record(number, digest, text if isinstance(text, Fault) else {"html": text, "url": url})


def _broken(number: int, fault: Fault) -> Record:
    return Record(number, hashlib.sha256(fault.reason.encode()).hexdigest(), fault)
