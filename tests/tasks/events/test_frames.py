"""Every row of the frame lexicon, by its own example."""

import pytest
from spacy.language import Language

from expectations.columns import read_vocabulary
from tasks.events.classes import read_classes
from tasks.events.frames import read_frames
from tasks.language.lexicon import read_lexicon
from tests.tasks.events.scenes import frame_at, read_scenes

FRAMES = read_lexicon("events", "frames")


@pytest.mark.model
@pytest.mark.parametrize("row", range(len(FRAMES)), ids=lambda row: f"{FRAMES[row]['lemma']}-{row}")
def test_the_frame_fits_its_example(nlp: Language, row: int) -> None:
    wanted, scene = read_scenes(nlp, "frames")[row]
    places = [index for index, lemma in enumerate(scene.tree.lemma) if lemma == wanted["lemma"]]
    found = [frame.act if frame else None for frame in (frame_at(scene, index) for index in places)]
    assert places
    assert (wanted["type"] or None) in found


def test_types_and_modes_are_those_of_the_ontology() -> None:
    types, modes = read_vocabulary("plover.types"), read_vocabulary("plover.modes")
    for row in FRAMES:
        assert not row["type"] or row["type"] in types
        assert not row["mode"] or row["mode"] in modes


def test_every_class_that_a_frame_names_is_there() -> None:
    named = {cell[1:] for row in FRAMES for cell in row["object"].split("|") if cell.startswith("@")}
    assert named <= {*read_classes(), "party", "place", "country", "person", "law"}


def test_no_frame_stands_twice() -> None:
    for frames in read_frames().values():
        assert len({frame[:3] for frame in frames}) == len(frames)
