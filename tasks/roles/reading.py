"""What a title phrase says: the post, its body, its country, how it is held."""

from typing import NamedTuple

from tasks.entities.gazetteer import Known
from tasks.entities.lexicons import Lexicons
from tasks.roles.lexicons import Title
from tasks.roles.phrases import Phrase, Text

_LINKS = frozenset({"of", "for", "to", "in", "at", "on", "with"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_LED = {"led": "leader", "headed": "head", "run": "head", "chaired": "chair"}
_KEPT = frozenset({"deputy", "vice", "assistant"})


class Reading(NamedTuple):
    """Fields of a role; `body` is a token range."""

    role: str
    title: Title
    modifier: str | None
    body: tuple[int, int] | None
    country: str | None
    is_international: bool


def read_phrase(text: Text, phrase: Phrase, lexicons: Lexicons) -> Reading:
    """Read a title phrase."""
    words = text.words
    if phrase.rule == "led_by":
        return Reading(_LED[words.lower[phrase.head]], Title("office", "leader", False), None, None, None, False)
    title, width = _title(text, phrase)
    start = phrase.head + 1 - width
    modifier = _modifier(text, phrase)
    before, body, country, region = _read_before(text, phrase.first, start, lexicons)
    after, body_after, country_after, abroad = _read_after(text, phrase, lexicons)
    body = body_after or body
    role = " ".join([*before, title.role, *after])
    if region and title.kind == "office" and not after:
        role = f"{role} of {region}"
    return Reading(role, title, modifier, body, country or country_after, abroad)


def _title(text: Text, phrase: Phrase) -> tuple[Title, int]:
    """The longest title of the lexicon that ends at the head, and its number of tokens."""
    words = text.words.lower
    for width in (3, 2, 1):
        start = phrase.head + 1 - width
        title = text.titles.titles.get(" ".join(words[max(start, 0) : phrase.head + 1]))
        if title and start >= phrase.first:
            return title, width
    return Title("description", words[phrase.head], False), 1


def _modifier(text: Text, phrase: Phrase) -> str | None:
    """Former before acting before elect before deputy."""
    words = text.words.lower[phrase.first : phrase.last + 2]
    found = {text.titles.modifiers.get(word) for word in words if word in text.titles.modifiers}
    if words[-2:] and words[-1] not in {"elect", "designate"} and phrase.rule != "title_before":
        found.discard("elect")
    return next((each for each in ("former", "acting", "elect", "deputy") if each in found), None)


def _read_before(
    text: Text, first: int, stop: int, lexicons: Lexicons
) -> tuple[list[str], tuple[int, int] | None, str | None, str | None]:
    """Words of the post before its head, the body, the country and the region named there."""
    kept: list[str] = []
    body: tuple[int, int] | None = None
    country: str | None = None
    region: str | None = None
    at = first
    while at < stop:
        end, known = _name_from(text, at, stop, lexicons)
        if known and known.entity_type in {"GPE", "NORP", "LOC"}:
            country = country or known.country
            region = None if known.kb_id.startswith("iso:") and "-" not in known.kb_id else known.name
        elif end > at or _closes_body(text, at, first, stop, lexicons):
            body = (body[0] if body else max(at - len(kept), first), max(end, at + 1))
            kept = []
            country = country or (known.country if known else None)
        elif _is_kept(text, at):
            kept.append(text.words.lower[at])
        at = max(end, at + 1)
    return kept, body, country, region


def _closes_body(text: Text, at: int, first: int, stop: int, lexicons: Lexicons) -> bool:
    """A common noun for a body: `foreign ministry spokesman`."""
    noun = lexicons.nouns.get(text.words.lower[at])
    return bool(noun and noun.entity_type == "ORG" and text.words.dep[at] in {"compound", "poss", "nmod", "amod"})


def _is_kept(text: Text, at: int) -> bool:
    word = text.words.lower[at]
    if text.words.tag[at] in {"POS", "HYPH", "CD"} or word in _ARTICLES:
        return False
    return word not in text.titles.modifiers or word in _KEPT


def _name_from(text: Text, at: int, stop: int, lexicons: Lexicons) -> tuple[int, Known | None]:
    """End of the name that starts at a token, and what the gazetteer knows of it; (at, None) if none does."""
    index = text.name_at.get(at)
    if index is None:
        return at, None
    mention = text.mentions[index]
    end = min(mention.last, stop)
    known = lexicons.gazetteer.get(" ".join(text.words.lower[at:end]))
    if known is None and mention.entity_type in {"GPE", "NORP", "LOC"}:
        known = Known("", mention.entity_type, " ".join(text.words.text[at:end]), None, None, 0)
    return end, known


def _read_after(
    text: Text, phrase: Phrase, lexicons: Lexicons
) -> tuple[list[str], tuple[int, int] | None, str | None, bool]:
    """Words of the post behind its head, the body and the country named there, whether the body is international."""
    words, at = text.words, phrase.head + 1
    if at >= phrase.last or words.lower[at] not in _LINKS:
        return [], None, None, False
    start = at + 2 if words.lower[at + 1] in _ARTICLES else at + 1
    end, known = _name_from(text, start, phrase.last, lexicons)
    if known and known.entity_type == "GPE" and end == phrase.last and known.kb_id.startswith("iso:"):
        if "-" not in known.kb_id:
            return [], None, known.country, False
        return words.text[at : phrase.last], None, known.country, False
    if words.lower[start] in {"country", "nation", "republic"} and start + 1 == phrase.last:
        return [], None, None, False
    if _is_body(text, start, phrase.last, lexicons):
        country = known.country if known else _country_in(text, start, phrase.last, lexicons)
        return [], (start, phrase.last), country, bool(known and not known.country)
    kept = words.text if any(each[0].isupper() for each in words.text[start : phrase.last]) else words.lower
    return list(kept[at : phrase.last]), None, _country_in(text, start, phrase.last, lexicons), False


def _is_body(text: Text, first: int, last: int, lexicons: Lexicons) -> bool:
    """Whether a noun phrase names or describes a body."""
    for at in range(first, last):
        index = text.name_at.get(at)
        if index is not None and text.mentions[index].entity_type == "ORG":
            return True
        noun = lexicons.nouns.get(text.words.lower[at])
        if noun and noun.entity_type == "ORG":
            return True
    return False


def _country_in(text: Text, first: int, last: int, lexicons: Lexicons) -> str | None:
    for at in range(first, last):
        end, known = _name_from(text, at, last, lexicons)
        if end > at and known and known.country:
            return known.country
    return None
