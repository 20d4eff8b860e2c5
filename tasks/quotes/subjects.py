"""Whose verb it is: the head of a source, the verb's own subject or agent, or what another verb hands down."""

from tasks.language.words import Words
from tasks.quotes.cues import read_plain_verbs
from tasks.quotes.persons import find_named_beside
from tasks.roles.lexicons import read_titles

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_HANDS_DOWN = frozenset({"advcl", "xcomp", "acomp", "conj", "pcomp", "prep", "ccomp", "dep", "acl"})
_ACTIVE = ("agent", "aux", "nsubj")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMED = frozenset({"NNP", "NNPS"})
_STEPS = 4
_LEADING = frozenset({"lead", "prompt", "force", "cause", "push", "allow", "enable", "compel", "spur", "drive", "get"})
_ENDS = frozenset({".", "?", "!", '"'})
_PLACED = frozenset({"outside", "inside"})
_WRITING = frozenset({"write", "appeal", "speak", "complain"})
_LINKS = frozenset({"as", "by"})  # `was quoted as saying`, `was quoted by Reuters saying`
_SUBJECTS = frozenset({"agent", "nsubjpass", "nsubj"})


def find_speech_above(tree: Words, verb: int) -> tuple[int, str] | None:
    """`Voss denied that the mine had lost money, saying ...`: a participle goes with the act of speech above it."""
    if tree.tag[verb] != "VBG" or tree.kid(verb, "nsubj", "aux") is not None:
        return None
    if tree.lower[verb - 1] != "," and tree.lower[verb - 2 : verb] != [",", '"']:
        return None
    token = tree.head[verb]
    if tree.lemma[token] in read_plain_verbs():
        return None
    while tree.head[token] != token:
        if tree.dep[token] == "conj" and tree.kid(token, "nsubj") is not None:
            return None  # a clause of its own
        token = tree.head[token]
        if token < verb and tree.tag[token] in _FINITE and tree.lemma[token] in read_plain_verbs():
            subject = tree.kid(token, "nsubj")
            return None if subject is None else (find_antecedent(tree, token, subject), "inherited")
    return None


def is_passive(tree: Words, verb: int) -> bool:
    """`was asked to leave`; `was taken aside and told to leave`, of which the parser makes an active verb."""
    if tree.tag[verb] == "VBN" and tree.kid(verb, "auxpass", "nsubjpass") is not None:
        return True
    if tree.lemma[verb] != "tell" or tree.dep[verb] != "conj":
        return False
    return not tree.kids_of(verb, "dobj", "dative", "nsubj") and is_passive(tree, tree.head[verb])


def is_undergone(tree: Words, verb: int) -> bool:
    """`was denied access`, `was confirmed dead`: a passive without an agent, done to the subject and not said by it."""
    if not is_passive(tree, verb):
        return False
    whose = (verb, tree.head[verb]) if tree.dep[verb] == "conj" else (verb,)
    return all(tree.kid(token, "agent") is None for token in whose)


def find_source_head(tree: Words, verb: int) -> tuple[int, str] | None:
    """Head token of the source and the rule: the verb's own subject or agent, else one inherited."""
    is_quoted = tree.lemma[verb] == "quote" or tree.lower[tree.head[verb]] in _LINKS
    quoting = _quoted_as(tree, verb) if is_quoted else None
    if quoting is not None:
        return quoting, "quoted_as"
    if tree.dep[verb] in ("advcl", "acl") and not tree.kids_of(verb, *_ACTIVE):
        if is_predicate(tree, verb):
            return tree.head[verb], "subject"
        if tree.tag[verb] == "VBN":
            return None
    own = _own(tree, verb, is_cue=True)
    if own is not None:
        return find_antecedent(tree, verb, own), "subject"
    is_of_noun = tree.dep[verb] == "acl" and tree.tag[tree.head[verb]].startswith("N")
    return _of_participle(tree, verb) if is_of_noun else _inherited(tree, verb)


def _of_participle(tree: Words, verb: int) -> tuple[int, str] | None:
    """`a statement saying` is of the noun; `..., saying` of the clause."""
    if tree.tag[verb] != "VBG" or verb == 0 or tree.lower[verb - 1] != ",":
        return _writer(tree, verb) or _through_noun(tree, tree.head[verb])
    governor = _clause_of(tree, verb)
    return None if governor is None else (governor, "participle")


def _writer(tree: Words, verb: int) -> tuple[int, str] | None:
    """`Voss has written to the minister demanding an inquiry`, parsed as a minister who demands it."""
    link = tree.head[tree.head[verb]]
    if tree.tag[verb] != "VBG" or tree.lower[link] != "to" or tree.lemma[tree.head[link]] not in _WRITING:
        return None
    writer = _own(tree, tree.head[link], is_cue=False)
    return None if writer is None else (find_antecedent(tree, tree.head[link], writer), "inherited")


