from hypothesis import given
from hypothesis import strategies as st

from tasks.storage.buckets import key_digest, plan_buckets, within

KEYS = st.sets(st.text(min_size=1, max_size=4), max_size=60)


@given(keys=KEYS, limit=st.integers(1, 9))
def test_every_key_lies_in_one_bucket_that_is_not_too_full(keys: set[str], limit: int) -> None:
    digests = sorted(map(key_digest, keys))
    buckets = plan_buckets(digests, {}, limit)
    assert sorted(digest for bucket in buckets for digest in within(digests, bucket)) == digests
    assert all(0 < len(within(digests, bucket)) <= limit for bucket in buckets)


@given(keys=KEYS, limit=st.integers(1, 9))
def test_a_bucket_splits_only_when_it_must(keys: set[str], limit: int) -> None:
    digests = sorted(map(key_digest, keys))
    for bucket in plan_buckets(digests, {}, limit):
        assert not bucket or len(within(digests, bucket[:-1])) > limit


@given(old=KEYS, new=KEYS, gone=KEYS, limit=st.integers(1, 9))
def test_untouched_buckets_give_the_same_tree_as_their_keys(
    old: set[str], new: set[str], gone: set[str], limit: int
) -> None:
    before = sorted(map(key_digest, old))
    changed = sorted(map(key_digest, new | gone))
    tree = plan_buckets(before, {}, limit)
    untouched = {bucket: len(within(before, bucket)) for bucket in tree if not within(changed, bucket)}
    after = set(map(key_digest, (old - gone) | new))
    loose = sorted(digest for digest in after if not any(digest.startswith(bucket) for bucket in untouched))
    assert plan_buckets(loose, untouched, limit) == plan_buckets(sorted(after), {}, limit)


def test_a_small_tree_is_one_bucket() -> None:
    assert plan_buckets(sorted(map(key_digest, "abc")), {}, 3) == [""]
    assert plan_buckets([], {}, 3) == []
