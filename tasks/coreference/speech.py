"""Who acted and who spoke before a mention that points back."""

from collections.abc import Iterator
from functools import cache

from tasks.coreference.figures import Figure
from tasks.coreference.scene import Scene, State
from tasks.language.lexicon import read_lexicon
from tasks.language.words import Words

_NO_SPEECH = frozenset({"manner", "judge", "criticise", "praise"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MAIN = frozenset({"ROOT", "conj"})


def find_subjects(scene: Scene, state: State, head: int, oldest: int) -> Iterator[tuple[int, Figure]]:
    """Yield verb and figure of the subjects outside marks, the last one before a head first, back to a sentence."""
    words, sentence, quotation = scene.words, scene.sentence, scene.quotation
    dep, by_head = words.dep, state.by_head
    for at in reversed(by_head):
        if sentence[at] < oldest:
            return
        top = words.head[at] if dep[at] == "appos" else at
        if dep[top] in _SUBJECTS and not quotation[at] and at < head:
            yield words.head[top], by_head[at]


def speaks(words: Words, verb: int) -> bool:
    """`said`, `went on to say`, `went on:`."""
    if words.lemma[verb] == "go":
        return words.lower[verb + 1 : verb + 3] == ["on", ":"] or any(
            words.lemma[kid] in read_speech() for kid in words.kids_of(verb, "xcomp", "advcl")
        )
    return words.lemma[verb] in read_speech()


@cache
def read_speech() -> frozenset[str]:
    """Verbs that attribute words to their subject."""
    rows = read_lexicon("quotes", "verbs")
    return frozenset(row["cue"] for row in rows if " " not in row["cue"] and row["class"] not in _NO_SPEECH)


@cache
def read_cues() -> frozenset[str]:
    """Verbs that may stand beside a quotation."""
    return frozenset(row["cue"] for row in read_lexicon("quotes", "verbs"))
