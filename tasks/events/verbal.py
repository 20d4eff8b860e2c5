"""Who does what a verb or adjective says, and to whom."""

from tasks.events.classes import read_classes
from tasks.events.clauses import find_actor, find_undergoer
from tasks.events.frames import find_frame, read_frames
from tasks.events.nominal import find_sides_of_noun
from tasks.events.parties import MODIFIERS, is_named_party, parties_after, read_arguments, to_parties
from tasks.events.scene import Scene
from tasks.events.tree import child, is_passive, objects_after

_MOVING = frozenset({"RETREAT", "SANCTION"})
_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
_OWN_MEANS = frozenset({"RETREAT", "AGREE", "CONCEDE", "SANCTION", "AID"})
_EXPELLING = frozenset({"SANCTION", "COERCE"})
_CLAUSAL = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST", "CONCEDE", "ACCUSE"})


def find_sides_of_verb(scene: Scene, verb: int, act: str) -> tuple[list[int], list[int]]:
    """Heads of those who do the act of a verb or adjective, and of those whom it is done to."""
    tree = scene.tree
    actor = find_actor(tree, verb)
    if tree.lemma[verb] == "die":
        return [], [] if actor is None else to_parties(scene, actor)
    actors = _planners(scene, verb) or ([] if actor is None else _who(scene, actor)) or _expellers(scene, verb, act)
    undergoer = find_undergoer(tree, verb)
    if undergoer is not None and undergoer != actor and tree.pos[undergoer] == "NOUN":
        told = _sides_of_object(scene, verb, act, undergoer, actors)
        if told is not None:
            return told
    receiver = child(tree, verb, "dative")
    found = [] if receiver is None else to_parties(scene, receiver)
    if not found and undergoer is not None and undergoer != actor and not _is_means(scene, verb, undergoer, act):
        found = to_parties(scene, undergoer, act == "ASSAULT")
    found = found or _around_verb(scene, verb, act, undergoer, 0)
    if not found and undergoer is None:
        found = _of_conjunct(scene, verb, act)
    return actors, found


def _sides_of_object(
    scene: Scene, verb: int, act: str, thing: int, actors: list[int]
) -> tuple[list[int], list[int]] | None:
    """Parties that the object of a verb names: who did what is judged, who gave what was paid, who made a pact."""
    tree = scene.tree
    named = find_frame(scene, thing, read_frames().get((tree.lemma[thing], "NOUN"), ())) if act in _JUDGING else None
    if named is not None and named.act not in {None, "AGREE"}:
        return actors, find_sides_of_noun(scene, thing, named.act, None)[0]
    if actors or not is_passive(tree, verb):
        return None
    between = [party for each in objects_after(tree, thing, "between") for party in to_parties(scene, each)]
    if len(between) > 1:
        return between[:1], between[1:]
    givers = parties_after(scene, thing, ("from", "by"), False) if act == "AID" else []
    return (givers, find_sides_of_noun(scene, thing, act, None)[1]) if givers else None


def _who(scene: Scene, index: int) -> list[int]:
    """The parties of a phrase, or who a possessive pronoun points to: "his decision to resign"."""
    return [index] if scene.tree.tag[index] == "PRP$" else to_parties(scene, index)


def _expellers(scene: Scene, verb: int, act: str) -> list[int]:
    """The country, party or body that somebody is put out of: "was expelled from Chad"."""
    if act not in _EXPELLING or not is_passive(scene.tree, verb):
        return []
    return [each for each in parties_after(scene, verb, ("from",), False) if is_named_party(scene, each)]


def _planners(scene: Scene, verb: int) -> list[int]:
    """Whose plan an infinitive behind a noun is: "a French plan to attack"."""
    tree = scene.tree
    noun = tree.head[verb]
    if tree.dep[verb] != "acl" or tree.tag[verb] != "VB" or tree.lemma[noun] in read_classes()["demand"]:
        return []
    beside = tree.kids[noun]
    return [each for each in beside if tree.dep[each] in MODIFIERS and is_named_party(scene, each)][:1]


