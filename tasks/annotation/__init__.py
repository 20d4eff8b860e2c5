"""One document through every component, and chunks of documents in worker processes."""
