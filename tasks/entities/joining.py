"""Names of which the model saw a part, put together."""

from collections.abc import Sequence
from itertools import pairwise

from tasks.entities.lexicons import Lexicons
from tasks.entities.records import Name
from tasks.language.words import Words, find_tokens

_WIDEST = 2  # tokens between two parts: Treaty of Lisbon, Bank of the West
_LONGEST = 4  # tokens from mark to mark: "The Flying Flea"
_ACRONYMS = range(3, 7)
_SMALL = frozenset({"of", "the", "for", "and", "in", "to", "on", "&"})
_MARKS = frozenset({'"', "``", "''"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_PROPER = frozenset({"NNP", "NNPS"})
_JOINING = frozenset({"PERSON", "GPE", "ORG", "LOC"})
_OPENING = frozenset({"PERSON", "ORG", "FAC"})


def join_names(words: Words, names: Sequence[Name], lexicons: Lexicons) -> list[Name]:
    """Put together the parts of a name that the model cut: `Ivo | Wilmot`, `Wilmot | Arena`, `US | Congress`."""
    found: list[Name] = []
    for name in _join_possessives(words, _join_nicknames(words, names, lexicons), lexicons):
        if found and name.first - found[-1].last <= _WIDEST and _belong(words, found[-1], name, lexicons):
            label = found[-1].label or (name.label if name.label != "GPE" else None)
            label = None if label == "GPE" and name.label is None else label
            found[-1] = Name(found[-1].first, name.last, label, "joined")
        else:
            found.append(name)
    return found


def join_pairs(words: Words, names: Sequence[Name], lexicons: Lexicons) -> list[Name]:
    """Give a body the first half of its name: `the Justice | and | Development Party`."""
    found: list[Name] = []
    for name in names:
        first = name.first - 2
        is_body = lexicons.keywords.get(words.lower[name.last - 1]) == "ORG" and name.last - name.first > 1
        if is_body and first > 0 and words.lower[first - 1] == "the" and words.lower[first + 1] == "and":
            half = found[-1] if found and found[-1].last > first else None
            if words.tag[first] in _PROPER and (half is None or (half.first == first and half.label != "PERSON")):
                found = found[:-1] if half else found
                found.append(Name(first, name.last, "ORG", "joined"))
                continue
        found.append(name)
    return found


def spell_out(words: Words, names: list[Name], lexicons: Lexicons) -> list[Name]:
    """Add what is told of by its letters later: `Water Beyond Borders`, where the text goes on with WBB."""
    letters = {words.text[name.first]: name.first for name in reversed(names) if name.last - name.first == 1}
    for acronym, told in letters.items():
        if len(acronym) not in _ACRONYMS or not (acronym.isalpha() and acronym.isupper()):
            continue
        if acronym.lower() in lexicons.gazetteer or any(_initials(words, name) == acronym for name in names):
            continue
        for first in range(told):
            if words.text[first][0] == acronym[0] and (last := _spells(words, first, acronym)):
                apart = [name for name in names if name.last <= first or name.first >= last]
                if all(name in apart or first <= name.first < name.last <= last for name in names):
                    names = sorted([*apart, Name(first, last, "ORG", "joined")])
    return names


def _initials(words: Words, name: Name) -> str:
    return "".join(word[0] for word in words.text[name.first : name.last] if word[0].isupper())


def _spells(words: Words, first: int, acronym: str) -> int | None:
    """Where the words end that open with the letters of an acronym, small words aside, none of them letters too."""
    at, end = first, 0
    for letter in acronym:
        while at > first and at < len(words.text) and words.lower[at] in _SMALL:
            at += 1
        if at >= len(words.text) or words.text[at][0] != letter or words.text[at].isupper():
            return None
        at, end = at + 1, at + 1
    return end


def _join_nicknames(words: Words, names: Sequence[Name], lexicons: Lexicons) -> Sequence[Name]:
    """Put together the parts of a personal name that a nickname in marks cuts: `Ivo "Flea" Wilmot`."""
    marks = find_tokens(words.text, _MARKS)
    short = [(left, right) for left, right in pairwise(marks) if 1 < right - left <= _LONGEST]
    for left, right in short:
        if not _is_nickname(words, left, right):
            continue
        before = next((name for name in names if name.last == left), None)
        behind = next((name for name in names if name.first == right + 1), None)
        is_person = any(each and each.label == "PERSON" for each in (before, behind))
        if is_person or words.lower[left - 1] in lexicons.given_names:
            first, last = before.first if before else left - 1, behind.last if behind else right + 2
            names = [name for name in names if name.last <= first or name.first >= last]
            names = sorted([*names, Name(first, last, "PERSON", "joined")])
    return names


def _join_possessives(words: Words, names: Sequence[Name], lexicons: Lexicons) -> Sequence[Name]:
    """Put together what `'s` cuts in the name of a body: `Wilmot County Sheriff's Office`, `Women's Hospital`."""
    for at in find_tokens(words.text, _POSSESSIVE):
        if not _is_inside_body(words, at, lexicons):
            continue
        whose = next((name for name in names if name.first < at <= name.last), None)
        what = next((name for name in names if name.first <= at + 1 < name.last), None)
        if what and " ".join(words.lower[what.first : what.last]) in lexicons.gazetteer:
            continue  # the Minister's Council of Europe
        first = min([at - 1, *(each.first for each in (whose, what) if each)])
        first -= first > 0 and words.text[first - 1].istitle() and words.lower[first - 1] in lexicons.nouns  # Attorney
        last = max([at + 2, *(each.last for each in (whose, what) if each)])
        where = next((name for name in names if name.last == first and words.dep[name.last - 1] == "compound"), None)
        joined = Name(where.first if where else first, last, "ORG", "joined")
        names = sorted([*(name for name in names if name.last <= joined.first or name.first >= last), joined])
    return names


def _is_inside_body(words: Words, at: int, lexicons: Lexicons) -> bool:
    """Whether capitalised people or an officer have a capitalised body: `Teachers' Union`; not `Wilmot's Council`."""
    if not 0 < at < len(words.text) - 1 or not (words.text[at - 1].istitle() and words.text[at + 1].istitle()):
        return False
    whose, what = lexicons.nouns.get(words.lower[at - 1]), words.lower[at + 1]
    return whose is not None and whose.entity_type == "PERSON" and lexicons.keywords.get(what) == "ORG"


def _is_nickname(words: Words, left: int, right: int) -> bool:
    """Whether what stands in marks is capitalised, as is what follows, behind a proper noun."""
    if left == 0 or words.tag[left - 1] not in _PROPER or right + 1 == len(words.tag):
        return False
    return all(each[0].isupper() for each in (*words.text[left + 1 : right], words.text[right + 1]))


def _belong(words: Words, name: Name, rest: Name, lexicons: Lexicons) -> bool:
    """Whether the gazetteer or the parse has two names as one."""
    if " ".join(words.lower[name.first : rest.last]) in lexicons.gazetteer:
        return True
    return name.last == rest.first and _is_part(words, name, rest, lexicons)


def _is_part(words: Words, name: Name, rest: Name, lexicons: Lexicons) -> bool:
    """Whether a name is a modifier inside the next one; a title, a people and what is known are names of their own.

    So is someone of a body, or what someone there is called: `Wilmot Council | Ada`, `Wilmot Council | Commissioner`.
    """
    if words.dep[name.last - 1] != "compound" or not rest.first <= words.head[name.last - 1] < rest.last:
        return False
    if name.label == rest.label == "PERSON":
        return True
    known = lexicons.gazetteer.get(" ".join(words.lower[name.first : name.last]))
    if known and known.entity_type != "PERSON":
        return False
    if name.label is None:
        return rest.label in _JOINING and not _is_description(words.lower[name.last - 1], lexicons)
    if rest.label is None and known is None and words.lower[name.first] in lexicons.given_names:
        return not _is_description(words.lower[rest.last - 1], lexicons)
    if rest.label is None and name.label in _OPENING:
        is_new = name.label != "PERSON" and words.lower[rest.first] in lexicons.given_names
        return not is_new and not _is_description(words.lower[rest.last - 1], lexicons)
    unknown = " ".join(words.lower[rest.first : rest.last]) not in lexicons.gazetteer
    return name.label == rest.label == "GPE" or (name.label == "GPE" and rest.label == "NORP" and unknown)


def _is_description(word: str, lexicons: Lexicons) -> bool:
    """A noun for a person, or a people: `Count`, `Scientologist`, `Minnesotan`."""
    known = lexicons.gazetteer.get(word)
    return word in lexicons.nouns or word.endswith("ist") or bool(known and known.entity_type == "NORP")
