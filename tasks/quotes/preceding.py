"""What stands before the words around a cue and is said: a quotation that ends there, a clause."""

from tasks.language.words import Words
from tasks.quotes.cues import Cue
from tasks.quotes.forms import is_title
from tasks.quotes.frames import Frame, takes_addressee
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.subjects import find_inverted, is_undergone

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"as", "called", "dubbed", "named", "nicknamed", "titled"})
_GOES_ON = frozenset({",", ":", ";"})


def _may_follow(reading: Reading, cue: Cue, frame: Frame) -> bool:
    """Whether what is said may stand before the cue: not with a participle, a relative or a conjunction."""
    tree = reading.tree
    is_bare = tree.tag[cue.token] == "VBG" and not tree.kids_of(cue.token, "aux")
    if is_bare and not _is_quoting(tree, cue.token):
        return False
    if tree.dep[cue.token] == "acl" and tree.tag[cue.token] == "VBN":
        is_told = tree.kid(cue.token, "agent") is not None and "c" in cue.frames
        if not is_told or tree.left[tree.head[cue.token]] == tree.sentence[cue.token][0]:
            return False  # `The plan, proposed by Voss, is late`
    subject = tree.kid(cue.token, "nsubjpass")
    is_other = (subject is None or tree.lower[subject] != "it") and (cue.lemma == "show" or not takes_addressee(cue))
    if is_other and is_undergone(tree, cue.token) and not _is_quoting(tree, cue.token):
        return False  # `, a guard was charged`
    return _follows_no_conjunction(reading, cue, frame)


def _is_quoting(tree: Words, verb: int) -> bool:
    """`he was quoted as saying`, `the agency quoted him as saying`, `he was heard as saying`."""
    link = tree.head[verb]
    over = tree.head[link]
    return tree.lower[link] == "as" and (tree.lemma[over] == "quote" or tree.kid(over, "auxpass") is not None)


def _tells_more(tree: Words, cue: Cue, end: int) -> bool:
    """`a "farce." Photographs show two men`: behind a full stop a verb with an object says something of its own."""
    is_hearer = takes_addressee(cue) and cue.lemma != "show"
    return tree.lower[end] == "." and not is_hearer and tree.kid(cue.token, "dobj") is not None


