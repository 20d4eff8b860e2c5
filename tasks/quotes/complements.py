"""Complements: the clause, infinitive, gerund or object that a cue governs to its right."""

from collections.abc import Iterator

from tasks.language.words import Words
from tasks.quotes.cues import Cue, read_nouns, read_verbs
from tasks.quotes.frames import ADDERS, Frame, takes_addressee
from tasks.quotes.pieces import Content, Piece
from tasks.quotes.reading import Reading
from tasks.quotes.sources import find_inverted, is_undergone


def find_clause(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """The clause that the cue governs to its right."""
    tree = reading.tree
    for top in _clauses(reading, cue):
        first = max(_clause_start(reading, cue, top), cue.token + 1)
        if top < first:
            continue
        while first < top and (not tree.lower[first][:1].isalnum() and reading.quoted[first] < 0):
            first += 1
        if tree.lower[first] == "that" and tree.dep[first] not in ("det", "nsubj", "nsubjpass") and first < top:
            first += 1
        if tree.lower[first] in _DAYS and tree.dep[first] == "npadvmod" and tree.tag[first + 1] not in _AFTER_DAY:
            first += 1
        last = cut(reading, first, _coordinated(reading, cue.token, top))
        return first, widen(reading, first, last)
    return _after_that(reading, cue, frame)


def _after_that(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """What follows `that` right after the frame when the parser saw no clause in it."""
    tree, at = reading.tree, frame.last
    if at + 3 >= len(tree.lower) or tree.lower[at] != "that" or (tree.head[at] == at + 1 and tree.tag[at] != "IN"):
        return None
    last = cut(reading, at + 1, max(tree.right[cue.token], at + 1))
    has_verb = any(tree.tag[token] in ("VBD", "VBZ", "VBP", "MD") for token in range(at + 1, last))
    return (at + 1, widen(reading, at + 1, last)) if has_verb else None


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"})
_AFTER_DAY = frozenset({",", "POS", "VBZ", "VBD", "MD", "CC", "IN"})


def _coordinated(reading: Reading, verb: int, top: int) -> int:
    """Where the clause ends: with a clause that the parser joined to the cue though it goes on with what is said.

    A second clause with a subject of its own that is not itself an attribution: `said it rained and the road was wet`.
    """
    tree = reading.tree
    for kid in tree.kids[verb]:
        is_second_half = kid > top and tree.dep[kid] == "ccomp" and tree.left[kid] == tree.right[top]
        if is_second_half and tree.tag[tree.right[top] - 1][0] != "V":
            return tree.right[kid]
        if kid > top and tree.dep[kid] == "conj" and tree.kid(kid, "nsubj", "nsubjpass", "expl") is not None:
            after = tree.right[top]
            is_quoted = after + 2 < kid and reading.quoted[after + 2] == reading.quoted[kid] >= 0
            if tree.lemma[kid] not in read_verbs() and (tree.lower[after] != "," or is_quoted):
                return max(tree.right[kid], tree.right[top])
            break
    return tree.right[top]


def _clause_start(reading: Reading, cue: Cue, top: int) -> int:
    """The clause's left edge, or that of a subject which the parser took for the cue's object."""
    tree = reading.tree
    thing = tree.kid(cue.token, "dobj")
    if thing is None or not cue.token < thing < top or takes_addressee(cue):
        return tree.left[top]
    if any(tree.dep[kid] in ("nsubj", "nsubjpass", "expl", "mark") for kid in tree.kids[top]):
        return tree.left[top]
    return tree.left[thing]


def _clauses(reading: Reading, cue: Cue) -> Iterator[int]:
    tree, dep, verb = reading.tree, reading.tree.dep, cue.token
    for kid in tree.kids[verb]:
        if kid > verb and dep[kid] in _CLAUSAL:
            if dep[kid] == "ccomp":
                is_said = _is_clause(tree, kid)
            else:
                is_said = _is_question(tree, cue, kid) if dep[kid] == "advcl" else _is_gerund_clause(tree, cue, kid)
            if is_said:
                yield kid
    if "that" not in tree.lower[verb : tree.right[verb]]:
        return
    speaker = find_inverted(tree, verb)
    for kid in tree.kids[verb]:
        if kid > verb and kid != speaker and dep[kid] in ("prep", "dobj", "npadvmod", "advmod", "dative"):
            for token in range(kid, tree.right[kid]):
                is_noun_clause = dep[token] in ("acl", "relcl", "ccomp") and tree.tag[tree.head[token]][0] == "N"
                if is_noun_clause and _opens_with_that(reading, token):
                    yield token


_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSAL = frozenset({"ccomp", "advcl", "xcomp"})


def _is_clause(tree: Words, top: int) -> bool:
    return (
        tree.tag[top] in ("VBD", "VBZ", "VBP", "VB")
        or tree.kid(top, "nsubj", "nsubjpass", "csubj", "cop", "expl") is not None
    )


def _is_question(tree: Words, cue: Cue, clause: int) -> bool:
    """`asked them if it was late`, which is parsed as a condition."""
    mark = tree.kid(clause, "mark") if cue.entries[0].kind == "ask" else None
    return mark is not None and tree.lower[mark] in ("if", "whether")


def _is_gerund_clause(tree: Words, cue: Cue, top: int) -> bool:
    """`said closing it would cost jobs`, which is parsed as if the cue took the gerund."""
    is_alone = tree.tag[top] == "VBG" and "g" not in cue.frames and tree.lemma[top] not in read_verbs()
    return is_alone and tree.kid(top, "ccomp") is not None


def _opens_with_that(reading: Reading, clause: int) -> bool:
    """A clause with `that` and a subject of its own; some are parsed as relative clauses."""
    tree = reading.tree
    first = tree.left[clause]
    subject = tree.kid(clause, "nsubj", "nsubjpass", "expl")
    return tree.lower[first] == "that" and (tree.dep[first] == "mark" or (subject is not None and subject != first))


def cut(reading: Reading, first: int, last: int) -> int:
    """End the clause before a participle cue that the parser hung on it (`..., adding that`)."""
    tree = reading.tree
    if ADDERS.isdisjoint(tree.lower[first + 3 : last]):
        return last
    for token in range(first + 3, last):
        if tree.lower[token] in ADDERS and tree.lower[token - 1] == "," and reading.quoted[token] < 0:
            return token - 1
    return last


def widen(reading: Reading, first: int, last: int) -> int:
    """Content that ends inside a quotation which began in it goes on to the closing mark."""
    index = reading.quoted[last - 1]
    if index < 0 or reading.first_of(index) < first:
        return last
    return reading.last_of(index)


def find_phrase(reading: Reading, cue: Cue, allows: frozenset[str]) -> Content | None:
    """Infinitives, gerunds, objects, and objects with what is said of them."""
    tree = reading.tree
    if _is_naming(tree, cue.token):
        return None
    kids = [kid for kid in tree.kids[cue.token] if kid > cue.token]
    if cue.particles and (asked := _asked_for(tree, cue)) is not None:
        return Content(((cue.last, widen(reading, cue.last, tree.right[asked])),), "infinitive", "o")
    if "i" in allows:
        for kid in kids:
            if tree.dep[kid] in ("xcomp", "ccomp", "advcl") and (to := _infinitive(reading, kid)) is not None:
                return Content(((to, widen(reading, to, tree.right[kid])),), "infinitive", "i")
    if "g" in allows:
        for kid in (*(tree.kids[cue.particles[-1]] if cue.particles else ()), *kids):
            is_gerund = tree.tag[kid] == "VBG" and tree.lower[tree.left[kid] - 1] != ","
            if is_gerund and tree.dep[kid] in ("xcomp", "pcomp", "advcl"):
                return Content(((tree.left[kid], tree.right[kid]),), "gerund", "g")
    return _object(reading, cue, kids, allows) if allows & _OBJECT_FRAMES else None


def _asked_for(tree: Words, cue: Cue) -> int | None:
    """The verb of `called for the talks to go on`."""
    particle = cue.particles[-1]
    verb = tree.head[particle]
    is_mark = tree.lower[particle] == "for" and tree.dep[particle] in ("mark", "prep") and verb > particle
    return verb if is_mark and tree.head[verb] == cue.token else None


def _is_naming(tree: Words, verb: int) -> bool:
    """`a ship called Hope`: a participle on a noun names and says nothing."""
    if tree.tag[verb] not in ("VBN", "VBD") or tree.kid(verb, "agent", "nsubj") is not None:
        return False
    is_alone = tree.kid(verb, "dobj", "ccomp", "aux", "auxpass") is None
    return tree.dep[verb] == "acl" or (is_alone and tree.kid(verb, "oprd") is not None)


_OBJECT_FRAMES = frozenset("opafxn")


def _infinitive(reading: Reading, verb: int) -> int | None:
    tree = reading.tree
    return next((kid for kid in tree.kids[verb] if tree.tag[kid] == "TO" and kid < verb), None)


def _object(reading: Reading, cue: Cue, kids: list[int], allows: frozenset[str]) -> Content | None:
    tree = reading.tree
    if cue.particles:
        kids = [*tree.kids[cue.particles[-1]], *kids]
    thing = next((k for k in kids if tree.dep[k] in _THINGS and k > cue.token), None)
    if thing is not None and cue.lemma == "threaten" and tree.tag[thing] in ("NNP", "NNPS"):
        return None  # a storm threatens a coast
    if thing is None:
        return _passive(reading, cue, kids, allows)
    if "p" not in allows and is_undergone(tree, cue.token):
        return None
    after = [kid for kid in (*kids, *tree.kids[thing]) if kid > thing]
    says_of = next((kid for kid in after if _says_of(tree, kid, allows)), None)
    if says_of is None and "x" in allows:
        says_of = next((t for t in range(thing, tree.right[cue.token]) if _is_deed(tree, t)), None)
    is_saying = "n" in allows and tree.lemma[thing] in read_nouns()
    judgement = _quoted_judgement(reading, thing) if "p" in allows else None
    if not (says_of or "o" in allows or is_saying or judgement or ("p" in allows and _small_clause(reading, thing))):
        return None
    first, last = max(tree.left[thing], cue.token + 1), judgement or _end_of_thing(tree, thing)
    if says_of is not None:
        last = max(last, tree.right[says_of])
    for kid in kids:
        if tree.left[kid] == last and (_is_condition(tree, kid) or _goes_with(tree, kid)):
            last = tree.right[kid]
    last = widen(reading, first, cut(reading, first, last))
    by_object = "n" if is_saying and says_of is None else next(frame for frame in "pafxon" if frame in allows)
    return Content(((first, last),), "object_as" if says_of else "object", by_object)


def _end_of_thing(tree: Words, thing: int) -> int:
    """Before `and accuses` in `denies the charge and accuses the town`, where the parser joins the verb to the noun."""
    verb = next((kid for kid in tree.kids[thing] if tree.dep[kid] == "conj" and tree.tag[kid] in _FINITE), None)
    link = tree.kid(thing, "cc")
    return tree.right[thing] if verb is None or link is None or link > verb else link


def _is_condition(tree: Words, kid: int) -> bool:
    """`threatened a strike if the talks failed`."""
    mark = tree.kid(kid, "mark") if tree.dep[kid] == "advcl" else None
    return mark is not None and tree.lower[mark] in ("if", "unless")


def _goes_with(tree: Words, kid: int) -> bool:
    """`announced a plan to cut taxes`, `announced a concert for the miners`: parsed as adjuncts of the cue."""
    is_purpose = tree.dep[kid] in ("advcl", "xcomp") and tree.tag[tree.left[kid]] == "TO"
    return is_purpose or (tree.dep[kid] == "prep" and tree.lower[kid] in _OF_THINGS)


_OF_THINGS = frozenset({"of", "for", "against", "about", "with", "from"})


_THINGS = frozenset({"dobj", "pobj", "ccomp", "oprd", "pcomp"})
_LINKS = {"a": ("as",), "f": ("for", "over"), "x": ("of", "with"), "o": ("for", "over", "as", "about")}


def _is_deed(tree: Words, token: int) -> bool:
    """`of lying` in `accused the firm in the capital of lying`."""
    return tree.lower[token] == "of" and tree.kid(token, "pcomp") is not None


def _says_of(tree: Words, kid: int, allows: frozenset[str]) -> bool:
    """Whether a complement tells what is said of the object."""
    if "p" in allows and (tree.dep[kid] in ("oprd", "xcomp") or _is_predicate_noun(tree, kid)):
        return tree.tag[tree.left[kid]] != "TO" or tree.lemma[kid] == "be"
    return any(frame in allows and tree.lower[kid] in words for frame, words in _LINKS.items())


def _is_predicate_noun(tree: Words, kid: int) -> bool:
    """`a disgrace` in `deemed the plan a disgrace`, which is parsed as an adverbial."""
    is_noun = tree.dep[kid] == "npadvmod" and tree.tag[kid] in ("NN", "NNS")
    return is_noun and tree.lower[tree.left[kid]] in ("a", "an", "the")


def _quoted_judgement(reading: Reading, thing: int) -> int | None:
    """Where `"pests"` ends in `calls drivers "pests" on the radio`, which is parsed as one noun phrase."""
    index = reading.quoted[thing]
    if index < 0 or reading.tree.left[thing] >= reading.first_of(index):
        return None
    return reading.last_of(index) if reading.tree.tag[reading.first_of(index) - 1] in _NOMINAL else None


def _small_clause(reading: Reading, thing: int) -> bool:
    """`called the plan a disaster` is parsed as one clause without a verb, or with an apposition."""
    tree = reading.tree
    is_name = tree.tag[thing] in ("NNP", "NNPS") and reading.quoted[thing] < 0
    return (tree.dep[thing] in ("ccomp", "oprd") and not is_name) or tree.kid(thing, "appos") is not None


_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$"})


def _passive(reading: Reading, cue: Cue, kids: list[int], allows: frozenset[str]) -> Content | None:
    """`The scheme was described by the ombudsman as chaotic`."""
    tree = reading.tree
    subject = tree.kid(cue.token, "nsubjpass")
    predicate = next((kid for kid in kids if _says_of(tree, kid, allows)), None)
    if subject is None or predicate is None or tree.kid(cue.token, "agent") is None:
        return None
    pieces = ((tree.left[subject], tree.right[subject]), (tree.left[predicate], tree.right[predicate]))
    return Content((pieces[0], (pieces[1][0], widen(reading, *pieces[1]))), "passive_as", "a")
