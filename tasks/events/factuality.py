"""What a text makes of an act: cue words, their scope, modals, negation and conditionals.

The path from the trigger up to the root of its sentence is walked; every cue on it whose scope holds the trigger adds a
label. After Sauri and Pustejovsky (2012) for sources and scope; labels and their order are those of the vocabulary.
"""

from tasks.events.classes import read_classes
from tasks.events.cues import NEGATIONS, Labels, from_cue, from_modifier, is_infinitive, is_negated, read_cues
from tasks.events.tree import child, first_conjunct, to_shared
from tasks.language.words import Words

ORDER = ("refused", "denied", "negated", "conditional", "requested", "hedged", "planned", "alleged", "confirmed")
SCORES = {
    "asserted": 3.0,
    "confirmed": 3.0,
    "alleged": 1.5,
    "hedged": 0.75,
    "planned": 1.0,
    "conditional": 0.0,
    "requested": 0.0,
    "refused": 0.0,
    "denied": -3.0,
    "negated": -3.0,
}
_MODALS = {
    "will": "planned",
    "'ll": "planned",
    "shall": "planned",
    "wo": "planned",
    "would": "conditional",
    "'d": "conditional",
    "may": "hedged",
    "might": "hedged",
    "could": "hedged",
    "can": "hedged",
    "ca": "hedged",
    "must": "requested",
    "should": "requested",
    "ought": "requested",
}
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_AHEAD = frozenset({"after", "before", "until", "once"})
_ATTEMPTS = frozenset({"try", "attempt", "effort", "seek"})
_NOMINAL = frozenset({"dobj", "pobj", "nsubjpass", "attr", "compound", "poss", "appos", "nmod", "nsubj"})
_CLAUSAL = frozenset({"ccomp", "xcomp", "acl", "pcomp", "advcl", "csubj", "acomp", "prep"})
# What a cue has in its scope, by relation: that of a noun, that of a predicate.
_SCOPES = (
    dict.fromkeys((*_NOMINAL, "prep"), "noun"),
    dict.fromkeys(_NOMINAL, "noun") | dict.fromkeys(_CLAUSAL, "clause"),
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_CARRIED = frozenset({"xcomp", "acomp", "dobj", "nsubjpass", "attr", "nsubj"})
_OPEN = frozenset({"planned", "requested", "hedged"})
# What stands after these is told as it is, whatever is planned or denied beside it.
_APART = frozenset(
    {"during", "amid", "since", "despite", "like", "unlike", "following", "after", "besides", "alongside"}
)
_CLOSED = frozenset({"advcl", "relcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOBODY = frozenset({"nobody", "none", "nothing"})
_NO = _NOBODY | {"no", "neither"}
_TELLING = frozenset({"aux", "mark", "advcl", "advmod", "amod", "det", *_SUBJECTS})
_LIMIT = 16
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})


def find_labels(tree: Words, trigger: int) -> Labels:
    """Every label that a cue puts on a trigger, with the token of the cue."""
    labels, heads, pos = _own_of_act(tree, trigger), tree.head, tree.pos
    index, clausal, nested = trigger, pos[trigger] in _PREDICATES, False
    for _ in range(_LIMIT):
        head, dep = heads[index], _relation(tree, index)
        if head == index or (dep == "pobj" and tree.lower[head] in _APART):
            break
        if dep in {"conj", "dep", "parataxis"}:
            head = to_shared(tree, index)
            labels |= _shared(tree, index, head) if pos[head] in {"VERB", "AUX"} else {}
        else:
            scope = _SCOPES[clausal].get(dep, "")
            cues = from_cue(tree, head, index, scope)
            if cues:
                _put(tree, labels, cues)
            elif not clausal and _is_presupposed(tree, head, dep):
                break
            is_purpose = dep == "advcl" and is_infinitive(tree, index)
            nested = nested or (not clausal and pos[head] == "NOUN")
            if is_purpose:  # "may send troops to crush the rebels"
                _put(tree, labels, _own(tree, head))
            elif scope and not nested and (_is_enabled(tree, index) or (dep in _CARRIED and _carries(tree, head, dep))):
                _put(tree, labels, _own_of_head(tree, head, cues))
            clausal = pos[head] in _PREDICATES or (clausal and pos[head] not in _NOUNS)
            if dep in _CLOSED and not cues and not is_purpose:
                break  # cues further up do not reach into adverbial and relative clauses
        index = head
    return _settle(tree, trigger, labels)


def _relation(tree: Words, index: int) -> str:
    """How a word hangs on the one above; `calls to resign` is no relative clause."""
    dep = tree.dep[index]
    return "acl" if dep == "relcl" and is_infinitive(tree, index) else dep


def _settle(tree: Words, trigger: int, labels: Labels) -> Labels:
    """What is left of labels that do not go together: an alleged attempt is not hedged."""
    if "alleged" in labels and "hedged" in labels and tree.lemma[labels["hedged"]] in _ATTEMPTS:
        del labels["hedged"]
    return {"planned": labels["negated"]} if "negated" in labels and _is_still_on(tree, trigger, labels) else labels


def _is_still_on(tree: Words, trigger: int, labels: Labels) -> bool:
    """Whether somebody is only asked to call an act off, or plans to."""
    cue = labels["negated"]
    if _OPEN.isdisjoint(labels) or cue in (trigger, *tree.kids[trigger]):
        return False
    return tree.lemma[cue] in {*read_classes()["undone"], "call"}


def _own_of_act(tree: Words, trigger: int) -> Labels:
    """Labels from the modifiers of a trigger, and from whom it is done to: "met nobody", "signed no treaty"."""
    labels = _own(tree, trigger)
    if not _NO.isdisjoint(tree.lower[trigger : tree.right[trigger]]):
        victim = child(tree, trigger, "dobj")
        if victim is not None and (tree.lower[victim] in _NO or tree.lower[tree.left[victim]] in _NO):
            labels["negated"] = victim
    return labels


def _own_of_head(tree: Words, head: int, cues: Labels) -> Labels:
    """Labels of a head that carry over; what a negated cue makes of an act, the cue has said."""
    return {label: cue for label, cue in _own(tree, head).items() if not (cues and label == "negated")}


def _put(tree: Words, labels: Labels, above: Labels) -> None:
    """Add labels from further up: plans to look into a claim plan no such act, "would be willing" is no condition.

    What somebody failed to prevent happened; what somebody refused to rule out may.
    """
    for label, cue in above.items():
        if label == "negated" and "negated" in labels:
            first = labels["negated"]
            if cue == tree.head[first] and tree.dep[first] == "det":
                continue  # "no request was made" says no once
            del labels["negated"]
            labels |= {"hedged": first} if tree.lemma[first] == "rule" else {}
            continue
        is_would = label == "conditional" and tree.lower[cue] in _MODALS
        if not ("alleged" in labels and label in _OPEN) and not ("planned" in labels and is_would):
            labels[label] = cue


def _is_presupposed(tree: Words, head: int, dep: str) -> bool:
    """Whether an event noun is taken for granted: object or subject of a verb that neither bears nor judges it."""
    if tree.pos[head] not in _PREDICATES or dep in {"attr", "acomp"}:
        return False
    lemma, classes = tree.lemma[head], read_classes()
    if lemma in {"call", "put"} and child(tree, head, "prt") is not None:
        return True
    return lemma in classes["ending"] or not (lemma in classes["light"] or lemma in classes["existence"])


def _is_enabled(tree: Words, verb: int) -> bool:
    """Whether somebody is let or made to do it, of which the modality holds too: "would allow police to arrest".

    What one cannot allow may be done.
    """
    head = tree.head[verb]
    if tree.dep[verb] != "ccomp" or tree.tag[verb] != "VB" or tree.lemma[head] not in read_classes()["enabling"]:
        return False
    return not is_negated(tree, head) or all(tree.tag[kid] != "MD" for kid in tree.kids[head])


def _carries(tree: Words, head: int, dep: str) -> bool:
    """Whether the modality of a head holds for what hangs on it: light verbs, and verbs of aspect and motion."""
    if dep in {"xcomp", "acomp", "dobj", "nsubjpass", "attr"} and tree.pos[head] in {"VERB", "AUX"}:
        return dep in {"attr", "xcomp", "acomp"} or tree.lemma[head] in read_classes()["light"]
    if tree.lemma[head] == "be" and child(tree, head, "expl") is None:
        return False
    return dep == "nsubj" and tree.lemma[head] in read_classes()["existence"]


def _own(tree: Words, index: int) -> Labels:
    """Labels from a word's own modifiers."""
    labels: Labels = {"negated": index} if is_negated(tree, index) else {}
    deps = tree.dep
    for each in tree.kids[index]:
        dep = deps[each]
        if dep not in _TELLING:
            continue
        if dep == "aux":
            labels |= _from_modal(tree, index, each, tree.lower[each])
        elif dep in _SUBJECTS:
            if _is_nobody(tree, each):
                labels["negated"] = each
        elif dep in {"mark", "advcl"}:
            if _is_condition(tree, each) and not (dep == "advcl" and tree.lemma[index] in read_classes()["performing"]):
                labels["conditional"] = each
        else:
            labels |= from_modifier(tree, each)
        if dep in {"mark", "advmod", "aux"} and _looks_ahead(tree, index, each):
            labels["planned"] = each
    return labels


def _is_nobody(tree: Words, index: int) -> bool:
    """Whether a subject is nobody; in "Chad, not a member, agreed" it is not."""
    if tree.lower[index] in _NOBODY:
        return True
    return is_negated(tree, index) and not NEGATIONS.isdisjoint(tree.lower[tree.left[index] : index])


def _is_condition(tree: Words, index: int) -> bool:
    """Whether a word opens a condition, or a clause that it opens is one."""
    if tree.dep[index] == "mark":
        return tree.lower[index] in _CONDITIONS
    return tree.dep[index] == "advcl" and any(tree.lower[below] in _CONDITIONS for below in tree.kids[index])


def _looks_ahead(tree: Words, index: int, each: int) -> bool:
    """Whether a clause is about what is to come: "after the council meets", the headline "Oslo to host talks"."""
    if tree.dep[each] in {"mark", "advmod"} and tree.lower[each] in _AHEAD:
        return tree.tag[index] in {"VBZ", "VBP"}
    is_headline = tree.tag[each] == "TO" and tree.dep[index] == "ROOT"
    return is_headline and child(tree, index, "nsubj") is not None


def _from_modal(tree: Words, verb: int, modal: int, word: str) -> Labels:
    label = _MODALS.get(word)
    if word == "had" and tree.dep[verb] == "advcl" and tree.left[verb] == modal:  # "Had the army attacked, ..."
        return {"conditional": modal}
    if label is None:
        return {}
    if any(tree.dep[each] == "aux" and tree.lemma[each] == "have" for each in tree.kids[verb]):
        label = "hedged" if label == "planned" else label
    elif label == "conditional" and _is_future_in_past(tree, verb):
        label = "planned"
    return {label: modal}


def _is_future_in_past(tree: Words, verb: int) -> bool:
    """Whether "would" is the "will" of a report: "said it would close the port", but not "if" or "any" were to be."""
    clause = first_conjunct(tree, verb)
    above = tree.head[clause]
    if tree.dep[clause] != "ccomp" or tree.tag[above] != "VBD" or "any" in tree.lower[verb : tree.right[verb]]:
        return False
    if any(each.label == "conditional" for each in read_cues().get((tree.lemma[above], "v"), ())):
        return False
    return not any(_is_condition(tree, each) for each in (*tree.kids[clause], *tree.kids[verb], *tree.kids[above]))


def _shared(tree: Words, index: int, head: int) -> Labels:
    """A modal before coordinated verbs holds for all of them unless the later one has its own subject or auxiliary."""
    if child(tree, index, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return {}
    if tree.tag[index] not in {"VB", "VBN"} and tree.pos[index] != "NOUN":
        return {}
    return {label: cue for label, cue in _own(tree, head).items() if label != "conditional"}


def choose_label(labels: Labels) -> str | None:
    """The label that wins where several fit."""
    return next(filter(labels.__contains__, ORDER), None)
