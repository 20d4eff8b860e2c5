"""Names of one document that name the same thing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from tasks.entities.gazetteer import Known, is_country, read_gazetteer, read_local_names
from tasks.entities.lexicons import openings_of, read_lexicons, read_stems
from tasks.entities.records import Mention

_SMALL = frozenset({"of", "the", "and", "for", "de", "la", "in", "on", "&"})
_LINKS = frozenset({"of", "for", "in"})
_SIDES = frozenset({"north", "south", "east", "west"})
_SHORTENED = frozenset({"ORG", "WORK", "EVENT", "PRODUCT"})
_PLACES = frozenset({"GPE", "LOC"})
_MARKS = str.maketrans("", "", '"“”')
_GENERATION = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def group_names(names: Mapping[int, Mention]) -> dict[int, str]:
    """Return a key for every name by its index; equal keys name the same thing, a country's team by either name."""
    gazetteer = read_gazetteer()
    surfaces = {index: normal(mention.text) for index, mention in names.items()}
    written = {surface: names[index] for index, surface in surfaces.items()}
    people = {surface for surface, mention in written.items() if mention.entity_type == "PERSON"}
    bodies = {surface: mention.text for surface, mention in written.items() if surface not in people}
    firms = {surface for surface in bodies if written[surface].entity_type == "ORG"}
    aliases = _people(people, [*surfaces.values()]) | _called_by_opening(firms, gazetteer) | _bodies(bodies, gazetteer)
    keys: dict[int, str] = {}
    for index, surface in surfaces.items():
        full = aliases.get(surface)
        keys[index] = _key(full, written[full].entity_type) if full else _key(surface, names[index].entity_type)
    return keys


@lru_cache(maxsize=1 << 14)
def _key(surface: str, kind: str | None) -> str:
    """Key of what the gazetteer has by the name or its stem, else the name itself."""
    gazetteer = read_gazetteer()
    known = gazetteer.get(surface)
    is_team = kind == "ORG" and known is not None and known.entity_type == "GPE" and is_country(known)
    if known is None:
        known = next((gazetteer[stem] for stem in read_stems(surface) if stem in gazetteer), None)
    return f"{kind} {known.kb_id}" if known and (is_team or known.entity_type == kind) else surface


def _people(surfaces: set[str], told: Iterable[str]) -> dict[str, str]:
    """Shorter personal names to the full name that they stand for.

    A name that fits two people is that of the one named in full first and most often (91 of 92 in GUM and LitBank),
    and stays alone where those are two; `told` are the names as the text has them.
    """
    full = sorted((each for each in surfaces if " " in each), key=lambda each: (-len(each.split()), each))
    aliases: dict[str, str] = {}
    leads: list[str] = []
    order = {name: at for at, name in reversed([*enumerate(told)])}
    for name in full:
        owners = [
            lead for lead in leads if _is_variant(name.split(), lead.split()) and not _is_elder(name, lead, order)
        ]
        if len(owners) == 1:
            aliases[name] = owners[0]
        else:
            leads.append(name)
    full_names = dict(aliases)
    for name in surfaces:
        if " " not in name:
            owners = _owners(name, leads)
            if len(owners) > 1:
                owners = _most_told(owners, full_names, told)
            if owners:
                aliases[name] = owners[0]
    return aliases


def _is_elder(name: str, younger: str, order: Mapping[str, int]) -> bool:
    """Whether a name told of first is that of the father: Ivo Wilmot, and later Ivo Wilmot Jr."""
    return younger.split()[-1] in _GENERATION and order[name] < order[younger] and name.split()[-1] not in _GENERATION


def _most_told(owners: list[str], aliases: dict[str, str], told: Iterable[str]) -> list[str]:
    times = Counter(aliases.get(name, name) for name in told)
    first = next(name for name in times if name in owners)
    return [first] if all(times[first] > times[each] for each in owners if each != first) else []


def _owners(name: str, leads: list[str]) -> list[str]:
    """Full names that a single word may stand for: by surname, by any part, by a slip of one or two letters."""
    owners = [lead for lead in leads if _surname(lead) == name]
    owners = owners or [lead for lead in leads if name in lead.split()]
    owners = owners or [lead for lead in leads if _surname(lead).removeprefix("al-").removeprefix("el-") == name]
    return owners or [lead for lead in leads if is_slip(name, _surname(lead))]


