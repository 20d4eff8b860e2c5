"""The zone of each block of an article: headline, byline, dateline, caption, boilerplate, else body."""

import re
from collections.abc import Sequence
from functools import cache

from tasks.language.lexicon import read_lexicon
from tasks.text.dateline import find_dateline_end, read_date_line

_HEAD = 8  # blocks among which bylines and date lines are looked for
_LINE = 200  # characters that a headline or a line of furniture may have
_CAPTION = 700
_CREDIT = 160  # characters at the end of a caption that hold the credit
_ENDS = re.compile(r"""[.!?;:,…]["”'’»)\]]*\Z""")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}\Z|\b(?:Inc|Corp|Ltd|Co|Jr|Sr)\.\Z|\.\.\.\Z|…\Z")
_TWO_SENTENCES = re.compile(r"""[a-z]{5,}[.!?]["”'’)]*\s+["“'‘]?[A-Z]""")
_WORDS = re.compile(r"\w+")
_NAME = r"[^\W\d_][\w.'’-]*"
_BYLINE = re.compile(rf"by:?\s+(?:{_NAME}[,;|/&]?\s*){{1,14}}\Z", re.IGNORECASE)
# Words that may stand in lower case in "By Jane van Roe and Li Po, special to our news service".
_BYLINE_SMALL = frozenset(
    ("and", "of", "for", "in", "the", "at", "with", "staff", "writer", "writers", "correspondent", "reporter", "editor")
    + (
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "di",
        "da",
        "dos",
        "del",
        "el",
        "al",
        "bin",
        "special",
        "to",
        "our",
    )
)
_TURN = re.compile(r"[A-Z][A-Z.' -]+:\s")  # WALTERS: Will you resign?
_HANDLE = re.compile(r"follow\b.{0,60}@\w+", re.IGNORECASE)
_ADDRESS_ONLY = re.compile(r"(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+)\Z")
_BYLINE_PREFIX = re.compile(r"by:?\s+", re.IGNORECASE)


def find_zones(blocks: Sequence[str], title: str | None = None, byline: str | None = None) -> list[str]:
    """Name the zone of every block; a block that stands alone is body."""
    if len(blocks) < 2:
        return ["body"] * len(blocks)
    zones = [_zone_of(block, number, len(blocks), byline) for number, block in enumerate(blocks)]
    tail = next((number for number, block in enumerate(blocks) if number and _matches(block, "tail")), len(blocks))
    zones[tail:] = ["boilerplate"] * (len(blocks) - tail)
    headline = _find_headline(blocks, zones, title)
    if headline is not None:
        zones[headline] = "headline"
    return zones


def _zone_of(block: str, number: int, count: int, byline: str | None) -> str:
    near_edge = number < _HEAD or number >= count - 2
    if near_edge and (is_byline(block, byline) or _bare(block) in _agencies()):
        return "byline"
    if number < _HEAD and (read_date_line(block) or find_dateline_end(block) == len(block)):
        return "dateline"
    if is_caption(block):
        return "caption"
    return "boilerplate" if is_furniture(block) else "body"


def _find_headline(blocks: Sequence[str], zones: Sequence[str], title: str | None) -> int | None:
    """Find the block that repeats the title, else the first line of running text when it looks like a title."""
    wanted = _bare(title or "")
    for number in range(min(4, len(blocks))):
        if wanted and _bare(blocks[number]) == wanted:
            return number
    first = next((number for number, zone in enumerate(zones) if zone == "body"), None)
    if first is None or first > 2 or not _looks_like_title(blocks[first]):
        return None
    if _TURN.match(blocks[first]) and any(_TURN.match(block) for block in blocks[first + 1 :]):
        return None
    rest = (block for block, zone in zip(blocks[first + 1 :], zones[first + 1 :], strict=True) if zone == "body")
    return first if any(_ENDS.search(block) for block in rest) else None


def _looks_like_title(block: str) -> bool:
    if len(block) > _LINE or block[0].islower() or _TWO_SENTENCES.search(block):
        return False
    if block[0] in '"“' and not re.search(r"[\"”].*\w", block[1:]):  # all of it, or an open end of it, is quoted
        return False
    return block.endswith("?") or not _ENDS.search(block) or bool(_ABBREVIATED.search(block))