def _inherited(tree: Words, verb: int) -> tuple[int, str] | None:
    """The subject that a verb above hands down."""
    over = _verb_above(tree, verb)
    subject = None if over is None else _own(tree, over, is_cue=False)
    if over is not None and subject is not None:
        return find_antecedent(tree, over, subject), "inherited"
    token = verb
    for _ in range(_STEPS):
        is_handed = tree.dep[token] in _HANDS_DOWN or tree.lower[token] == "short"  # `stopped short of calling`
        if not is_handed or tree.head[token] == token:
            return None
        led = _led(tree, token)
        if led is not None:
            return led, "inherited"
        token = tree.head[token]
        if tree.tag[token].startswith("N"):
            return _through_noun(tree, token)
        own = _own(tree, token, is_cue=False)
        if own is not None:
            is_empty = tree.lower[own] == "it" and tree.kid(token, "acomp") is not None
            if tree.lower[tree.left[own]] == "whose" and tree.lower[verb - 1] == ",":
                return tree.head[token], "inherited"  # `Voss, whose party won, called for calm`, parsed as the party's
            return None if is_empty else (find_antecedent(tree, token, own), "inherited")
    return None


def _verb_above(tree: Words, verb: int) -> int | None:
    """Of `called it a victory and thanked them`, where the parser joins the verb to the victory: the verb before."""
    token = tree.head[verb]
    if tree.dep[verb] != "conj" or tree.tag[verb] not in _FINITE or tree.tag[token][0] != "N":
        return None
    while tree.tag[token][0] != "V" and tree.head[token] != token:
        token = tree.head[token]
    return token if tree.tag[token] == tree.tag[verb] else None


def _led(tree: Words, verb: int) -> int | None:
    """`The defeat led Voss to declare ...`: who is led to speak."""
    over = tree.head[verb]
    is_led = tree.dep[verb] == "xcomp" and tree.lemma[over] in _LEADING
    thing = tree.kid(over, "dobj") if is_led else None
    return thing if thing is not None and over < thing < verb else None


def is_predicate(tree: Words, verb: int) -> bool:
    """`The aide called the plan a trap.`: the only verb of a sentence, parsed as a participle on its subject.

    Or one behind the comma that ends an apposition of its subject: `The aide, Ann Lee, called the plan a trap, while`.
    """
    if tree.tag[verb] not in ("VBN", "VBD") or tree.dep[verb] != "acl":
        return False
    if tree.tag[verb] == "VBD" and tree.lower[verb - 1] == "," and tree.kid(verb, "dobj") is not None:
        name = tree.kid(tree.head[verb], "appos")
        return name is not None and name < verb and tree.lower[tree.right[name]] == ","
    if tree.dep[tree.head[verb]] != "ROOT":
        return False
    return tree.tag[tree.head[verb]][0] in "NP" and tree.lower[tree.sentence[verb][1] - 1] in _ENDS


def _quoted_as(tree: Words, verb: int) -> int | None:
    """Who is quoted in `was quoted as saying` and `quoted him as saying`."""
    link = tree.head[verb]
    if tree.lemma[verb] == "quote" and any(tree.lower[kid] in _LINKS for kid in tree.kids[verb]):
        quoting = verb
    elif tree.lower[link] in _LINKS and tree.lemma[tree.head[link]] in ("quote", "cite"):
        quoting = tree.head[link]
    else:
        return None
    return tree.kid(quoting, "nsubjpass", "dobj")


def _own(tree: Words, verb: int, *, is_cue: bool) -> int | None:
    dep = tree.dep
    subjects = [kid for kid in tree.kids[verb] if dep[kid] in _SUBJECTS]
    if not subjects:
        found = _in_aside(tree, verb)
        return found if found is not None else find_inverted(tree, verb) if is_cue else _after_participle(tree, verb)
    if len(subjects) == 1 and dep[subjects[0]] == "nsubj":
        named = find_named_beside(tree, subjects[0], verb) if is_cue else None
        return _before_aside(tree, subjects[0]) if named is None else named
    first = {dep[kid]: kid for kid in reversed(subjects)}
    is_active = "nsubj" in first and tree.tag[verb] == "VBD"  # `Voss said by phone`
    by = tree.kid(first["agent"], "pobj") if "agent" in first and not is_active else None
    if by is not None:
        return by
    if "nsubjpass" in first:
        return None if is_cue else first["nsubjpass"]
    active = [kid for kid in subjects if dep[kid] == "nsubj"]
    after = next((kid for kid in active if tree.left[kid] == verb + 1), None)
    return min(active, key=lambda subject: abs(verb - subject), default=None) if after is None else after


