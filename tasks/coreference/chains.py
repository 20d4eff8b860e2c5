"""Chains: which mentions refer to the same thing."""

from collections.abc import Sequence

from spacy.tokens import Doc

from tasks.coreference.named import group_names, normal
from tasks.coreference.pronouns import Candidate, agrees, salience
from tasks.coreference.records import Chain
from tasks.entities.lexicons import Lexicons, read_lexicons
from tasks.entities.records import Mention
from tasks.entities.words import Words, read_words
from tasks.language.records import Sentence
from tasks.roles.records import Role

_WINDOW = 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def resolve_chains(
    doc: Doc, sentences: Sequence[Sentence], mentions: Sequence[Mention], roles: Sequence[Role]
) -> list[Chain]:
    """Put every mention into exactly one chain, in the order of their first mentions."""
    words, lexicons = read_words(doc), read_lexicons()
    names = group_names(mentions, lexicons.gazetteer)
    place = _sentence_of(mentions, sentences)
    chain_of: list[int] = []
    members: list[list[int]] = []
    by_key: dict[str, int] = {}
    genders: list[str | None] = []
    for index, mention in enumerate(mentions):
        chain = None
        if mention.form == "pronoun":
            wanted = _agreement(mention, lexicons)
            chain = _antecedent(words, mentions, index, wanted, place, members, genders)
            if chain is not None and genders[chain] is None:
                genders[chain] = wanted
        else:
            key = names.get(index) or f"{mention.entity_type} {_bare(mention.text)}"
            chain = by_key.setdefault(key, len(members))
        if chain is None or chain == len(members):
            chain = len(members)
            members.append([])
            genders.append(_gender(words, mention, lexicons))
        members[chain].append(index)
        chain_of.append(chain)
    return [_to_chain(group, mentions, genders[i], lexicons) for i, group in enumerate(members)]


def _antecedent(
    words: Words,
    mentions: Sequence[Mention],
    index: int,
    wanted: str | None,
    place: list[int],
    members: list[list[int]],
    genders: list[str | None],
) -> int | None:
    if wanted is None:
        return None
    best, chosen = float("-inf"), None
    for chain in range(len(members) - 1, -1, -1):
        last = members[chain][-1]
        if place[index] - place[last] > _WINDOW:
            continue
        lead = mentions[members[chain][0]]
        subject = words.dep[mentions[last].head] in _SUBJECTS
        candidate = Candidate(
            chain, genders[chain], lead.entity_type, place[last], mentions[last].head, subject, len(members[chain])
        )
        if agrees(wanted, candidate):
            weight = salience(candidate, place[index], wanted)
            if weight > best:
                best, chosen = weight, chain
    return chosen


def _gender(words: Words, mention: Mention, lexicons: Lexicons) -> str | None:
    if mention.form == "pronoun":
        return _agreement(mention, lexicons)
    if mention.form == "nominal":
        noun = lexicons.nouns.get(words.lower[mention.head])
        if noun and (noun.number == "many" or words.tag[mention.head] == "NNS"):
            return "plural"
        return noun.gender if noun else None
    if mention.entity_type == "PERSON":
        title = lexicons.honorifics.get(words.lower[mention.first - 1]) if mention.first else None
        return title or lexicons.given_names.get(words.lower[mention.first])
    return "neuter"


def _agreement(mention: Mention, lexicons: Lexicons) -> str | None:
    """Gender or plural of a third-person pronoun."""
    pronoun = lexicons.pronouns.get(mention.text.lower())
    return pronoun.agreement if pronoun and pronoun.person == "third" else None


def _sentence_of(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[int]:
    found, at = [], 0
    for mention in mentions:
        while at + 1 < len(sentences) and sentences[at].last <= mention.head:
            at += 1
        found.append(at)
    return found


def _bare(text: str) -> str:
    first, _, rest = normal(text).partition(" ")
    return rest if rest and first in {"the", "a", "an", "this", "that"} else normal(text)


def _to_chain(group: list[int], mentions: Sequence[Mention], gender: str | None, lexicons: Lexicons) -> Chain:
    named = [mentions[i] for i in group if mentions[i].form == "name"]
    best = max(named, key=lambda mention: (len(mention.text.split()), len(mention.text)), default=None)
    known = lexicons.gazetteer.get(normal(best.text)) if best else None
    kind = best.entity_type if best else mentions[group[0]].entity_type
    name = known.name if known and best and known.entity_type == kind else best.text if best else None
    return Chain(tuple(group), kind, name, gender, known.country if known else None)
