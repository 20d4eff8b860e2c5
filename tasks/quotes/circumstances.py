"""Where, to whom and when it was said, and who carried the words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words
from tasks.quotes.cues import read_plain_verbs
from tasks.quotes.drafts import Draft
from tasks.quotes.outlets import is_outlet
from tasks.quotes.reading import Reading
from tasks.quotes.subjects import find_antecedent, is_passive
from tasks.times.records import TimeExpression

Range = tuple[int, int]
_TOLD = frozenset(
    {"tell", "ask", "remind", "assure", "reassure", "inform", "notify", "advise", "brief", "warn", "urge"}
)
_ASKED = frozenset(
    {"thank", "threaten", "urge", "call on", "call upon", "appeal to", "plead with", "implore", "order", "instruct"}
)
_DEEPEST = 3  # governors
_BY_LEMMA = {
    **dict.fromkeys(("tweet", "retweet", "post", "blog"), "social_media"),
    **dict.fromkeys(("email", "e-mail", "text"), "letter"),
}


@cache
def read_media() -> dict[str, str]:
    """Medium by lemma."""
    return {row["lemma"]: row["medium"] for row in read_lexicon("quotes", "media")}


def find_medium(reading: Reading, draft: Draft) -> str | None:
    """The medium named in the words around the cue, or by the cue or the source itself."""
    if draft.lemma in _BY_LEMMA:
        return _BY_LEMMA[draft.lemma]
    tree, media = reading.tree, read_media()
    places = list(_circumstances(reading, draft)) if _has_medium(tree, draft.head) else []
    for token in places or _find_opening(reading, draft):
        medium = media.get(tree.lemma[token] if tree.tag[token][0] == "N" else tree.lower[token])
        if tree.text[token] == "X" and tree.text[token - 1] == "on":
            return "social_media"
        is_other = tree.lower[tree.head[token]] == "from" or (medium != "broadcast" and _is_outlet_name(reading, token))
        if tree.lemma[token] == "message" and any(media.get(tree.lemma[at]) == "social_media" for at in places):
            return "social_media"
        if medium is not None and not is_other and not (medium == "report" and draft.lemma == "tell"):
            return _refined(tree, token, medium)
    return _by_source(tree, draft)


def _find_opening(reading: Reading, draft: Draft) -> Iterator[int]:
    """Nouns of `In a statement read out in Oslo, Voss said`, of which the parser makes a clause."""
    tree, head = reading.tree, draft.head
    if head is None or draft.frame is None:
        return
    first = tree.sentence[head][0]
    last = min(first + _LONGEST_OPENING, draft.frame[0])
    if tree.lower[first] == "in" and "," in tree.lower[last : draft.frame[0] + 1]:
        yield from (at for at in range(first + 1, last) if tree.tag[at][0] == "N" and not draft.holds(at))


_LONGEST_OPENING = 7  # tokens


def _is_outlet_name(reading: Reading, token: int) -> bool:
    """The Post is no post."""
    return reading.tree.tag[token] == "NNP" and reading.has_outlet(token, token + 1)


def _has_medium(tree: Words, head: int | None) -> bool:
    """Whether a word of the cue's sentence may name a medium."""
    if head is None:
        return False
    first, last = tree.sentence[head]
    media = read_media().keys()
    return not (media.isdisjoint(tree.lemma[first:last]) and media.isdisjoint(tree.lower[first:last])) or (
        "X" in tree.text[first:last]
    )


def _refined(tree: Words, token: int, medium: str) -> str:
    """An address on television is a broadcast."""
    above = (tree.lower[token - 1], tree.lower[token - 2]) if token > 1 else ()
    return "broadcast" if medium == "speech" and {"televised", "radio", "television"} & set(above) else medium


def _by_source(tree: Words, draft: Draft) -> str | None:
    """A report that says something is its own medium, and so is an outlet that reports."""
    if draft.source is None:
        return None
    head = draft.source.head
    own = read_media().get(tree.lemma[head])
    if own in ("report", "statement", "letter", "broadcast") and tree.tag[head] in ("NN", "NNS"):
        return own
    is_reporting = draft.lemma in ("report", "according to")
    return "report" if is_reporting and is_outlet(tree, *draft.source.name) else None


def _circumstances(reading: Reading, draft: Draft) -> Iterator[int]:
    """Tokens of the phrases that hang on the cue, of one between source and cue, and of one that opens its sentence."""
    tree = reading.tree
    yield from _aside(tree, draft)
    for governor in governors(tree, draft):
        for kid in tree.kids[governor]:
            dep = tree.dep[kid]
            if dep not in ("prep", "npadvmod", "dobj", "advmod", "pobj") or (dep != "dobj" and draft.holds(kid)):
                continue
            is_told = dep == "dobj" and (governor == draft.head or tree.lemma[governor] in read_plain_verbs())
            last = tree.right[kid] if draft.rule != "according" or draft.source is None else draft.source.last
            for token in range(tree.left[kid], last):
                if (
                    reading.quoted[token] < 0
                    and not draft.holds(token)
                    and (not is_told or _is_setting(tree, kid, token))
                ):
                    yield token
        is_denied = tree.lemma[tree.head[governor]] in read_plain_verbs() and tree.dep[governor] == "dobj"
        if tree.tag[governor].startswith("N") and not is_denied and not draft.holds(governor):
            yield governor