def _after_participle(tree: Words, verb: int) -> int | None:
    """`Writing in the Gazette, Voss praised it and called ...`: the name is parsed as part of the clause."""
    clause, before = tree.kid(verb, "csubj"), verb - 1
    if clause is None or tree.tag[clause] != "VBG" or tree.tag[before] != "NNP":
        return None
    return before if "," in tree.lower[clause:before] else None


def _before_aside(tree: Words, subject: int) -> int:
    """`The critic, writing in the paper, complained`: the participle is parsed as the subject, with one of its own."""
    if tree.lower[tree.left[subject]] in _PLACED:
        own = tree.kid(subject, "appos")  # `Outside court, the guard, who wept, said`
    else:
        own = tree.kid(subject, "nsubj") if tree.tag[subject] == "VBG" and tree.lower[subject - 1] == "," else None
    return subject if own is None else own


def _in_aside(tree: Words, verb: int) -> int | None:
    """`The judge, jailing him for life, said`: the parser gives the subject to the participle."""
    aside = tree.kid(verb, "advcl")
    if aside is None or aside > verb or tree.tag[aside] != "VBG" or tree.lower[aside - 1] != ",":
        return None
    return tree.kid(aside, "nsubj") if tree.lower[verb - 1] == "," else None


def find_inverted(tree: Words, verb: int) -> int | None:
    """`The wells are dry, said a spokesman, who ...`: a subject that is parsed as an object."""
    if tree.lemma[verb] == "tell":
        return None  # whom someone told
    thing, said = tree.kid(verb, "dobj"), tree.kid(verb, "ccomp")
    is_asked = tree.tag[verb] in _FINITE and tree.tag[verb - 1] == "''"  # `"Why?" asked the judge`
    is_after = (said is not None and said < verb) or (is_asked and thing is not None and tree.tag[thing] != "PRP")
    return thing if thing is not None and is_after and tree.left[thing] == verb + 1 else None


def find_antecedent(tree: Words, verb: int, subject: int) -> int:
    """What a relative pronoun stands for."""
    if tree.lower[subject + 1 : subject + 3] == ["of", "whom"]:
        return _find_whole(tree, verb, subject)
    if tree.lower[subject] not in _RELATIVE or tree.tag[subject] not in ("WP", "WDT"):
        return subject
    clause = verb
    while tree.dep[clause] in ("conj", "xcomp") and tree.head[clause] != clause:
        clause = tree.head[clause]
    if tree.dep[clause] != "relcl":
        return subject
    noun = tree.head[clause]
    return _holder_of(tree, noun) if tree.lower[subject] == "who" and tree.dep[noun] == "pobj" else noun


def _find_whole(tree: Words, verb: int, subject: int) -> int:
    """Of `residents, many of whom say`: the residents."""
    before = tree.head[verb] if tree.dep[verb] == "relcl" else tree.left[subject] - 2
    return before if before >= 0 and tree.tag[before][0] == "N" else subject


def _holder_of(tree: Words, noun: int) -> int:
    """`Voss, head of the Greens, who`: a body is no who, but the one who holds a post there."""
    post = tree.head[tree.head[noun]]
    is_person = any(first <= noun < last for first, last, label in tree.ents if label == "PERSON")
    if is_person or tree.tag[noun] not in _NAMED or tree.lemma[post] not in read_titles().heads:
        return noun
    return tree.head[post] if tree.dep[post] == "appos" else post


def _clause_of(tree: Words, verb: int) -> int | None:
    """The subject of the clause that a participle after a comma goes with."""
    token = tree.head[verb]
    while tree.head[token] != token:
        token = tree.head[token]
        subject = tree.kid(token, "nsubj", "nsubjpass")
        if subject is not None and tree.tag[token].startswith("V"):
            return find_antecedent(tree, token, subject)
    return None


def _through_noun(tree: Words, noun: int) -> tuple[int, str] | None:
    """`a statement saying`: the possessor of the noun, who issued it, else the noun itself."""
    possessor = tree.kid(noun, "poss")
    if possessor is not None:
        return possessor, "possessor"
    if tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "to":
        noun = _sent_to(tree, noun)
    verb = tree.head[noun]
    if tree.dep[noun] in ("dobj", "pobj") and tree.tag[verb].startswith("V"):
        while tree.dep[verb] == "xcomp":
            verb = tree.head[verb]
        subject = tree.kid(verb, "nsubj")
        if subject is not None:
            return find_antecedent(tree, verb, subject), "issuer"
    return noun, "noun"


def _sent_to(tree: Words, reader: int) -> int:
    """The message of `sent an e-mail to supporters saying`, else who it was sent to."""
    over = tree.head[tree.head[reader]]
    message = tree.kid(over, "dobj") if tree.tag[over][0] == "V" else over
    return reader if message is None or tree.tag[message][0] != "N" else message
