"""Objects, and what is said of them: `called the plan a disaster`, `described it as a trap`."""

from bisect import bisect_left

from tasks.entities.lexicons import read_lexicons
from tasks.language.words import Words
from tasks.quotes.acts import read_content_stances
from tasks.quotes.circumstances import read_media
from tasks.quotes.cues import DAYS, Cue, read_nouns
from tasks.quotes.edges import cut, is_condition, last_of_row, widen
from tasks.quotes.pieces import Content, Piece
from tasks.quotes.reading import Reading
from tasks.quotes.subjects import is_predicate, is_undergone

OBJECT_FRAMES = frozenset("opafxnm")


def is_naming(tree: Words, verb: int) -> bool:
    """`a ship called Hope`: a participle on a noun names and says nothing."""
    if tree.tag[verb] not in ("VBN", "VBD") or tree.kid(verb, "agent", "nsubj") is not None:
        return False
    if is_predicate(tree, verb):
        return False
    is_alone = tree.kid(verb, "dobj", "ccomp", "aux", "auxpass") is None
    return tree.dep[verb] == "acl" or (is_alone and tree.kid(verb, "oprd") is not None)


def find_object(reading: Reading, cue: Cue, kids: list[int], allows: frozenset[str]) -> Content | None:
    """The object of a cue, and what is said of it."""
    tree = reading.tree
    if cue.particles:
        kids = [*tree.kids[cue.particles[-1]], *kids]
    thing = next((k for k in kids if tree.dep[k] in _THINGS and k > cue.token), None)
    says_of = None if thing is None else _find_predicate(tree, cue, thing, kids, allows)
    before = tree.kid(cue.token, "dobj")
    is_predicate = thing is not None and before is not None and before < thing and tree.lower[before] == "which"
    is_predicate = is_predicate or (thing is not None and _is_called(tree, cue, thing))
    fronted = _fronted(reading, cue, kids, allows) if thing is None or is_predicate else None
    if says_of is None and fronted is None and reading.ranges:
        judged = _judged_in_marks(reading, cue, allows)
        if judged is not None:
            return Content(((cue.last, judged),), "object_as", "p" if "p" in allows else "a")
    if thing is None or fronted is not None:
        return fronted
    if cue.lemma in _DEEDS and (tree.tag[thing] in _NAMES or (says_of is None and _is_party(tree, thing))):
        return None
    if "p" not in allows and is_undergone(tree, cue.token):
        return None
    is_saying = "n" in allows and tree.lemma[thing] in read_nouns()
    if not (says_of or "o" in allows or is_saying or ("p" in allows and _small_clause(reading, thing))):
        return None
    by_object = "n" if is_saying and says_of is None else next(frame for frame in "pafxmon" if frame in allows)
    piece = _to_piece(reading, cue, thing, says_of, kids)
    return Content((piece,), "object_as" if says_of else "object", by_object)


_DEEDS = frozenset({"threaten", "welcome"})  # a storm threatens a coast, a town welcomes guests
_NAMES = frozenset({"NNP", "NNPS"})


def _is_party(tree: Words, noun: int) -> bool:
    nouns = read_lexicons().nouns
    return tree.tag[noun] == "PRP" or tree.lower[noun] in nouns or tree.lemma[noun] in nouns


def _find_predicate(tree: Words, cue: Cue, thing: int, kids: list[int], allows: frozenset[str]) -> int | None:
    """The head of what is said of an object."""
    after = [kid for kid in (*kids, *tree.kids[thing]) if kid > thing]
    says_of = next((kid for kid in after if _says_of(tree, kid, allows)), None)
    at = _end_of_thing(tree, thing)
    if says_of is None and "a" in allows and _is_apposed(tree, at):
        return tree.head[at]
    if says_of is None and "x" in allows:
        return next((token for token in range(thing, tree.right[cue.token]) if _is_deed(tree, token)), None)
    return says_of


def _is_apposed(tree: Words, at: int) -> bool:
    """`welcomed the ruling as late but right`, but not `as prices rose`."""
    if tree.lower[at : at + 1] != ["as"] or tree.head[at] < at:
        return False
    return tree.kid(tree.head[at], "nsubj", "nsubjpass") is None


