"""Paragraphs, zones and language of a raw text, before any parse."""
