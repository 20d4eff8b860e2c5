"""Who takes part in an act: actors and recipients as tokens, from the clause or the noun phrase that names the act."""

from functools import cache
from typing import NamedTuple

from tasks.events.bystanders import find_others
from tasks.events.clauses import find_actor, find_possessor, find_undergoer
from tasks.events.frames import find_phrase, read_classes
from tasks.events.scene import PARTIES, Scene, is_party, is_place
from tasks.events.tree import child, conjuncts, first_conjunct, objects_after
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words


class Arguments(NamedTuple):
    """Where acts of a type have their parties: row of arguments.csv; `but_of` are the prepositions but "of"."""

    prepositions: tuple[str, ...]
    but_of: tuple[str, ...]
    of: str
    place: bool
    mutual: bool


class Sides(NamedTuple):
    """Head tokens of those who act and those who are acted on."""

    actors: list[int]
    recipients: list[int]
    is_reciprocal: bool
    others: list[int]


_MODIFIERS = frozenset({"poss", "amod", "compound", "nmod"})
_OWNERS = ("of", "by", "from", "against", "on")
_OWN_MEANS = frozenset({"RETREAT", "AGREE", "CONCEDE", "SANCTION", "AID"})
_CLAUSAL = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST", "CONCEDE", "ACCUSE"})


@cache
def read_arguments() -> dict[str, Arguments]:
    """Where each type of act has its parties."""
    found: dict[str, Arguments] = {}
    for row in read_lexicon("events", "arguments"):
        prepositions = tuple(row["recipients"].split())
        but_of = tuple(each for each in prepositions if each != "of")
        place, mutual = row["place"] == "yes", row["mutual"] == "yes"
        found[row["type"]] = Arguments(prepositions, but_of, row["of"], place, mutual)
    return found


def find_sides(scene: Scene, trigger: int, act: str, light: int | None) -> Sides:
    """Actors and recipients of an act that a verb, adjective or noun names."""
    if scene.tree.pos[trigger] in {"NOUN", "PROPN"}:
        actors, recipients = _of_noun(scene, trigger, act, light)
    else:
        actors, recipients = _of_verb(scene, trigger, act)
    recipients = [each for each in recipients if each not in actors]
    actors, recipients, is_reciprocal = _share(scene, act, actors, recipients)
    others = [] if recipients else find_others(scene, trigger, light, actors)
    return Sides(actors, recipients, is_reciprocal, others)


def _share(scene: Scene, act: str, actors: list[int], recipients: list[int]) -> tuple[list[int], list[int], bool]:
    if recipients or not read_arguments()[act].mutual:
        return actors, recipients, bool(recipients) and act in {"CONSULT", "COOPERATE"}
    if len(actors) > 1:
        return actors[:1], actors[1:], True
    if actors:
        others = [each for each in scene.tree.kids[actors[0]] if scene.tree.dep[each] in _MODIFIERS]
        both = [pair for each in others for pair in conjuncts(scene.tree, each) if _is_named(scene, pair)]
        if len(both) > 1:
            return both[:1], both[1:], True
    return actors, recipients, False


def _of_verb(scene: Scene, verb: int, act: str) -> tuple[list[int], list[int]]:
    tree = scene.tree
    actor = find_actor(tree, verb)
    actors = to_parties(scene, actor) if actor is not None else []
    undergoer = find_undergoer(tree, verb)
    found: list[int] = []
    if undergoer is not None and undergoer != actor and not _is_means(tree, verb, undergoer, act):
        found = to_parties(scene, undergoer)
    found = found or _around_verb(scene, verb, act, undergoer, 0) or _of_conjunct(scene, verb, act)
    return actors, found


def _is_means(tree: Words, verb: int, index: int, act: str) -> bool:
    """Whether an object is what is moved, given or talked about, not whom it is done to: "lost its soldiers"."""
    if act == "MOBILIZE" or tree.lemma[verb] in read_classes()["talking"]:
        return True
    own = child(tree, index, "poss") if act in _OWN_MEANS else None
    if own is not None and tree.pos[own] == "PRON":
        return True
    if act == "CONSULT":
        return tree.lemma[index] in {"team", "delegation", "mission"}
    return act in {"AID", "AGREE"} and tree.lemma[index] in read_classes()["troops"]


def _of_conjunct(scene: Scene, verb: int, act: str) -> list[int]:
    """A party that coordinated verbs share stands with the last: "donated and delivered goods to the school"."""
    for each in scene.tree.kids[verb]:
        if scene.tree.dep[each] == "conj" and scene.tree.pos[each] == "VERB":
            return _around_verb(scene, each, act, find_undergoer(scene.tree, each), 2)
    return []


def _around_verb(scene: Scene, verb: int, act: str, undergoer: int | None, depth: int) -> list[int]:
    arguments = read_arguments()[act]
    found = _after(scene, verb, arguments.prepositions, arguments.place)
    if not found and undergoer is not None:
        found = _after(scene, undergoer, arguments.prepositions, arguments.place)
    if not found and act in _CLAUSAL and depth < 2:
        found = _in_clause(scene, verb, act, depth)
    if not found and arguments.place:
        found = _after(scene, verb, ("in", "at", "into", "near"), True)
    return found


