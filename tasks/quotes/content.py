"""What is said: the clause, the quotation or the phrase that a cue governs."""

from collections.abc import Sequence

from tasks.language.words import Words
from tasks.quotes.antecedents import find_told_before
from tasks.quotes.circumstances import read_media
from tasks.quotes.colons import find_after_colon
from tasks.quotes.complements import RELATIVES, find_clause, find_relative
from tasks.quotes.cues import Cue
from tasks.quotes.edges import close, cut, last_of_row, widen
from tasks.quotes.forms import is_title
from tasks.quotes.frames import Frame, speaks, takes_addressee
from tasks.quotes.infinitives import find_phrase
from tasks.quotes.pieces import Content, Piece
from tasks.quotes.preceding import asks_on, find_preceding, find_sentence_start
from tasks.quotes.reading import Reading
from tasks.quotes.replies import find_reply


def find_content(reading: Reading, cue: Cue, frame: Frame) -> Content | None:
    """The content of a cue by the first rule that fits, with the `what` or the `which` before it."""
    content = _find_content(reading, cue, frame)
    if content is None:
        told = find_told_before(reading.tree, cue)
        return find_reply(reading.tree, cue, frame) if told is None and "c" in cue.frames else told
    if RELATIVES.isdisjoint(reading.tree.lower[max(frame.first - 1, 0) : cue.token]):
        return content
    pronoun = find_relative(reading.tree, cue.token)
    if pronoun is None or content.pieces[0][0] < cue.last or content.rule == "colon_quotation":
        return content
    is_subject = content.rule == "clause" and reading.tree.tag[content.pieces[0][0]] in _FINITE
    if reading.tree.lower[pronoun] != "what" and not is_subject:
        return content  # `a plan that he said they needed` has its subject
    return content._replace(pieces=((pronoun, pronoun + 1), *content.pieces))


def _find_content(reading: Reading, cue: Cue, frame: Frame) -> Content | None:
    allows = cue.frames
    if frame.is_marked:
        index = reading.quoted[frame.first - 1]
        return _around(reading, cue, frame, (find_sentence_start(reading, cue, reading.first_of(index)), frame.first))
    after_colon = find_after_colon(reading, cue, frame) if reading.colons else None
    if after_colon is not None:
        subject = reading.tree.kid(cue.token, "nsubj")
        is_inverted = subject is not None and subject > cue.token  # `It is late, says Voss: "We have failed."`
        before = find_preceding(reading, cue, frame) if is_inverted else None
        return Content((after_colon,) if before is None else (before, after_colon), "colon_quotation", "q")
    if allows.isdisjoint(_SAYING):
        return find_phrase(reading, cue, allows)
    clause = find_clause(reading, cue, frame) if "c" in allows else None
    right = _find_right(reading, cue, frame.last) if reading.ranges and "q" in allows else None
    if right is not None and "a" in allows and reading.tree.lower[right[0] - 1] == "as":
        return find_phrase(reading, cue, allows)
    if clause is not None and right is None and _is_adjacent(reading, frame, clause):
        return Content((clause,), "clause", "c")
    left = find_preceding(reading, cue, frame)
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


def _find_right(reading: Reading, cue: Cue, at: int) -> Piece | None:
    """The quotation after a cue; `told NBC's "Meet the Press" that he was late` names who is told."""
    right = _right_quotation(reading, at)
    is_hearer = right is not None and takes_addressee(cue) and reading.tree.lower[right[1] : right[1] + 1] == ["that"]
    return None if is_hearer else right


def find_as_clause(reading: Reading, cue: Cue, frame: Frame) -> Content | None:
    """`As the paper reported, ...`: the clause that the aside goes with, before and after it."""
    tree = reading.tree
    mark = _find_as(tree, cue) if tree.dep[cue.token] == "advcl" and "c" in cue.frames else None
    if mark is None:
        return None
    said = ("xcomp", "ccomp") if takes_addressee(cue) and cue.lemma != "show" else ("dobj", "xcomp", "ccomp")
    if not set(tree.kids_of(cue.token, *said)).issubset(cue.particles):
        return None
    if tree.kid(cue.token, "nsubj", "agent") is None:
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


def _find_as(tree: Words, cue: Cue) -> int | None:
    """The `as` of `as Voss put it`, wherever the parser hung it."""
    places = (tree.kid(cue.token, "mark", "advmod"), tree.left[cue.token])
    return next((at for at in places if at is not None and tree.lower[at] == "as"), None)


def _is_adjacent(reading: Reading, frame: Frame, clause: Piece) -> bool:
    """Whether the clause follows the frame with nothing but `that` or a mark between."""
    return clause[0] - frame.last <= 2 and not reading.is_comma(frame.last)


def _is_interrupted(reading: Reading, frame: Frame) -> bool:
    """Set off by commas on both sides, with enough before it to be a part of what is said."""
    return reading.is_comma(frame.last) and reading.is_comma(frame.first - 1)


def _quoted_end(reading: Reading, left: Piece) -> bool:
    """Whether what stands before the frame ends with a quotation that is more than a word or two."""
    if reading.quoted[left[0]] >= 0 and reading.quoted[left[0]] == reading.quoted[left[1]]:
        return False
    token = left[1] - 1
    while token > left[0] and reading.quoted[token] < 0 and not reading.tree.lower[token][:1].isalnum():
        token -= 1
    return reading.quoted[token] >= 0


