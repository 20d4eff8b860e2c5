"""Who is spoken to."""

from tasks.language.words import Words
from tasks.quotes.asked import find_asked
from tasks.quotes.circumstances import find_voicing, read_media
from tasks.quotes.complements import find_hearer_told
from tasks.quotes.drafts import Draft
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.subjects import find_antecedent, is_passive

_TOLD = frozenset(
    {"tell", "ask", "remind", "assure", "reassure", "inform", "notify", "advise", "brief", "warn", "urge", "promise"}
)
_ASKED = frozenset(
    {"thank", "threaten", "urge", "call on", "call upon", "appeal to", "plead with", "implore", "order", "instruct"}
)


def find_addressee(reading: Reading, draft: Draft) -> Piece | None:
    """Token range of who is spoken to: the object of `tell`, the `to` of `say to`, whom one asks or thanks."""
    tree = reading.tree
    if draft.head is None or draft.lemma is None or draft.rule in ("according", "noun", "reply"):
        return None
    told = _told(tree, draft.lemma, draft.head)
    thing = _spoken_to(tree, draft, draft.head) if told is None else told
    is_own = draft.source is not None and thing == draft.source.head  # `"Why?" asked the judge`
    if thing is None or is_own or tree.lower[thing] in _NOBODY:
        return None
    last = next((tree.left[kid] for kid in tree.kids[thing] if tree.dep[kid] in _BEHIND), tree.right[thing])
    first = tree.left[thing]
    while last > thing + 1 and tree.lower[last - 1] in (",", "that"):
        last -= 1
    return (first, last) if first <= thing < last else None


_NOBODY = frozenset({"it", "that", "this", "himself", "herself", "themselves", "me", "us", "conference", "briefing"})
_BEHIND = frozenset({"relcl", "acl", "prep", "ccomp"})


def _told(tree: Words, lemma: str, verb: int) -> int | None:
    """`She was told`, `the guards, who were ordered`: the subject of a passive; `the court heard`."""
    if lemma == "hear":
        return tree.kid(verb, "nsubj")
    asked = find_asked(tree, verb)
    if asked is not None:
        return asked
    if not (lemma in _TOLD or lemma in _ASKED) or not is_passive(tree, verb):
        return None
    while tree.kid(verb, "nsubjpass") is None and tree.dep[verb] == "conj":
        verb = tree.head[verb]
    subject = tree.kid(verb, "nsubjpass")
    return None if subject is None else find_antecedent(tree, verb, subject)


def _spoken_to(tree: Words, draft: Draft, verb: int) -> int | None:
    if draft.lemma in _ASKED or (draft.entry is not None and draft.entry.kind in ("ask", "demand")):
        for kid in tree.kids[verb]:
            if tree.dep[kid] == "dobj" and kid > verb and (not draft.holds(kid) or draft.lemma == "thank"):
                return kid
            if tree.dep[kid] in ("ccomp", "xcomp") and draft.rule == "infinitive":
                subject = tree.kid(kid, "nsubj")
                if subject is not None and subject > verb and not draft.holds(subject):
                    return subject
        return (
            _object_of(tree, draft.cue[1] - 1) if draft.cue and draft.lemma in _ASKED and " " in draft.lemma else None
        )
    if draft.lemma in _TOLD:
        hearer = next((kid for kid in tree.kids_of(verb, "dobj", "dative") if kid > verb), None)
        return find_hearer_told(tree, verb) if hearer is None else hearer
    for kid in (kid for above in (verb, *find_voicing(tree, draft)) for kid in tree.kids_of(above, "prep", "dative")):
        if tree.dep[kid] == "prep" and (partner := _partner(tree, draft, kid)) is not None:
            return partner
        is_to = tree.lower[kid] == "to" and tree.lower[kid - 1] != "," and not draft.holds(kid)  # `said, to applause`
        if is_to and not (draft.cue is not None and draft.cue[0] <= kid < draft.cue[1]):
            return _object_of(tree, kid)
    return None


def _partner(tree: Words, draft: Draft, preposition: int) -> int | None:
    """`said in an interview with the Gazette`, `on a call with analysts`, `in a letter to the board`."""
    talk = _object_of(tree, preposition)
    if talk is None or draft.holds(talk):
        return None
    link = "with" if tree.lemma[talk] in _TALKS else "to" if read_media().get(tree.lemma[talk]) in _SENT else None
    partner = next((kid for kid in tree.kids[talk] if tree.lower[kid] == link), None)
    return None if partner is None else _object_of(tree, partner)


_TALKS = frozenset({"interview", "conversation", "talk", "call"})
_SENT = frozenset({"letter", "statement", "speech", "social_media"})


def _object_of(tree: Words, preposition: int) -> int | None:
    return tree.kid(preposition, "pobj")
