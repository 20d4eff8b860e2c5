"""What a cue governs that is no clause: an infinitive, a gerund, an object."""

from tasks.language.words import Words
from tasks.quotes.cues import Cue
from tasks.quotes.edges import widen, with_condition
from tasks.quotes.frames import takes_addressee
from tasks.quotes.objects import OBJECT_FRAMES, find_object, is_naming
from tasks.quotes.pieces import Content, Piece
from tasks.quotes.reading import Reading
from tasks.quotes.surveys import find_surveyed


def find_phrase(reading: Reading, cue: Cue, allows: frozenset[str]) -> Content | None:
    """Infinitives, gerunds, objects, and objects with what is said of them."""
    tree = reading.tree
    if is_naming(tree, cue.token):
        return None
    kids = [kid for kid in tree.kids[cue.token] if kid > cue.token]
    if cue.particles and (asked := _asked_for(tree, cue)) is not None:
        return Content(((cue.last, widen(reading, cue.last, tree.right[asked])),), "infinitive", "o")
    if "s" in allows and (surveyed := find_surveyed(reading, cue)) is not None:
        return surveyed
    if "i" in allows and (wish := _find_wish(reading, cue, kids)) is not None:
        return Content((wish,), "infinitive", "i")
    if "g" in allows:
        for kid in (*_under_particle(tree, cue, kids), *kids):
            is_gerund = _is_gerund(tree, kid) and tree.dep[kid] in ("xcomp", "pcomp", "advcl")
            is_judged = "a" in allows and any(tree.lower[at] == "as" and at < kid for at in kids)
            if is_gerund and not is_judged and "," not in tree.lower[cue.token : tree.left[kid]]:
                return Content(((tree.left[kid], tree.right[kid]),), "gerund", "g")
    return find_object(reading, cue, kids, allows) if allows & OBJECT_FRAMES else None


def _find_wish(reading: Reading, cue: Cue, kids: list[int]) -> Piece | None:
    """`vowed to go`, `urged them not to go`, `urges Serbia to free editor`, where the parser sees a preposition."""
    tree = reading.tree
    for kid in kids:
        to = _infinitive(reading, kid) if tree.dep[kid] in _INFINITIVE else None
        if to is not None and not _is_purpose(tree, cue, to):
            return to, widen(reading, to, with_condition(tree, kids, tree.right[kid]))
    hearer = tree.kid(cue.token, "dobj") if takes_addressee(cue) else None
    to = next((kid for kid in tree.kids_of(cue.token, "prep") if tree.lower[kid] == "to"), None)
    if to is None or hearer is None or to != tree.right[hearer] or tree.right[to] - to < 2 or tree.tag[to + 1] == "DT":
        return None
    return to, widen(reading, to, tree.right[to])


def _under_particle(tree: Words, cue: Cue, kids: list[int]) -> tuple[int, ...]:
    """`warned against sailing`, `warned the crew against sailing`."""
    whom = tree.kid(cue.token, "dobj") if cue.lemma == "warn" else None
    links = cue.particles[-1:] or (*kids, *(() if whom is None else tree.kids[whom]))
    return tuple([kid for link in links if cue.particles or tree.lower[link] == "against" for kid in tree.kids[link]])


def _is_gerund(tree: Words, verb: int) -> bool:
    """`taking`, `being paid`, `having been paid`."""
    return tree.tag[verb] == "VBG" or any(tree.tag[aux] == "VBG" for aux in tree.kids_of(verb, "aux", "auxpass"))


def _is_purpose(tree: Words, cue: Cue, to: int) -> bool:
    """`proposed a plan to cut taxes`: what is proposed is the plan."""
    thing = tree.kid(cue.token, "dobj")
    return thing is not None and thing < to and "o" in cue.frames and not takes_addressee(cue)


_INFINITIVE = frozenset({"xcomp", "ccomp", "advcl"})


def _asked_for(tree: Words, cue: Cue) -> int | None:
    """The verb of `called for the talks to go on`."""
    particle = cue.particles[-1]
    verb = tree.head[particle]
    is_mark = tree.lower[particle] == "for" and tree.dep[particle] in ("mark", "prep") and verb > particle
    return verb if is_mark and tree.head[verb] == cue.token else None


def _infinitive(reading: Reading, verb: int) -> int | None:
    tree = reading.tree
    to = next((kid for kid in tree.kids[verb] if tree.tag[kid] == "TO" and kid < verb), None)
    return to if to is None or tree.lower[to - 1] not in ("not", "never") else to - 1
