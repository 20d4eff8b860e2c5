"""Who a cue gives as its source: subject, agent, possessor, or what another verb hands down."""

from typing import NamedTuple

from tasks.language.words import Words
from tasks.quotes.asked import find_asked
from tasks.quotes.outlets import CARRIED
from tasks.quotes.persons import is_person
from tasks.quotes.reading import Reading
from tasks.quotes.subjects import find_source_head, find_speech_above, is_undergone

_NOUNS = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP", "CD"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
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
    found = find_speech_above(reading.tree, verb) or find_source_head(reading.tree, verb)
    if found is None or (reading.quoted[verb] < 0 <= reading.quoted[found[0]]):
        found = _beside(reading, verb)  # a subject in marks is a part of what is said
    if found is None or not any(map(str.isalnum, reading.tree.text[found[0]])):
        return None  # nor does an emoji speak
    head, rule = found
    first, last = trim(reading, head, verb)
    pronoun = _relative(reading.tree, verb, head) if reading.tree.head[head] != verb else None
    if pronoun is not None:
        return Source(pronoun, pronoun + 1, head, "relative", (first, last))
    return Source(first, last, head, rule, (first, last))


def _is_unnamed(tree: Words, verb: int) -> bool:
    """`it is reported that`, `when asked whether`, `the court heard`: whose agent nobody names."""
    if tree.lemma[verb] == "hear":
        return True
    if find_asked(tree, verb) is not None or (tree.lower[verb] == "asked" and tree.dep[verb] == "advcl"):
        return tree.kid(verb, "agent") is None
    return tree.lemma[verb] != "quote" and tree.lower[tree.head[verb]] != "as" and is_undergone(tree, verb)


def _relative(tree: Words, verb: int, head: int) -> int | None:
    """The relative pronoun that stands for the source before the verb, or before the verb that it is joined to."""
    while tree.dep[verb] == "conj" and tree.kid(verb, "nsubj", "nsubjpass", "agent") is None and tree.head[verb] < verb:
        verb = tree.head[verb]
    subject = tree.kid(verb, "nsubj")
    is_pronoun = subject is not None and subject != head and tree.lower[subject] in _RELATIVE
    return subject if is_pronoun else None


def _beside(reading: Reading, verb: int) -> tuple[int, str] | None:
    """The noun right before the verb, or right after a verb that follows a comma or a closing mark."""
    tree = reading.tree
    token = verb - 1
    while token > 0 and tree.dep[token] in ("aux", "advmod", "neg", "auxpass"):
        token -= 1
    is_finite = tree.tag[verb] in ("VBD", "VBZ", "VBP") or _ends_frame(reading, verb) or _is_age(tree, verb - 1)
    if not is_finite and not (tree.tag[verb] == "VBN" and tree.lower[verb - 1] in (",", '"', "'")):
        return None
    if is_finite and tree.lower[token] == "," and token > 1:
        token = _top_of_phrase(reading, token - 1)
        if _is_aside(tree, token):
            token = _top_of_phrase(reading, token - 2)
    elif is_finite:
        token = _top_after_comma(tree, token)
    behind = _head_behind(tree, verb)
    for beside in (token, behind) if is_finite else (behind,):
        is_noun = 0 <= beside < len(tree.lower) and (tree.tag[beside] in _NOUNS or _is_age(tree, beside))
        if (
            is_noun
            and reading.quoted[beside] == reading.quoted[verb]
            and reading.paragraph[beside] == reading.paragraph[verb]
        ):
            while tree.dep[beside] == "compound" and tree.head[beside] != verb:
                beside = tree.head[beside]
            return beside, "beside"
    return None


def _is_aside(tree: Words, token: int) -> bool:
    """`, in his third season,` after a name, `, prosecuting,`."""
    is_deed = tree.lower[token].endswith("ing") and tree.tag[token] != "NNP" and tree.lower[token + 1] == ","
    return token > 1 and tree.lower[token - 1] == "," and (is_deed or tree.lower[token] in _ASIDES)


def _head_behind(tree: Words, verb: int) -> int:
    """The word behind a verb, or the noun that it opens after closing marks: `"Why?" asked its founder`."""
    behind = verb + 1
    if behind == len(tree.tag) or verb == 0 or tree.tag[verb - 1] != "''" or tree.tag[verb] not in _FINITE:
        return behind
    head = tree.head[behind]
    return head if head > verb and tree.left[head] == behind else behind


_FINITE = frozenset({"VBD", "VBZ"})


def _ends_frame(reading: Reading, verb: int) -> bool:
    """`"...," the town hall posted on its page`: a noun phrase alone stands between the marks and a participle."""
    tree, token = reading.tree, verb - 1
    if tree.tag[verb] != "VBN" or tree.dep[verb] != "acl" or tree.kid(verb, "agent") is not None:
        return False
    while token > 0 and reading.quoted[token] < 0 and tree.tag[token] in _PHRASE:
        token -= 1
    return 0 < token < verb - 1 and reading.quoted[token] >= 0 and tree.lower[token - 1] == ","


