"""Expectations evaluated, rows quarantined, reports rendered."""
