"""What the linking of mentions reads of a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter

from tasks.coreference.figures import Figure, quotations, silent_heads
from tasks.coreference.named import group_names
from tasks.coreference.ranking import SILENT_REACH
from tasks.entities.lexicons import Lexicons, Pronoun, read_lexicons
from tasks.entities.records import Mention
from tasks.language.records import Sentence
from tasks.language.words import Words, find_tokens
from tasks.roles.records import Role

_HEAD, _FORM = attrgetter("head"), attrgetter("form")
_NAMES, _PRONOUNS = frozenset({"name"}), frozenset({"pronoun"})
THINGS = frozenset({"neuter", "plural"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the pass reads: keys of names, pronouns and titles by mention, quotation and sentence by token.

    `body` is the first token behind the headline.
    """

    words: Words
    mentions: Sequence[Mention]
    lexicons: Lexicons
    keys: dict[int, str]
    titles: dict[int, list[Role]]
    quotation: list[int]
    sentence: list[int]
    name_at: Mapping[int, int]
    pronouns: dict[int, Pronoun]
    body: int


@dataclass(frozen=True, slots=True)
class State:
    """Figures with mentions, by key, by head token; `told` has a figure as often as it was told of so far.

    `sentences` has where the text tells of any, to its end; `announced` the people whom the headline or the opening
    describes, by what it calls them.
    """

    figures: list[Figure]
    by_key: dict[str, Figure]
    by_head: dict[int, Figure]
    told: list[Figure]
    sentences: list[int]
    announced: dict[str, Figure]


def read_scene(
    words: Words,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    name_at: Mapping[int, int],
    roles: Sequence[Role],
) -> Scene:
    """Prepare the look-ups of the pass."""
    lexicons = read_lexicons()
    titles: dict[int, list[Role]] = {}
    for role in roles:
        titles.setdefault(role.mention, []).append(role)
    sentence = [0] * len(words.text)
    for each in sentences:
        sentence[each.first : each.last] = [each.ordinal] * (each.last - each.first)
    forms = list(map(_FORM, mentions))
    keys = group_names({index: mentions[index] for index in find_tokens(forms, _NAMES)})
    pronouns = {index: lexicons.pronouns[words.lower[mentions[index].head]] for index in find_tokens(forms, _PRONOUNS)}
    body = max((each.last for each in sentences if each.zone == "headline"), default=0)
    return Scene(words, mentions, lexicons, keys, titles, quotations(words), sentence, name_at, pronouns, body)


def in_order(scene: Scene) -> list[tuple[int, int]]:
    """Heads with the index of their mention, -1 for a silent noun phrase, in the order of the text."""
    heads, asked = list(map(_HEAD, scene.mentions)), _asked(scene)
    order = list(zip(heads, range(len(heads)), strict=True))
    if asked:
        silent = silent_heads(scene.words).intersection(asked).difference(heads, scene.name_at)
        order += zip(silent, repeat(-1))
    return sorted(order)


def _asked(scene: Scene) -> set[int]:
    """Tokens among which `it` or `they` may look for a noun phrase: before it, in its sentence and the one before."""
    found: set[int] = set()
    for index, pronoun in scene.pronouns.items():
        if pronoun.agreement in THINGS:
            head = scene.mentions[index].head
            first = scene.words.sentence[head][0]
            for _ in range(SILENT_REACH):
                first = scene.words.sentence[max(first - 1, 0)][0]
            found.update(range(first, head))
    return found