def _to_piece(reading: Reading, cue: Cue, thing: int, says_of: int | None, kids: list[int]) -> Piece:
    """From the object to the end of what is said of it and of its conditions."""
    tree = reading.tree
    first, last = max(tree.left[thing], cue.token + 1), _end_of_thing(tree, thing)
    if reading.quoted[thing] >= 0 and reading.first_of(reading.quoted[thing]) == cue.last:
        first = cue.last  # `thanked "everyone who wrote and marched"`
    if says_of is not None:
        last = max(last, _end_of_predicate(tree, says_of))
    for kid in kids:
        if tree.left[kid] == last and (
            is_condition(tree, kid)
            or _goes_with(tree, thing if says_of is None else says_of, kid)
            or _is_blamed(tree, cue, kid)
        ):
            last = tree.right[kid]
    last = cut(reading, first, _before_setting(reading, thing, last))
    index = reading.quoted[last] if says_of is not None and last < len(reading.quoted) else -1
    if index >= 0 and reading.first_of(index) == last:
        return first, last_of_row(reading, index)  # `called her standing "unheard of"`, parsed as her who stands
    return first, widen(reading, first, last)


def _before_setting(reading: Reading, thing: int, last: int) -> int:
    """Before `in a statement` in `condemned the raid in a statement`, or `on X`, which the parser hangs on the raid."""
    tree = reading.tree
    for token in range(thing + 1, last - 1):
        is_own = tree.lower[token] in _SETTING and tree.lower[token + 1] in ("a", "an")
        is_network = tree.lower[token] == "on" and tree.right[token] >= last
        if (is_own or is_network) and reading.quoted[token] < 0:
            noun = tree.kid(token, "pobj")
            medium = None if noun is None else read_media().get(tree.lower[noun])
            if medium in (_OWN_MEDIA if is_own else _NETWORKS):
                return token
    return last


_SETTING = frozenset({"in", "at", "during"})
_NETWORKS = frozenset({"social_media"})
_OWN_MEDIA = frozenset({"statement", "interview", "press_conference", "letter", "social_media"})


def _end_of_thing(tree: Words, thing: int) -> int:
    """Before `and accuses` in `denies the charge and accuses the town`, where the parser joins the verb to the noun."""
    verb = next((kid for kid in tree.kids[thing] if tree.dep[kid] == "conj" and tree.tag[kid] in _FINITE), None)
    link = tree.kid(thing, "cc")
    return tree.right[thing] if verb is None or link is None or link > verb else link


def _end_of_predicate(tree: Words, says_of: int) -> int:
    """Before `and thanked` in `described it as a victory and thanked them`, which the parser joins to the victory."""
    noun = tree.kid(says_of, "pobj")
    end = tree.right[says_of] if noun is None else _end_of_thing(tree, noun)
    return tree.right[says_of] if noun is None or end == tree.right[noun] else end


def _goes_with(tree: Words, thing: int, kid: int) -> bool:
    """`announced a plan to cut taxes`, `announced a concert for the miners`: parsed as adjuncts of the cue.

    A pronoun has nothing behind it but a name: `denied it within the hour`, `mentioned her by name`.
    """
    is_purpose = tree.dep[kid] in ("advcl", "xcomp") and tree.tag[tree.left[kid]] == "TO"
    if tree.dep[kid] != "prep":
        return is_purpose
    return tree.lower[kid] not in _OF_SPEECH and (tree.tag[thing] != "PRP" or tree.lower[kid] == "by")


def _is_blamed(tree: Words, cue: Cue, kid: int) -> bool:
    """`blamed the fire on a cable`."""
    return cue.lemma == "blame" and tree.lower[kid] == "on" and tree.lower[tree.right[kid] - 1] not in DAYS


# Prepositions behind an object that tell when, where or why it was said; the others go with the object.
_OF_SPEECH = frozenset({"in", "on", "at", "to", "after", "before", "during", "as", "amid", "following", "via", "since"})


_THINGS = frozenset({"dobj", "pobj", "ccomp", "oprd", "pcomp"})
_LINKS = {"a": ("as",), "f": ("for", "over"), "x": ("of", "with"), "o": ("for", "over", "as", "about")}


def _is_deed(tree: Words, token: int) -> bool:
    """`of lying` in `accused the firm in the capital of lying`."""
    return tree.lower[token] == "of" and tree.kid(token, "pcomp") is not None


def _after_agent(tree: Words, within: range, kids: list[int], allows: frozenset[str]) -> int | None:
    """What is said of the subject of a passive; the parser may hang it on who says it."""
    charges = [at for at in within if _is_charge(tree, at)] if "x" in allows else []
    others = [kid for kid in kids if _says_of(tree, kid, allows)]
    others += [at for at in reversed(within) if tree.lower[at] == "as" and _says_of(tree, at, allows)]
    return next(iter([*reversed(charges), *others]), None)


def _is_charge(tree: Words, token: int) -> bool:
    """`of fraud` in `accused by the head of the Bank of Malta of fraud`."""
    thing = tree.kid(token, "pcomp", "pobj") if tree.lower[token] == "of" else None
    return thing is not None and tree.tag[thing] != "NNP"


