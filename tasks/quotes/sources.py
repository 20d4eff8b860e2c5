"""Who a cue gives as its source: subject, agent, possessor, or what another verb hands down."""

from typing import NamedTuple

from tasks.language.words import Words
from tasks.quotes.outlets import CARRIED
from tasks.quotes.reading import Reading

_CLAUSE = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_HANDS_DOWN = frozenset({"advcl", "xcomp", "acomp", "conj", "pcomp", "prep", "ccomp", "dep", "acl"})
_ACTIVE = ("agent", "aux", "nsubj")
_TRAILING = frozenset({"relcl", "acl", "advcl", "parataxis", "cc", "ccomp"})


class Source(NamedTuple):
    """Token range of a source, its head and its rule; `name` is the range that a relative pronoun stands for."""

    first: int
    last: int
    head: int
    rule: str
    name: tuple[int, int]


def find_source(reading: Reading, verb: int) -> Source | None:
    """The source of a verb, None when the text names none."""
    if _is_unnamed(reading.tree, verb):
        return None
    found = find_source_head(reading.tree, verb) or _beside(reading, verb)
    if found is None:
        return None
    head, rule = found
    first, last = trim(reading, head, verb)
    pronoun = _relative(reading.tree, verb, head) if reading.tree.head[head] != verb else None
    if pronoun is not None:
        return Source(pronoun, pronoun + 1, head, "relative", (first, last))
    return Source(first, last, head, rule, (first, last))


def _is_unnamed(tree: Words, verb: int) -> bool:
    """`it is reported that`, `were denied access`: a passive whose agent nobody names."""
    return tree.lemma[verb] != "quote" and tree.lower[tree.head[verb]] != "as" and is_undergone(tree, verb)


def is_undergone(tree: Words, verb: int) -> bool:
    """`was denied access`, `was confirmed dead`: a passive without an agent, done to the subject and not said by it."""
    is_passive = tree.tag[verb] == "VBN" and tree.kid(verb, "auxpass", "nsubjpass") is not None
    return is_passive and tree.kid(verb, "agent") is None


def find_source_head(tree: Words, verb: int) -> tuple[int, str] | None:
    """Head token of the source and the rule: the verb's own subject or agent, else one inherited."""
    is_quoted = tree.lemma[verb] == "quote" or tree.lower[tree.head[verb]] in _LINKS
    quoting = _quoted_as(tree, verb) if is_quoted else None
    if quoting is not None:
        return quoting, "quoted_as"
    if tree.tag[verb] == "VBN" and tree.dep[verb] in ("advcl", "acl") and not tree.kids_of(verb, *_ACTIVE):
        return (tree.head[verb], "subject") if is_predicate(tree, verb) else None
    seen = 0
    token = verb
    while seen < 5:
        own = _own(tree, token, is_cue=token == verb)
        if own is not None and token != verb and tree.lower[own] == "it" and tree.kid(token, "acomp") is not None:
            return None
        if own is not None:
            return _antecedent(tree, token, own), "subject" if token == verb else "inherited"
        if tree.dep[token] == "acl" and tree.tag[tree.head[token]].startswith("N") and token == verb:
            if tree.tag[verb] != "VBG" or verb == 0 or tree.lower[verb - 1] != ",":
                return _through_noun(tree, tree.head[token])
            governor = _clause_of(tree, verb)
            return None if governor is None else (governor, "participle")
        if tree.dep[token] not in _HANDS_DOWN or tree.head[token] == token:
            return None
        token = tree.head[token]
        if tree.tag[token].startswith("N"):
            return _through_noun(tree, token)
        seen += 1
    return None


def is_predicate(tree: Words, verb: int) -> bool:
    """`The aide called the plan a trap.`: the only verb of a sentence, parsed as a participle on its subject."""
    if tree.tag[verb] != "VBN" or tree.dep[verb] != "acl" or tree.dep[tree.head[verb]] != "ROOT":
        return False
    return tree.tag[tree.head[verb]][0] in "NP" and tree.lower[tree.sentence[verb][1] - 1] in _ENDS


_ENDS = frozenset({".", "?", "!", '"'})


