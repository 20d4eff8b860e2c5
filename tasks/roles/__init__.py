"""Titles that people hold in a text."""
