"""Who does what a noun names, and to whom: "Oslo's attack on the town", "held talks with the envoy"."""

from tasks.events.classes import read_classes
from tasks.events.clauses import find_actor, find_possessor, find_undergoer
from tasks.events.cues import read_cues
from tasks.events.light import find_phrase
from tasks.events.parties import (
    MODIFIERS,
    first_parties,
    is_named_party,
    parties_after,
    read_arguments,
    to_parties,
)
from tasks.events.scene import Scene, is_local, is_party, is_site
from tasks.events.tree import child, first_conjunct, is_passive, objects_after
from tasks.language.words import Words

_UNDERGOING = frozenset({"result", "die", "perish", "suffer"})
_DONE_BY = frozenset({"ASSAULT", "COERCE", "PROTEST", "REJECT", "REQUEST", "THREATEN"})
_FORUM = frozenset({"with", "at", "to", "in", "before"})
_ACCUSED = frozenset({"dobj", "nsubjpass"})
_BLAMING = frozenset({"blame", "accuse", "suspect"})
_LEAVING = frozenset({"RETREAT", "SANCTION", "COERCE"})
_RECEIVED = frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "AID", "SANCTION", "COERCE", "THREATEN", "ASSAULT"})


def find_sides_of_noun(scene: Scene, trigger: int, act: str, light: int | None) -> tuple[list[int], list[int]]:
    """Heads of those who do the act of a noun, and of those whom it is done to."""
    tree = scene.tree
    noun = find_phrase(tree, trigger)
    between = [party for each in objects_after(tree, noun, "between") for party in to_parties(scene, each)]
    if len(between) > 1:
        subject = find_actor(tree, light) if light is not None and tree.lemma[trigger] == "mediation" else None
        mediators = [] if subject is None else to_parties(scene, subject)
        return (mediators, between) if mediators else (between[:1], between[1:])
    if light is not None and act in _RECEIVED and _is_received(scene, light, noun, act):
        return _received(scene, light, noun, act)
    actors, recipients = _beside_noun(scene, noun, act, tree.lemma[trigger])
    light = _find_planner(tree, noun) if light is None and not actors else light
    if light is not None:
        actors, recipients = _with_light_verb(scene, light, noun, act, actors, recipients)
    elif not actors and (_is_adverbial(tree, noun, act) or _is_gerund(tree, noun) or _is_attended(tree, noun, act)):
        actors = _actors_of_the_verb(scene, noun)
    blamed = _blamed(scene, noun)
    if blamed:
        return blamed, [each for each in recipients if each not in blamed]
    own = None if actors else child(tree, noun, "poss")
    if own is not None and tree.tag[own] == "PRP$" and own not in recipients:
        actors = [own]
    return actors, recipients


def _beside_noun(scene: Scene, noun: int, act: str, lemma: str) -> tuple[list[int], list[int]]:
    """Parties in the phrase of a noun: possessors act but in "the editor's arrest"."""
    arguments, own, classes = read_arguments()[act], child(scene.tree, noun, "poss"), read_classes()
    but_of = arguments.but_of
    if lemma in classes["filed"]:
        but_of = tuple(each for each in but_of if each not in _FORUM)
    of = first_parties(scene, objects_after(scene.tree, noun, "of"), arguments.place)
    owners = [] if own is None else to_parties(scene, own)
    is_undergone = lemma in classes["undergone"]
    if own is not None and not of and is_undergone:
        return parties_after(scene, noun, ("by",), False), owners or [own]
    is_done_to = arguments.of == "recipient" or is_undergone or lemma in classes["done_to"]
    actors = owners if own is not None else _noun_actors(scene, noun, act, [] if is_done_to else of)
    if is_undergone and not of:
        of = [each for each in actors if scene.tree.pos[each] == "NOUN" and scene.tree.dep[each] == "compound"]
        actors = [each for each in actors if each not in of]
    recipients = parties_after(scene, noun, but_of, arguments.place)
    recipients = [each for each in recipients if each not in actors]
    is_done_to = is_done_to or not actors or actors[0] not in of  # who possesses it or stands after "by" does it
    recipients = recipients or (of if is_done_to else []) or _behind(scene, noun, but_of, arguments.place)
    recipients = [each for each in recipients if each not in actors]
    return actors, recipients or (_asked(scene, noun) if act == "REQUEST" else [])


def _behind(scene: Scene, noun: int, prepositions: tuple[str, ...], place: bool) -> list[int]:
    """Parties that the parser hangs on what a noun is of or by: "the delivery of grain to Chad", "raid by Chad on"."""
    nested = [each for each in objects_after(scene.tree, noun, "by", "for", "with") if is_party(scene, each)]
    for each in objects_after(scene.tree, noun, "of") + nested:
        found = parties_after(scene, each, prepositions, place)
        if found:
            return found
    return []


def _asked(scene: Scene, noun: int) -> list[int]:
    """Who is to do what is demanded: "the demand that Turkey stop the drilling"."""
    clause = child(scene.tree, noun, "acl")
    subject = None if clause is None else child(scene.tree, clause, "nsubj", "nsubjpass")
    return [] if subject is None else to_parties(scene, subject)


def _is_received(scene: Scene, light: int, noun: int, act: str) -> bool:
    """Whether a light verb has for its subject whom an act is done to; in "has praise for the king" it is who acts."""
    lemma = scene.tree.lemma[light]
    if lemma == "have" and parties_after(scene, noun, ("for",), False):
        return False
    return lemma in read_classes()["receiving"] or (act == "AID" and lemma in read_classes()["soliciting"])


