"""Makes the generated tables of the gazetteer again from packages of open data."""
