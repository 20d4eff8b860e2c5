"""How many were killed, hurt and arrested."""

from tasks.events.classes import read_classes
from tasks.events.tree import objects_after, to_objects
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


def count_victims(tree: Words, trigger: int) -> tuple[int | None, int | None, int | None]:
    """Numbers of dead, injured and arrested that the clause of a verb gives, or a counted noun: "30 arrests"."""
    lemma = tree.lemma[trigger]
    if lemma == "arrest" and tree.tag[trigger] == "NNS":
        return None, None, to_number(tree, trigger)
    if lemma not in _HARMED:
        return None, None, None
    found = next((n for each in _victims(tree, trigger) if (n := to_number(tree, each)) is not None), None)
    return (
        found if lemma in _DEAD else None,
        found if lemma in _INJURED else None,
        found if lemma in _ARRESTED else None,
    )


def _victims(tree: Words, trigger: int) -> list[int]:
    if tree.lemma[trigger] == "die":
        return [each for each in tree.kids[trigger] if tree.dep[each] == "nsubj"]
    return to_objects(tree, trigger)


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
