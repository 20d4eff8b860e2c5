"""How many were killed, hurt and arrested."""

from collections.abc import Sequence

from tasks.events.classes import read_classes
from tasks.events.records import EventMention
from tasks.events.tree import child, objects_after, to_objects
from tasks.language.words import Words

_DEAD = frozenset({"kill", "murder", "massacre", "slaughter", "execute", "assassinate", "die", "behead", "lynch"})
_INJURED = frozenset({"wound", "injure", "hurt", "maim"})
_ARRESTED = frozenset({"arrest", "detain", "jail", "imprison", "apprehend", "capture"})
_HARMED = _DEAD | _INJURED | _ARRESTED
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_WORDS = {word: value for value, word in enumerate(f"{_ONES} eighteen nineteen".split(" "))}
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * value for value, word in enumerate(_DECADES.split(" "), 2)}


Toll = tuple[int | None, int | None, int | None]


def count_victims(tree: Words, trigger: int, act: str) -> Toll:
    """Numbers of dead, injured and arrested that the clause of a verb gives, or a counted noun: "30 arrests"."""
    lemma = tree.lemma[trigger]
    if lemma == "arrest" and tree.tag[trigger] == "NNS":
        return None, None, to_number(tree, trigger)
    if lemma not in _HARMED:
        return _count_left(tree, trigger) if act == "ASSAULT" else (None, None, None)
    found = next((n for each in _victims(tree, trigger) if (n := to_number(tree, each)) is not None), None)
    return (
        found if lemma in _DEAD else None,
        found if lemma in _INJURED else None,
        found if lemma in _ARRESTED else None,
    )


def _count_left(tree: Words, trigger: int) -> Toll:
    """What an attack left: "left nine people dead and 30 wounded", "blew himself up, leaving 14 dead"."""
    above = tree.head[trigger] if tree.dep[trigger] == "nsubj" else None
    verbs = [above] if above is not None else [each for each in tree.kids[trigger] if tree.dep[each] == "advcl"]
    dead = injured = None
    for verb in (each for each in verbs if tree.lemma[each] == "leave"):
        number = None
        for word in range(verb + 1, tree.right[verb]):
            if tree.pos[word] == "NUM":
                number = _parse(tree.lower[word])
            elif tree.lower[word] == "dead":
                dead, number = number, None
            elif tree.lemma[word] in _INJURED:
                injured, number = number, None
    return dead, injured, None


def share_tolls(tree: Words, events: Sequence[EventMention]) -> list[EventMention]:
    """Tell the toll of an attack with every mention of it: "a bomb exploded, killing nine", "an attack killed nine"."""
    found = list(events)
    for index in reversed(range(len(found))):
        above = found[index].governor
        if above is not None and tree.dep[found[index].trigger] in {"advcl", "conj"}:
            found[above] = _with_toll(found[above], found[index])
    for index, event in enumerate(found):
        above = event.governor
        if above is None or not _is_cause(tree, event.trigger, found[above].trigger):
            continue
        first = found[above].governor if tree.dep[found[above].trigger] == "conj" else None
        found[index] = _with_toll(event, found[above if first is None else first])
    return found


def _is_cause(tree: Words, trigger: int, harm: int) -> bool:
    """Whether an attack is what did the harm: "a raid killed nine", "nine died in a raid", "when gunmen attacked"."""
    dep, head = tree.dep[trigger], tree.head[trigger]
    if dep == "pobj" and tree.lower[head] in {"in", "by", "during"}:
        return tree.head[head] == harm
    is_when = dep == "advcl" and any(tree.lower[each] in {"when", "as"} for each in tree.kids[trigger])
    return head == harm and (dep == "nsubj" or is_when)


def _with_toll(event: EventMention, other: EventMention) -> EventMention:
    """Add the numbers that another mention of the same act gives, where an event has none."""
    if event.act_type != other.act_type or event.factuality != other.factuality:
        return event
    return event._replace(
        dead=event.dead if event.dead is not None else other.dead,
        injured=event.injured if event.injured is not None else other.injured,
        arrested=event.arrested if event.arrested is not None else other.arrested,
    )


def _victims(tree: Words, trigger: int) -> list[int]:
    if tree.lemma[trigger] == "die":
        return [each for each in tree.kids[trigger] if tree.dep[each] == "nsubj"]
    own = child(tree, trigger, "nsubj") if tree.tag[trigger] == "VBN" and tree.dep[trigger] == "conj" else None
    return to_objects(tree, trigger) if own is None else [own]  # "killed nine and 30 injured"


def to_number(tree: Words, head: int) -> int | None:
    """The number of a counted noun; None when it is not counted in figures or words."""
    if tree.pos[head] == "NUM":
        return _parse(tree.lower[head])
    for each in tree.kids[head]:
        if tree.dep[each] == "nummod":
            is_joined = each > 1 and tree.lower[each - 1] == "-"
            return _parse(f"{tree.lower[each - 2]}-{tree.lower[each]}" if is_joined else tree.lower[each])
    if tree.lemma[head] in read_classes()["quantity"]:
        for each in objects_after(tree, head, "of"):
            return to_number(tree, each)
    return 1 if tree.tag[head] == "NN" and any(tree.lower[each] in {"a", "an"} for each in tree.kids[head]) else None


def _parse(word: str) -> int | None:
    plain = word.replace(",", "")
    if plain.isdecimal():
        return int(plain)
    if word in _WORDS or word in _TENS:
        return _WORDS.get(word, _TENS.get(word))
    tens, _, ones = word.partition("-")
    return _TENS[tens] + _WORDS[ones] if tens in _TENS and ones in _WORDS else None
