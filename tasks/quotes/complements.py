"""Complements: the clause that a cue governs to its right."""

from collections.abc import Iterator

from tasks.entities.lexicons import read_lexicons
from tasks.language.words import Words
from tasks.quotes.cues import DAYS, Cue, read_plain_verbs
from tasks.quotes.edges import cut, last_of_row, widen
from tasks.quotes.forms import is_title
from tasks.quotes.frames import Frame, takes_addressee
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.subjects import find_inverted


def find_clause(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """The clause that the cue governs to its right."""
    tree = reading.tree
    for top in _clauses(reading, cue):
        first = max(_clause_start(reading, cue, top), cue.last)
        if top < first:
            continue
        while first < top and (not tree.lower[first][:1].isalnum() and reading.quoted[first] < 0):
            first += 1
        mark = tree.kid(top, "mark")
        if mark is not None and tree.lower[mark] == "that":
            first = max(first, mark)  # `said only that`, `said, quoting a guard, that`
        if tree.lower[first] == "that" and tree.dep[first] not in ("det", "nsubj", "nsubjpass") and first < top:
            first += 1
        first = _from_denied(tree, cue, top, _after_day(tree, first))
        if tree.tag[first] == "WRB" and tree.lower[first + 1] == ",":
            return first, first + 1  # `asked why, he answered`
        last = cut(reading, first, _coordinated(reading, cue.token, top))
        return first, widen(reading, first, last)
    return _after_that(reading, cue, frame) or _noun_in_front(reading, cue)


def _noun_in_front(reading: Reading, cue: Cue) -> Piece | None:
    """`said the figures "beggar belief"`, of which the parser makes figures called belief."""
    tree = reading.tree
    thing = tree.kid(cue.token, "dobj") if "o" not in cue.frames and not takes_addressee(cue) else None
    if thing is None or thing < cue.token or reading.quoted[thing] >= 0 or thing + 1 == len(tree.tag):
        return None
    index = reading.quoted[thing + 1]
    if index < 0 or is_title(reading, index) or reading.last_of(index) - thing < _SHORTEST:
        return None
    return tree.left[thing], last_of_row(reading, index)


_SHORTEST = 5  # tokens of a noun and what follows it in marks


def _from_denied(tree: Words, cue: Cue, top: int, first: int) -> int:
    """`rejected the notion that`: what is denied is the notion."""
    noun = tree.head[top]
    is_denied = cue.entries[0].stance == "denies" and tree.dep[noun] == "dobj" and tree.head[noun] == cue.token
    return tree.left[noun] if is_denied else first


def _after_that(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """What follows `that` after the frame, or after an aside in commas, when the parser saw no clause of the cue."""
    tree, at = reading.tree, _end_of_aside(reading.tree, frame.last)
    if at + 3 >= len(tree.lower) or tree.lower[at] != "that" or (tree.head[at] == at + 1 and tree.tag[at] != "IN"):
        return None
    if tree.lower[at + 2] == ",":
        return None  # `disputed that account, saying`
    top = tree.head[at] if tree.dep[at] == "mark" else cue.token
    last = cut(reading, at + 1, max(tree.right[cue.token], tree.right[top], at + 1))
    has_verb = any(tree.tag[token] in ("VBD", "VBZ", "VBP", "MD") for token in range(at + 1, last))
    return (at + 1, widen(reading, at + 1, last)) if has_verb else None


def _end_of_aside(tree: Words, at: int) -> int:
    """`conceded, in a letter to the town, that`: the place of the `that`."""
    if tree.lower[at : at + 1] != [","] or "," not in tree.lower[at + 1 : at + _LONGEST_ASIDE]:
        return at
    after = tree.lower.index(",", at + 1) + 1
    return after if tree.lower[after : after + 1] == ["that"] and tree.dep[after] == "mark" else at


_LONGEST_ASIDE = 15  # tokens


def _after_day(tree: Words, first: int) -> int:
    """Where a clause begins behind the day of the saying: `said Tuesday it would close`, `said on Tuesday it would`."""
    day = first + (tree.lower[first] == "on")
    if tree.lower[day] not in DAYS or tree.tag[day + 1] in _AFTER_DAY:
        return first
    return day + 1 if day > first or tree.dep[day] == "npadvmod" else first


_AFTER_DAY = frozenset({",", "POS", "VBZ", "VBD", "MD", "CC", "IN"})


def _coordinated(reading: Reading, verb: int, top: int) -> int:
    """Where the clause ends: with a clause that the parser joined to the cue though it goes on with what is said.

    A second clause with a subject of its own that is not itself an attribution: `said it rained and the road was wet`.
    """
    tree = reading.tree
    for kid in tree.kids[verb]:
        is_second_half = kid > top and tree.dep[kid] == "ccomp" and tree.left[kid] == tree.right[top]
        if is_second_half and (tree.tag[tree.right[top] - 1][0] != "V" or _is_reduced(tree, top)):
            return tree.right[kid]
        if kid > top and tree.dep[kid] == "conj" and tree.kid(kid, "nsubj", "nsubjpass", "expl") is not None:
            after = tree.right[top]
            is_quoted = after + 2 < kid and reading.quoted[after + 2] == reading.quoted[kid] >= 0
            is_aside = tree.lower[after] == "," and not is_quoted
            if tree.lemma[kid] not in read_plain_verbs() and not is_aside and not _is_infinitive(tree, top):
                return max(tree.right[kid], tree.right[top])
            break
    return _before_own_deed(tree, verb, top)


def _before_own_deed(tree: Words, verb: int, top: int) -> int:
    """`said he "has time for all", and pointed to a dinner`: the second past is the speaker's, as that of the cue.

    `demanded that they pay and threatened to sue`, too.
    """
    link = tree.kid(top, "cc") if tree.tag[verb] == "VBD" and tree.tag[top] in _PRESENT else None
    deed = None if link is None else tree.kid(top, "conj")
    if link is None or deed is None or tree.tag[deed] != "VBD" or tree.kid(deed, "nsubj", "nsubjpass") is not None:
        return tree.right[top]
    is_wish = tree.tag[top] == "VB" and tree.kid(top, "aux") is None
    return link if deed > link and (is_wish or tree.lower[link - 1] in (",", '"')) else tree.right[top]


_PRESENT = frozenset({"VBZ", "VBP", "VB"})


def _is_infinitive(tree: Words, verb: int) -> bool:
    """`reported him to be well`: a clause with a tense does not go on with it."""
    return any(tree.tag[kid] == "TO" for kid in tree.kids[verb])


def _is_reduced(tree: Words, top: int) -> bool:
    """`that most of the money raised would go to the town`: a participle that is parsed as the verb."""
    return tree.tag[top] == "VBN" and tree.kid(top, "aux", "auxpass") is None


def _clause_start(reading: Reading, cue: Cue, top: int) -> int:
    """The clause's left edge, or that of a subject which the parser took for the cue's object."""
    tree = reading.tree
    thing = tree.kid(cue.token, "dobj")
    if thing is None or not cue.token < thing < top:
        return tree.left[top]
    if takes_addressee(cue) and tree.tag[tree.left[top]] not in _TENSED:
        return tree.left[top]  # but `promised the gate would open`
    if any(tree.dep[kid] in ("nsubj", "nsubjpass", "expl", "mark") for kid in tree.kids[top]):
        return tree.left[top]
    return tree.left[thing]


def _clauses(reading: Reading, cue: Cue) -> Iterator[int]:
    tree, dep = reading.tree, reading.tree.dep
    verb = _main(tree, cue) if cue.particles else cue.token
    for kid in tree.kids[verb]:
        if kid > verb and dep[kid] in _CLAUSAL and _is_said(tree, cue, kid):
            yield kid
    hearer = find_hearer_told(tree, cue.token) if takes_addressee(cue) else None
    others = (_told_of_hearer(tree, cue), _told_with(tree, cue), None if hearer is None else tree.kid(hearer, "ccomp"))
    yield from (top for top in others if top is not None)
    if "that" not in tree.lower[verb : tree.right[verb]]:
        return
    speaker = find_inverted(tree, verb)
    for kid in tree.kids[verb]:
        if kid > verb and kid != speaker and dep[kid] in _HOLDING:
            for token in range(kid, tree.right[kid]):
                noun = tree.head[token]
                is_noun_clause = dep[token] in ("acl", "relcl", "ccomp") and tree.tag[noun][0] == "N"
                if is_noun_clause and tree.lemma[noun] not in _CONDITIONS and _opens_with_that(reading, token):
                    yield token


def _told_of_hearer(tree: Words, cue: Cue) -> int | None:
    """`told the board she had paid`, of which the parser makes a board that she had paid."""
    hearer = tree.kid(cue.token, "dobj") if takes_addressee(cue) else None
    if hearer is None or tree.lower[hearer] not in read_lexicons().nouns:
        return None
    clause = tree.kid(hearer, "relcl")
    opens = clause is not None and tree.left[clause] == hearer + 1 and tree.tag[hearer + 1] == "PRP"
    return clause if opens else None


def find_hearer_told(tree: Words, verb: int) -> int | None:
    """`told the BBC's Today programme the plan was late`, of which the parser makes a programme that is told."""
    hearer = tree.kid(verb, "ccomp")
    is_hearer = hearer is not None and tree.tag[hearer][0] == "N" and tree.left[hearer] == verb + 1
    return hearer if is_hearer else None


def _told_with(tree: Words, cue: Cue) -> int | None:
    """`with the Post reporting nobody was hurt`, of which the parser does not make that the Post reports it."""
    if tree.dep[cue.token] != "pcomp" or tree.lower[tree.head[cue.token]] != "with" or cue.last == len(tree.tag):
        return None
    subjects = ("nsubj", "nsubjpass", "expl")
    subject = next((at for at in range(cue.last, tree.sentence[cue.token][1]) if tree.dep[at] in subjects), None)
    return tree.head[subject] if subject is not None and tree.left[subject] == cue.last else None


def _main(tree: Words, cue: Cue) -> int:
    """The verb that has the clause: of `want to know` the second."""
    last = cue.last - 1
    return last if tree.tag[last][0] == "V" else cue.token


_CONDITIONS = frozenset({"condition", "ground", "basis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TENSED = _FINITE | {"MD"}
_CLAUSAL = frozenset({"ccomp", "advcl", "xcomp"})
_HOLDING = frozenset({"agent", "prep", "dobj", "npadvmod", "advmod", "dative", "ccomp"})


def _is_said(tree: Words, cue: Cue, top: int) -> bool:
    """Whether a clause is what is said; the parser takes some for adverbials: `asked them if it was late`."""
    if tree.dep[top] == "advcl":
        mark = tree.kid(top, "mark")
        wanted = ("if", "whether", "that") if cue.entries[0].kind == "ask" else ("that",)
        return mark is not None and tree.lower[mark] in wanted
    if tree.dep[top] == "xcomp":
        return tree.tag[top] in _FINITE or _is_gerund_clause(tree, cue, top)
    if cue.entries[0].kind != "ask" and tree.lemma[top] in read_plain_verbs() and _has_what(tree, top):
        return False  # `showed what police said was a bomb`
    return _is_clause(tree, top)


def find_relative(tree: Words, verb: int) -> int | None:
    """The pronoun before the subject of a verb: `what she called a miracle`, `which critics say is late`."""
    subject = tree.kid(verb, "nsubj")
    before = -1 if subject is None else tree.left[subject] - 1
    return before if 0 <= before < verb and tree.lower[before] in RELATIVES else None


def _has_what(tree: Words, verb: int) -> bool:
    pronoun = find_relative(tree, verb)
    return pronoun is not None and tree.lower[pronoun] == "what"


RELATIVES = frozenset({"what", "which", "that", "who"})


def _is_clause(tree: Words, top: int) -> bool:
    if tree.dep[top] == "ccomp" and tree.tag[top - 1] == "``":
        return True  # `said the words "amount to a threat"`, of which the parser makes an amount
    return (
        tree.tag[top] in ("VBD", "VBZ", "VBP", "VB")
        or tree.kid(top, "nsubj", "nsubjpass", "csubj", "cop", "expl", "aux", "auxpass") is not None
    )


def _is_gerund_clause(tree: Words, cue: Cue, top: int) -> bool:
    """`said closing it would cost jobs`, which is parsed as if the cue took the gerund."""
    is_alone = tree.tag[top] == "VBG" and "g" not in cue.frames and tree.lemma[top] not in read_plain_verbs()
    return is_alone and tree.kid(top, "ccomp") is not None


def _opens_with_that(reading: Reading, clause: int) -> bool:
    """A clause with `that` and a subject of its own; some are parsed as relative clauses."""
    tree = reading.tree
    first = tree.left[clause]
    subject = tree.kid(clause, "nsubj", "nsubjpass", "expl")
    return tree.lower[first] == "that" and (tree.dep[first] == "mark" or (subject is not None and subject != first))
