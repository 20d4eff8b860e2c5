"""Every row of the lexicons other than the frames, by its own example."""

import pytest
from spacy.language import Language

from expectations.columns import read_vocabulary
from tasks.events.asserters import read_kinds
from tasks.events.clauses import find_surface_subject
from tasks.events.contexts import find_contexts
from tasks.events.factuality import find_labels
from tasks.events.guards import is_guarded
from tasks.events.light import find_light_verb, find_phrase
from tasks.events.participants import find_sides
from tasks.events.scene import Scene, find_sector, is_place
from tasks.events.tree import child
from tasks.language.lexicon import read_lexicon
from tasks.language.sentences import find_sentences
from tasks.text.paragraphs import find_paragraphs
from tests.annotated import annotate_text
from tests.tasks.events.scenes import frame_at, read_scenes

pytestmark = pytest.mark.model


def rows(lexicon: str) -> list[int]:
    return list(range(len(read_lexicon("events", lexicon))))


def root(scene: Scene) -> int:
    return next(index for index, head in enumerate(scene.tree.head) if index == head)


@pytest.mark.parametrize("row", rows("cues"))
def test_the_cue_decides_its_example(nlp: Language, row: int) -> None:
    wanted, scene = read_scenes(nlp, "cues")[row]
    tree = scene.tree
    found = {
        (label, tree.lemma[cue]) for index in range(len(tree.lower)) for label, cue in find_labels(tree, index).items()
    }
    assert wanted["factuality"] in read_vocabulary("factuality")
    lemma = wanted["lemma"].partition(" ")[0]
    assert (wanted["factuality"], lemma) in found or wanted["factuality"] in {label for label, _ in found}


@pytest.mark.parametrize("row", rows("control"))
def test_the_subject_does_the_infinitive(nlp: Language, row: int) -> None:
    _, scene = read_scenes(nlp, "control")[row]
    tree = scene.tree
    last = max(index for index, tag in enumerate(tree.tag) if tag == "VB")
    assert find_surface_subject(tree, last) == child(tree, root(scene), "nsubj")


@pytest.mark.parametrize("row", rows("sectors"))
def test_the_role_noun_has_its_sector(nlp: Language, row: int) -> None:
    wanted, scene = read_scenes(nlp, "sectors")[row]
    subject = child(scene.tree, root(scene), "nsubj")
    assert subject is not None
    assert wanted["sector"] in read_vocabulary("plover.sectors") or wanted["sector"] == "OPP"
    assert find_sector(scene, subject) == wanted["sector"]


@pytest.mark.parametrize("row", rows("arguments"))
def test_both_parties_are_found(nlp: Language, row: int) -> None:
    wanted, scene = read_scenes(nlp, "arguments")[row]
    sides = []
    for index in range(len(scene.tree.lower)):
        frame = frame_at(scene, index)
        if frame and frame.act == wanted["type"]:
            light = find_light_verb(scene.tree, find_phrase(scene.tree, index))
            sides.append(find_sides(scene, index, wanted["type"], light))
    assert any(each.actors and (each.recipients or each.others) for each in sides)


@pytest.mark.parametrize("row", rows("contexts"))
def test_the_example_is_of_its_context(nlp: Language, row: int) -> None:
    wanted, scene = read_scenes(nlp, "contexts")[row]
    assert wanted["context"] in read_vocabulary("plover.contexts")
    assert set(wanted["sectors"].split()) <= set(read_vocabulary("plover.sectors"))
    assert set(wanted["modes"].split()) <= set(read_vocabulary("plover.modes"))
    assert wanted["context"] in find_contexts(scene.tree, 0, len(scene.tree.text))


@pytest.mark.parametrize("row", rows("guards"))
def test_the_guard_holds_back_its_example(nlp: Language, row: int) -> None:
    _, scene = read_scenes(nlp, "guards")[row]
    sentence = find_sentences(scene.tree, find_paragraphs(scene.tree.source, None))[0]
    assert is_guarded(scene.tree, sentence, "ASSAULT")


@pytest.mark.parametrize("row", rows("places"))
def test_the_object_is_a_place(nlp: Language, row: int) -> None:
    _, scene = read_scenes(nlp, "places")[row]
    thing = child(scene.tree, root(scene), "dobj")
    assert thing is not None
    assert is_place(scene, thing)


@pytest.mark.parametrize("row", rows("forms"))
def test_the_form_has_its_lemma(nlp: Language, row: int) -> None:
    wanted, scene = read_scenes(nlp, "forms")[row]
    assert wanted["lemma"] in scene.tree.lemma


@pytest.mark.parametrize("row", rows("classes"))
def test_the_example_holds_a_word_of_the_class(nlp: Language, row: int) -> None:
    wanted, scene = read_scenes(nlp, "classes")[row]
    assert set(wanted["words"].split()) & {*scene.tree.lemma, *scene.tree.lower}


@pytest.mark.parametrize("row", rows("asserters"))
def test_the_source_makes_its_kind(nlp: Language, row: int) -> None:
    wanted, scene = read_scenes(nlp, "asserters")[row]
    assert wanted["kind"] in read_vocabulary("asserter_kind")
    assert wanted["kind"] in {read_kinds().get(word) for word in scene.tree.lower}


@pytest.mark.parametrize("row", rows("complements"))
def test_the_act_has_the_mode_of_what_it_is_about(nlp: Language, row: int) -> None:
    wanted = read_lexicon("events", "complements")[row]
    events = annotate_text(nlp, wanted["example"]).found.events
    assert wanted["mode"] in read_vocabulary("plover.modes")
    assert (events[0].act_type, events[0].mode) == (wanted["act"], wanted["mode"])