def _around(reading: Reading, cue: Cue, frame: Frame, left: Piece) -> Content | None:
    """Content before the frame, and after it when the clause or the quotation goes on."""
    tree, pieces = reading.tree, [left]
    rule = "quotation_before" if _quoted_end(reading, left) else "clause_before"
    end = tree.sentence[cue.token][1]
    if (frame.last < end or frame.is_marked) and reading.is_comma(frame.last):
        after = frame.last + 1
        right = _right_quotation(reading, frame.last)
        if right is not None and not _is_named(reading, frame, right):
            pieces.append((right[0], last_of_row(reading, reading.quoted[right[0]])))
        elif rule == "clause_before" and (
            _is_opening(tree, left) or asks_on(reading, cue, frame) or _goes_on(reading, cue, after, end)
        ):
            pieces.append((after, close(reading, after, end)))
        if len(pieces) > 1:
            rule = "split_" + rule.split("_")[0]
    tags = tree.tag[left[0] : left[1]]
    if rule == "clause_before" and _VERBAL.isdisjoint(tags):
        return None
    if rule == "split_clause" and (_NOMINAL.isdisjoint(tags) or _opens_sentence(reading, tags, pieces[1][0])):
        pieces = pieces[1:]  # `However, the mayor said, ...`
    return Content(tuple(pieces), rule, "q" if "quotation" in rule else "c")


def _is_named(reading: Reading, frame: Frame, right: Piece) -> bool:
    """`she wrote in her memoir, "Hard Years."`: the quotation is what the memoir is called."""
    is_work = reading.tree.lemma[frame.last - 1] in read_media()
    return is_work and is_title(reading, reading.quoted[right[0]])


def _opens_sentence(reading: Reading, tags: Sequence[str], first: int) -> bool:
    """`In reply, the mayor said, "We paid."`: what has no verb and stands before a whole quotation is no part of it."""
    is_within = reading.quoted[first] < 0 or first + 1 >= len(reading.quoted)
    if is_within or "VBN" in tags or not _FINITE.isdisjoint(tags):
        return False
    word = reading.tree.text[first + 1]
    return word[:1].isupper() and word != "I" and reading.tree.tag[first + 1] not in ("NNP", "NNPS")


def _is_opening(tree: Words, left: Piece) -> bool:
    """`Now, he says, at least two are known`: a word that only opens what is said."""
    return left[1] - left[0] == 1 and tree.dep[left[0]] == "advmod" and tree.dep[left[1] + 1] != "mark"


def _goes_on(reading: Reading, cue: Cue, after: int, end: int) -> bool:
    """Whether the interrupted clause goes on after the frame, and not a participle of the cue."""
    tree = reading.tree
    if after + 1 < end and (tree.lower[after] in _GOING_ON or _has_second_verb(tree, cue.token, after)):
        return True
    if after < end and _has_quoted_clause(reading, cue.token, after, end):
        return True
    if after >= end or tree.tag[after] in ("VBG", "WP", "WRB", "IN", "WDT"):
        return False
    if tree.lower[after - 1] == ";" and any(speaks(tree, token) for token in range(after, end)):
        return False
    return not (tree.head[after] == cue.token and tree.dep[after] in ("cc", "advcl", "prep"))


def _has_quoted_clause(reading: Reading, verb: int, after: int, end: int) -> bool:
    """`It was late, he said, and any talk of it was "idle"`: marks that nothing else attributes are his too."""
    tree = reading.tree
    is_clause = tree.lower[after] in _JOINING and any(kid > after for kid in tree.kids_of(verb, "conj"))
    return is_clause and reading.has_quotation(after, end) and not any(speaks(tree, at) for at in range(after, end))


def _has_second_verb(tree: Words, verb: int, after: int) -> bool:
    """`It was late, he said, and had lost its way`: a second verb of what is said, not of who says it."""
    if tree.lower[after] not in _JOINING:
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
    if reading.tree.tag[at - 1] in _OPENS_NOUN:
        return None  # `adds a row to its "premium" seats`
    for token in range(at, min(at + 3, len(words))):
        index = quoted[token]
        if index >= 0 and reading.first_of(index) == token:
            return reading.ranges[index]
        if words[token] not in (",", ":", ";", "that", "-", "--", "\u2014", " ", "..."):
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
                end = max(end, widen(reading, first, min(cut(reading, first, reading.tree.right[kid]), sentence_end)))
    first = _from_object(reading, cue, first)
    return Content(((first, end),), "quotation_after" if end == last else "clause_quoted", "q")


def _from_object(reading: Reading, cue: Cue, first: int) -> int:
    """`promised help "without delay"`, `announced a plan "to close the port"`: the marks open half-way."""
    tree = reading.tree
    thing = tree.kid(cue.token, "dobj") if "o" in cue.frames else None
    if thing is None or not cue.token < thing < first or reading.quoted[thing] >= 0 or first + 1 == len(tree.tag):
        return first
    goes_on = tree.lower[first + 1] in ("to", "that") and not takes_addressee(cue)
    is_phrase = tree.tag[first + 1] == "IN" and tree.lower[first + 1] not in _CLAUSE_MARKS
    return tree.left[thing] if goes_on or is_phrase else first


# What follows the words about the speaker and belongs to what is said: of 24 in PolNeAR's news all but one.
_GOING_ON = frozenset(
    {"including", "because", "since", "while", "although", "whether", "if", "unless", "with", "without", "for", "from"}
)
_JOINING = frozenset({"and", "but", "or"})
_CLAUSE_MARKS = frozenset({"that", "if", "whether", "because", "as", "so", "while", "although", "though"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENS_NOUN = frozenset({"DT", "PRP$"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "EX", "DT", "CD", "WDT", "WP"})
_VERBAL = _FINITE | {"VB", "VBG", "VBN"}
_SAYING = frozenset({"c", "q"})
_ENDS = frozenset({".", "!", "?", ",", "...", "\u2026"})