def _received(scene: Scene, light: int, noun: int, act: str) -> tuple[list[int], list[int]]:
    """The subject of "won", "drew", "faced" is who an act is done to: "won the support of the union"."""
    tree = scene.tree
    subject, own = find_actor(tree, light), child(tree, noun, "poss")
    owners = [] if own is None else to_parties(scene, own)
    actors = owners or _noun_actors(scene, noun, act, parties_after(scene, noun, ("of",), False))
    actors = actors or parties_after(scene, light, ("from", "by"), False)
    return actors, [] if subject is None else to_parties(scene, subject)


def _noun_actors(scene: Scene, noun: int, act: str, of: list[int]) -> list[int]:
    """Those after "by", "from" or "of", else who modifies it: "French", "US-led", but no town; "from" may be whence."""
    tree = scene.tree
    whence = ("by",) if act in _LEAVING else ("by", "from")
    found = parties_after(scene, noun, whence, False) or _behind(scene, noun, whence, False) or of
    if found:
        return found
    for each in tree.kids[noun]:
        if tree.dep[each] in MODIFIERS and is_named_party(scene, each) and not is_local(scene, each):
            return [each]
        if act in _DONE_BY and tree.dep[each] == "compound" and _is_doer(scene, each):
            return [each]
        if tree.lower[each] == "led" and tree.dep[each] == "amod":
            return [below for below in tree.kids[each] if is_named_party(scene, below)]
    return []


def _is_doer(scene: Scene, noun: int) -> bool:
    """Whether a noun before an act says who does it and not with what: "government ban", but "tank battle"."""
    if scene.tree.pos[noun] != "NOUN" or is_site(scene, noun):
        return False
    return is_party(scene, noun) and scene.tree.lemma[noun] not in read_classes()["weapons"]


def _with_light_verb(
    scene: Scene, light: int, noun: int, act: str, actors: list[int], recipients: list[int]
) -> tuple[list[int], list[int]]:
    tree = scene.tree
    arguments = read_arguments()[act]
    subject = find_actor(tree, light)
    is_doer = subject is not None and tree.lemma[light] not in read_classes()["causing"]
    if subject is not None and is_doer and first_conjunct(tree, noun) != subject and not actors:
        actors = to_parties(scene, subject)
    if not recipients:
        recipients = parties_after(scene, light, arguments.prepositions, arguments.place)
    dative = child(tree, light, "dative")
    if not recipients and dative is not None:
        recipients = to_parties(scene, dative)
    return actors, recipients


def _find_planner(tree: Words, noun: int) -> int | None:
    """The verb whose subject is to do an act: "promised aid", "promised five million in aid", "prepared an attack"."""
    thing = noun
    if tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "in":
        thing = tree.head[tree.head[noun]]
        if tree.pos[thing] != "NUM" and tree.lemma[thing] not in read_classes()["money"]:
            return None
    verb = tree.head[thing]
    if tree.dep[thing] != "dobj" or child(tree, noun, "poss") is not None:
        return None
    return verb if any(each.label == "planned" for each in read_cues().get((tree.lemma[verb], "v"), ())) else None


def _is_adverbial(tree: Words, noun: int, act: str) -> bool:
    """Whether a bare noun says how or what for a verb is done: "in protest", "flew to Oslo for talks".

    Who is "killed in shelling" does not shell.
    """
    relation = tree.head[noun]
    verb = tree.head[relation]
    if tree.dep[noun] != "pobj" or is_passive(tree, verb):
        return False
    if tree.lower[relation] == "for" and act == "CONSULT":
        return tree.pos[verb] == "VERB"
    is_way = tree.lower[relation] == "in" and tree.lemma[verb] not in _UNDERGOING
    return is_way and child(tree, noun, "det", "poss", "amod") is None


def _is_attended(tree: Words, noun: int, act: str) -> bool:
    """Whether talks are told by one side of them: "spoke after talks with Chad", "left a meeting with the mayor"."""
    return act == "CONSULT" and tree.dep[noun] in {"pobj", "dobj"} and bool(objects_after(tree, noun, "with"))


def _blamed(scene: Scene, noun: int) -> list[int]:
    """Who is said to have done an act: "blamed the rebels for the raid", "blamed the raid on the rebels"."""
    tree, head = scene.tree, scene.tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.lower[head] in {"for", "of"}:
        above = tree.head[head]
        verb = above if tree.dep[above] not in _ACCUSED else tree.head[above]
        accused = find_undergoer(tree, verb) if tree.lemma[verb] in _BLAMING else None
        return [] if accused is None else to_parties(scene, accused)
    is_blamed = tree.dep[noun] in _ACCUSED and tree.lemma[head] == "blame"
    return [party for each in (head, noun) for party in parties_after(scene, each, ("on",), False)] if is_blamed else []


def _is_gerund(tree: Words, noun: int) -> bool:
    """Whether a bare noun is what the subject of a verb does or did: "denied meeting with", "admits bombing"."""
    is_object = tree.dep[noun] == "dobj" and tree.lower[noun].endswith("ing")
    return is_object and child(tree, noun, "det", "poss", "amod", "compound") is None


def _actors_of_the_verb(scene: Scene, noun: int) -> list[int]:
    possessor = find_possessor(scene.tree, noun)
    return to_parties(scene, possessor) if possessor is not None else []
