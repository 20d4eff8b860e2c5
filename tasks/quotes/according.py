"""`According to` someone: before, after or within what is said."""

from collections.abc import Iterator

from tasks.entities.lexicons import is_one_person
from tasks.language.words import Words, find_tokens
from tasks.quotes.cues import Entry
from tasks.quotes.drafts import Draft
from tasks.quotes.edges import widen
from tasks.quotes.outlets import is_outlet
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading, find_word
from tasks.quotes.sources import Source, trim

ACCORDING = Entry("accord", ("to",), "say", "says", frozenset("c"))
_MEASURES = frozenset({"standard", "rule", "law", "schedule", "plan", "tradition", "size", "taste", "need", "custom"})
_PAPERS = frozenset({"instruction", "agreement", "contract", "guideline"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENING = frozenset({"DT", "PRP", "PRP$", "IN", "EX", "WP", "WDT", *_FINITE})
_JOINING = frozenset({"CC", "IN"})
_OPENS_CLAUSE = frozenset({"that", "but", "and", "while", "although", "though", "because", "since"})


def find_by_preposition(reading: Reading) -> Iterator[Draft]:
    """`According to the police, ...`, by way of another who cites them or not."""
    words = reading.tree.lower
    according = [token for token in find_word(reading.tree, "according") if words[token + 1 : token + 2] == ["to"]]
    per = [
        token - 1 for token in find_word(reading.tree, "per") if words[token - 1] == "as" and _is_apart(reading, token)
    ]
    for token in (*according, *per):
        source = _find_source(reading, token)
        if source is None:
            continue
        last = max(source.last, _end_of_aside(reading.tree, source))
        cited = _cited(reading, last)
        pieces = _around(reading, token, last if cited is None else reading.tree.right[cited.head])
        via = source.name if cited is not None and is_outlet(reading.tree, *source.name) else None
        if pieces:
            cue, frame, name = (token, token + 2), (token, last), " ".join(words[token : token + 2])
            yield Draft(token, cue, name, ACCORDING, cited or source, frame, pieces, "according", via)


def _is_apart(reading: Reading, per: int) -> bool:
    """`As per the ministry, the dam is safe`, not `paid as per the contract`."""
    return reading.tree.sentence[per][0] == per - 1 or reading.is_comma(per - 2)


def _find_source(reading: Reading, token: int) -> Source | None:
    tree = reading.tree
    thing = tree.kid(token + 1, "pobj") or tree.kid(token, "pobj")
    if thing is None:
        return _unparsed(tree, token + 2)
    if tree.lemma[thing] in _MEASURES or (tree.lower[token] == "as" and tree.lemma[thing] in _PAPERS):
        return None
    first, last = trim(reading, thing, token)
    last = _before_article(tree, first, _until_comma(tree, thing, last))
    if not first <= thing < last:
        thing = last - 1
    end = _end_of_name(tree, thing, last)
    if end is not None:
        return Source(first, end, end - 1, "object", (last + 1, end))
    return Source(first, last, thing, "object", (first, last))


def _end_of_name(tree: Words, head: int, comma: int) -> int | None:
    """`according to a neighbour, Doris Feeney,`: where the name ends, which the parser may hang elsewhere."""
    end = comma + 1
    while tree.tag[head] == "NN" and tree.tag[end : end + 1] in (["NNP"], ["NNPS"]):
        end += 1
    follows = tree.tag[end + 1 : end + 2] if tree.lower[end : end + 1] == [","] else []
    is_last = tree.lower[end : end + 1] == ["."] or follows == ["WP"] or not _FINITE.isdisjoint(follows)
    is_last = is_last or (bool(follows) and is_one_person(tree.lower[head]))
    return end if tree.lower[comma : comma + 1] == [","] and end > comma + 2 and is_last else None


def _unparsed(tree: Words, first: int) -> Source | None:
    """The words up to a mark or a word that opens a clause, where the parser sees no noun: `According to Voss the`."""
    last = first + 1
    while last < len(tree.lower) and tree.lower[last][:1].isalnum() and tree.tag[last] not in _OPENING:
        last += 1
    is_clause = last >= len(tree.lower) or tree.tag[first] == "WP" or last - first > 8
    return None if is_clause else Source(first, last, last - 1, "object", (first, last))


def _end_of_aside(tree: Words, source: Source) -> int:
    """Where an apposition or a clause on the source ends, when a comma follows."""
    aside = tree.right[source.head]
    return aside if tree.lower[aside : aside + 1] == [","] else 0


def _before_article(tree: Words, first: int, last: int) -> int:
    """End a source before the article of the next noun: `According to Voss the wells are dry`."""
    for token in range(first + 1, last):
        if tree.tag[token] in _NEW_NOUN and tree.tag[token - 1][0] == "N":
            return token
    return last


_NEW_NOUN = frozenset({"DT", "PRP", "PRP$", "EX"})


def _until_comma(tree: Words, head: int, last: int) -> int:
    """End a source before a comma that opens the sentence proper, a list or an apposition aside."""
    for token in range(head + 1, last):
        if (
            tree.lower[token] == ","
            and tree.head[token] != head
            and tree.dep[tree.head[token]] not in ("appos", "conj")
        ):
            return token
    return last


def _cited(reading: Reading, last: int) -> Source | None:
    """Whom `, citing the ministry,` names after the source."""
    tree = reading.tree
    if tree.lower[last : last + 1] != [","] or tree.lower[last + 1 : last + 2] not in (["citing"], ["quoting"]):
        return None
    thing = tree.kid(last + 1, "dobj")
    if thing is None:
        return None
    first, end = trim(reading, thing, last + 1)
    return Source(first, end, thing, "cited", (first, end))


def _around(reading: Reading, token: int, last: int) -> tuple[Piece, ...]:
    """The rest of the sentence: before, after, or on both sides; a quotation that it opens is taken whole."""
    tree = reading.tree
    start, end = tree.sentence[token]
    before = token
    while before > start and not tree.lower[before - 1][:1].isalnum() and reading.quoted[before - 1] < 0:
        before -= 1
    index = reading.quoted[before - 1] if before else -1
    if index >= 0 and index != reading.quoted[token]:
        start = min(start, reading.first_of(index))
    pieces = []
    start = _after_semicolon(reading, start, before)
    opens = tree.lower[before - 1] in _OPENS_CLAUSE or tree.lower[token - 1] == ":"
    if before - start >= 2 and not opens:
        pieces.append((start, before))
    if end - last >= 3 and (not pieces or (reading.is_comma(last) and _goes_on(reading, pieces[0], last + 1))):
        pieces.append((last, widen(reading, last, end)))
    return tuple(pieces)


def _after_semicolon(reading: Reading, start: int, before: int) -> int:
    """Where the last of several sentences that semicolons join begins."""
    marks = [at for at in find_tokens(reading.tree.lower[start:before], _SEMICOLON) if reading.quoted[start + at] < 0]
    if not marks or before - start - marks[-1] <= _SHORTEST or reading.tree.tag[start + marks[-1] + 1] == "CC":
        return start
    return start + marks[-1] + 1


_SEMICOLON = frozenset({";"})
_SHORTEST = 4  # tokens


def _goes_on(reading: Reading, piece: Piece, after: int) -> bool:
    """Whether what follows the source goes on with what was said, and is no clause or apposition on the source."""
    tree = reading.tree
    return (
        reading.quoted[after] >= 0
        or tree.tag[after] in _JOINING
        or tree.lower[piece[0]] == "what"
        or _FINITE.isdisjoint(tree.tag[piece[0] : piece[1]])
        or tree.tag[piece[1] - 1] in _FINITE
    )
