"""What the pipeline finds in the seeds, row by row, read against the articles by a person."""