def is_slip(word: str, other: str) -> bool:
    """Whether two words of five letters or more differ by one letter, of eight or more by two; no plural does."""
    size = min(len(word), len(other))
    if size < 5 or abs(len(word) - len(other)) > 2 or word[0] != other[0] or word == f"{other}s":
        return False
    return distance(word, other) <= (2 if size >= 8 else 1)


def distance(word: str, other: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        above, row[0] = row[0], at
        for to, wanted in enumerate(other, 1):
            above, row[to] = row[to], min(above + (letter != wanted), row[to] + 1, row[to - 1] + 1)
    return row[-1]


def _surname(name: str) -> str:
    parts = [part for part in name.split() if part not in _GENERATION]
    return parts[-1] if parts else name


def _is_variant(short: list[str], full: list[str]) -> bool:
    """Whether every part of the shorter name stands, in order, in the full one, initials for names."""
    if len(short) == 2 and short[-1] in _GENERATION:
        return short == full[-2:]  # Wilmot Jr.
    short, full = [p for p in short if p not in _GENERATION], [p for p in full if p not in _GENERATION]
    if not short or not full or short[-1] != full[-1]:
        return " ".join(short) in " ".join(full) and len(short) > 1
    if not _same_part(short[0], full[0]):
        is_misspelt = len(short) == len(full) == 2 and len(short[0]) > 5 and is_slip(short[0], full[0])
        return is_misspelt or (" ".join(short) in " ".join(full) and len(short) > 1)
    at = 0
    for part in short:
        while at < len(full) and not _same_part(part, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def _same_part(short: str, full: str) -> bool:
    bare = short.rstrip(".")
    return (
        bare == full.rstrip(".")
        or (len(bare) == 1 and full.startswith(bare))
        or (len(full.rstrip(".")) == 1 and short.startswith(full[0]))
    )


def _bodies(surfaces: dict[str, str], gazetteer: dict[str, Known]) -> dict[str, str]:
    """Acronyms (after Schwartz and Hearst 2003) and names without their suffix, to the long name.

    DNC stands for no Democratic National Convention: the gazetteer has another body of that acronym.
    """
    aliases: dict[str, str] = {}
    by_acronym: dict[str, str] = {}
    for surface, text in surfaces.items():
        if " " in surface:
            for acronym in acronyms_of(text):
                by_acronym.setdefault(acronym, surface)
            for stem in read_stems(surface):
                if stem in surfaces and not _is_other(gazetteer.get(stem), gazetteer.get(surface)):
                    aliases[stem] = surface
    full = [surface for surface in surfaces if " " in surface]
    for find_called in (_called_by_kind, _called_shortly, _called_without):
        aliases.update(find_called(full, surfaces, gazetteer))
    for surface, text in surfaces.items():
        letters = "" if " " in surface else text.replace(".", "")
        long = by_acronym.get(letters) if letters.isupper() else None
        if long and not _is_rival(gazetteer.get(surface), gazetteer.get(long)):
            aliases[surface] = long
    return aliases


def _is_other(stem: Known | None, whole: Known | None) -> bool:
    """Whether what is left of a name is a place or another body: Lisbon, for the Lisbon Group."""
    if stem is None or stem.entity_type in _PLACES:
        return stem is not None
    return stem.entity_type == "ORG" and whole is not None and stem.kb_id != whole.kb_id


def _is_rival(short: Known | None, long: Known | None) -> bool:
    """Whether an acronym is that of another body of the same country; abroad many bodies have the same letters."""
    return short is not None and long is not None and short.kb_id != long.kb_id and short.country == long.country


def _called_by_kind(full: list[str], surfaces: dict[str, str], gazetteer: dict[str, Known]) -> dict[str, str]:
    """`the Church`, `the Bridge`: the only body or place whose name opens or closes with the word.

    What the gazetteer has is called by its last word whatever that is: the Sox. Not the White House by `the House`,
    which stands for another body that is known.
    """
    owners: dict[str, list[str]] = {}
    kinds, endings = _kinds(), read_lexicons().suffixes
    for surface in full:
        parts = surface.split()
        for word in {parts[0], parts[-1]} & surfaces.keys():
            if word in kinds or (word == parts[-1] and (word in endings or _is_shortened(parts, gazetteer))):
                owners.setdefault(word, []).append(surface)
    called = _only_owners(owners, gazetteer)
    return {word: owner for word, owner in called.items() if not _is_of_another(word, gazetteer.get(owner), gazetteer)}


def _is_shortened(parts: list[str], gazetteer: dict[str, Known]) -> bool:
    known = gazetteer.get(" ".join(parts))
    is_one = known is not None and known.entity_type in _SHORTENED and _SMALL.isdisjoint(parts)
    return is_one and parts[-1] not in gazetteer


def _only_owners(owners: dict[str, list[str]], gazetteer: dict[str, Known]) -> dict[str, str]:
    """The owners of the short names that one thing only has, be it under two names: US Senate, United States Senate."""
    found = {}
    for short, names in owners.items():
        known = {gazetteer[name].kb_id if name in gazetteer else name for name in names}
        if len(known) == 1:
            found[short] = max(names, key=len)
    return found


def _is_of_another(word: str, owner: Known | None, gazetteer: dict[str, Known]) -> bool:
    bodies = {gazetteer[full].kb_id for full in read_local_names().get(word, {}).values()}
    return bool(bodies) and owner is not None and owner.kb_id not in bodies


def _called_by_opening(bodies: set[str], gazetteer: dict[str, Known]) -> dict[str, str]:
    """`Wilmot`, `Caja Wilmot`: the only body whose name opens so, such as Wilmot Partners or Caja Wilmot del Sur."""
    owners: dict[str, list[str]] = {}
    for surface in bodies:
        for opening in openings_of(surface):
            if opening in bodies and opening not in gazetteer and opening not in kinds_of_bodies():
                owners.setdefault(opening, []).append(surface)
    return _only_owners(owners, gazetteer)


def _called_shortly(full: list[str], surfaces: dict[str, str], gazetteer: dict[str, Known]) -> dict[str, str]:
    """`the Supreme Court`, for the only body whose name goes on with `of` or `for`: Supreme Court of Canada."""
    owners: dict[str, list[str]] = {}
    for surface in full:
        parts = surface.split()
        for at in range(2, len(parts) - 1):
            bare = " ".join(parts[:at])
            if parts[at] in _LINKS and bare in surfaces:
                owners.setdefault(bare, []).append(surface)
    return _only_owners(owners, gazetteer)


def _called_without(full: list[str], surfaces: dict[str, str], gazetteer: dict[str, Known]) -> dict[str, str]:
    """`Supreme Court`, for the only body whose name says where or when first: US Supreme Court, 2010 World Cup.

    A country of which the name says a side is called by either part: the North, Korea.
    """
    owners: dict[str, list[str]] = {}
    for surface in full:
        first, _, rest = surface.partition(" ")
        second, _, short = rest.partition(" ")
        if rest in surfaces and (first in gazetteer or first.isdigit()):
            owners.setdefault(rest, []).append(surface)
        elif short in surfaces and f"{first} {second}" in gazetteer:
            owners.setdefault(short, []).append(surface)
        elif first in _SIDES and surface in gazetteer and gazetteer[surface].entity_type == "GPE":
            for part in (first, rest):
                if part in surfaces and part not in gazetteer:
                    owners.setdefault(part, []).append(surface)
    return _only_owners(owners, gazetteer)


@cache
def kinds_of_bodies() -> frozenset[str]:
    """Nouns for bodies that also stand in their names."""
    lexicons = read_lexicons()
    return frozenset(word for word, kind in lexicons.keywords.items() if kind == "ORG" and word in lexicons.nouns)


@cache
def _kinds() -> frozenset[str]:
    """What a body, building, place, law or event may be called for short."""
    return kinds_of_bodies() | {word for word, kind in read_lexicons().keywords.items() if kind != "ORG"}


@lru_cache(maxsize=1 << 14)
def acronyms_of(text: str) -> frozenset[str]:
    """Initials with and without small words: Bank of Albania -> BA, BOA."""
    parts = [part for part in text.replace("-", " ").split() if part[0].isalnum()]
    short = "".join(part[0] for part in parts if part.lower() not in _SMALL).upper()
    return frozenset(each for each in (short, "".join(part[0] for part in parts).upper()) if len(each) > 1)


@lru_cache(maxsize=1 << 16)
def normal(text: str) -> str:
    """Case folded, with single spaces, without the marks around a nickname."""
    return " ".join(text.casefold().translate(_MARKS).split())