def is_byline(block: str, byline: str | None = None) -> bool:
    """Whether a block says who wrote the article and nothing else."""
    if len(block) > 120:
        return False
    if byline and _bare(_BYLINE_PREFIX.sub("", block)) == _bare(_BYLINE_PREFIX.sub("", byline)):
        return True
    if not _BYLINE.match(block) or block.endswith((".", "!", "?")):
        return False
    words = _WORDS.findall(block)[1:]
    capital = [word for word in words if word[0].isupper()]
    return len(capital) >= 2 and all(word[0].isupper() or word.lower() in _BYLINE_SMALL for word in words)


def is_caption(block: str) -> bool:
    """Whether a block is the text of a photograph: it names who took it, or says that it is one."""
    if len(block) > _CAPTION:
        return False
    return bool(_caption_head().match(block)) or _ends_in_credit(block[-_CREDIT:])


def _ends_in_credit(end: str) -> bool:
    low = end.lower()
    phrases, names = _credit_words()
    if not any(phrase in low for phrase in phrases) and not any(name in end for name in names):
        return False
    return bool(_caption_tail().search(end))


def is_furniture(block: str) -> bool:
    """Whether a block belongs to the page and not to the article."""
    if _ADDRESS_ONLY.match(block) or not _WORDS.search(block):
        return True
    if len(block) > _LINE:
        return False
    return bool(_HANDLE.match(block)) or _matches(block, "whole") or _matches(block, "start") or _matches(block, "end")


def _matches(block: str, match: str) -> bool:
    if len(block) > _LINE:
        return False
    line = block.lower().strip(" \t\xa0»›→>-–—|[]*")
    if match in ("whole", "tail"):
        return line.rstrip(".:…! ") in _phrases(match)
    if match == "end":
        return line.rstrip(".) ").endswith(tuple(_phrases(match)))
    return _starts().match(line) is not None


@cache
def _phrases(match: str) -> frozenset[str]:
    return frozenset(row["phrase"] for row in read_lexicon("text", "furniture") if row["match"] == match)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(_bare(row["name"]) for row in read_lexicon("text", "agencies") if row["use"] == "news")


@cache
def _starts() -> re.Pattern[str]:
    """A phrase at the head of a line, not followed by the rest of a longer word."""
    phrases = sorted(_phrases("start"), key=len, reverse=True)
    return re.compile("|".join(re.escape(phrase) + (r"\b" if phrase[-1].isalpha() else "") for phrase in phrases))


@cache
def _credit_words() -> tuple[frozenset[str], frozenset[str]]:
    """Phrases and names of which a credit has one; looked for first, because the pattern is slow without one."""
    phrases = (row["phrase"] for row in read_lexicon("text", "credits") if row["place"] != "head")
    return frozenset(phrases), frozenset(row["name"] for row in read_lexicon("text", "agencies"))


@cache
def _caption_head() -> re.Pattern[str]:
    heads = (row["phrase"] for row in read_lexicon("text", "credits") if row["place"] == "head")
    return re.compile(rf"[(\[]?(?:{'|'.join(map(re.escape, heads))})", re.IGNORECASE)


@cache
def _caption_tail() -> re.Pattern[str]:
    credits = read_lexicon("text", "credits")
    agencies = "|".join(sorted((re.escape(row["name"]) for row in read_lexicon("text", "agencies")), key=len)[::-1])
    pictures = "|".join(re.escape(row["name"]) for row in read_lexicon("text", "agencies") if row["use"] == "pictures")
    tails = "|".join(re.escape(row["phrase"]) for row in credits if row["place"] == "tail")
    alone = "|".join(re.escape(row["phrase"]) for row in credits if row["place"] == "end")
    agency = rf"(?:{agencies})(?:\s+(?:Photo|Images|file|pool|handout))?"
    close = r"[\s.)\]]*\Z"
    forms = (
        rf"(?:\A|[\s(\[])(?i:{tails})(?:\s*[^\s.!?]+\.?){{1,9}}{close}",
        rf"(?:\A|[\s(\[])(?i:{alone}){close}",
        rf"[\w.)”\"]\s*(?:/|\||·|\bvia\b|\bfor\b)\s*{agency}(?:\s*(?:/|\||via)\s*{agency})*{close}",
        rf"(?:\A|[\s(\[]){agency}\s*/\s*(?:[A-Z][\w.'’-]*\s*){{1,4}}{close}",
        rf"(?:\A|\b[A-Z][\w'’-]*\s|[.!?)”\"]\s)(?:Getty Images|Shutterstock|Wikimedia Commons|Pool Photo){close}",
        rf"[.!?]\s+(?:[A-Z][\w'’-]+\s+){{1,3}}(?:{pictures}){close}",
    )
    return re.compile("|".join(f"(?:{form})" for form in forms))


def _bare(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))
