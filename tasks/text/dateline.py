"""Date lines: the line of an article that holds its date and nothing else."""

import re
from datetime import date, datetime
from functools import cache

from tasks.language.lexicon import read_lexicon

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_LEAD = r"(?:(?:published|posted|updated|last updated|date)(?:\s+on)?:?\s+)?"
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?"
_FORMS = tuple(
    re.compile(_LEAD + _WEEKDAY + form + _TIME + r"\.?\s*\Z", re.IGNORECASE)
    for form in (
        _MONTH + r"\s+" + _DAY + r",?\s+(?P<year>\d{4})",
        _DAY + r"\s+(?:of\s+)?" + _MONTH + r",?\s+(?P<year>\d{4})",
        r"(?P<year>\d{4})-(?P<iso>\d{2})-(?P<day>\d{2})",
    )
)
_LINES = 8  # a date line stands near the head


def find_publication_day(text: str) -> date | None:
    """Return the day that a date line among the first lines names in full, None when there is none."""
    lines = [line for line in text[:4000].splitlines() if line.strip()]
    days = (read_date_line(line) for line in lines[:_LINES])
    return next((day for day in days if day), None)


def read_date_line(line: str) -> date | None:
    """Return the day of a line such as "Saturday, 4 March 2017", None for a line that holds anything else."""
    line = line.strip().strip("*_")
    if len(line) > 60:
        return None
    match = next((match for form in _FORMS if (match := form.match(line))), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = int(parts["iso"]) if "iso" in parts else _MONTHS.index(parts["month"][:3].lower()) + 1
    try:
        return datetime(int(parts["year"]), month, int(parts["day"])).date()
    except ValueError:
        return None


def find_dateline_end(block: str) -> int:
    """Return where the dateline that opens a report ends ("LONDON, March 3 (Reuters) - "), 0 when there is none."""
    match = _dateline().match(block)
    return match.end() if match else 0


@cache
def _dateline() -> re.Pattern[str]:
    """A place in capitals, or one with an agency in brackets, to the dash."""
    names = sorted((row["name"] for row in read_lexicon("text", "agencies")), key=len, reverse=True)
    agency = rf"\((?:{'|'.join(map(re.escape, names))}|[A-Z][\w.&' -]{{1,30}}(?:News|Press|Agency|Wire|Service))\)"
    bracket = r"\([A-Z][\w./&'-]*(?: [A-Z][\w./&'-]*)?\)"  # after capitals any name of an agency
    upper = r"[A-Z][A-Z.'’-]+(?:[ /-][A-Z][A-Z.'’]*){0,3}"
    title = r"[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]+){0,3}"
    region = r"(?:,\s+[A-Z][\w.'’]*(?:\s+[A-Z][\w.'’]*)?)?"
    day = rf"(?:,?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?)?".replace("?P<month>", "?:")
    named_day = day.removesuffix("?").replace(r",?\s+", r"\s*", 1)
    dash = r"\s*(?:-{1,2}|[–—―])\s+"
    forms = (
        rf"(?!(?:PART|CHAPTER|BOOK|ACT)\b){upper}{region}{day}(?:\s+(?:{agency}|{bracket}))?{dash}",
        rf"{title}{region}{day}\s+{agency}(?:{dash}|:\s+)",
        rf"(?!\w+day\b){title}{region},\s{named_day}{dash}(?=[\"“‘A-Z])",
        rf"(?:{upper}|{title}){region}{day}\s+(?:{agency}\s+_|/[A-Z]\w+/\s*(?:-{{1,2}}|[–—]))\s+",
        rf"{agency}{dash}",
    )
    return re.compile("|".join(forms).replace("(?:jan(", "(?i:jan("))
