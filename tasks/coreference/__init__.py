"""Which mentions of one document refer to the same thing."""