def _relative(tree: Words, verb: int, head: int) -> int | None:
    """The relative pronoun that stands for the source before the verb."""
    subject = tree.kid(verb, "nsubj")
    is_pronoun = subject is not None and subject != head and tree.lower[subject] in _RELATIVE
    return subject if is_pronoun else None


def _beside(reading: Reading, verb: int) -> tuple[int, str] | None:
    """The noun right before the verb, or right after a verb that follows a comma or a closing mark."""
    tree = reading.tree
    token = verb - 1
    while token > 0 and tree.dep[token] in ("aux", "advmod", "neg", "auxpass"):
        token -= 1
    is_finite = tree.tag[verb] in ("VBD", "VBZ", "VBP")
    if not is_finite and not (tree.tag[verb] == "VBN" and tree.lower[verb - 1] in (",", '"', "'")):
        return None
    if is_finite and tree.lower[token] == "," and token > 1:
        token = _top_of_phrase(reading, token - 1)
    for beside in (token, verb + 1) if is_finite else (verb + 1,):
        is_noun = 0 <= beside < len(tree.lower) and tree.tag[beside] in ("NNP", "NNPS", "NN", "NNS", "PRP", "CD")
        if (
            is_noun
            and reading.quoted[beside] == reading.quoted[verb]
            and reading.paragraph[beside] == reading.paragraph[verb]
        ):
            while tree.dep[beside] == "compound" and tree.head[beside] != verb:
                beside = tree.head[beside]
            return beside, "beside"
    return None


def _top_of_phrase(reading: Reading, token: int) -> int:
    """The noun that the words up to a comma hang on: of `Ann Lee, the head of the bank,` it is Lee."""
    tree, inside = reading.tree, reading.quoted[token]
    while tree.head[token] < token and tree.dep[token] in ("appos", "pobj", "prep", "compound", "conj"):
        if reading.quoted[tree.head[token]] != inside:
            break
        if tree.dep[token] == "conj" and tree.kid(tree.head[token], "cc") is None:
            break
        token = tree.head[token]
    return token


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


_LINKS = frozenset({"as", "by"})  # `was quoted as saying`, `was quoted by Reuters saying`


def _own(tree: Words, verb: int, *, is_cue: bool) -> int | None:
    dep = tree.dep
    subjects = [kid for kid in tree.kids[verb] if dep[kid] in _SUBJECTS]
    if not subjects:
        return find_inverted(tree, verb) if is_cue else None
    if len(subjects) == 1 and dep[subjects[0]] == "nsubj":
        return subjects[0]
    first = {dep[kid]: kid for kid in reversed(subjects)}
    by = tree.kid(first["agent"], "pobj") if "agent" in first else None
    if by is not None:
        return by
    if "nsubjpass" in first:
        return None if is_cue else first["nsubjpass"]
    active = [kid for kid in subjects if dep[kid] == "nsubj"]
    after = next((kid for kid in active if tree.left[kid] == verb + 1), None)
    return min(active, key=lambda subject: abs(verb - subject), default=None) if after is None else after


_SUBJECTS = frozenset({"agent", "nsubjpass", "nsubj"})


def find_inverted(tree: Words, verb: int) -> int | None:
    """`The wells are dry, said a spokesman, who ...`: a subject that is parsed as an object."""
    thing, said = tree.kid(verb, "dobj"), tree.kid(verb, "ccomp")
    return thing if thing is not None and said is not None and said < verb and tree.left[thing] == verb + 1 else None


def _antecedent(tree: Words, verb: int, subject: int) -> int:
    """What a relative pronoun stands for."""
    if tree.lower[subject] not in _RELATIVE or tree.tag[subject] not in ("WP", "WDT"):
        return subject
    clause = verb
    while tree.dep[clause] in ("conj", "xcomp") and tree.head[clause] != clause:
        clause = tree.head[clause]
    return tree.head[clause] if tree.dep[clause] == "relcl" else subject


