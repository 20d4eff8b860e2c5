"""How far a title goes: what stands before its head and behind it."""

from tasks.entities.records import Mention
from tasks.roles.scene import Text, width_of

BEFORE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "VBN", "POS", "HYPH", "CD", "RBS", "AFX"})
MAX_BEFORE = 12
SURE_LINKS = frozenset({"of", "for", "to"})
_LINKS = SURE_LINKS | {"in", "at", "on", "with"}
_MAX_PLACE = 4


def first_of(text: Text, head: int) -> int:
    """Left end of a title phrase: modifiers, nation and body in front of its head, without article."""
    words, first = text.words, head + 1 - (width_of(text, head) or 1)
    while first > 0 and head - first < MAX_BEFORE and _extends_left(text, first - 1):
        first -= 1
    while first < head and words.tag[first] in {"POS", "HYPH"}:
        first += 1
    return first


def _extends_left(text: Text, at: int) -> bool:
    words = text.words
    if words.tag[at] == "VBG" or (words.tag[at] == "RB" and words.text[at + 1] == "-"):
        return words.lower[at] in text.titles.modifiers
    if words.tag[at] not in BEFORE_TAGS or words.text[at].isspace():
        return False
    index = text.name_at.get(at)
    if index is not None and text.mentions[index].entity_type == "PERSON":
        return False
    if words.tag[at] == "POS":
        owner = text.name_at.get(at - 1)
        return owner is None or text.mentions[owner].entity_type != "PERSON"
    return words.pos[at] not in {"VERB", "AUX"} or words.dep[at] in {"amod", "compound"}


def until(text: Text, head: int, mention: Mention) -> int:
    """Right end of a title before a name: what lies between them is part of it unless it joins other names."""
    between = text.words.lower[head + 1 : mention.first]
    return mention.first if between and between[0] in SURE_LINKS | {"-"} else head + 1


def last_of(text: Text, head: int, mention: Mention) -> int:
    """Right end of a title phrase: what `of`, `for`, `to` add to it."""
    words, last = text.words, head + 1
    if text.words.text[last : last + 1] == ["-"] and words.lower[last + 1 : last + 2] in (["elect"], ["designate"]):
        last += 2
    link = last
    if link >= len(words.lower) or words.lower[link] not in _LINKS or mention.first <= link + 2 < mention.last:
        return last
    end = _edge(text, link, mention)
    if end == link + 1 or (words.lower[link] not in SURE_LINKS and not _names_place(text, link + 1, end)):
        return last
    return end


def _names_place(text: Text, first: int, last: int) -> bool:
    """Whether a name stands at the end of a range: `ambassador in Rome`, not `winner in the last election`."""
    return last - 1 in text.name_at and last - first <= _MAX_PLACE


def _edge(text: Text, at: int, mention: Mention) -> int:
    """One past the last token of a prepositional phrase, up to a comma, a relative clause or the name itself."""
    words, end = text.words, at + 1
    stack, inside = list(words.kids[at]), {at}
    while stack:
        kid = stack.pop()
        if words.dep[kid] not in {"relcl", "acl", "punct", "appos", "advcl"} or words.lower[kid] == "-":
            inside.add(kid)
            stack.extend(words.kids[kid])
    while end in inside and not (mention.first <= end < mention.last):
        end += 1
    while words.pos[end - 1] == "PUNCT":
        end -= 1
    return end
