"""One type per name and document: what the model, the words around and the full name say together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tasks.entities.lexicons import Lexicons
from tasks.entities.names import Name, names_by_surface
from tasks.entities.words import Words

_MODEL_TYPES = {"WORK_OF_ART": "WORK"}
_KIN = frozenset({"wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "lawyer", "spokesman"})
_PLACE_PREPOSITIONS = frozenset({"in", "near", "at", "from", "to"})

Votes = dict[str, float]


def resolve_types(words: Words, names: Sequence[Name], lexicons: Lexicons) -> list[str]:
    """Return the entity type of every name; names of one surface share it, a surname has that of the full name."""
    groups = names_by_surface(words, names)
    votes = {surface: _votes(words, surface, [names[i] for i in group], lexicons) for surface, group in groups.items()}
    chosen = {surface: _best(each) for surface, each in votes.items()}
    surnames = {surface.rsplit(" ", 1)[-1] for surface, kind in chosen.items() if kind == "PERSON" and " " in surface}
    types = [""] * len(names)
    for surface, group in groups.items():
        kind = "PERSON" if surface in surnames and votes[surface]["known"] < 3 else chosen[surface]
        for index in group:
            types[index] = kind
    return types


def _best(votes: Votes) -> str:
    ranked = {kind: weight for kind, weight in votes.items() if kind != "known"}
    return max(ranked, key=lambda kind: (ranked[kind], kind)) if ranked else "ORG"


def _votes(words: Words, surface: str, names: Sequence[Name], lexicons: Lexicons) -> Votes:
    votes: Votes = defaultdict(float)
    for kind, weight in _form_votes(words, surface, names[0], lexicons):
        votes[kind] += weight
    context: Counter[str] = Counter()
    for name in names:
        if name.label:
            context[_MODEL_TYPES.get(name.label, name.label)] += 2
        for kind in _context_votes(words, name, lexicons):
            context[kind] += 3
    for kind, count in context.items():
        votes[kind] += min(count, 6) / (1 if len(names) == 1 else 1.5)
    return votes


def _form_votes(words: Words, surface: str, name: Name, lexicons: Lexicons) -> Iterable[tuple[str, float]]:
    """What the name itself tells."""
    parts = surface.split(" ")
    known = lexicons.gazetteer.get(surface)
    if known:
        yield known.entity_type, known.weight
        yield "known", known.weight
    if parts[0] in lexicons.given_names:
        yield "PERSON", 4 if len(parts) > 1 else 1.5
    for word in {parts[0], parts[-1]}:
        keyword = lexicons.keywords.get(word)
        if keyword and (len(parts) > 1 or keyword == "ORG"):
            yield keyword, 5
    token = words.text[name.first]
    if len(parts) == 1 and token.isupper() and 1 < len(token) < 7:
        yield "ORG", 2
    yield "ORG", 0.1


def _context_votes(words: Words, name: Name, lexicons: Lexicons) -> Iterable[str]:
    """What the words around the name tell."""
    before = words.lower[name.first - 1] if name.first else ""
    if before in lexicons.honorifics:
        yield "PERSON"
    elif before in _PLACE_PREPOSITIONS and name.last - name.first == 1:
        yield "GPE"
    after = words.lower[name.last : name.last + 2]
    if after[:1] == ["'s"] and after[1:] and after[1] in _KIN:
        yield "PERSON"
    if after[:1] == ["who"] or after == [",", "who"]:
        yield "PERSON"
