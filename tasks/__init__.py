"""How rows are made: a file is a Prefect task, a folder is a plain library."""
