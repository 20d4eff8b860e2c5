"""Numerals, ordinals and units of time, from words and figures."""

import re

from tasks.times.patterns import words


def to_number(text: str) -> str:
    """Number that a text spells (2, 2.5), or X for one that it leaves vague."""
    text = " ".join(text.lower().replace(",", "").split())
    text = text.replace(" 1/2", ".5")
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return text.lstrip("0") or "0"
    numbers = words("numbers")
    if text in numbers:
        return numbers[text]["value"]
    lead, _, rest = re.sub(r"[ -]", " ", text, count=1).partition(" ")
    if rest not in numbers or lead not in numbers:
        return "X"
    values = numbers[lead]["value"], numbers[rest]["value"]
    if "X" in values:
        return "X"
    if lead in ("a", "an"):
        return values[1]
    return str(int(values[0]) + int(values[1]))


def to_ordinal(text: str) -> int:
    """Number of an ordinal: 3 for third and 3rd; 0 for what is none."""
    text = text.lower()
    if text[0].isdigit():
        return int(text.rstrip("sthndr"))
    return int(words("ordinals")[text]["value"])


def to_day(text: str) -> str:
    """Two digits of a day of the month."""
    return f"{to_ordinal(text):02}"


def to_unit(text: str) -> str:
    """Unit of time that a singular or plural names."""
    text = text.lower()
    units = words("units")
    if text in units:
        return units[text]["unit"]
    single = f"{text[:-3]}y" if text.endswith("ies") else text[:-1]
    return units[single]["unit"]
