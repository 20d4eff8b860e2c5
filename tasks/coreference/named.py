"""Names of one document that name the same thing."""

from collections.abc import Sequence

from tasks.entities.gazetteer import Known
from tasks.entities.records import Mention

_STOP = frozenset({"of", "the", "and", "for", "de", "la", "in", "on", "&"})


def group_names(mentions: Sequence[Mention], gazetteer: dict[str, Known]) -> dict[int, str]:
    """Return a key for every mention of form name; equal keys name the same thing."""
    names = [(index, mention) for index, mention in enumerate(mentions) if mention.form == "name"]
    people = {
        normal(mention.text): index
        for index, mention in names
        if mention.entity_type == "PERSON" and " " in mention.text
    }
    by_surname: dict[str, list[str]] = {}
    for full in people:
        by_surname.setdefault(full.rsplit(" ", 1)[-1], []).append(full)
    acronyms = {
        acronym_of(mention.text): normal(mention.text)
        for _, mention in names
        if mention.entity_type != "PERSON" and mention.text.count(" ") > 0
    }
    return {index: _key(mention, by_surname, acronyms, gazetteer) for index, mention in names}


def _key(
    mention: Mention, by_surname: dict[str, list[str]], acronyms: dict[str, str], gazetteer: dict[str, Known]
) -> str:
    surface = normal(mention.text)
    if mention.entity_type == "PERSON":
        owners = by_surname.get(surface, ())
        return f"PERSON {owners[0] if len(owners) == 1 else surface}"
    known = gazetteer.get(surface)
    if known and known.entity_type == mention.entity_type:
        return f"{mention.entity_type} {known.kb_id}"
    return f"THING {acronyms.get(mention.text, surface)}"


def normal(text: str) -> str:
    """Case folded, with single spaces."""
    return " ".join(text.casefold().split())


def acronym_of(text: str) -> str:
    """Capitals of the words that count: United Nations -> UN."""
    return "".join(word[0] for word in text.split() if word[0].isupper() and word.lower() not in _STOP)
