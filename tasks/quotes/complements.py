"""Complements: the clause, infinitive, gerund or object that a cue governs to its right."""

from collections.abc import Iterator

from tasks.quotes.cues import Cue, read_nouns, read_verbs
from tasks.quotes.frames import Frame, takes_addressee
from tasks.quotes.pieces import Content, Piece
from tasks.quotes.reading import Reading
from tasks.quotes.tree import Tree


def find_clause(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """The clause that the cue governs to its right."""
    tree = reading.tree
    for top in _clauses(reading, cue):
        first = max(_clause_start(reading, cue, top), cue.token + 1)
        if top < first:
            continue
        while first < top and (not tree.words[first][:1].isalnum() and reading.quoted[first] < 0):
            first += 1
        if tree.words[first] == "that" and tree.deps[first] not in ("det", "nsubj", "nsubjpass") and first < top:
            first += 1
        last = cut(reading, first, _coordinated(tree, cue.token, top))
        return first, _widen(reading, first, last)
    return _after_that(reading, cue, frame)


def _after_that(reading: Reading, cue: Cue, frame: Frame) -> Piece | None:
    """What follows `that` right after the frame when the parser saw no clause in it."""
    tree, at = reading.tree, frame.last
    if at + 3 >= len(tree.words) or tree.words[at] != "that" or tree.heads[at] == at + 1:
        return None
    last = cut(reading, at + 1, max(tree.right[cue.token], at + 1))
    has_verb = any(tree.tags[token] in ("VBD", "VBZ", "VBP", "MD") for token in range(at + 1, last))
    return (at + 1, _widen(reading, at + 1, last)) if has_verb else None


def _coordinated(tree: Tree, verb: int, top: int) -> int:
    """Where the clause ends: with a clause that the parser joined to the cue though it goes on with what is said.

    A second clause with a subject of its own that is not itself an attribution: `said it rained and the road was wet`.
    """
    for kid in tree.kids[verb]:
        if kid > top and tree.deps[kid] == "conj" and tree.kid(kid, "nsubj", "nsubjpass", "expl") is not None:
            if tree.lemmas[kid] not in read_verbs() and tree.words[tree.right[top]] != ",":
                return max(tree.right[kid], tree.right[top])
            break
    return tree.right[top]


def _clause_start(reading: Reading, cue: Cue, top: int) -> int:
    """The clause's left edge, or that of a subject which the parser took for the cue's object."""
    tree = reading.tree
    thing = tree.kid(cue.token, "dobj")
    if thing is None or not cue.token < thing < top or takes_addressee(cue):
        return tree.left[top]
    if any(tree.deps[kid] in ("nsubj", "nsubjpass", "expl", "mark") for kid in tree.kids[top]):
        return tree.left[top]
    return tree.left[thing]


def _clauses(reading: Reading, cue: Cue) -> Iterator[int]:
    tree = reading.tree
    for kid in tree.kids[cue.token]:
        if kid > cue.token and tree.deps[kid] == "ccomp" and _is_clause(tree, kid):
            yield kid
    for kid in tree.kids[cue.token]:
        if kid > cue.token and tree.deps[kid] in ("prep", "dobj", "npadvmod", "advmod", "dative"):
            for token in range(kid, tree.right[kid]):
                is_noun_clause = (
                    tree.deps[token] in ("acl", "relcl", "ccomp") and tree.tags[tree.heads[token]][0] == "N"
                )
                if is_noun_clause and _opens_with_that(reading, token):
                    yield token


def _is_clause(tree: Tree, top: int) -> bool:
    return (
        tree.tags[top] in ("VBD", "VBZ", "VBP", "VB") or tree.kid(top, "nsubj", "nsubjpass", "cop", "expl") is not None
    )


def _opens_with_that(reading: Reading, clause: int) -> bool:
    """A clause with `that` and a subject of its own; some are parsed as relative clauses."""
    tree = reading.tree
    first = tree.left[clause]
    subject = tree.kid(clause, "nsubj", "nsubjpass", "expl")
    return tree.words[first] == "that" and (tree.deps[first] == "mark" or (subject is not None and subject != first))


def cut(reading: Reading, first: int, last: int) -> int:
    """End the clause before a participle cue that the parser hung on it (`..., adding that`)."""
    tree = reading.tree
    for token in range(first + 1, last):
        if tree.words[token] in _ADDERS and tree.words[token - 1] == "," and reading.quoted[token] < 0:
            return token - 1
    return last


_ADDERS = frozenset(
    {"adding", "saying", "noting", "citing", "arguing", "calling", "insisting", "stressing", "according"}
)


def _widen(reading: Reading, first: int, last: int) -> int:
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
    if "i" in allows:
        for kid in kids:
            if tree.deps[kid] in ("xcomp", "ccomp", "advcl") and (to := _infinitive(reading, kid)) is not None:
                return Content(((to, _widen(reading, to, tree.right[kid])),), "infinitive", "i")
    if "g" in allows:
        for kid in (*kids, *(tree.kids[cue.particles[-1]] if cue.particles else ())):
            if tree.deps[kid] in ("xcomp", "pcomp", "advcl") and tree.tags[kid] == "VBG" and tree.left[kid] <= kid:
                return Content(((tree.left[kid], tree.right[kid]),), "gerund", "g")
    return _object(reading, cue, kids, allows) if allows & _OBJECT_FRAMES else None


def _is_naming(tree: Tree, verb: int) -> bool:
    """`a ship called Hope`: a participle on a noun names and says nothing."""
    is_participle = tree.tags[verb] in ("VBN", "VBD") and tree.deps[verb] == "acl"
    return is_participle and tree.kid(verb, "agent", "nsubj", "aux") is None


_OBJECT_FRAMES = frozenset("opafxn")


def _infinitive(reading: Reading, verb: int) -> int | None:
    tree = reading.tree
    return next((kid for kid in tree.kids[verb] if tree.tags[kid] == "TO" and kid < verb), None)


def _object(reading: Reading, cue: Cue, kids: list[int], allows: frozenset[str]) -> Content | None:
    tree = reading.tree
    if cue.particles:
        kids = kids + tree.kids[cue.particles[-1]]
    thing = next((k for k in kids if tree.deps[k] in _THINGS and k > cue.token), None)
    if thing is None:
        return _passive(reading, cue, kids, allows)
    after = [kid for kid in (*kids, *tree.kids[thing]) if kid > thing]
    says_of = next((kid for kid in after if _says_of(tree, kid, allows)), None)
    is_saying = "n" in allows and tree.lemmas[thing] in read_nouns()
    if not (says_of or "o" in allows or is_saying or ("p" in allows and _small_clause(reading, thing))):
        return None
    first, last = max(tree.left[thing], cue.token + 1), tree.right[thing]
    if says_of is not None:
        last = max(last, tree.right[says_of])
    last = next((tree.right[kid] for kid in kids if _is_condition(tree, kid, last)), last)
    last = _widen(reading, first, cut(reading, first, last))
    return Content(((first, last),), "object_as" if says_of else "object", next(f for f in "pafxon" if f in allows))


def _is_condition(tree: Tree, kid: int, last: int) -> bool:
    """`threatened a strike if the talks failed`."""
    mark = tree.kid(kid, "mark") if tree.deps[kid] == "advcl" and tree.left[kid] == last else None
    return mark is not None and tree.words[mark] in ("if", "unless")


_THINGS = frozenset({"dobj", "pobj", "ccomp", "oprd", "pcomp"})
_LINKS = {"a": ("as",), "f": ("for", "over"), "x": ("of", "with"), "o": ("for", "over", "as", "about")}


def _says_of(tree: Tree, kid: int, allows: frozenset[str]) -> bool:
    """Whether a complement tells what is said of the object."""
    if "p" in allows and (tree.deps[kid] in ("oprd", "xcomp") or _is_predicate_noun(tree, kid)):
        return True
    return any(frame in allows and tree.words[kid] in words for frame, words in _LINKS.items())


def _is_predicate_noun(tree: Tree, kid: int) -> bool:
    """`a disgrace` in `deemed the plan a disgrace`, which is parsed as an adverbial."""
    is_noun = tree.deps[kid] == "npadvmod" and tree.tags[kid] in ("NN", "NNS")
    return is_noun and tree.words[tree.left[kid]] in ("a", "an", "the")


def _small_clause(reading: Reading, thing: int) -> bool:
    """`called the plan a disaster` is parsed as one clause without a verb, or with an apposition."""
    tree = reading.tree
    return tree.deps[thing] in ("ccomp", "oprd") or tree.kid(thing, "appos") is not None


def _passive(reading: Reading, cue: Cue, kids: list[int], allows: frozenset[str]) -> Content | None:
    """`The scheme was described by the ombudsman as chaotic`."""
    tree = reading.tree
    subject = tree.kid(cue.token, "nsubjpass")
    predicate = next((kid for kid in kids if _says_of(tree, kid, allows)), None)
    if subject is None or predicate is None or tree.kid(cue.token, "agent") is None:
        return None
    pieces = ((tree.left[subject], tree.right[subject]), (tree.left[predicate], tree.right[predicate]))
    return Content((pieces[0], (pieces[1][0], _widen(reading, *pieces[1]))), "passive_as", "a")
