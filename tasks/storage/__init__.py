"""Parts, manifests and versions of a dataset."""