def _is_means(scene: Scene, verb: int, index: int, act: str) -> bool:
    """Whether an object is what is moved, given or talked about, not whom it is done to: "lost its soldiers"."""
    tree, classes = scene.tree, read_classes()
    if act == "MOBILIZE" or tree.lemma[verb] in (classes["hurling"] if act == "ASSAULT" else classes["talking"]):
        return True
    if act == "COOPERATE" and any(parties_after(scene, each, ("with", "to"), False) for each in (verb, index)):
        return True
    if act in _MOVING and (tree.lemma[verb] in classes["recalling"] or tree.lemma[index] in classes["official"]):
        return tree.lemma[verb] in classes["recalling"]
    own = child(tree, index, "poss") if act in _OWN_MEANS else None
    if own is not None and tree.pos[own] == "PRON":
        return True
    if act == "REQUEST" and tree.lemma[verb] in classes["requesting"]:
        return child(tree, verb, "xcomp", "ccomp") is None and tree.lemma[index] in classes["requested"]
    if act == "CONSULT":
        return tree.lemma[index] in {"team", "delegation", "mission"}
    is_sent = act == "AID" and tree.lemma[verb] in classes["sending"] and not objects_after(tree, verb, "with")
    return is_sent or (act in {"AID", "AGREE"} and tree.lemma[index] in classes["troops"])


def _of_conjunct(scene: Scene, verb: int, act: str) -> list[int]:
    """A party that coordinated verbs share stands with the last: "donated and delivered goods to the school"."""
    for each in scene.tree.kids[verb]:
        if scene.tree.dep[each] == "conj" and scene.tree.pos[each] == "VERB":
            return _around_verb(scene, each, act, find_undergoer(scene.tree, each), 2)
    return []


def _around_verb(scene: Scene, verb: int, act: str, undergoer: int | None, depth: int) -> list[int]:
    arguments = read_arguments()[act]
    found = parties_after(scene, verb, arguments.prepositions, arguments.place)
    if not found and undergoer is not None:
        is_hurled = act == "ASSAULT" and scene.tree.lemma[verb] in read_classes()["hurling"]
        beside = arguments.but_of if is_hurled else arguments.prepositions  # "fired rounds of artillery"
        found = parties_after(scene, undergoer, beside, arguments.place)
    if not found and act in _CLAUSAL and depth < 2:
        found = _in_clause(scene, verb, act, depth)
    if not found and scene.tree.lemma[verb] in read_classes()["capturing"]:
        losers = [parties_after(scene, each, ("from",), False) for each in (verb, undergoer) if each is not None]
        found = next(filter(None, losers), [])
    if not found and arguments.place:
        found = parties_after(scene, verb, ("in", "at", "into"), True)
    return found


def _in_clause(scene: Scene, verb: int, act: str, depth: int) -> list[int]:
    tree = scene.tree
    clause = child(tree, verb, "ccomp", "xcomp", "pcomp")
    if clause is None:
        return []
    subject = child(tree, clause, "nsubj", "nsubjpass")
    if act in {"REQUEST", "THREATEN", "ACCUSE", "CONCEDE"} and subject is not None:
        found = to_parties(scene, subject)
        if found and (tree.pos[found[0]] != "PRON" or (act == "REQUEST" and tree.dep[subject] == "nsubj")):
            return found
    undergoer = find_undergoer(tree, clause)
    if act == "AGREE" and undergoer is None and tree.lemma[clause] in read_classes()["motion"]:
        return []  # "promised to travel to Oslo"
    if undergoer is None:
        found = []
    elif tree.lemma[undergoer] in ("country", "nation") and tree.tag[tree.left[undergoer]] == "PRP$":
        found = []  # `vowed that his country would not be attacked`
    elif tree.lemma[clause] in read_classes()["sending"]:
        found = parties_after(scene, clause, ("to",), True)
    else:
        found = to_parties(scene, undergoer)
    return found or _around_verb(scene, clause, act, undergoer, depth + 1)
