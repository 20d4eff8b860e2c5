"""Parts, manifests and versions of a dataset.

Reading order: dataset (objects), manifests (the commit), parts (rows to bytes), buckets and merging (which parts a
change touches), publishing (stage, check, commit), versions (what readers open); the rest is the life of versions.
"""
