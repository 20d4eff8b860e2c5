"""What a title phrase says: the post, its body, its country, how it is held."""

from dataclasses import dataclass

from tasks.entities.gazetteer import Known, is_country, read_local_names, shares_its_name
from tasks.entities.lexicons import Lexicons
from tasks.roles.lexicons import Title
from tasks.roles.scene import Phrase, Text, width_of

_LINKS = frozenset({"of", "for", "to", "in", "at", "on", "with"})
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_LED = {"led": "leader", "headed": "head", "run": "head", "chaired": "chair"}
_KEPT = frozenset({"deputy", "vice", "assistant"})
_TOPICS = frozenset({"EVENT", "WORK", "LAW", "PRODUCT"})
_LENGTHS = frozenset({"year", "years", "months", "decades", "terms"})  # director for eleven years
_PORTFOLIOS = frozenset({"minister", "ministers", "secretary", "affairs"})


@dataclass(frozen=True, slots=True)
class Reading:
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
        role, body = _LED[words.lower[phrase.head]], _led_body(text, phrase)
        return Reading(role, Title("office", role, None), None, body, None, False)
    title, width = _title(text, phrase)
    start = phrase.head + 1 - width
    modifier = _modifier(text, phrase)
    before, body, country, region = _read_before(text, phrase.first, start, lexicons)
    after, body_after, country_after, abroad = _read_after(text, phrase, lexicons)
    body = body_after or body
    if "chief" in before:
        title = title._replace(kind="office")  # the chief economist of a bank
    role = " ".join([*before, title.role, *after])
    if region and title.kind == "office" and not after:
        role = f"{role} of {region}"
    abroad = abroad or bool(body and not country and _is_known_body(text, body, lexicons))
    return Reading(role, title, modifier, body, country or country_after, abroad)


def _is_known_body(text: Text, body: tuple[int, int], lexicons: Lexicons) -> bool:
    """A body that the gazetteer has without a country: international."""
    known = lexicons.gazetteer.get(" ".join(text.words.lower[body[0] : body[1]]))
    return known is not None and known.country is None


def _led_body(text: Text, phrase: Phrase) -> tuple[int, int] | None:
    """Name of the body that a participle modifies: `the Wilmot Fund, a charity run by`."""
    words, at = text.words, text.words.head[phrase.head]
    while at not in text.name_at and words.dep[at] == "appos":
        at = words.head[at]
    index = text.name_at.get(at)
    return (text.mentions[index].first, text.mentions[index].last) if index is not None else None


def _title(text: Text, phrase: Phrase) -> tuple[Title, int]:
    """The longest title of the lexicon that ends at the head, and its number of tokens."""
    words, width = text.words.lower, width_of(text, phrase.head)
    title = text.titles.titles.get(" ".join(words[phrase.head + 1 - width : phrase.head + 1]))
    return (title, width) if title else (Title("description", words[phrase.head], None), 1)


def _modifier(text: Text, phrase: Phrase) -> str | None:
    """Former before acting before elect before deputy."""
    words, stop = text.words, phrase.head + 1
    stop += 2 if words.text[stop : stop + 1] == ["-"] else 0  # president-elect
    found = set(map(text.titles.modifiers.get, words.lower[phrase.first : stop]))
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
        if known and _tells_origin(known, " ".join(text.words.lower[at:end])):
            country = country or known.country
            region = _region(text, known, at, end)
        elif end > at and not known and _is_portfolio(text, at, end, stop):
            kept.extend(text.words.lower[at:end])
        elif end > at or _closes_body(text, at, stop, lexicons):
            body = (body[0] if body else max(at - len(kept), first), max(end, at + 1))
            kept = []
            country = country or (_home(known) if known else _country_in(text, *body, lexicons))
        elif _is_kept(text, at):
            kept.append(text.words.lower[at])
        at = max(end, at + 1)
    return kept, body, country, region


def _region(text: Text, known: Known, first: int, last: int) -> str | None:
    """The region that a post is of: the governor of New York, no city; an Oslo-based chair is of none."""
    if is_country(known) or _is_people(known) or text.words.text[last] == "-":
        return None
    return " ".join(text.words.text[first:last]) if known.kb_id.startswith("city:") else known.name


def _tells_origin(known: Known, surface: str) -> bool:
    """A place or a people, but no party: a Republican candidate has a body."""
    if _is_people(known):
        return surface not in read_local_names()
    return known.entity_type != "ORG" and bool(known.country or known.entity_type in {"GPE", "LOC"})


def _is_people(known: Known) -> bool:
    """A people or a faith without a place of its own."""
    return known.kb_id.startswith("group:")


def _closes_body(text: Text, at: int, stop: int, lexicons: Lexicons) -> bool:
    """A common noun for a body: `foreign ministry spokesman`."""
    noun = lexicons.nouns.get(text.words.lower[at])
    if _is_portfolio(text, at, at + 1, stop) or text.words.lower[at] == "opposition":
        return False
    return bool(noun and noun.entity_type == "ORG" and text.words.dep[at] in {"compound", "poss", "nmod", "amod"})


def _is_portfolio(text: Text, first: int, last: int, stop: int) -> bool:
    """`Foreign` of Foreign Minister, taken for a name."""
    is_one = last == stop and last - first == 1 and not text.words.text[first].isupper()
    return is_one and text.words.lower[stop] in _PORTFOLIOS


def _is_kept(text: Text, at: int) -> bool:
    word = text.words.lower[at]
    if text.words.tag[at] == "VBN" or "-" in text.words.text[max(at - 1, 0) : at + 2]:
        return False
    if text.words.tag[at] in {"POS", "HYPH", "CD"} or word in _ARTICLES:
        return False
    return word not in text.titles.modifiers or word in _KEPT


def _name_from(text: Text, at: int, stop: int, lexicons: Lexicons) -> tuple[int, Known | None]:
    """End of the name that starts at a token, and what the gazetteer knows of it; (at, None) if none does.

    An event or a work is what the title is about, not a body: Olympic champion.
    """
    index = text.name_at.get(at)
    if index is None or text.mentions[index].entity_type in _TOPICS:
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
    if at + 1 >= phrase.last or words.lower[at] not in _LINKS:
        return [], None, None, False
    start = at + 2 if words.lower[at + 1] in _ARTICLES else at + 1
    if words.lower[at] == "for" and _LENGTHS.intersection(words.lower[start : phrase.last]):
        return [], None, None, False
    end, known = _name_from(text, start, phrase.last, lexicons)
    if known and known.entity_type == "GPE" and end == phrase.last and known.kb_id.startswith("iso:"):
        if "-" not in known.kb_id:
            return [], None, known.country, False
        return words.text[at : phrase.last], None, known.country, False
    if words.lower[start : phrase.last] in (["country"], ["nation"], ["republic"], []):
        return [], None, None, False
    if words.lower[phrase.head] not in _PORTFOLIOS and _is_body(text, start, phrase.last, lexicons):
        country = _home(known) if known else _country_in(text, start, phrase.last, lexicons)
        last = end if start < end < phrase.last and words.lower[end] == "in" else phrase.last
        return [], (start, last), country, bool(known and not known.country)
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


def _home(known: Known) -> str | None:
    """The country of a body, where its name alone tells it."""
    return None if shares_its_name(known) else known.country


def _country_in(text: Text, first: int, last: int, lexicons: Lexicons) -> str | None:
    for at in range(first, last):
        end, known = _name_from(text, at, last, lexicons)
        if end > at and known and _home(known):
            return known.country
    return None
