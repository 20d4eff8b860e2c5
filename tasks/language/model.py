"""The spaCy model that parses, set up to do so fast on one core."""

from typing import Any

import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex
from thinc.api import NumpyOps

from tasks.language.lexicon import read_lexicon
from tasks.language.morphology import Morphology

# Where news text leaves out a space that the tokeniser waits for: `ended."She`, `“No,”she`, `said:“No`, `(AP)—The`.
_INFIXES = (
    r"(?<=[A-Za-z0-9])[.,!?]+(?=\")",
    r'"',
    r"(?<=[.,!?])'(?=[A-Z\"])",
    r"(?<=[a-z])[:;](?=[\"'])",
    r"(?<=[)\]\"'])[\u2013\u2014]",
    r"[)\]](?=[\u2013\u2014])",
    r"[\u2014](?=[\"'(])",
)


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
    _teach(nlp.tokenizer)
    return nlp


def _teach(tokenizer: Any) -> None:
    """Let the tokeniser split what news runs together and keep the full stop of an abbreviation."""
    tokenizer.infix_finditer = compile_infix_regex([*(English.Defaults.infixes or ()), *_INFIXES]).finditer
    for row in read_lexicon("language", "abbreviations"):
        if row["before"] != "number":  # "No." is a sentence, too: see tasks.language.parse
            tokenizer.add_special_case(row["abbreviation"], [{ORTH: row["abbreviation"]}])


@Language.factory("morphology_by_word")
def to_morphology(nlp: Language, name: str) -> Morphology:
    """Make the component from the model's own rules, which are disabled in the pipeline and held by it."""
    return Morphology(nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer"))
