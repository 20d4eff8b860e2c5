"""In what medium and when it was said."""

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
from tasks.times.records import TimeExpression

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
        if tree.text[token] == "X" and tree.lower[token - 1] in _ON_X:
            return "social_media"
        is_other = tree.lower[tree.head[token]] == "from" or (medium != "broadcast" and _is_outlet_name(reading, token))
        if tree.lemma[token] in _POSTED and any(media.get(tree.lemma[at]) == "social_media" for at in places):
            return "social_media"
        if medium is not None and not is_other and not (medium == "report" and draft.lemma == "tell"):
            return _refined(tree, token, medium)
    return _by_source(tree, draft) or ("speech" if _is_before_hearers(tree, draft) else None)


@cache
def _read_hearings() -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("quotes", "hearings"))


def _is_before_hearers(tree: Words, draft: Draft) -> bool:
    """`told the court`, `told jurors`."""
    hearers = tree.kids_of(draft.head, "dobj", "dative") if draft.head is not None and draft.lemma == "tell" else []
    return any(tree.lemma[kid] in _read_hearings() and not draft.holds(kid) for kid in hearers)


_ON_X = frozenset({"on", "network", "platform"})
_POSTED = frozenset({"message", "video", "clip"})


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
    """An address on television is a broadcast, a telegram no network."""
    if tree.text[token] in ("telegram", "telegrams"):
        return "letter"
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
            if dep == "npadvmod" and tree.lower[tree.left[kid] - 1] == ",":
                continue  # `, a step first reported by the newspaper`
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
    return [*found, *find_voicing(tree, draft)]


def find_voicing(tree: Words, draft: Draft) -> list[int]:
    """The participle that tells how something is said: `Writing on X, Voss said`, `Voss, speaking in Oslo, said`."""
    above = [draft.head] if draft.source is None else [draft.head, draft.source.head]
    kids = (kid for head in above if head is not None for kid in tree.kids_of(head, "advcl", "acl"))
    return [kid for kid in kids if tree.tag[kid] == "VBG" and tree.lemma[kid] in _VOICING and not draft.holds(kid)]


_VOICING = frozenset({"speak", "write", "post", "tweet", "testify", "talk", "appear"})


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