def _aside(tree: Words, draft: Draft) -> range:
    """Tokens between the commas of `Dorn, in a letter to the bank, said`."""
    if draft.source is None or draft.head is None or tree.lower[draft.head - 1] != ",":
        return range(0)
    aside = range(draft.source.last, draft.head)
    is_one = len(aside) > 1 and tree.lower[aside[0]] == "," and tree.tag[aside[1]] == "IN"
    return aside if is_one and not any(map(draft.holds, aside)) else range(0)


def _is_setting(tree: Words, thing: int, token: int) -> bool:
    """`threatened the town in a letter`, which is parsed as a town in a letter; `told a rally`, `told Radio Oslo`."""
    medium = read_media().get(tree.lemma[token])
    if token == thing or tree.head[token] == thing:
        return medium in _HEARERS
    return tree.dep[token] == "pobj" and (tree.lower[tree.head[token]] == "in" or medium == "social_media")


_HEARERS = frozenset({"press_conference", "interview", "speech", "broadcast"})


def governors(tree: Words, draft: Draft) -> list[int]:
    """The cue's head and what it hangs on, up to a verb: `On state television the ministry denied reports, saying`."""
    found: list[int] = [] if draft.head is None else [draft.head]
    while found and len(found) < _DEEPEST and tree.dep[found[-1]] in ("acl", "advcl", "conj", "xcomp", "pcomp"):
        over = tree.head[found[-1]]
        found.append(tree.head[over] if tree.lower[over] == "as" else over)  # `was quoted as saying`
        if tree.tag[found[-1]][0] == "N" and tree.dep[found[-1]] == "dobj":
            found.append(tree.head[found[-1]])
    return [*found, *_find_voicing(tree, draft)]


def _find_voicing(tree: Words, draft: Draft) -> list[int]:
    """The participle that tells how something is said: `Writing on X, Voss said`, `Voss, speaking in Oslo, said`."""
    above = [draft.head] if draft.source is None else [draft.head, draft.source.head]
    kids = (kid for head in above if head is not None for kid in tree.kids_of(head, "advcl", "acl"))
    return [kid for kid in kids if tree.tag[kid] == "VBG" and tree.lemma[kid] in _VOICING and not draft.holds(kid)]


_VOICING = frozenset({"speak", "write", "post", "tweet", "testify", "talk", "appear"})


def find_addressee(reading: Reading, draft: Draft) -> Range | None:
    """Token range of who is spoken to: the object of `tell`, the `to` of `say to`, whom one asks or thanks."""
    tree = reading.tree
    if draft.head is None or draft.lemma is None or draft.rule in ("according", "noun"):
        return None
    told = _told(tree, draft.lemma, draft.head)
    thing = _spoken_to(tree, draft, draft.head) if told is None else told
    if thing is None or tree.lower[thing] in ("it", "that", "this", "himself", "herself", "themselves"):
        return None
    last = next(
        (tree.left[kid] for kid in tree.kids[thing] if tree.dep[kid] in ("relcl", "acl", "prep")), tree.right[thing]
    )
    first = tree.left[thing]
    while last > thing + 1 and tree.lower[last - 1] in (",", "that"):
        last -= 1
    return (first, last) if first <= thing < last else None


def _told(tree: Words, lemma: str, verb: int) -> int | None:
    """`She was told`, `the guards, who were ordered`: the subject of a passive; `the court heard`."""
    if lemma == "hear":
        return tree.kid(verb, "nsubj")
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
        return next((kid for kid in tree.kids_of(verb, "dobj", "dative") if kid > verb), None)
    for kid in (kid for above in (verb, *_find_voicing(tree, draft)) for kid in tree.kids_of(above, "prep", "dative")):
        if tree.dep[kid] == "prep" and (partner := _interviewer(tree, draft, kid)) is not None:
            return partner
        is_to = tree.lower[kid] == "to" and not draft.holds(kid)
        if is_to and not (draft.cue is not None and draft.cue[0] <= kid < draft.cue[1]):
            return _object_of(tree, kid)
    return None


def _interviewer(tree: Words, draft: Draft, preposition: int) -> int | None:
    """`said in an interview with the Gazette`."""
    talk = _object_of(tree, preposition)
    if talk is None or tree.lemma[talk] not in ("interview", "conversation", "talk") or draft.holds(talk):
        return None
    partner = next((kid for kid in tree.kids[talk] if tree.lower[kid] == "with"), None)
    return None if partner is None else _object_of(tree, partner)


def _object_of(tree: Words, preposition: int) -> int | None:
    return tree.kid(preposition, "pobj")


def find_time(draft: Draft, times: Sequence[TimeExpression]) -> int | None:
    """Index of the time expression among the words around the cue."""
    if draft.frame is None or draft.head is None:
        return None
    first, last = draft.frame
    for index in range(bisect_left(times, first, key=_FIRST), len(times)):
        time = times[index]
        if time.first >= last:
            break
        if time.kind in ("DATE", "TIME") and not draft.holds(time.first):
            return index
    return None


_FIRST = attrgetter("first")
