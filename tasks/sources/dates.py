"""Publication dates as people and machines write them."""

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

from dateutil import parser as dateutil_parser

# Two dates that share no part: what stays the same in both readings was in the text, the rest was filled in.
_FIRST, _SECOND = datetime(2000, 1, 1), datetime(2011, 12, 28)
_ZONES = {"EST": -18000, "EDT": -14400, "CST": -21600, "CDT": -18000, "PST": -28800, "PDT": -25200}
_ZONES |= {"GMT": 0, "UTC": 0, "Z": 0, "BST": 3600, "CET": 3600, "CEST": 7200, "MST": -25200, "MDT": -21600}
_YEAR_FIRST = re.compile(r"\A(\d{4})[/.](\d{2})[/.](\d{2})(?!\d)")
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}")


def to_instant(value: object) -> datetime | None:
    """Return a moment in UTC, None when the value does not name a full date; a bare day is midnight UTC.

    A time without a zone counts as UTC. 03/04/2017 is None: it is two days.
    """
    if isinstance(value, str):
        value = _read(value.strip())
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if not isinstance(value, datetime):
        return None
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError:
        return None


def _read(text: str) -> datetime | None:
    text = _YEAR_FIRST.sub(r"\1-\2-\3", text)
    for reader in (datetime.fromisoformat, _read_mail, _read_prose):
        try:
            found = reader(text)
        except (ValueError, OverflowError, IndexError, TypeError):
            continue
        if found is not None:
            return found
    return None


def _read_mail(text: str) -> datetime | None:
    """Read "Sat, 04 Mar 2017 10:30:00 -0500" (RFC 2822); the library's reader makes something of nearly any text."""
    return parsedate_to_datetime(text) if _MAIL.match(text) else None


def _read_prose(text: str) -> datetime | None:
    """Read "Saturday, March 4, 2017, 5 p.m." and its kin; every part of the date must be there, in one reading."""
    readings = {
        dateutil_parser.parse(text.replace(".m.", "m"), default=default, dayfirst=dayfirst, tzinfos=_ZONES)
        for default in (_FIRST, _SECOND)
        for dayfirst in (False, True)
    }
    return readings.pop() if len(readings) == 1 else None
