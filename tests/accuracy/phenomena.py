"""How many gold quotes of each kind are found: by cue, by form and by source, as peers are compared."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tasks.quotes.cues import read_nouns, read_verbs
from tests.accuracy.harness import Gold, read_scorer

_JUDGING = frozenset({"judge", "accuse", "blame", "criticise", "praise"})
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "this", "that"})
_PLAIN = re.compile(r"\b(?:said|says?|saying|told|tells?|telling|wrote|writes?|writing)\b", re.IGNORECASE)


def score_recall(
    corpus: str, gold: Sequence[Gold], predicted: Sequence[Gold], *, speech_only: bool
) -> dict[str, float]:
    """Share of gold quotes found (IoU of 0.5 or more) by `quotes.<corpus>.recall.<phenomenon>`."""
    scorer = read_scorer("score_quotes")
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for document, answer in zip(gold, predicted, strict=True):
        text, mask = document["text"], scorer.quote_mask(document["text"])
        wanted = [scorer.Q(quote, text, mask, True) for quote in document["quotes"] if _counts(quote, speech_only)]
        given = [scorer.Q(quote, text, mask, False) for quote in answer["quotes"]]
        matched = {index for index, _, _ in scorer.match(wanted, given, 0.5)}
        for index, quote in enumerate(wanted):
            for phenomenon in find_phenomena(text, quote.raw):
                total[phenomenon] += 1
                found[phenomenon] += index in matched
    return {f"quotes.{corpus}.recall.{name}": 100 * found[name] / total[name] for name in sorted(total)}


def _counts(quote: dict[str, Any], speech_only: bool) -> bool:
    return not quote.get("optional") and not (speech_only and quote.get("attr_class", "speech") != "speech")


def find_phenomena(text: str, quote: dict[str, Any]) -> Iterator[str]:
    """Names of what makes a gold quote easy or hard."""
    cue = " ".join(text[start:end] for start, end in quote.get("cue_spans") or [])
    words = re.findall(r"\w+", cue.casefold())
    yield _name_cue(cue, words)
    if _is_split(quote):
        yield "split_around_source"
    if words and words[-1].endswith("ing"):
        yield "ing_cue"
    if any(entry.kind in _JUDGING for word in words for entry in _entries(word)):
        yield "judging_cue"
    if not quote.get("speaker_spans"):
        yield "no_source"


def _name_cue(cue: str, words: Sequence[str]) -> str:
    if not cue:
        return "no_cue"
    if not words:
        return "punctuation_cue"
    if _PLAIN.search(cue):
        return "say_tell_write_cue"
    is_noun = words[-1] in read_nouns() or words[-1].removesuffix("s") in read_nouns()
    is_verb = bool(_entries(words[-1])) and words[0] not in _DETERMINERS
    return "noun_cue" if is_noun and not is_verb else "other_cue"


def _entries(word: str) -> list[Any]:
    """Entries of a verb form, by its regular endings."""
    stems = [word.removesuffix(end) for end in ("s", "es", "d", "ed", "ing")]
    forms = {word, *stems, *(stem + "e" for stem in stems), *(stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1])}
    return [entry for form in forms for entry in read_verbs().get(form, ())]


def _is_split(quote: dict[str, Any]) -> bool:
    """Whether the source stands between pieces of the content."""
    pieces, sources = quote["content_spans"], quote.get("speaker_spans") or []
    return any(pieces[0][1] <= start and end <= pieces[-1][0] for start, end in sources)
