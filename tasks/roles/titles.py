"""Titles that stand with names."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from tasks.entities.gazetteer import count_countries, main_country, read_homes, read_local_names
from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.records import Mention
from tasks.language.words import Words, find_tokens
from tasks.roles.lexicons import read_titles
from tasks.roles.phrases import find_phrases
from tasks.roles.reading import Reading, read_phrase
from tasks.roles.records import Role
from tasks.roles.scene import Phrase, Text

_OWN = frozenset({"secretary of state"})
_FORM = attrgetter("form")
_NOMINALS = frozenset({"nominal"})
_NAMING = frozenset({"GPE", "NORP", "ORG"})
_CONFIDENCE = {
    "title_before": 0.9,
    "apposition": 0.85,
    "apposition_before": 0.8,
    "copula": 0.75,
    "named_as": 0.75,
    "led_by": 0.8,
}


def find_roles(words: Words, mentions: Sequence[Mention], name_at: Mapping[int, int]) -> list[Role]:
    """List the titles of named people, by position; `name_at` gives the name that a token is part of."""
    lexicons = read_lexicons()
    text = Text(words, mentions, name_at, read_titles())
    read = [(phrase, read_phrase(text, phrase, lexicons)) for phrase in find_phrases(text)]
    if not read:
        return []
    countries = {**_countries_of_bodies(text, lexicons), **_countries_of_people(text, read)}
    naming = [each.text for each in mentions if each.entity_type in _NAMING and each.form == "name"]
    counts = count_countries(naming)
    usual = main_country(counts)
    roles = [_to_role(text, phrase, _at_home(reading, usual, counts), countries, usual) for phrase, reading in read]
    return sorted(roles, key=lambda role: (role.start, role.mention))


def _to_role(text: Text, phrase: Phrase, reading: Reading, countries: dict[str, str], usual: str | None) -> Role:
    words, body = text.words, reading.body
    start, end = words.start[phrase.first], words.end[phrase.last - 1]
    country = reading.country
    if country is None and not reading.is_international:
        country = countries.get(_surname(text, phrase.mention))
        country = country or (body and _seat(words.lower[body[1] - 1], countries, usual))
        country = country or reading.title.country or (usual if _is_of_state(words, reading) else None)
    return Role(
        phrase.mention,
        start,
        end,
        phrase.first,
        phrase.last,
        reading.role,
        reading.title.kind,
        reading.modifier,
        _body_at(text, *body) if body else None,
        words.between(*body) if body else None,
        country,
        phrase.rule,
        _CONFIDENCE[phrase.rule],
    )


def _body_at(text: Text, first: int, last: int) -> int | None:
    """The mention of a body: a name in its range, else the description that it is: the agency's director."""
    named = next((text.name_at[at] for at in range(first, last) if at in text.name_at), None)
    if named is not None:
        return named
    described = (index for index, each in enumerate(text.mentions) if first <= each.head < last)
    return next((index for index in described if text.mentions[index].entity_type == "ORG"), None)


def _at_home(reading: Reading, usual: str | None, told: Container[str]) -> Reading:
    """A congresswoman is Peru's in a text on Peru that never tells of her usual country."""
    country = reading.title.country
    if country is None or country in told or usual is None or reading.title.role in _OWN:
        return reading
    return replace(reading, title=reading.title._replace(country=None), country=reading.country or usual)


def _seat(body: str, countries: dict[str, str], usual: str | None) -> str | None:
    """The country of a body by its noun: that which the document says, else one that calls a body so."""
    is_usual = usual is not None and usual in read_local_names().get(body, ())
    return countries.get(f"the {body}") or (usual if is_usual else read_homes().get(body))


def _is_of_state(words: Words, reading: Reading) -> bool:
    """Whether a post is that of the country which the document is about: a minister, but no bishop, and no firm's."""
    titles, body = read_titles(), reading.body
    if reading.title.kind != "office" or reading.title.role in titles.private:
        return False
    return body is None or not titles.states.isdisjoint(words.lower[body[0] : body[1]])


def _surname(text: Text, mention: int) -> str:
    return text.words.lower[text.mentions[mention].last - 1]


def _countries_of_people(text: Text, read: Sequence[tuple[Phrase, Reading]]) -> dict[str, str]:
    """Country that another title of the same surname names."""
    found: dict[str, str] = {}
    for phrase, reading in read:
        if reading.country:
            found.setdefault(_surname(text, phrase.mention), reading.country)
    return found


def _countries_of_bodies(text: Text, lexicons: Lexicons) -> dict[str, str]:
    """Country by `the <noun>`, from the first description that says it: the Russian embassy."""
    found: dict[str, str] = {}
    for index in find_tokens(list(map(_FORM, text.mentions)), _NOMINALS):
        mention = text.mentions[index]
        if mention.entity_type == "ORG":
            for at in range(mention.first, mention.head):
                known = lexicons.gazetteer.get(text.words.lower[at]) if at in text.name_at else None
                if known and known.country:
                    found.setdefault(f"the {text.words.lower[mention.head]}", known.country)
    return found
