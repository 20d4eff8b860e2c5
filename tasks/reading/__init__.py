"""One document or one row of a dataset, for a person to read."""
