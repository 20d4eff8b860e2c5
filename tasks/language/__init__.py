"""The spaCy parse that everything reads."""
