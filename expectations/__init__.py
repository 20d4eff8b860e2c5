"""What a row is: one declaration per table, and everything that is derived from it."""