def _says_of(tree: Words, kid: int, allows: frozenset[str]) -> bool:
    """Whether a complement tells what is said of the object."""
    if "p" in allows and (tree.dep[kid] in _PREDICATES or _is_predicate_noun(tree, kid)):
        return tree.tag[tree.left[kid]] != "TO" or tree.lemma[kid] == "be"
    if "m" in allows and is_measure(tree, kid):
        return True
    return any(frame in allows and tree.lower[kid] in words for frame, words in _LINKS.items())


def is_measure(tree: Words, kid: int) -> bool:
    """`at nine million` in `put the cost at nine million`."""
    amount = tree.kid(kid, "pobj") if tree.lower[kid] == "at" else None
    return amount is not None and "CD" in tree.tag[tree.left[amount] : tree.right[amount]]


_PREDICATES = frozenset({"oprd", "xcomp", "amod"})  # an adjective behind its noun: `branded the move cynical`


def _is_predicate_noun(tree: Words, kid: int) -> bool:
    """`a disgrace` in `deemed the plan a disgrace`, which is parsed as an adverbial."""
    is_noun = tree.dep[kid] == "npadvmod" and tree.tag[kid] in ("NN", "NNS")
    return is_noun and tree.lower[tree.left[kid]] in ("a", "an", "the")


def _judged_in_marks(reading: Reading, cue: Cue, allows: frozenset[str]) -> int | None:
    """Where `"pests"` ends in `calls drivers, it is said, "pests" on the radio`: marks lead the parser astray."""
    tree, at = reading.tree, cue.last
    index = bisect_left(reading.ranges, (at, 0))
    is_unfit = allows.isdisjoint("pa") or tree.kid(cue.token, "auxpass") is not None
    if is_unfit or not reading.ranges[index:] or reading.quoted[cue.token] >= 0:
        return None
    opening = reading.first_of(index)
    if opening >= min(tree.sentence[cue.token][1], at + _FAR):
        return None
    words, tags = tree.lower[at:opening], frozenset(tree.tag[at:opening])
    is_apart = not _FINITE.isdisjoint(tags) and "that" not in words
    is_named = not _NOMINAL.isdisjoint(tags) or words[:1] in (["that"], ["this"])
    if not is_named or is_apart or not _STOPS.isdisjoint(words):
        return None
    is_judged = ("a" in allows and "as" in words[-3:]) or ("p" in allows and _may_precede(tree, opening - 1))
    return last_of_row(reading, index) if is_judged else None


def _may_precede(tree: Words, token: int) -> bool:
    """Whether a judgement can begin after a token, or after its article."""
    if tree.lower[token] in ("a", "an"):
        return tree.tag[token - 1] != "IN"
    return tree.tag[token] in _NOMINAL or tree.lower[token] in (",", "that", "this")


_FAR = 20
_STOPS = frozenset({";", ":", ".", "?", "!"})


def _small_clause(reading: Reading, thing: int) -> bool:
    """`called the plan a disaster` is parsed as one clause without a verb, or with an apposition, or as one noun."""
    tree = reading.tree
    if tree.tag[thing] == "NNS" and tree.kid(thing, "compound") is not None:
        return tree.lemma[thing] in read_content_stances()  # `called the pair heroes`
    is_name = tree.tag[thing] in ("NNP", "NNPS") and reading.quoted[thing] < 0
    return (tree.dep[thing] in ("ccomp", "oprd") and not is_name) or tree.kid(thing, "appos") is not None


_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _is_called(tree: Words, cue: Cue, kid: int) -> bool:
    """`The plan was branded heartless`: what is said of the subject."""
    return tree.dep[kid] == "oprd" and kid > cue.token and tree.kid(cue.token, "nsubjpass") is not None


def _fronted(reading: Reading, cue: Cue, kids: list[int], allows: frozenset[str]) -> Content | None:
    """`The scheme was described by the ombudsman as chaotic`, `whom he described as idle`."""
    tree = reading.tree
    agent = tree.kid(cue.token, "agent")
    passive = tree.kid(cue.token, "nsubjpass")
    called = next((kid for kid in kids if _is_called(tree, cue, kid)), None) if "p" in allows else None
    thing = passive if agent is not None or called is not None else tree.kid(cue.token, "dobj")
    if called is not None:
        predicate: int | None = called
    elif agent is None:
        predicate = next((kid for kid in kids if _says_of(tree, kid, allows)), None)
    else:
        predicate = _after_agent(tree, range(agent + 1, tree.right[cue.token]), kids, allows)
    if thing is None or predicate is None or (thing != passive and tree.tag[thing] not in ("WDT", "WP")):
        return None
    pieces = ((tree.left[thing], tree.right[thing]), (tree.left[predicate], tree.right[predicate]))
    rule = "passive_as" if thing == passive else "object_as"
    return Content((pieces[0], (pieces[1][0], widen(reading, *pieces[1]))), rule, "a")
