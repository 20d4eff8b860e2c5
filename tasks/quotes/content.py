"""What is said: the clause, the quotation or the phrase that a cue governs."""

from tasks.language.words import Words
from tasks.quotes.colons import find_after_colon
from tasks.quotes.complements import find_clause, find_phrase
from tasks.quotes.cues import Cue
from tasks.quotes.edges import cut
from tasks.quotes.frames import Frame, takes_addressee
from tasks.quotes.pieces import Content, Piece
from tasks.quotes.reading import Reading
from tasks.quotes.sources import is_undergone


def find_content(reading: Reading, cue: Cue, frame: Frame) -> Content | None:
    """The content of a cue by the first rule that fits."""
    allows = cue.frames
    if frame.is_marked:
        index = reading.quoted[frame.first - 1]
        return _around(reading, cue, frame, (_sentence_start(reading, cue, reading.first_of(index)), frame.first))
    after_colon = find_after_colon(reading, cue, frame) if reading.colons else None
    if after_colon is not None:
        return Content((after_colon,), "colon_quotation", "q")
    if allows.isdisjoint(_SAYING):
        return find_phrase(reading, cue, allows)
    clause = find_clause(reading, cue, frame) if "c" in allows else None
    right = _right_quotation(reading, frame.last) if reading.ranges and "q" in allows else None
    if clause is not None and right is None and _is_adjacent(reading, frame, clause):
        return Content((clause,), "clause", "c")
    left = _left(reading, cue, frame)
    is_set_off = left is not None and (_quoted_end(reading, left) or _is_interrupted(reading, frame))
    if left is not None and is_set_off and (right is None or reading.is_comma(frame.last)):
        return _around(reading, cue, frame, left)
    if right is not None:
        return _from_quotation(reading, cue, right)
    if left is not None and (clause is None or _is_interrupted(reading, frame)):
        return _around(reading, cue, frame, left)
    if clause is not None:
        return Content((clause,), "clause", "c")
    return find_as_clause(reading, cue, frame) or find_phrase(reading, cue, allows)


def find_as_clause(reading: Reading, cue: Cue, frame: Frame) -> Content | None:
    """`As the paper reported, ...`: the clause that the aside goes with, before and after it."""
    tree = reading.tree
    mark = tree.kid(cue.token, "mark", "advmod") if tree.dep[cue.token] == "advcl" and "c" in cue.frames else None
    if mark is None or tree.lower[mark] != "as":
        return None
    if tree.kid(cue.token, "dobj", "xcomp", "ccomp") is not None or tree.kid(cue.token, "nsubj", "agent") is None:
        return None
    top = tree.head[cue.token]
    if tree.tag[top][0] == "N":
        top = tree.head[top]
    start, end = tree.left[top], tree.right[top]
    pieces = []
    if mark - start > 2 and reading.is_comma(mark - 1):
        pieces.append((start, mark - 1))
    if reading.is_comma(frame.last) and end - frame.last > 2:
        pieces.append((frame.last + 1, end))
    return Content(tuple(pieces), "as_clause", "c") if pieces else None


def _is_adjacent(reading: Reading, frame: Frame, clause: Piece) -> bool:
    """Whether the clause follows the frame with nothing but `that` or a mark between."""
    return clause[0] - frame.last <= 2 and not reading.is_comma(frame.last)


def _is_interrupted(reading: Reading, frame: Frame) -> bool:
    """Set off by commas on both sides, with enough before it to be a part of what is said."""
    return reading.is_comma(frame.last) and reading.is_comma(frame.first - 1)


def _may_follow(reading: Reading, cue: Cue, frame: Frame) -> bool:
    """Whether what is said may stand before the cue: not with a participle, a relative or a conjunction."""
    tree = reading.tree
    is_bare = tree.tag[cue.token] == "VBG" and not tree.kids_of(cue.token, "aux")
    if (is_bare and not _is_quoting(tree, cue.token)) or (
        tree.dep[cue.token] == "acl" and tree.tag[cue.token] == "VBN" and tree.kid(cue.token, "agent") is None
    ):
        return False
    subject = tree.kid(cue.token, "nsubjpass")
    is_other = subject is not None and tree.lower[subject] != "it" and not takes_addressee(cue)
    if is_other and is_undergone(tree, cue.token) and not _is_quoting(tree, cue.token):
        return False  # `, a guard was charged`
    return _follows_no_conjunction(reading, cue, frame)


def _is_quoting(tree: Words, verb: int) -> bool:
    """`he was quoted as saying`, `the agency quoted him as saying`, `he was heard as saying`."""
    link = tree.head[verb]
    over = tree.head[link]
    return tree.lower[link] == "as" and (tree.lemma[over] == "quote" or tree.kid(over, "auxpass") is not None)


