"""Who said what: source, cue, content and speaker."""