def _clause_of(tree: Words, verb: int) -> int | None:
    """The subject of the clause that a participle after a comma goes with."""
    token = tree.head[verb]
    while tree.head[token] != token:
        token = tree.head[token]
        subject = tree.kid(token, "nsubj", "nsubjpass")
        if subject is not None and tree.tag[token].startswith("V"):
            return _antecedent(tree, token, subject)
    return None


def _through_noun(tree: Words, noun: int) -> tuple[int, str] | None:
    """`a statement saying`: the possessor of the noun, who issued it, else the noun itself."""
    possessor = tree.kid(noun, "poss")
    if possessor is not None:
        return possessor, "possessor"
    verb = tree.head[noun]
    if tree.dep[noun] in ("dobj", "pobj") and tree.tag[verb].startswith("V"):
        while tree.dep[verb] == "xcomp":
            verb = tree.head[verb]
        subject = tree.kid(verb, "nsubj")
        if subject is not None:
            return _antecedent(tree, verb, subject), "issuer"
    return noun, "noun"


def trim(reading: Reading, head: int, verb: int) -> tuple[int, int]:
    """Token range of a source as people write it: title and apposition stay, clauses and content go."""
    tree = reading.tree
    first, last = tree.left[head], tree.right[head]
    if last - first == 1:
        return first, last
    for kid in tree.kids[head]:
        if kid > head:
            if tree.dep[kid] in _TRAILING and not _joins(tree, head, kid) and not _narrows(tree, kid, verb):
                last = min(last, tree.left[kid])
        elif tree.dep[kid] in ("relcl", "advcl", "ccomp"):
            first = max(first, tree.right[kid])
    if first <= verb < last:
        first, last = (verb + 1, last) if head > verb else (first, verb)
    if "," in tree.lower[head + 1 : last - 1]:
        last = next((at for at in range(head + 1, last - 1) if _opens_relative(tree, at)), last)
    first, last = _outside_quotation(reading, first, last, head)
    return _strip(tree, first, last, head)


def _narrows(tree: Words, kid: int, verb: int) -> bool:
    """`a letter seen by the paper`: a participle without a comma tells which one is meant."""
    if tree.dep[kid] != "acl" or tree.tag[kid] != "VBN" or tree.lemma[kid] in CARRIED:
        return False
    return tree.left[kid] == kid and not kid <= verb < tree.right[kid]


def _opens_relative(tree: Words, token: int) -> bool:
    """`, who`: the clause may hang on a noun within the source."""
    return tree.lower[token] == "," and tree.lower[token + 1] in ("who", "which", "whose", "whom")


def _joins(tree: Words, head: int, kid: int) -> bool:
    """Whether a coordinator joins a second source rather than a clause."""
    other = tree.kid(head, "conj")
    return tree.dep[kid] == "cc" and other is not None and tree.tag[other][0] in "NP"


def _outside_quotation(reading: Reading, first: int, last: int, head: int) -> tuple[int, int]:
    """Cut the range where a quotation that does not hold its head begins or ends; a nickname stays."""
    inside = reading.quoted[head]
    if inside < 0 and not reading.has_quotation(first, last):
        return first, last
    for token in range(head, first - 1, -1):
        if reading.quoted[token] != inside and not _is_nickname(reading, token):
            first = token + 1
            break
    for token in range(head, last):
        if reading.quoted[token] != inside and not _is_nickname(reading, token):
            last = token
            break
    return first, last


def _is_nickname(reading: Reading, token: int) -> bool:
    index = reading.quoted[token]
    return index >= 0 and reading.last_of(index) - reading.first_of(index) <= 4


def _is_word(word: str) -> bool:
    """Also `u.s.`, which ends with a mark."""
    return word[:1].isalnum() or word[-1:].isalnum()


def _strip(tree: Words, first: int, last: int, head: int) -> tuple[int, int]:
    while last > head + 1 and not _is_word(tree.lower[last - 1]) and tree.lower[last - 1] not in (")", "'s"):
        last -= 1
    while first < head and not tree.lower[first][:1].isalnum() and tree.lower[first] not in ("$",):
        first += 1
    while last > head + 1 and tree.lower[last - 1] in ("'s", "'", "and", "but", "who", "-"):
        last -= 1
    return first, last
