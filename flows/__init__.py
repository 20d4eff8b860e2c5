"""In which order: the flow, its settings, its schedule and the command line."""
