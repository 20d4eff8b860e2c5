"""Near-duplicates point to the earliest document, whatever the order of arrival."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.stories.duplicates import Duplicate, Signed, find_duplicates, to_signature

WORDS = [f"{first}{second}" for first in "bdfgklmnprst" for second in ("an", "eo", "il", "ok", "u", "ab", "ern", "ist")]
DAY = datetime(2024, 3, 1, tzinfo=UTC)


def article(seed: int, length: int = 300) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def signed(doc_id: str, words: list[str], day: int | None = 0) -> Signed:
    published = None if day is None else DAY + timedelta(days=day)
    return Signed(doc_id, published, to_signature(" ".join(words)))


def similarity(one: list[str], other: list[str]) -> float:
    mine, yours = ({tuple(words[at : at + 5]) for at in range(len(words) - 4)} for words in (one, other))
    return len(mine & yours) / len(mine | yours)


def changed(words: list[str], *places: int) -> list[str]:
    return [f"x{place}" if place in places else word for place, word in enumerate(words)]


def test_an_updated_article_is_a_duplicate_of_its_first_version() -> None:
    first = article(1)
    later = [*changed(first, 40), *article(99, 20)]
    found = find_duplicates([signed("later", later, 1), signed("first", first, 0), signed("other", article(2), 0)])
    assert found.keys() == {"later"}
    assert found["later"].doc_id == "first"
    assert found["later"].similarity == pytest.approx(similarity(first, later), abs=0.1)


def test_a_rewritten_article_is_none() -> None:
    first = article(1)
    rewritten = changed(first, *range(0, 300, 8))
    assert similarity(first, rewritten) < 0.5
    assert find_duplicates([signed("a", first), signed("b", rewritten)]) == {}


@pytest.mark.parametrize(
    ("days", "original"),
    [
        ({"a": 1, "b": 0, "c": 2}, "b"),
        ({"a": 0, "b": 0, "c": 0}, "a"),
        ({"a": None, "b": 3, "c": None}, "b"),
        ({"a": None, "b": None, "c": None}, "a"),
    ],
)
def test_the_earliest_is_the_original(days: dict[str, int | None], original: str) -> None:
    found = find_duplicates([signed(doc_id, article(1), day) for doc_id, day in days.items()])
    assert found == {doc_id: Duplicate(original, 1.0) for doc_id in days if doc_id != original}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The port is shut.", "the port -- is SHUT"),
        ("“No,” he said, “never again.”", '"No," he said, "never again."'),
        ("Да", "да!"),
    ],
)
def test_case_and_marks_do_not_count(one: str, other: str) -> None:
    assert to_signature(one) == to_signature(other)


@pytest.mark.parametrize("text", ["", " \n\u00a0", "—…!"])
def test_a_text_without_words_is_like_no_other(text: str) -> None:
    assert to_signature(text) is None
    assert find_duplicates([Signed("a", None, to_signature(text)), Signed("b", None, to_signature(text))]) == {}


def test_the_signature_is_the_same_on_every_machine() -> None:
    signature = to_signature("The quick brown fox jumps over the lazy dog")
    assert signature is not None
    assert len(signature) == 512
    assert signature[:12].hex() == "3fb5280202b2a132160f3411"


@settings(deadline=None, max_examples=30)
@given(st.permutations(range(12)))
def test_the_order_of_arrival_does_not_matter(order: list[int]) -> None:
    base = article(5, 120)
    documents = [signed(f"d{place}", changed(base, *range(0, place * 3, 3)), place % 4) for place in range(12)]
    assert find_duplicates([documents[place] for place in order]) == find_duplicates(documents)


def test_each_document_names_the_earliest_that_is_similar_enough() -> None:
    base = article(7, 200)
    documents = [signed(f"d{place:02}", changed(base, *range(0, place * 6, 6)), place) for place in range(12)]
    found = find_duplicates(documents)
    for late, document in enumerate(documents):
        before = [(_share(document, each), each.doc_id) for each in documents[:late]]
        expected = next((doc_id for share, doc_id in before if share >= 0.8), None)
        assert (found[document.doc_id].doc_id if document.doc_id in found else None) == expected


def _share(one: Signed, other: Signed) -> float:
    assert one.signature and other.signature
    pairs = [(one.signature[at : at + 4], other.signature[at : at + 4]) for at in range(0, 512, 4)]
    return sum(mine == yours for mine, yours in pairs) / 128