def _quoted_end(reading: Reading, left: Piece) -> bool:
    """Whether what stands before the frame ends with a quotation that is more than a word or two."""
    if reading.quoted[left[0]] >= 0 and reading.quoted[left[0]] == reading.quoted[left[1]]:
        return False
    token = left[1] - 1
    while token > left[0] and reading.quoted[token] < 0 and not reading.tree.lower[token][:1].isalnum():
        token -= 1
    return reading.quoted[token] >= 0


def _left(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """What stands before the frame, when a comma or a closing mark sets the frame off."""
    tree = reading.tree
    before = frame.first - 1
    if before < 0 or (reading.quoted[before] < 0 and not reading.is_comma(before)):
        return None
    if reading.paragraph[before] != reading.paragraph[cue.token] or not _may_follow(reading, cue, frame):
        return None
    if reading.quoted[cue.token] >= 0:
        return _left_within(reading, cue, frame)
    index = reading.quoted[before]
    if index >= 0 and reading.last_of(index) == frame.first and _may_end_with(reading, frame, before - 1):
        return _sentence_start(reading, cue, reading.first_of(index)), frame.first
    start = tree.sentence[cue.token][0]
    if before <= start or not reading.is_comma(before):
        return None
    index = reading.quoted[before - 1]
    if index >= 0 and reading.last_of(index) == before:
        return _sentence_start(reading, cue, reading.first_of(index)), before
    if tree.lower[before] == ";" or not _is_clausal(reading, cue, frame, start):
        return None
    return (before - 1 if tree.tag[before - 1] == "WDT" else start), before


def _may_end_with(reading: Reading, frame: Frame, token: int) -> bool:
    """Whether the frame can follow a quotation that ends with a token: after a full stop only if it ends there."""
    words = reading.tree.lower
    if words[token] != "." or frame.last >= len(words):
        return True
    return not words[frame.last][:1].isalnum() and words[frame.last] not in _GOES_ON


def _left_within(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """What stands before a frame that is itself inside a quotation."""
    index = reading.quoted[cue.token]
    is_closed = reading.quotations[index].is_closed
    start = max(reading.tree.sentence[cue.token][0], reading.first_of(index) + is_closed)
    before = frame.first - 1
    if before <= start or not reading.is_comma(before) or not _is_clausal(reading, cue, frame, start):
        return None
    return start, before


def _sentence_start(reading: Reading, cue: Cue, first: int) -> int:
    """Where content that ends with a quotation begins: the sentence that the quotation is a part of."""
    start = reading.tree.sentence[first][0]
    if start >= first or reading.tree.sentence[first] != reading.tree.sentence[cue.token]:
        return first
    if not reading.tree.lower[start][:1].isalnum():
        start += 1
    before = reading.tree.lower[first - 1]
    text = reading.text
    opens_sentence = text[reading.tree.start[first] + 1 : reading.tree.start[first] + 2].isupper()
    if before in (",", ":", ".") and opens_sentence:
        return first
    return start


def _is_clausal(reading: Reading, cue: Cue, frame: Frame, start: int) -> bool:
    """Whether what precedes the frame is a clause of its own: the parser makes it complement or head of the cue."""
    tree = reading.tree
    verb = cue.token
    if _parts_subject_from_verb(reading, frame, start):
        return True
    for kid in tree.kids[verb]:
        if kid < frame.first and tree.dep[kid] in ("ccomp", "csubj", "parataxis"):
            return not _is_adverbial(reading, kid)
        if kid < frame.first and tree.dep[kid] in ("nsubj", "nsubjpass"):
            is_open = tree.kid(verb, "dobj", "xcomp", "ccomp") is None
            first = frame.first if is_open else verb
            return any(other >= first and tree.dep[other] == "nsubj" for other in tree.kids[verb])
    head = tree.head[verb]
    if tree.dep[verb] == "conj" and tree.kid(verb, "nsubj", "nsubjpass") is None:
        return False
    if tree.dep[verb] in ("parataxis", "ccomp", "advcl", "dep", "conj", "relcl") and start <= head < frame.first:
        return not _has_right(reading, verb)
    if tree.dep[verb] in ("parataxis", "ccomp") and head > verb:
        return start < frame.first
    return False


def _parts_subject_from_verb(reading: Reading, frame: Frame, start: int) -> bool:
    """`The winner, guests said later, was the band`: no verb before the frame, one right after it."""
    tag, after = reading.tree.tag, frame.last + 1
    is_parted = reading.is_comma(frame.last) and after < len(tag) and tag[after] in _FINITE
    return is_parted and _FINITE.isdisjoint(tag[start : frame.first])


def _is_adverbial(reading: Reading, clause: int) -> bool:
    mark = reading.tree.kid(clause, "mark")
    return mark is not None and reading.tree.lower[mark] not in ("that", "if", "whether")


def _follows_no_conjunction(reading: Reading, cue: Cue, frame: Frame) -> bool:
    tree = reading.tree
    if tree.lower[frame.first] in ("who", "which", "and", "but", "as", "that"):
        return False
    for kid in tree.kids[cue.token]:
        if frame.first <= kid < cue.token and (
            tree.dep[kid] in ("mark", "cc") or tree.tag[kid] in ("WP", "WDT", "WRB")
        ):
            return False
    return True


def _has_right(reading: Reading, verb: int) -> bool:
    return any(kid > verb and reading.tree.dep[kid] in ("ccomp", "xcomp") for kid in reading.tree.kids[verb])


def _around(reading: Reading, cue: Cue, frame: Frame, left: Piece) -> Content | None:
    """Content before the frame, and after it when the clause or the quotation goes on."""
    tree, pieces = reading.tree, [left]
    rule = "quotation_before" if _quoted_end(reading, left) else "clause_before"
    end = tree.sentence[cue.token][1]
    if (frame.last < end or frame.is_marked) and reading.is_comma(frame.last):
        after = frame.last + 1
        right = _right_quotation(reading, frame.last)
        if right is not None:
            pieces.append(right)
        elif rule == "clause_before" and (_is_opening(tree, left) or _goes_on(reading, cue, after, end)):
            pieces.append((after, end))
        if len(pieces) > 1:
            rule = "split_" + rule.split("_")[0]
    tags = tree.tag[left[0] : left[1]]
    if rule == "clause_before" and _VERBAL.isdisjoint(tags):
        return None
    if rule == "split_clause" and _NOMINAL.isdisjoint(tags):
        pieces = pieces[1:]  # `However, the mayor said, ...`
    return Content(tuple(pieces), rule, "q" if "quotation" in rule else "c")


def _is_opening(tree: Words, left: Piece) -> bool:
    """`Now, he says, at least two are known`: a word that only opens what is said."""
    return left[1] - left[0] == 1 and tree.dep[left[0]] == "advmod" and tree.dep[left[1] + 1] != "mark"


def _goes_on(reading: Reading, cue: Cue, after: int, end: int) -> bool:
    """Whether the interrupted clause goes on after the frame, and not a participle of the cue."""
    tree = reading.tree
    if after + 1 < end and (tree.lower[after] == "including" or _has_second_verb(tree, cue.token, after)):
        return True
    if after >= end or tree.tag[after] in ("VBG", "WP", "WRB", "IN", "WDT"):
        return False
    return not (tree.head[after] == cue.token and tree.dep[after] in ("cc", "advcl", "prep"))


def _has_second_verb(tree: Words, verb: int, after: int) -> bool:
    """`It was late, he said, and had lost its way`: a second verb of what is said, not of who says it."""
    if tree.lower[after] not in ("and", "but", "or"):
        return False
    second = after + 1
    while tree.tag[second] in ("RB", "MD") or tree.dep[second] in ("aux", "auxpass"):
        second += 1
    if tree.dep[second] != "conj" or tree.tag[second][0] != "V" or tree.kid(second, "nsubj", "nsubjpass") is not None:
        return False
    is_compound = tree.kid(second, "aux") is not None and tree.kid(verb, "aux") is None
    return tree.head[second] < verb or is_compound


def _right_quotation(reading: Reading, at: int) -> Piece | None:
    """The quotation that opens at a token, a comma, a colon or `that` between allowed."""
    words, quoted = reading.tree.lower, reading.quoted
    for token in range(at, min(at + 3, len(words))):
        index = quoted[token]
        if index >= 0 and reading.first_of(index) == token:
            return reading.ranges[index]
        if words[token] not in (",", ":", "that", "-", "--", "\u2014", " ", "..."):
            return None
    return None


def _from_quotation(reading: Reading, cue: Cue, right: Piece) -> Content:
    """A quotation after the cue, with the rest of its clause when it is only the clause's beginning."""
    first, last = right
    sentence_end = reading.tree.sentence[cue.token][1]
    end = last
    if last < sentence_end and reading.tree.lower[last - 2] not in _ENDS:
        for kid in reading.tree.kids[cue.token]:
            is_content = reading.tree.dep[kid] in ("ccomp", "dobj", "xcomp", "oprd")
            if is_content and kid >= first and reading.tree.left[kid] < last:
                end = max(end, min(cut(reading, first, reading.tree.right[kid]), sentence_end))
    return Content(((first, end),), "quotation_after" if end == last else "clause_quoted", "q")


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "DT", "CD", "WDT", "WP"})
_VERBAL = _FINITE | {"VB", "VBG", "VBN"}
_SAYING = frozenset({"c", "q"})
_GOES_ON = frozenset({",", ":", ";"})
_ENDS = frozenset({".", "!", "?", ",", "...", "\u2026"})
