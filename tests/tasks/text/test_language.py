import pytest

from tasks.text.language import find_language, is_plainly_english, to_language_code
from tasks.text.words import count_words

FRENCH = (
    "Le ministre a annoncé lundi que le port serait rouvert dans la semaine, après neuf jours de grève. Les dockers "
    "ont accepté la proposition de la direction, selon le syndicat, et les navires attendent encore au large."
)
ENGLISH = (
    "The minister announced on Monday that the port would be open within a week, after a strike of nine days. The "
    "dockers accepted what the company had offered, according to their union, and ships still wait off the coast."
)


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        (ENGLISH, None, "en"),
        (FRENCH, None, "fr"),
        (FRENCH[:150], None, "en"),
        ("Il a plu.", "fr", "fr"),
        (FRENCH, "en-GB", "en"),
        (FRENCH, "", "fr"),
        ("1 2 3 4 5 " * 40, None, "en"),
    ],
)
def test_language(text: str, declared: str | None, language: str) -> None:
    assert find_language(text, declared) == language


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en", "en"), ("EN-us", "en"), ("en_GB", "en"), ("eng", "en"), ("English", "en"), ("pt-BR", "pt"), ("?", None)],
)
def test_language_codes(declared: str, code: str | None) -> None:
    assert to_language_code(declared) == code


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("A dog.", 2), ("“Well,” he said — twice.", 4), ("a/b 2016-17 - … 5%", 3), ("one\u00a0two\nthree", 3)],
)
def test_words_hold_a_letter_or_a_digit(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    "text", [FRENCH, "De haven van de stad zou maandag of dinsdag open gaan, zei de minister. " * 4]
)
def test_function_words_tell_english_from_the_rest(text: str) -> None:
    assert is_plainly_english(ENGLISH) and not is_plainly_english(text)
