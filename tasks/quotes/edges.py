"""The edges of content: no white space, no stray comma; pieces in order and apart."""

from collections.abc import Sequence

from tasks.language.words import Words
from tasks.quotes.cues import DAYS, read_nouns, read_plain_verbs
from tasks.quotes.frames import read_adders
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading

_STRAY = frozenset({",", ".", ";", ":", "-", "--", "\u2013", "\u2014", "(", ")", " "})
_LINKS = frozenset({"and", "but"})


def trim_pieces(reading: Reading, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Trim every piece, leave out what is empty, join what overlaps."""
    if len(pieces) == 1:
        first, last = _trim(reading, *pieces[0])
        return ((first, last),) if first < last else ()
    trimmed: list[Piece] = []
    for piece in sorted(pieces):
        first, last = _trim(reading, *piece)
        if first >= last:
            continue
        if trimmed and first < trimmed[-1][1]:
            trimmed[-1] = (trimmed[-1][0], max(last, trimmed[-1][1]))
        else:
            trimmed.append((first, last))
    return tuple(trimmed)


def _trim(reading: Reading, first: int, last: int) -> Piece:
    words, quoted = reading.tree.lower, reading.quoted
    while first < last and quoted[first] < 0 and _is_stray(words[first]):
        first += 1
    if last - first > 1 and quoted[last - 1] >= 0 and reading.first_of(quoted[last - 1]) == last - 1:
        last -= 1  # the mark of the next quotation
    while first < last and quoted[last - 1] < 0 and _may_drop(words, first, last):
        last -= 1
    if last - first > 1 and words[first] == "that":
        is_set_off = _is_stray(words[first + 1])
        if is_set_off or reading.tree.dep[first] == "mark" or reading.tree.tag[first + 1] == "PRP":
            first += 1 + is_set_off
    return first, last


def _may_drop(words: list[str], first: int, last: int) -> bool:
    return words[last - 1] in _LINKS or (_is_stray(words[last - 1]) and not _closes(words, first, last))


def _is_stray(word: str) -> bool:
    return word in _STRAY or word.isspace()


def _closes(words: list[str], first: int, last: int) -> bool:
    """A bracket that was opened inside the piece stays."""
    return words[last - 1] == ")" and "(" in words[first:last]


def cut(reading: Reading, first: int, last: int) -> int:
    """End the clause before what the narrator says of it or a participle cue: `, a view that`, `, adding that`."""
    tree = reading.tree
    last = _before_comment(reading, first, last)
    adders = read_adders()
    words = tree.lower[first + 3 : last]
    if adders.isdisjoint(words) and _BESIDE.isdisjoint(words):
        return last
    for token in range(first + 3, last):
        is_added = tree.lower[token] in adders and is_after_comma(tree, token)
        if reading.quoted[token] < 0 and (is_added or _is_beside(tree, token, last)):
            return token - 1
    return last


def is_after_comma(tree: Words, token: int) -> bool:
    """After a comma, or after marks that close with one."""
    return tree.lower[token - 1] == "," or tree.lower[token - 2 : token] == [",", '"']


def _is_beside(tree: Words, token: int, last: int) -> bool:
    """`, without giving details`; `, with one senator saying that`; `, which she called off`; `, while Dorn says`."""
    if tree.lower[token] not in _BESIDE or "," not in tree.lower[token - 2 : token]:
        return False
    if tree.lower[token] == "which":
        verb = tree.head[token]
        is_told = tree.dep[token] == "dobj" and tree.lemma[verb] in read_plain_verbs()
        ends = all(map(_is_stray_or_mark, tree.lower[tree.right[verb] : last]))
        return is_told and ends and tree.kid(verb, "nsubj") is not None
    if tree.lower[token] in _CONTRASTS:
        verb = tree.head[token]
        subject = tree.kid(verb, "nsubj") if tree.dep[token] == "mark" else None
        is_other = subject is not None and (tree.tag[subject][0] == "N" or tree.lower[subject] in _CONCEDING)
        return tree.lower[token - 1] == "," and is_other and tree.lemma[verb] in read_plain_verbs()
    if tree.lower[token] == "without":
        return tree.lower[token - 1] in _PARTING and " ".join(tree.lower[token : token + 2]) in read_adders()
    return tree.lower[token - 1] == "," and _has_speaker(tree, token)


def _is_stray_or_mark(word: str) -> bool:
    return _is_stray(word) or word == '"'


def _has_speaker(tree: Words, token: int) -> bool:
    """`, with one senator saying that`: the participle of a verb that attributes, and who it belongs to."""
    for verb in range(token + 2, min(token + _LONGEST_SPEAKER, len(tree.tag))):
        if tree.lower[verb] == ",":
            return False
        if tree.tag[verb] == "VBG":
            return tree.lemma[verb] in read_plain_verbs() and tree.tag[verb - 1][:2] in ("NN", "PR", "DT", "CD")
    return False


_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_CONCEDING = frozenset({"he", "she", "they"})
_BESIDE = frozenset({"with", "without", "which"}) | _CONTRASTS
_LONGEST_SPEAKER = 10  # tokens


def _before_comment(reading: Reading, first: int, last: int) -> int:
    """Where content ends before `, a view that others share` or `, as the clock struck ten`, which run to its end."""
    tree = reading.tree
    if _COMMENTS.isdisjoint(tree.lower[first + 3 : last - 3]):
        return last
    for token in range(last - 4, first + 3, -1):
        is_parted = tree.lower[token - 1] in _PARTING or (tree.lower[token] == "as" and tree.lower[token - 1] in DAYS)
        if is_parted and tree.lower[token] in _COMMENTS and _is_comment(reading, token, last):
            return token - 1
    return last


def _is_comment(reading: Reading, token: int, last: int) -> bool:
    """Whether a relative clause on the noun of an article, or the clause of `as` without marks, reaches the end."""
    tree = reading.tree
    over = tree.head[token]
    if tree.lower[token] == "as":
        is_told = tree.dep[over] == "advcl" and not reading.has_quotation(token, last)
        subject = tree.kid(over, "nsubj", "nsubjpass") if is_told else None
        return subject is not None and tree.left[subject] == token + 1 and tree.right[over] >= last
    is_told = tree.lemma[over] in read_nouns()
    if is_told and over + 1 < last and tree.tag[over + 1] in _REDUCED:  # `a charge Voss denies`, however it is parsed
        return True
    clause = tree.kid(over, "relcl")
    if clause is None or tree.right[clause] < last:
        return False
    return is_told or tree.tag[tree.left[clause]] in ("WDT", "IN")


_REDUCED = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "VBN"})
_COMMENTS = frozenset({"a", "an", "as"})
_PARTING = frozenset({",", '"', "-", "--", "\u2013", "\u2014"})


def with_condition(tree: Words, kids: Sequence[int], last: int) -> int:
    """Where content ends with the condition that the parser hung on the cue: `vowed to resign if it failed`."""
    return next((tree.right[kid] for kid in kids if tree.left[kid] == last and is_condition(tree, kid)), last)


def is_condition(tree: Words, kid: int) -> bool:
    """`threatened a strike if the talks failed`, `should the talks fail`."""
    mark = tree.kid(kid, "mark") if tree.dep[kid] == "advcl" else None
    opens = tree.lower[tree.left[kid] if mark is None else mark]
    return tree.dep[kid] == "advcl" and opens in ("if", "unless", "should")


def widen(reading: Reading, first: int, last: int) -> int:
    """Content that ends inside a quotation which began in it goes on to the closing mark."""
    index = reading.quoted[last - 1]
    if index < 0 or reading.first_of(index) < first:
        return last
    return last_of_row(reading, index)


def close(reading: Reading, first: int, last: int) -> int:
    """Take in a closing mark that the parser gave to the next sentence."""
    index = reading.quoted[last - 1]
    is_open = index >= 0 and first <= reading.first_of(index) and reading.last_of(index) - last <= _MARK
    return reading.last_of(index) if is_open else last


_MARK = 2  # tokens: a full stop and the mark


def last_of_row(reading: Reading, index: int) -> int:
    """Where the last quotation of `a "crook" and a "liar"` ends."""
    last = reading.last_of(index)
    for first, end in reading.ranges[index + 1 :]:
        if first == last or not _ROW.issuperset(reading.tree.lower[last:first]):
            break
        last = end
    return last


_ROW = frozenset({"and", "or", ",", "a", "an", "the", "as"})
