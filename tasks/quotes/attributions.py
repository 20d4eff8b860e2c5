"""Attributions: source, cue and content."""

from collections.abc import Iterator, Sequence

from tasks.coreference.records import Cast
from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.quotes.according import find_by_preposition
from tasks.quotes.choice import choose
from tasks.quotes.circumstances import read_media
from tasks.quotes.content import find_content
from tasks.quotes.coordination import cut_coordinated, find_coordinated
from tasks.quotes.cues import Cue, find_verb_cues, read_plain_verbs
from tasks.quotes.drafts import Draft
from tasks.quotes.edges import trim_pieces
from tasks.quotes.followups import join_followups
from tasks.quotes.frames import find_frame
from tasks.quotes.headlines import find_in_headlines
from tasks.quotes.layout import find_by_layout
from tasks.quotes.negation import is_negated
from tasks.quotes.phrases import find_by_noun, find_in_words_of
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading, to_reading
from tasks.quotes.records import Quote
from tasks.quotes.relays import find_relays
from tasks.quotes.resolution import resolve_quotes
from tasks.quotes.sources import end_before, find_source
from tasks.quotes.subjects import is_undergone
from tasks.quotes.surveys import is_finding
from tasks.times.records import TimeExpression


def find_quotes(
    words: Words, sentences: Sequence[Sentence], cast: Cast, times: Sequence[TimeExpression]
) -> list[Quote]:
    """List the quotes of a document by position."""
    reading = to_reading(words, sentences)
    found = [*_find_by_verbs(reading), *find_by_preposition(reading), *find_in_words_of(reading)]
    found += [*find_by_noun(reading), *find_in_headlines(reading)]
    drafts = join_followups(reading, choose(reading, [*found, *find_by_layout(reading, cast)]))
    trimmed = [_trim(reading, draft) for draft in find_relays(reading, drafts)]
    told = [draft for draft in trimmed if _has_word(reading.tree, draft)]
    kept = sorted(told, key=lambda draft: (draft.pieces, draft.cue or (0, 0)))
    return resolve_quotes(reading, cast, times, kept)


def _trim(reading: Reading, draft: Draft) -> Draft:
    pieces = trim_pieces(reading, draft.pieces)
    return draft if pieces == draft.pieces else draft._replace(pieces=pieces)


def _has_word(tree: Words, draft: Draft) -> bool:
    return any(word[:1].isalnum() for first, last in draft.pieces for word in tree.lower[first:last])


def _find_by_verbs(reading: Reading) -> Iterator[Draft]:
    tree = reading.tree
    cues = list(find_verb_cues(tree))
    joined = find_coordinated(reading, cues)
    for cue in cues:
        if _is_order(tree, cue.token) or (cue.lemma in _AT_TIMES_IDLE and _is_idle(reading, cue)):
            continue
        source = find_source(reading, joined.get(cue.token, cue.token))
        if source is not None and (tree.lower[source.first : source.last] in _NOBODY or _is_none(tree, source.first)):
            continue
        frame = find_frame(reading, cue, source)
        content = find_content(reading, cue, frame)
        if content is not None and not _is_unsaid(tree, cue.token, content.rule):
            entry = cue.entry(content.entry_frame)
            words = (cue.token, cue.last)
            around = (frame.first, frame.last)
            pieces = cut_coordinated(tree, cue.token, content.pieces, joined) if joined else content.pieces
            if reading.quoted[cue.token] >= 0:
                pieces = tuple([_clip(reading, cue.token, piece) for piece in pieces])
            apart = end_before(tree, source, pieces[-1][0])
            yield Draft(cue.token, words, cue.lemma, entry, apart, around, pieces, content.rule)


def _is_order(tree: Words, verb: int) -> bool:
    """`Say what you like`, `Do not tell me`: an imperative tells what nobody has said."""
    if tree.tag[verb] != "VB" or tree.kid(verb, "nsubj", "nsubjpass") is not None:
        return False
    helping = tree.kids_of(verb, "aux")
    opens = min([verb, *helping]) <= tree.sentence[verb][0] + 1
    return opens and all(tree.lemma[aux] == "do" for aux in helping)


def _is_idle(reading: Reading, cue: Cue) -> bool:
    """`quoted him as saying` leaves the saying to the second verb; what a banner reads is no one's speech."""
    tree = reading.tree
    if cue.lemma == "say":
        return _is_idiom(tree, cue.token) or _is_hearsay(tree, cue)
    if cue.lemma in ("ask", "request") and _asks_for_silence(tree, cue.token):
        return True
    if cue.lemma in ("advise", "continue") and _is_deed(tree, cue):
        return True
    if cue.lemma == "go on":
        is_lasting = tree.tag[cue.token] == "VB" or _is_lasting(tree, cue.token)
        return is_lasting or cue.last >= len(tree.lower) or reading.quoted[cue.last] >= 0
    if cue.lemma in _FINDING:
        return not is_finding(tree, cue)
    if cue.lemma in _REFUSED:
        return not is_negated(tree, cue.token)
    if cue.lemma in ("quote", "cite"):
        if _is_within_source(tree, cue.token):
            return True
        link = next((kid for kid in tree.kids[cue.token] if tree.lower[kid] == "as"), None)
        saying = tree.kid(link, "pcomp") if link is not None else None
        return saying is not None and tree.lemma[saying] in read_plain_verbs()
    if cue.lemma in ("read", "offer"):
        subject = tree.kid(cue.token, "nsubj")
        beside = {tree.head[cue.token], cue.token - 1, cue.token if subject is None else subject}
        return bool(_SIGNS & {tree.lemma[token] for token in beside})
    return _is_hearsay(tree, cue)


