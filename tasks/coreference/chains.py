"""Chains: which mentions refer to the same thing."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib import resources

from tasks.coreference.figures import Figure
from tasks.coreference.interviews import join_interviewee
from tasks.coreference.linking import link_mentions
from tasks.coreference.named import normal
from tasks.coreference.ranking import Anaphor, Candidate, Part, choose, nothing
from tasks.coreference.records import Chain
from tasks.coreference.scene import Scene, read_scene
from tasks.entities.gazetteer import Known, read_gazetteer
from tasks.entities.records import Mention
from tasks.language.records import Sentence
from tasks.language.words import Words
from tasks.roles.records import Role


def resolve_chains(
    words: Words,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    name_at: Mapping[int, int],
    roles: Sequence[Role],
) -> list[Chain]:
    """Put every mention into exactly one chain, in the order of their first mentions."""
    scene = read_scene(words, sentences, mentions, name_at, roles)
    figures = join_interviewee(scene, link_mentions(scene, partial(_decide, scene)))
    chains = [_to_chain(scene, figure) for figure in figures]
    return sorted(chains, key=lambda chain: chain.mentions[0])


def _decide(scene: Scene, index: int, anaphor: Anaphor, candidates: list[Candidate]) -> Figure | None:
    return choose(candidates, _weigh, _weigh(nothing(scene.words, anaphor))) if candidates else None


@lru_cache(maxsize=1 << 14)
def _weigh(part: Part) -> float:
    weights = read_weights()
    return sum(weights.get(each, 0.0) for each in part.features())


@cache
def read_weights() -> dict[str, float]:
    """Weights of the features of ranking."""
    content = resources.files("tasks.coreference").joinpath("weights", "ranking.csv").read_text("utf-8")
    rows = csv.reader(line for line in content.splitlines() if not line.startswith("#"))
    next(rows)
    return {feature: float(weight) for feature, weight in rows}


def _to_chain(scene: Scene, figure: Figure) -> Chain:
    members = tuple(sorted(figure.members))
    gender = "plural" if figure.is_many else figure.gender
    if not figure.is_named:
        return Chain(members, figure.kind, None, gender, figure.country)
    mentions = scene.mentions
    first = mentions[members[0]]
    name, kind = first.text, first.entity_type
    if len(members) > 1:
        named = [mentions[index] for index in members if mentions[index].form == "name"]
        name = max({mention.text: None for mention in named}, key=_length)
        kinds = [mention.entity_type for mention in named if mention.entity_type]
        kind = max(dict.fromkeys(kinds), key=kinds.count, default=None)
    known = _known(name, kind)
    if known:
        return Chain(members, kind, known.name, gender, known.country)
    return Chain(members, kind, " ".join(name.split()), gender, figure.country)


@lru_cache(maxsize=1 << 14)
def _known(name: str, kind: str | None) -> Known | None:
    known = read_gazetteer().get(normal(name))
    return known if known and known.entity_type == kind else None


@lru_cache(maxsize=1 << 14)
def _length(name: str) -> tuple[int, int]:
    """Words, then characters."""
    return len(name.split()), len(name)