def _in_clause(scene: Scene, verb: int, act: str, depth: int) -> list[int]:
    tree = scene.tree
    clause = child(tree, verb, "ccomp", "xcomp", "pcomp")
    if clause is None:
        return []
    subject = child(tree, clause, "nsubj", "nsubjpass")
    if act in {"REQUEST", "THREATEN", "ACCUSE", "CONCEDE"} and subject is not None:
        found = to_parties(scene, subject)
        if found and tree.pos[found[0]] != "PRON":
            return found
    undergoer = find_undergoer(tree, clause)
    found = to_parties(scene, undergoer) if undergoer is not None else []
    return found or _around_verb(scene, clause, act, undergoer, depth + 1)


def _after(scene: Scene, index: int, prepositions: tuple[str, ...], place: bool) -> list[int]:
    for each in objects_after(scene.tree, index, *prepositions):
        found = to_parties(scene, each, place)
        if found:
            return found
    return []


def _of_noun(scene: Scene, trigger: int, act: str, light: int | None) -> tuple[list[int], list[int]]:
    tree = scene.tree
    noun = find_phrase(tree, trigger)
    arguments = read_arguments()[act]
    between = [party for each in objects_after(tree, noun, "between") for party in to_parties(scene, each)]
    if len(between) > 1:
        return between[:1], between[1:]
    actors = _noun_actors(scene, noun, arguments)
    recipients = _after(scene, noun, arguments.but_of, arguments.place)
    if not recipients and arguments.of == "recipient":
        recipients = _after(scene, noun, ("of",), arguments.place)
    if light is not None:
        return _with_light_verb(scene, light, noun, act, actors, recipients)
    if not actors and (_is_adverbial(tree, noun) or _is_gerund(tree, noun)):
        actors = _actors_of_the_verb(scene, noun)
    return actors, recipients


def _noun_actors(scene: Scene, noun: int, arguments: Arguments) -> list[int]:
    tree = scene.tree
    for each in tree.kids[noun]:
        if tree.dep[each] == "poss":
            return to_parties(scene, each)
    found = _after(scene, noun, ("by", "from"), False)
    if not found and arguments.of == "actor":
        found = _after(scene, noun, ("of",), False)
    if found:
        return found
    for each in tree.kids[noun]:
        if tree.dep[each] in _MODIFIERS and _is_named(scene, each):
            return [each]
    return []


def _with_light_verb(
    scene: Scene, light: int, noun: int, act: str, actors: list[int], recipients: list[int]
) -> tuple[list[int], list[int]]:
    tree = scene.tree
    arguments = read_arguments()[act]
    subject = find_actor(tree, light)
    if subject is not None and first_conjunct(tree, noun) != subject and not actors:
        actors = to_parties(scene, subject)
    if not recipients:
        recipients = _after(scene, light, arguments.prepositions, arguments.place)
    dative = child(tree, light, "dative")
    if not recipients and dative is not None:
        recipients = to_parties(scene, dative)
    return actors, recipients


def _is_adverbial(tree: Words, noun: int) -> bool:
    """Whether a bare noun says how its verb is done: "in protest", "in retaliation"."""
    is_after_in = tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "in"
    return is_after_in and child(tree, noun, "det", "poss", "amod") is None


def _is_gerund(tree: Words, noun: int) -> bool:
    """Whether a bare noun is what the subject of a verb does or did: "denied meeting with", "admits bombing"."""
    is_object = tree.dep[noun] == "dobj" and tree.lower[noun].endswith("ing")
    return is_object and child(tree, noun, "det", "poss", "amod", "compound") is None


def _actors_of_the_verb(scene: Scene, noun: int) -> list[int]:
    possessor = find_possessor(scene.tree, noun)
    return to_parties(scene, possessor) if possessor is not None else []


def to_parties(scene: Scene, index: int, place: bool = False) -> list[int]:
    """The parties of a noun phrase, coordinated ones apart: its head, else who is named inside it."""
    tree = scene.tree
    found: list[int] = []
    for each in conjuncts(tree, index):
        inner = _out_of_quantity(tree, each) if tree.kids[each] else None
        if inner is not None:
            found.extend(to_parties(scene, inner, place))
        elif is_party(scene, each) or (place and is_place(scene, each)) or _is_count(tree, each):
            found.append(each)
    return list(dict.fromkeys(found)) or _inside(scene, index)


def _is_count(tree: Words, index: int) -> bool:
    """Whether a number stands for people: "11 were killed and 15 wounded"."""
    return tree.pos[index] == "NUM" and tree.dep[index] != "nummod"


def _out_of_quantity(tree: Words, index: int) -> int | None:
    if tree.lemma[index] not in read_classes()["quantity"] and tree.pos[index] not in {"NUM", "DET"}:
        return None
    inner = objects_after(tree, index, "of")
    return inner[0] if inner else None


def _inside(scene: Scene, index: int) -> list[int]:
    tree = scene.tree
    for each in tree.kids[index]:
        if tree.dep[each] in _MODIFIERS and _is_named(scene, each):
            return [each]
        if tree.dep[each] == "poss" and is_party(scene, each):
            return [each]
    return [each for each in objects_after(tree, index, *_OWNERS) if is_party(scene, each)][:1]


def _is_named(scene: Scene, index: int) -> bool:
    return scene.types.get(index) in PARTIES
