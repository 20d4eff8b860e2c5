"""Scenes of single sentences, with the mentions that the model and the name rules find."""

from functools import cache

from spacy.language import Language

from tasks.annotation.document import Parsed, annotate
from tasks.events.frames import Frame, find_frame, read_frames
from tasks.events.records import EventMention
from tasks.events.scene import Scene, to_scene
from tasks.events.tree import to_tree
from tasks.language.lexicon import read_lexicon
from tasks.language.parse import parse_many
from tasks.language.words import read_words
from tasks.text.paragraphs import find_paragraphs
from tests.accuracy.harness import Judged

Row = dict[str, str]


@cache
def read_scenes(nlp: Language, lexicon: str) -> list[tuple[Row, Scene]]:
    """Rows of a lexicon with the scenes of their examples."""
    rows = read_lexicon("events", lexicon)
    return list(zip(rows, to_scenes(nlp, [row["example"] for row in rows]), strict=True))


def to_scenes(nlp: Language, texts: list[str]) -> list[Scene]:
    blocks = [find_paragraphs(text, None) for text in texts]
    scenes = []
    for doc, block in zip(parse_many(nlp, zip(texts, blocks, strict=True)), blocks, strict=True):
        scenes.append(to_scene(to_tree(read_words(doc)), annotate([Parsed("test", doc, block, None)])[0].cast))
    return scenes


def frame_at(scene: Scene, index: int) -> Frame | None:
    key = scene.tree.lemma[index], scene.tree.pos[index]
    return find_frame(scene, index, read_frames().get(key, ()))


def side(event: EventMention, role: str) -> str | None:
    return next((each.party.text for each in event.participants if each.role == role), None)


def found(judged: Judged) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (event.act_type, judged.doc[event.trigger].text, side(event, "actor"), side(event, "recipient"))
        for event in judged.found.events
    ]
