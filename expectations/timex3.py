"""The form of TIMEX3 values, after the TimeML annotation guidelines 1.2.1 (ISO 8601 with X for what is unknown)."""

_YEAR = r"(?:BC)?[0-9X]{2,4}"
_MONTH = r"(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?"
_WEEK = r"W(?:[0-4][0-9]|5[0-3]|XX)(?:-(?:WE|[1-7]))?"
_SEASON = r"(?:SP|SU|FA|WI|[QH][1-4X])"
_CLOCK = r"T(?:MO|MI|AF|EV|NI|DT|PM|XX|[01][0-9]|2[0-4])(?::[0-5][0-9]){0,2}(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
_AMOUNT = r"(?:[0-9]+(?:\.[0-9]+)?|X)"
_LENGTH = rf"P(?=[0-9XT])(?:{_AMOUNT}(?:DE|CE|WE|SP|SU|FA|WI|[YQMWDEC]))*(?:T?(?:{_AMOUNT}(?:MO|MI|AF|EV|NI|[HMS]))+)?"

# A year, decade or century with what narrows it; a clock time; a reference; a length of time.
VALUE = rf"(?:{_YEAR}(?:-(?:{_MONTH}|{_WEEK}|{_SEASON}))?(?:{_CLOCK})?|{_CLOCK}|(?:PRESENT|PAST|FUTURE)_REF|{_LENGTH})"
