"""The same story and the same event across documents."""
