"""Every row of the frame lexicon, by its own example."""

from functools import cache

import pytest
from spacy.language import Language

from expectations.columns import read_vocabulary
from tasks.coreference.records import Cast
from tasks.entities.mentions import find_mentions
from tasks.entities.words import read_words
from tasks.events.frames import find_frame, read_classes, read_frames
from tasks.events.scene import Scene, to_scene
from tasks.events.tree import to_tree
from tasks.language.lexicon import read_lexicon
from tasks.language.parse import parse_many
from tasks.language.sentences import find_sentences
from tasks.text.paragraphs import find_paragraphs

FRAMES = read_lexicon("events", "frames")


@cache
def scenes(nlp: Language) -> list[Scene]:
    blocks = [find_paragraphs(row["example"], None) for row in FRAMES]
    docs = parse_many(nlp, [(row["example"], block) for row, block in zip(FRAMES, blocks, strict=True)])
    found = []
    for doc, block in zip(docs, blocks, strict=True):
        mentions = tuple(find_mentions(read_words(doc), find_sentences(doc, block)))
        found.append(to_scene(doc, to_tree(doc), Cast(mentions, (), (), ())))
    return found


@pytest.mark.model
@pytest.mark.parametrize("row", range(len(FRAMES)), ids=lambda row: f"{FRAMES[row]['lemma']}-{row}")
def test_the_frame_fits_its_example(nlp: Language, row: int) -> None:
    wanted, scene = FRAMES[row], scenes(nlp)[row]
    places = [index for index, lemma in enumerate(scene.tree.lemmas) if lemma == wanted["lemma"]]
    found = [frame.act if frame else None for frame in (find_frame(scene, index) for index in places)]
    assert places
    assert (wanted["type"] or None) in found


def test_types_and_modes_are_those_of_the_ontology() -> None:
    types, modes = read_vocabulary("plover.types"), read_vocabulary("plover.modes")
    for row in FRAMES:
        assert not row["type"] or row["type"] in types
        assert not row["mode"] or row["mode"] in modes


def test_every_class_that_a_frame_names_is_there() -> None:
    named = {cell[1:] for row in FRAMES for cell in row["object"].split("|") if cell.startswith("@")}
    assert named <= {*read_classes(), "party", "place", "country"}


def test_no_frame_stands_twice() -> None:
    for frames in read_frames().values():
        assert len({frame[:3] for frame in frames}) == len(frames)
