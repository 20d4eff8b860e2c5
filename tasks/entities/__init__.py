"""Mentions of people, organisations and places, and the entities they name."""