def _is_deed(tree: Words, cue: Cue) -> bool:
    """`was advised to rest`, `continued to talk`."""
    return is_undergone(tree, cue.token) if cue.lemma == "advise" else tree.kid(cue.token, "xcomp") is not None


def _is_lasting(tree: Words, verb: int) -> bool:
    """`"We wait." The search goes on.`: after a sentence in marks what lasts says nothing."""
    opening = tree.sentence[verb][0]
    return opening > 1 and tree.lower[opening - 1] == '"' and tree.lower[opening - 2] == "."


def _is_idiom(tree: Words, verb: int) -> bool:
    """`That said, ...`, `it goes without saying`, but not `a message that said, "..."`."""
    opens = tree.sentence[verb][0] == verb - 1 and tree.lower[verb - 1 : verb + 2 : 2] == ["that", ","]
    return opens or tree.lower[verb - 1] == "without"


def _is_unsaid(tree: Words, verb: int, rule: str) -> bool:
    """`wants to criticise the plan`, `will discuss it`: nothing is said yet; but `would not comment on it` tells.

    `does not claim to be rich` tells nothing either.
    """
    if rule != "object":
        return rule == "infinitive" and tree.lemma[verb] == "claim" and is_negated(tree, verb)
    is_present = tree.dep[verb] == "ROOT" and tree.kid(verb, "nsubj") is not None and tree.kid(verb, "aux") is None
    if tree.tag[verb] != "VB" or is_present:  # `The suspects, who were not named, deny it`
        return False
    is_refused = tree.lemma[tree.head[verb]] in ("refuse", "decline", "fail")
    return not is_refused and not is_negated(tree, verb) and not _is_done(tree, verb)


def _is_done(tree: Words, verb: int) -> bool:
    """`took to Twitter to attack the ruling`, `used the visit to demand talks`: the purpose is the deed."""
    head = tree.head[verb]
    if tree.dep[verb] not in ("advcl", "xcomp") or tree.tag[head] not in _TOLD or tree.kid(head, "auxpass") is not None:
        return False
    return tree.lemma[head] in _USING or not read_media().keys().isdisjoint(tree.lemma[head:verb])


_TOLD = frozenset({"VBD", "VBN", "VBZ"})
_USING = frozenset({"use", "write", "phone", "call", "stand"})


def _is_within_source(tree: Words, verb: int) -> bool:
    """`According to the agency, citing the ministry`: one attribution."""
    before = tree.lower[tree.sentence[verb][0] : verb]
    return "according" in before and before[-1] == "," and before.count(",") == 1


def _asks_for_silence(tree: Words, verb: int) -> bool:
    """`asked not to be named`, `asked to remain anonymous`, `requested anonymity`."""
    wish, thing = tree.kid(verb, "xcomp"), tree.kid(verb, "dobj")
    if thing is not None and tree.lemma[thing] == "anonymity":
        return True
    if wish is not None and tree.lower[wish + 1 : wish + 2] == ["anonymous"]:
        return True
    return wish is not None and tree.lemma[wish] in ("name", "identify", "quote") and tree.kid(wish, "neg") is not None


def _is_hearsay(tree: Words, cue: Cue) -> bool:
    """`It is said that ...`: no one says it; nor do `people claiming asylum`."""
    if cue.lemma == "claim" and tree.lower[cue.last : cue.last + 1] and tree.lower[cue.last] in _RIGHTS:
        return True
    if tree.tag[cue.token] != "VBN" or cue.lemma not in _HEARD:
        return False
    subject = tree.kid(cue.token, "nsubjpass", "expl")
    return subject is not None and tree.lower[subject] == "it" and tree.kid(cue.token, "agent") is None


def _is_none(tree: Words, first: int) -> bool:
    """`No rule tells a baker when to sleep`."""
    return tree.lower[first] == "no" and tree.dep[first] == "det"


_NOBODY = (["nobody"], ["no", "one"])
_HEARD = frozenset({"say", "claim", "allege", "tell"})
_RIGHTS = frozenset({"asylum", "benefits", "compensation", "damages", "expenses", "refunds"})  # claimed, not said
_FINDING = frozenset({"find", "give", "hear", "put"})
_REFUSED = frozenset({"respond to", "discuss"})  # what tells something when it is not done
_AT_TIMES_IDLE = (
    _HEARD | _FINDING | _REFUSED | {"advise", "ask", "continue", "request", "go on", "quote", "cite", "read", "offer"}
)


_SIGNS = frozenset(
    {"banner", "board", "sign", "placard", "poster", "shirt", "sticker", "graffito", "hat", "cap", "badge", "label"}
)


def _clip(reading: Reading, cue: int, piece: Piece) -> Piece:
    """What is said by someone inside a quotation ends with the quotation."""
    index = reading.quoted[cue]
    if not reading.quotations[index].is_closed:
        return piece
    return max(piece[0], reading.first_of(index) + 1), min(piece[1], reading.last_of(index) - 1)
