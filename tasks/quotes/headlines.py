"""Headlines whose verb the parser takes for a noun: `Court rules ban was unlawful`."""

from collections.abc import Iterator

from tasks.entities.lexicons import read_lexicons
from tasks.language.words import Words
from tasks.quotes.circumstances import read_media
from tasks.quotes.cues import Entry, read_verbs
from tasks.quotes.drafts import Draft
from tasks.quotes.reading import Reading
from tasks.quotes.sources import Source

_LONGEST_NAME = 5  # tokens
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_MISTAKEN = frozenset({"compound", "nsubj", "nsubjpass", "amod", "nmod", "poss"})
_OPENING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "PRP", "PRP$", "CD", "EX"})


def find_in_headlines(reading: Reading) -> Iterator[Draft]:
    """What follows such a verb, where a clause follows it."""
    tree = reading.tree
    headlines = [each for each in reading.paragraphs if reading.sentence_of(each[0]).zone == "headline"]
    for first, last in headlines:
        for at in range(first + 1, min(first + _LONGEST_NAME, last - 2)):
            entry = _find_entry(tree, at) if _is_speaker(tree, first, at) and _is_clause(tree, at + 1, last) else None
            if entry is not None:
                source, frame = Source(first, at, at - 1, "label", (first, at)), (first, at + 1)
                yield Draft(at, (at, at + 1), entry.lemma, entry, source, frame, ((at + 1, last),), "headline")
                break


def _find_entry(tree: Words, at: int) -> Entry | None:
    """The entry of `rules` that the parser has not seen as the verb, and that takes a clause."""
    if tree.dep[at] not in _MISTAKEN or not tree.lower[at].endswith("s") or tree.tag[at] not in ("NNS", "VBZ"):
        return None
    entries = read_verbs().get(tree.lemma[at], ())
    return next((entry for entry in entries if "c" in entry.frames and not entry.particles), None)


def _is_speaker(tree: Words, first: int, last: int) -> bool:
    """A name, a kind of person, body or paper: `Court`, `Study`, `Voss`, but not `As Voss`."""
    is_kind = tree.lower[last - 1] in read_lexicons().nouns or tree.lemma[last - 1] in read_media()
    return (is_kind or tree.tag[last - 1] in ("NNP", "NNPS")) and _OPENING.issuperset(tree.tag[first:last])


def _is_clause(tree: Words, first: int, last: int) -> bool:
    """`ban was unlawful`, but not `show crime fell` of what reports show."""
    return tree.tag[first] in _OPENING and any(tag in _FINITE for tag in tree.tag[first + 1 : last])
