"""Names of headlines, whose capitals tell little: in title case nothing, at the beginning of others not much."""

from collections.abc import Sequence

from tasks.entities.lexicons import Lexicons
from tasks.entities.records import Name
from tasks.language.records import Sentence
from tasks.language.words import Words

_CAPITALISED = 0.6  # share of the long words


def read_headlines(words: Words, sentences: Sequence[Sentence], names: list[Name], lexicons: Lexicons) -> list[Name]:
    """Put what the body or the gazetteer has in the place of the names of headlines in title case."""
    openings = {each.first for each in sentences if each.zone == "headline"}
    names = [name for name in names if name.first not in openings or not _is_noun(words, name, lexicons)]
    headings = [
        (each.first, each.last) for each in sentences if each.zone == "headline" and _is_title_case(words, each)
    ]
    if not headings:
        return names
    return [name for name in names if not _only_in(name, headings)] + _known_in(words, names, headings, lexicons)


def _is_noun(words: Words, name: Name, lexicons: Lexicons) -> bool:
    """Whether the one word that opens a headline is a noun that the text has in lower case too: `Baker sues town`."""
    word = words.lower[name.first]
    return name.last - name.first == 1 and word in lexicons.nouns and word in words.text


def _is_title_case(words: Words, sentence: Sentence) -> bool:
    """Whether most long words are capitalised, so that capitals tell nothing."""
    long = [each for each in words.text[sentence.first : sentence.last] if len(each) > 3 and each[0].isalpha()]
    return sum(each[0].isupper() for each in long) > _CAPITALISED * len(long)


def _only_in(name: Name, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(first <= name.first < last for first, last in ranges)


def _known_in(
    words: Words, names: Sequence[Name], headings: Sequence[tuple[int, int]], lexicons: Lexicons
) -> list[Name]:
    """Names of title-case headlines: those that the body or the gazetteer has, longest first; full names of people."""
    body = {tuple(words.lower[name.first : name.last]) for name in names if not _only_in(name, headings)}
    body |= {parts[-1:] for parts in body}
    found: list[Name] = []
    for first, last in headings:
        at = first
        while at < last:
            end = next(
                (end for end in range(min(at + 6, last), at, -1) if _is_known(words, at, end, body, lexicons)), 0
            )
            if end:
                found.append(Name(at, end, None, "headline"))
            at = end or at + 1
    return found


def _is_known(words: Words, first: int, last: int, body: set[tuple[str, ...]], lexicons: Lexicons) -> bool:
    parts = tuple(words.lower[first:last])
    if not words.text[first][0].isupper():
        return False
    if parts in body or " ".join(parts) in lexicons.gazetteer:
        return True
    return len(parts) == 2 and parts[0] in lexicons.given_names and words.tag[last - 1] == "NNP"
