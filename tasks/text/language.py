"""The language of a text."""

import re
from functools import cache
from typing import Any

_GUESSABLE = 200  # characters; py3langid is often wrong about less
_SURE = 0.9
_SAMPLE = 5_000
_FUNCTION_WORDS = frozenset(("the", "and", "to", "that", "with"))
_ENGLISH_SHARE = 0.08
_CODE = re.compile(r"[a-z]{2,3}(?=$|[-_])")


def find_language(text: str, declared: str | None = None) -> str:
    """Return the ISO 639-1 code of a text's language: the declared one, else the detected one, else "en".

    A short text, and one of which py3langid is not sure, counts as English.
    """
    if declared and (code := to_language_code(declared)):
        return code
    if len(text) < _GUESSABLE:
        return "en"
    if is_plainly_english(text[:_SAMPLE]):
        return "en"
    code, probability = _identifier().classify(text[:_SAMPLE])
    return str(code) if probability >= _SURE else "en"


def to_language_code(declared: str) -> str | None:
    """Return "en" for "en", "EN-us", "eng" and "English"; None for what names no language."""
    name = declared.strip().lower()
    if name in {"english", "eng"}:
        return "en"
    code = _CODE.match(name)
    return code[0] if code else None


def is_plainly_english(text: str) -> bool:
    """Whether function words that no other language writes so make up their usual share of a text.

    In English news it is a sixth, elsewhere next to nothing; it spares most runs the second that py3langid takes.
    """
    words = text.lower().split()
    return sum(word in _FUNCTION_WORDS for word in words) > _ENGLISH_SHARE * len(words)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a second to import

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
