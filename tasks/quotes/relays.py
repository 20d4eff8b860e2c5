"""Who carried the words: outlets that relay what someone told, and are not themselves the speaker."""

from collections.abc import Container, Iterator, Mapping, Sequence

from tasks.language.words import Words
from tasks.quotes.circumstances import governors, read_media
from tasks.quotes.drafts import Draft
from tasks.quotes.outlets import CARRIED, is_outlet
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source, trim

_RELAYING = frozenset({"clause_before", "quotation_before", "according", "as_clause"})
_ASIDE = 6  # tokens after the source in which `as reported by` may stand
_CITING = frozenset({"citing", "quoting"})


def find_relays(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Turn `X said ..., Reuters reported` into one attribution to X by way of Reuters."""
    aired = dict(_find_aired(reading))
    carried = [_aired(reading, _carried(reading, draft), aired) for draft in drafts]
    carriers = {draft.via for draft in carried if draft.via is not None}
    cited = _cite(reading, [draft for draft in carried if not _is_aside(draft, carriers)])
    relays: dict[int, Draft] = {}
    for at, outer in enumerate(cited):
        inner = _relayed(reading, cited, outer) if outer.rule in _RELAYING else None
        if inner is not None and outer.source is not None:
            relays[at] = outer
            cited[inner] = _before(reading, cited[inner], outer)._replace(via=outer.source.name)
    return [draft for at, draft in enumerate(cited) if at not in relays]


def _before(reading: Reading, inner: Draft, outer: Draft) -> Draft:
    """What was said without the outlet that closes it: `Voss said it was late, Reuters reported`."""
    if outer.frame is None:
        return inner
    end = outer.frame[0] - reading.is_comma(outer.frame[0] - 1)
    pieces = tuple([(first, min(last, end)) for first, last in inner.pieces if first < end])
    ends = inner.pieces[-1][0] <= outer.frame[0] < inner.last <= outer.frame[1] + 1
    return inner._replace(pieces=pieces) if ends and pieces else inner


def _find_aired(reading: Reading) -> Iterator[tuple[str, Piece]]:
    """What an outlet carries and the outlet: `the channel Nile TV aired a tape of the leader`."""
    tree = reading.tree
    for outlet in reading.outlets:
        verb = tree.head[outlet] if tree.dep[outlet] != "appos" else tree.head[tree.head[outlet]]
        thing = tree.kid(verb, "dobj") if tree.lemma[verb] in _AIRING else None
        if thing is not None and outlet < verb and tree.lemma[thing] in read_media():
            found = _range(reading, outlet)
            if found is not None and is_outlet(tree, *found):
                yield tree.lemma[thing], found


def _aired(reading: Reading, draft: Draft, aired: Mapping[str, Piece]) -> Draft:
    """`On the tape, Voss said`: by way of the outlet that is told to have aired it."""
    if not aired or draft.via is not None or draft.head is None:
        return draft
    tree = reading.tree
    first, last = tree.sentence[draft.head]
    for lemma, outlet in aired.items():
        if outlet[0] < first and lemma in tree.lemma[first:last]:
            at = tree.lemma.index(lemma, first, last)
            if tree.lower[at - 1] in ("the", "his", "her", "this") and not draft.holds(at):
                return draft._replace(via=outlet)
    return draft


_AIRING = frozenset({"air", "broadcast", "play", "show", "publish", "release", "post", "receive", "obtain"})


def _is_aside(draft: Draft, carriers: Container[Piece]) -> bool:
    """`as reported by Reuters` where Reuters is known to have carried the words."""
    return draft.rule == "as_clause" and draft.source is not None and draft.source.name in carriers


def _relayed(reading: Reading, drafts: Sequence[Draft], outer: Draft) -> int | None:
    """Index of the attribution that is the whole content of an outlet's."""
    if outer.source is None or not is_outlet(reading.tree, *outer.source.name):
        return None
    for at, inner in enumerate(drafts):
        if inner is outer or inner.head is None or inner.source is None or not outer.holds(inner.head):
            continue
        starts = min(inner.first, inner.frame[0] if inner.frame else inner.first)
        if abs(starts - outer.first) <= 2 and not is_outlet(reading.tree, *inner.source.name):
            return at
    return None


def _carried(reading: Reading, draft: Draft) -> Draft:
    """`was quoted as saying by X`, `as reported by X`, `aired on X` in the words around the cue."""
    tree = reading.tree
    if draft.head is None or draft.frame is None or draft.source is None:
        return draft
    if draft.source.rule == "quoted_as":
        verb = draft.head if draft.lemma == "quote" else tree.head[tree.head[draft.head]]
        by = next((kid for token in (verb, draft.head) for kid in tree.kids[token] if tree.lower[kid] == "by"), None)
        carrier = tree.kid(by, "pobj") if by is not None else tree.kid(verb, "nsubj")
        cue = (verb, draft.head + 1) if 0 < draft.head - verb <= 2 else draft.cue
        return draft._replace(cue=cue, via=_range(reading, carrier))
    if not reading.has_outlet(*tree.sentence[draft.head]):
        return draft
    last = draft.frame[1] + (_ASIDE if draft.rule == "according" else 0)
    first = _find_opening(reading, draft, min(draft.frame[0], draft.source.first))
    is_told = CARRIED.isdisjoint(tree.lemma[first:last])
    for token in range(first, first if is_told else min(last, len(tree.tag))):
        is_participle = tree.tag[token] == "VBN" or tree.dep[token] == "acl"
        if is_participle and tree.lemma[token] in CARRIED and token != draft.head:
            by = next((kid for kid in tree.kids[token] if tree.lower[kid] in ("by", "on")), None)
            found = _outlet(reading, by)
            if found is not None:
                return _cut_aside(tree, draft._replace(via=found), found[1])
    if is_outlet(tree, *draft.source.name):
        return draft
    return next((draft._replace(via=via) for on in _channels(tree, draft) if (via := _outlet(reading, on))), draft)


def _find_opening(reading: Reading, draft: Draft, first: int) -> int:
    """Where `In remarks carried by Reuters, Voss said` begins, which stands before the frame."""
    start = reading.tree.sentence[first][0]
    is_opening = start < first < draft.first and reading.is_comma(first - 1) and reading.tree.dep[start] == "prep"
    return start if is_opening else first


def _channels(tree: Words, draft: Draft) -> list[int]:
    """Prepositions that may name the channel: `said on CNN`, `On state television, the ministry ...`."""
    verbs = [verb for verb in governors(tree, draft) if tree.tag[verb][0] == "V"]
    return [kid for verb in verbs for kid in tree.kids_of(verb, "prep") if tree.lower[kid] in ("on", "through", "via")]


def _outlet(reading: Reading, preposition: int | None) -> tuple[int, int] | None:
    """Token range of the outlet that a preposition governs, if it is one."""
    found = None if preposition is None else _range(reading, reading.tree.kid(preposition, "pobj"))
    if found is None or reading.tree.tag[found[0]] == "PRP$":  # `on his website` is his own
        return None
    first, last = found[0] + (reading.tree.lower[found[0]] == "the"), found[1]
    is_any = last - first == 1 and reading.tree.tag[first] == "NN"  # `on the radio`
    is_any = is_any or reading.tree.lower[first] == "social"  # `on the social network X`
    return found if not is_any and is_outlet(reading.tree, *found) else None


def _cut_aside(tree: Words, draft: Draft, last: int) -> Draft:
    """Leave `as reported by Reuters,` out of what follows it."""
    first, end = draft.pieces[0]
    if not first <= last < end:
        return draft
    start = last + (tree.lower[last] == ",")
    return draft._replace(pieces=((start, end), *draft.pieces[1:]))


def _range(reading: Reading, head: int | None) -> tuple[int, int] | None:
    return None if head is None else trim(reading, head, -1)


def _cite(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """`..., the agency reported, citing the ministry`: the ministry said so, by way of the agency."""
    tree = reading.tree
    kept, asides = list(drafts), set[int]()
    if _CITING.isdisjoint(tree.lower):
        return kept
    for at, draft in enumerate(kept):
        citing = _find_citing(tree, draft)
        thing = tree.kid(citing, "dobj") if citing is not None else None
        if citing is None or thing is None or draft.source is None:
            continue
        first, last = trim(reading, thing, citing)
        source = Source(first, last, thing, "cited", (first, last))
        kept[at] = draft._replace(cue=(citing, citing + 1), source=source, via=draft.source.name, rule="citing")
        asides |= {citing} - {draft.head}
    return [draft for draft in kept if draft.head not in asides]


def _find_citing(tree: Words, draft: Draft) -> int | None:
    """The participle with which an outlet names who told it; `quoting` may have taken the outlet's own clause."""
    if draft.head is None or draft.source is None:
        return None
    if tree.lower[draft.head] == "quoting" and draft.rule == "clause":
        return draft.head
    citing = _CITING if is_outlet(tree, *draft.source.name) else ("quoting",)
    under = (kid for above in (draft.head, *tree.kids_of(draft.head, "ccomp")) for kid in tree.kids[above])
    return next((kid for kid in under if tree.lower[kid] in citing and not draft.holds(kid)), None)