_PHRASE = frozenset({"DT", "PRP$", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "POS"})


def _top_after_comma(tree: Words, token: int) -> int:
    """`..., a priest at the talks told the radio`: the noun that the words since a comma hang on."""
    top = token
    while tree.head[top] < top and tree.dep[top] in _WITHIN and "," not in tree.lower[tree.head[top] : top]:
        top = tree.head[top]
    return top if tree.tag[top][0] == "N" and "," in tree.lower[max(top - _LONGEST_PHRASE, 0) : top] else token


_WITHIN = frozenset({"pobj", "prep", "relcl", "acl", "dobj"})
_LONGEST_PHRASE = 5  # tokens before the noun that it hangs on


def _is_age(tree: Words, token: int) -> bool:
    """`the 24-year-old`, of which the parser makes an adjective of the verb."""
    return token > 1 and tree.lower[token - 2 : token + 1] == ["year", "-", "old"]


def _top_of_phrase(reading: Reading, token: int) -> int:
    """The noun that the words up to a comma hang on: of `Ann Lee, the head of the bank,` it is Lee."""
    tree, inside = reading.tree, reading.quoted[token]
    while tree.head[token] < token and tree.dep[token] in ("appos", "pobj", "prep", "compound", "conj"):
        if tree.dep[token] == "appos" and _opens_sentence(tree, tree.head[token]):
            break  # `In a post on X, their leader, Ann Lee, said`
        if reading.quoted[tree.head[token]] != inside:
            break
        if tree.dep[token] == "appos" and is_person(tree, token) and not is_person(tree, tree.head[token]):
            break  # `will send two units, its minister, Ann Lee, said`
        if tree.dep[token] == "conj" and tree.kid(tree.head[token], "cc") is None:
            break
        token = tree.head[token]
    return token


def _opens_sentence(tree: Words, noun: int) -> bool:
    """Whether a noun ends a phrase with a preposition or a participle that opens its sentence."""
    first = tree.sentence[noun][0]
    is_phrase = tree.dep[first] == "prep" or tree.tag[first] in ("VBG", "VBN")
    return tree.dep[noun] == "pobj" and is_phrase and tree.is_under(noun, first)


def trim(reading: Reading, head: int, verb: int) -> tuple[int, int]:
    """Token range of a source as people write it: title and apposition stay, clauses and content go."""
    tree = reading.tree
    first, last = tree.left[head], tree.right[head]
    if last - first == 1:
        return _from_hyphen(tree, first), last
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
    first, last = _strip(tree, first, last, head)
    return first - (first > 0 and tree.lower[first - 1] == "the" and _is_age(tree, head)), last


def _from_hyphen(tree: Words, first: int) -> int:
    """Where `Voss-Hale` begins, of which the parser may see the second half alone."""
    while first > 1 and tree.lower[first - 1] == "-" and tree.end[first - 2] == tree.start[first] - 1:
        first -= 2
    return first


def end_before(tree: Words, source: Source | None, content: int) -> Source | None:
    """The source without the content that the parser hung on its name."""
    if source is None or not source.head < content < source.last:
        return source
    last = content - (tree.lower[content - 1] == "that")
    return source._replace(last=last, name=(source.first, last))


def _narrows(tree: Words, kid: int, verb: int) -> bool:
    """`a letter seen by the paper`: a participle without a comma tells which one is meant."""
    if tree.dep[kid] != "acl" or tree.tag[kid] not in ("VBN", "VBD") or tree.lemma[kid] in CARRIED:
        return False
    return tree.left[kid] == kid and not kid <= verb < tree.right[kid]


def _opens_relative(tree: Words, token: int) -> bool:
    """`, who`, `, writing in the paper`, `, in a letter`: the clause may hang on a noun within the source."""
    is_clause = tree.lower[token + 1] in _RELATIVES or tree.tag[token + 1] == "VBG"
    is_aside = tree.lower[token + 1] in _ASIDES and tree.tag[token - 1] != "CC"
    return tree.lower[token] == "," and (is_clause or is_aside)


_RELATIVES = frozenset({"who", "which", "whose", "whom", "asked", "told"})
_ASIDES = frozenset({"in", "at", "on", "during", "after", "before"})


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
    if first < head and ":" in tree.lower[first] and tree.lower[first][:1].isdigit():
        first += 1  # `14:45 Police have tweeted that`
    while last > head + 1 and tree.lower[last - 1] in ("'s", "'", "and", "but", "who", "-"):
        last -= 1
    if last - first > 1 and tree.tag[last - 1] == "RB" and tree.tag[last - 2] == "NNP":
        last -= 1  # `asked Mara Voss aloud`
    return first, last