def find_preceding(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
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
        if _tells_more(tree, cue, before - 1):
            return None
        first = find_sentence_start(reading, cue, reading.first_of(index))
        return None if _names_a_thing(reading, first, index) else (first, frame.first)
    start = tree.sentence[cue.token][0]
    if before <= start or not reading.is_comma(before):
        return None
    index = reading.quoted[before - 1]
    if index >= 0 and reading.last_of(index) == before:
        first = find_sentence_start(reading, cue, reading.first_of(index))
        return None if _is_participial(tree, first, reading.first_of(index)) else (first, before)
    if tree.lower[before] == ";" or _has_object(tree, cue) or not _is_clausal(reading, cue, frame, start):
        return None
    return (_find_relative(tree, start, before) or start), before


def _names_a_thing(reading: Reading, first: int, index: int) -> bool:
    """`In her film "The Long Way," Voss told ...`: marks round a title, and no clause before them."""
    opening = reading.first_of(index)
    if first == opening or not is_title(reading, index):
        return False
    return reading.tree.lower[opening - 1] in _NAMING or _FINITE.isdisjoint(reading.tree.tag[first:opening])


def _find_relative(tree: Words, start: int, before: int) -> int | None:
    """Where `, all of whom`, `, which` or `because` begins, when such a word is the last before a frame."""
    if tree.tag[before - 1] == "IN" and tree.lower[before - 1] in _SUBORDINATE:
        return before - 1
    if tree.tag[before - 1] not in ("WDT", "WP") and tree.lower[before - 2 : before] != [",", "where"]:
        return None
    return next(
        (at + 1 for at in range(before - 2, max(before - 6, start), -1) if tree.lower[at] in _PARTING), before - 1
    )


_SUBORDINATE = frozenset({"because", "since", "although", "though", "while", "whereas"})
_PARTING = frozenset({",", "-", "--", "\u2013", "\u2014"})


def _is_participial(tree: Words, first: int, quotation: int) -> bool:
    """`Calling the plan "thin", Voss urged ...`: what stands there is another act of the same speaker."""
    return first < quotation and tree.tag[first] == "VBG" and _FINITE.isdisjoint(tree.tag[first:quotation])


def _has_object(tree: Words, cue: Cue) -> bool:
    """`In May, the bank reported a loss, ...`: what is said is the object."""
    thing = tree.kid(cue.token, "dobj")
    return (
        thing is not None and thing > cue.token and not takes_addressee(cue) and find_inverted(tree, cue.token) is None
    )


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


def find_sentence_start(reading: Reading, cue: Cue, first: int) -> int:
    """Where content that ends with a quotation begins: the sentence that the quotation is a part of."""
    start = reading.tree.sentence[first][0]
    if start >= first or reading.tree.sentence[first] != reading.tree.sentence[cue.token]:
        return first
    if not reading.tree.lower[start][:1].isalnum():
        start += 1
    if reading.tree.lower[first - 1] == "(":
        return first
    at = reading.tree.start[first]
    opens_sentence = reading.text[at : at + _LONGEST_MARK + 1].lstrip(_MARKS)[:1].isupper()
    return first if opens_sentence and reading.tree.lower[first - 1] in _OPENING else start


_OPENING = frozenset({",", ":", ".", "-", "--", "\u2013", "\u2014"})
_MARKS = "\"'`\u2018\u201c"
_LONGEST_MARK = 2  # characters: two apostrophes


def _is_clausal(reading: Reading, cue: Cue, frame: Frame, start: int) -> bool:
    """Whether what precedes the frame is a clause of its own: the parser makes it complement or head of the cue."""
    tree = reading.tree
    verb = cue.token
    if _parts_subject_from_verb(reading, frame, start) or _is_headline(reading, frame):
        return True
    for kid in tree.kids[verb]:
        if kid < frame.first and tree.dep[kid] in ("ccomp", "csubj", "parataxis"):
            return not _is_adverbial(reading, kid)
        if kid < frame.first and tree.dep[kid] in ("nsubj", "nsubjpass"):
            if tree.right[kid] > frame.first:
                return True  # the parser made a part of what is said of who says it
            is_open = tree.kid(verb, "dobj", "xcomp", "ccomp") is None
            first = frame.first if is_open else verb
            return any(other >= first and tree.dep[other] == "nsubj" for other in tree.kids[verb])
    head = tree.head[verb]
    if tree.dep[verb] == "conj" and tree.kid(verb, "nsubj", "nsubjpass") is None:
        return False
    if tree.dep[verb] in ("parataxis", "ccomp", "advcl", "dep", "conj", "relcl") and start <= head < frame.first:
        return not _has_right(reading, verb) or asks_on(reading, cue, frame)
    is_aside = tree.dep[verb] == "advcl" and tree.kid(verb, "mark") is None and reading.is_comma(frame.last)
    if head > verb and (is_aside or tree.dep[verb] in ("parataxis", "ccomp")):
        return start < frame.first
    return False


def _is_headline(reading: Reading, frame: Frame) -> bool:
    """`Town 'ignored' warnings, report says`: a paragraph that ends with the cue and without a full stop."""
    first, last = reading.paragraph_at(frame.first)
    rest = reading.tree.text[frame.last : last]
    return frame.first - first > _SHORTEST and frame.last - frame.first <= _SHORTEST and all(map(str.isspace, rest))


_SHORTEST = 3  # tokens of what a headline tells, and the most of who says it


def asks_on(reading: Reading, cue: Cue, frame: Frame) -> bool:
    """`Nobody knows, police say, where the money went`: the question that the first words ask or leave open."""
    words = reading.tree.lower
    is_set_off = frame.last == cue.last and reading.is_comma(frame.first - 1)
    opening = words[frame.last : frame.last + 2]
    return is_set_off and len(opening) > 1 and opening[0] == "," and opening[1] in _QUESTIONS


_QUESTIONS = frozenset({"who", "what", "where", "why", "how", "whether"})


def _parts_subject_from_verb(reading: Reading, frame: Frame, start: int) -> bool:
    """`The winner, guests said, was the band`, `What we need, he said, is rain`: a verb right after the frame."""
    tag, after = reading.tree.tag, frame.last + 1
    is_parted = reading.is_comma(frame.last) and after < len(tag) and tag[after] in _FINITE
    return is_parted and (reading.tree.lower[start] == "what" or _FINITE.isdisjoint(tag[start : frame.first]))


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
