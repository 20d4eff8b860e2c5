"""Who did what to whom, when and where, whether it is so, and on whose word."""
