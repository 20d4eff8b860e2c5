"""Which keys share a part: a radix tree over the sha256 of the keys, a pure function of the keys that are there.

A bucket is a string of hex digits and holds the keys whose sha256 begins with them. It splits by the next digit when it
would hold more than `limit` keys, so the same content lies in the same buckets however it came to be.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from hashlib import sha256

_HEX = "0123456789abcdef"


def key_digest(key: str) -> str:
    """Sha256 of a key, in hex."""
    return sha256(key.encode("utf-8")).hexdigest()


def within(digests: Sequence[str], bucket: str) -> Sequence[str]:
    """Those of the sorted digests that a bucket holds."""
    return digests[bisect_left(digests, bucket) : bisect_left(digests, bucket + "g")]


def plan_buckets(digests: Sequence[str], untouched: Mapping[str, int], limit: int, bucket: str = "") -> list[str]:
    """Buckets of the tree, ascending; none when there are no keys.

    Args:
        digests: sorted digests of the keys that lie in no untouched bucket.
        untouched: buckets of the present tree, none of which holds a digest, with their number of keys.
        limit: the most keys that a bucket may hold.
        bucket: root of the tree.
    """
    total = len(digests) + sum(untouched.values())
    if not total:
        return []
    if total <= limit or list(untouched) == [bucket]:
        return [bucket]
    return [leaf for digit in _HEX for leaf in _plan_child(digests, untouched, limit, bucket + digit)]


def _plan_child(digests: Sequence[str], untouched: Mapping[str, int], limit: int, bucket: str) -> list[str]:
    below = {each: keys for each, keys in untouched.items() if each.startswith(bucket)}
    return plan_buckets(within(digests, bucket), below, limit, bucket)
