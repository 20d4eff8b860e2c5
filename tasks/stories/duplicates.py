"""Documents with nearly the same text: MinHash over five-word shingles, candidates by locality-sensitive hashing.

Broder, "On the resemblance and containment of documents" (1997); banding as in Leskovec, Rajaraman, Ullman, "Mining of
Massive Datasets", chapter 3.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache, lru_cache
from hashlib import sha256
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]
Wide = npt.NDArray[np.uint64]

SIMILAR = 0.8
_SHINGLE_WORDS = 5
_PERMUTATIONS = 128
# A pair that shares 80 % of its shingles meets in one of 32 bands of 4 with a probability above 1 - 1e-7.
_BAND = 4
_BLOCK = 4096
_WORD = re.compile(r"\w+")


class Signed(NamedTuple):
    """A document as far as duplicates are concerned; `signature` is None when the text has no word."""

    doc_id: str
    published_at: datetime | None
    signature: bytes | None


class Duplicate(NamedTuple):
    """The earliest document with nearly the same text, and the estimated share of shingles in common."""

    doc_id: str
    similarity: float


def to_signature(text: str) -> bytes | None:
    """Return the MinHash signature of a text: 512 bytes, None for a text without words.

    Case and marks do not count; a text of fewer than five words is one shingle.
    """
    words = np.array([_hash_word(word) for word in _WORD.findall(text.casefold())], np.uint64)
    if not len(words):
        return None
    factors, offsets = _permutations()
    least = np.full(_PERMUTATIONS, np.iinfo(np.uint32).max, np.uint32)
    for block in _blocks(_shingles(words)):
        hashes = block[:, None] * factors + offsets
        np.minimum(least, hashes.min(axis=0), out=least)
    return least.astype("<u4").tobytes()


def find_duplicates(documents: Sequence[Signed]) -> dict[str, Duplicate]:
    """Map the id of each near-duplicate to the earliest document that it resembles by `SIMILAR` or more.

    Earlier means published before, undated documents last, ties by id: the order of `documents` does not matter.
    """
    ordered = sorted((each for each in documents if each.signature is not None), key=_age)
    if not ordered:
        return {}
    signatures = np.frombuffer(b"".join(each.signature or b"" for each in ordered), "<u4")
    signatures = signatures.reshape(len(ordered), _PERMUTATIONS)
    earliest = np.arange(len(ordered))
    for band in range(0, _PERMUTATIONS, _BAND):
        for bucket in _buckets(signatures[:, band : band + _BAND]):
            _match(bucket, signatures, earliest)
    late = np.flatnonzero(earliest != np.arange(len(ordered)))
    shares = np.mean(signatures[late] == signatures[earliest[late]], axis=1)
    pairs = zip(late.tolist(), earliest[late].tolist(), shares.tolist(), strict=True)
    return {ordered[mine].doc_id: Duplicate(ordered[first].doc_id, share) for mine, first, share in pairs}


@lru_cache(maxsize=100_000)
def _hash_word(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _shingles(words: Wide) -> Hashes:
    """Hash every run of five words; the order of the words counts."""
    width = min(_SHINGLE_WORDS, len(words))
    count = len(words) - width + 1
    shingles = np.zeros(count, np.uint64)
    for place in range(width):
        shingles = shingles * np.uint64(0x100000001B3) + _mix(words[place : place + count])
    return (_mix(shingles) >> np.uint64(32)).astype(np.uint32)


def _blocks(shingles: Hashes) -> Iterator[Hashes]:
    return (shingles[start : start + _BLOCK] for start in range(0, len(shingles), _BLOCK))


def _mix(values: Wide) -> Wide:
    """Scatter values over 64 bits (the finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    """Odd factors and offsets of the hash functions, the same on every machine."""
    digest = b"".join(sha256(b"minhash %d" % number).digest()[:8] for number in range(_PERMUTATIONS))
    numbers = np.frombuffer(digest, "<u4").astype(np.uint32)
    return numbers[0::2] | np.uint32(1), numbers[1::2]


def _age(document: Signed) -> tuple[bool, float, str]:
    published = document.published_at
    return published is None, published.timestamp() if published else 0.0, document.doc_id


def _buckets(band: Hashes) -> Iterator[npt.NDArray[np.intp]]:
    """Yield the rows that agree in the whole band, two or more of them, in ascending order."""
    keys = np.ascontiguousarray(band).view(np.dtype((np.void, band.dtype.itemsize * band.shape[1]))).ravel()
    order = np.argsort(keys, kind="stable")
    changes = np.flatnonzero(keys[order][1:] != keys[order][:-1]) + 1
    starts, ends = np.r_[0, changes], np.r_[changes, len(keys)]
    for bucket in np.flatnonzero(ends - starts > 1):
        yield order[starts[bucket] : ends[bucket]]


def _match(bucket: npt.NDArray[np.intp], signatures: Hashes, earliest: npt.NDArray[np.intp]) -> None:
    """Lower `earliest` for rows of a bucket that resemble an earlier row of it."""
    waiting = bucket
    for leader in bucket:
        waiting = waiting[(waiting > leader) & (earliest[waiting] > leader)]
        if not len(waiting):
            return
        similar = np.mean(signatures[waiting] == signatures[leader], axis=1) >= SIMILAR
        earliest[waiting[similar]] = leader
