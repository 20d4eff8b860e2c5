"""Bytes to text: byte order mark, declaration, strict UTF-8, then detection."""

import codecs
import re
import unicodedata
from collections import Counter

from charset_normalizer import from_bytes

from tasks.sources.records import Fault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:\?xml|meta)\b[^>]{0,200}?(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
# Line breaks, tab and form feed are layout; every other control character and half of a surrogate pair is damage.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_WIDE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HEAD = 2048
_SAMPLE = 20_000
_PUNCTUATION = frozenset("‘’‚“”„•–—…‹›«»™€£§©®°´·½¼¾¡¿\xa0")
_UNDECODABLE = Fault("undecodable", "the bytes are no text in any encoding that fits: save the file as UTF-8")


def decode(content: bytes, *, is_html: bool = False) -> str | Fault:
    """Decode bytes; the text is verbatim save for a byte order mark, which is no part of it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding) or (_UNDECODABLE if content != mark else "")
    if _is_binary(content):
        return Fault("binary", "the bytes are not text: save it as text in UTF-8")
    declared = _DECLARED.search(content[:_HEAD]) if is_html else None
    if declared and (text := _strictly(content, _web_name(declared[1].decode("ascii", "replace")))):
        return text
    text = _strictly(content, "utf-8")
    return _detected(content) if text is None else text


def find_damage(text: str) -> Fault | None:
    """Say which control character makes a text unfit, if one does."""
    damage = _CONTROL.search(text)
    if damage is None:
        return None
    code, at = ord(damage[0]), damage.start()
    return Fault("control_characters", f"U+{code:04X} at character {at}: remove control characters from the text")


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (ValueError, LookupError):  # LookupError: a declared name that no codec bears
        return None


def _web_name(name: str) -> str:
    """The encoding that browsers read under a declared name (https://encoding.spec.whatwg.org/#names-and-labels)."""
    latin = {"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1"}
    return "cp1252" if name.lower() in latin else name


def _is_binary(content: bytes) -> bool:
    control = len(_CONTROL_BYTES.findall(content[:_SAMPLE]))
    return b"\0" in content or control > max(4, len(content[:_SAMPLE]) / 50)


def _detected(content: bytes) -> str | Fault:
    if _WIDE.search(content):
        return Fault("damaged_utf8", "some bytes are UTF-8 and some are not: save the file as UTF-8 again")
    western = _strictly(content, "cp1252")
    if western is not None and _looks_western(western):
        return western
    best = from_bytes(content[:_SAMPLE]).best()
    text = _strictly(content, best.encoding) if best else None
    return text if text and _looks_written(text) else _UNDECODABLE


def _looks_western(text: str) -> bool:
    """Few characters beyond ASCII, and those letters inside words or punctuation of print: English in Windows-1252."""
    rare = [char for char in text if char > "\x7f"]
    fitting = sum(char in _PUNCTUATION or char.isalpha() for char in rare)
    return len(rare) <= 0.1 * len(text) and fitting >= 0.95 * len(rare) and not re.search("[\x80-\xff]{4}", text)


def _looks_written(text: str) -> bool:
    """Nearly all letters, spaces and punctuation, the letters of one script beside Latin, vowels and all."""
    sample = text[:_SAMPLE]
    kinds = Counter(unicodedata.category(char)[0] for char in sample)
    scripts = {unicodedata.name(char, "?").split()[0] for char in set(sample) if char.isalpha()} - {"LATIN"}
    return (
        kinds["L"] + kinds["Z"] + kinds["M"] > 0.7 * len(sample)
        and kinds["C"] < 0.05 * len(sample)
        and len(scripts) < 4
    )
