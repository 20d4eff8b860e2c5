"""Where names start and end: the model's spans re-cut, and names that it missed."""

from collections.abc import Sequence

from tasks.entities.gazetteer import read_acronyms, read_surnames
from tasks.entities.headlines import read_headlines
from tasks.entities.joining import join_names, join_pairs, spell_out
from tasks.entities.lexicons import LETTERS, Lexicons, is_one_person
from tasks.entities.records import Name
from tasks.language.records import Sentence
from tasks.language.words import Words, find_tokens

_WANTED = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"}
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_EDGE = frozenset(
    {"'s", "'", "’s", '"', "``", "''", ",", ".", ";", ":", "(", ")", "[", "]", "-", "--", "–", "—", "/", "!", "?"}
)
_INNER = frozenset(
    {"of", "the", "and", "for", "de", "la", "le", "du", "des", "da", "do", "dos", "del", "di", "van", "von"}
)
_COMMON = frozenset({"government", "governments", "administration", "minister", "president", "state"})
_ENGLISH = frozenset({"of", "the", "and", "for"})
_NAME_PARTICLES = frozenset(
    {"der", "den", "al", "el", "bin", "bint", "ibn", "ben", "wa", "zu", "ole", "ul", "ur", "y", "e", "&", "-"}
    | {"'s", "'", "."}
)
_PARTICLES = frozenset({"van", "von", "der", "de", "la", "del", "della", "di", "da", "dos", "bin", "bint", "ibn", "ap"})
_GIVEN = frozenset({"Per"})  # a given name that the parse takes for a preposition
_OPENERS = _PARTICLES | _GIVEN
_INSIDE = _INNER | _NAME_PARTICLES
_NO_NAMES = _ARTICLES | _EDGE | _INNER | _COMMON
_BODY_ON = frozenset({"committee", "commission", "council", "conference", "subcommittee", "panel", "convention"})

_BREAKS = frozenset({"/", "|", "--", "–", "—", ";", ":", "(", ")"})
_OF_PEOPLE = frozenset({"PERSON", "ORG"})
_OUTER = _EDGE | _INNER
_HUSKS = _OUTER | _ARTICLES
_PROPER = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NN", "NNS"})
_AGAIN = frozenset({"NN", "NNS", "NNP", "VB", "VBD", "VBG", "VBP", "XX"})
_NUMBERS = frozenset({"CD"})
_OUTSIDE = frozenset({"VERB", "AUX", "SCONJ", "ADP", "PRON", "DET", "ADV", "PART"})


def find_names(words: Words, sentences: Sequence[Sentence], lexicons: Lexicons) -> list[Name]:
    """List names by position, none overlapping another."""
    return read_headlines(words, sentences, _every_name(words, lexicons), lexicons)


def _every_name(words: Words, lexicons: Lexicons) -> list[Name]:
    names: list[Name] = []
    text, lower, taken = words.text, words.lower, set[int]()
    for first, last, label in words.ents:
        if label in _WANTED and last - first == 1 and text[first][0].isupper() and lower[first] not in _NO_NAMES:
            if lower[first] in LETTERS:
                continue  # `Ivo Wilmot, MBE`
            names.append(Name(first, last, label, "model"))
            taken.add(first)
        elif label in _WANTED:
            for piece in _recut(words, first, last, label, lexicons):
                names.append(piece)
                taken.update(range(piece.first, piece.last))
        else:
            names.extend(_known_within(words, first, last, lexicons) if label != "LANGUAGE" else ())
            taken.update(range(first, last))
    for name in _missed(words, taken, lexicons):
        names.append(name)
        taken.update(range(name.first, name.last))
    names.extend(_told_again(words, names, taken))
    ends = {name.last - 1 for name in names}
    openers = {*find_tokens(words.tag, _NUMBERS), *find_tokens(words.text, _OPENERS)} - ends
    names = [_with_opener(words, name, lexicons) if name.first - 1 in openers else name for name in names]
    joined = join_pairs(words, join_names(words, sorted(names), lexicons), lexicons)
    return spell_out(words, joined, lexicons)


def _known_within(words: Words, first: int, last: int, lexicons: Lexicons) -> list[Name]:
    """The name that the gazetteer has at the end of a span of another kind: `the start of the Winter Olympics`."""
    for at in range(first, last):
        if words.tag[at] in _PROPER and " ".join(words.lower[at:last]) in lexicons.gazetteer:
            return [Name(at, last, None, "model_cut")]
    return []


def _told_again(words: Words, names: Sequence[Name], taken: set[int]) -> list[Name]:
    """Surnames of the people named that the parse has as another word or a title: `Waters said`, `King said`."""
    surnames = {words.text[name.last - 1] for name in names if name.label == "PERSON"}
    found = [at for at in find_tokens(words.text, surnames) if at not in taken and words.tag[at] in _AGAIN]
    return [Name(at, at + 1, "PERSON", "told_again") for at in found if _is_alone(words, at)]


def _is_alone(words: Words, at: int) -> bool:
    """Whether a word is neither a part of a phrase nor the label of a caption: `the Bloc`, `Bloc Party`, `Image:`."""
    if at and words.tag[at - 1] == "DT":
        return False
    is_label = words.text[at + 1 : at + 2] == [":"] and not (at and "\n" in words.text[at - 1])
    return at + 1 == len(words.tag) or not (words.tag[at + 1] in _PROPER or is_label)


def _with_opener(words: Words, name: Name, lexicons: Lexicons) -> Name:
    """Take along the year that says which one is meant (the 2014 Asian Games), and what opens a surname: van Wilmot."""
    first = name.first
    while name.label == "PERSON" and first and words.lower[first - 1] in _PARTICLES:
        first -= 1
    first -= words.text[first - 1] in _GIVEN and words.tag[first] in _PROPER
    if first == name.first and " ".join(words.lower[first - 1 : name.last]) in lexicons.gazetteer:
        first -= 1
    return name if first == name.first else Name(first, name.last, name.label, "model_cut")


def _recut(words: Words, first: int, last: int, label: str, lexicons: Lexicons) -> list[Name]:
    """Cut one span of the model into names."""
    pieces = []
    for start, end in _people(words, _split(words, first, last), lexicons):
        start, end = _trim(words, start, end, lexicons)
        kind = "PERSON" if end < last and words.lower[end] in LETTERS else label
        if label == "ORG" and _is_office(words, start, end, lexicons):
            start, kind = start + 2, "GPE"
        if end - start > 2 and kind in _OF_PEOPLE:
            start, end = _bare(words, start, end, kind, lexicons)
        if start < end and _is_namelike(words, start, end, kind):
            rule = "model" if (start, end) == (first, last) else "model_cut"
            pieces.append(Name(start, end, kind, rule))
    return pieces


def _is_office(words: Words, first: int, last: int, lexicons: Lexicons) -> bool:
    """`Bishop of Wilmot`, which the model takes for a body: who is so called, and a place."""
    is_of = last - first == 3 and words.lower[first + 1] == "of" and is_one_person(words.lower[first])
    return is_of and " ".join(words.lower[first:last]) not in lexicons.gazetteer


def _split(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """Cut at words that no name holds: `that Sessions`, ` / `, `on H Street`."""
    cuts: list[tuple[int, int]] = []
    start = first
    for at in range(first, last):
        if not words.text[at][0].isupper() and _breaks(words, at):
            cuts.append((start, at))
            start = at + 1
    cuts.append((start, last))
    return cuts


def _people(words: Words, spans: list[tuple[int, int]], lexicons: Lexicons) -> list[tuple[int, int]]:
    """Two people in a row are cut apart where a given name or a title stands: a name, then the photographer's."""
    found = []
    for first, last in spans:
        for at in range(first + 1, last - 1):
            if _starts_person(words, first, at, last, lexicons):
                found.extend([(first, at), (at, last)])
                break
        else:
            found.append((first, last))
    return found


def _starts_person(words: Words, first: int, at: int, last: int, lexicons: Lexicons) -> bool:
    """A second given name with its surname, or a title with a surname: `Jeff Sessions | Alex Brandon`."""
    lower = words.lower
    if words.tag[at - 1] in {"IN", "DT", "CC", "HYPH"} or lower[at - 1] in _PARTICLES:
        return False
    if lower[at] in lexicons.titles and lower[at + 1] in lexicons.honorifics:
        return last - at > 2
    if lexicons.keywords.get(lower[at - 1]) == "ORG" and lexicons.given_names.get(lower[at]):
        return True
    is_full = at - first > 1 and last - at > 1
    return is_full and lower[first] in lexicons.given_names and lower[at] in lexicons.given_names


def _breaks(words: Words, at: int) -> bool:
    token = words.text[at]
    if token in _BREAKS or token.isspace():
        return True
    if not token[0].islower() or token in _INSIDE:
        return False
    if token == "on":
        return words.lower[at - 1] not in _BODY_ON
    return words.tag[at] not in _PROPER and words.pos[at] in _OUTSIDE


def _trim(words: Words, first: int, last: int, lexicons: Lexicons) -> tuple[int, int]:
    """Take articles, titles, marks, possessives and the letters behind a name off both ends."""
    lower = words.lower
    while last - first > 1 and lower[last - 1] in LETTERS:
        last -= 1
    if last - first > 2 and _is_at_home(words, last, lexicons):
        last -= 2
    if last - first > 3 and words.tag[last - 1] == words.tag[last - 3] == "CD" and words.text[last - 2] in _EDGE:
        last -= 3  # `beat Ada Wilmot 3-1`
    while last > first and (
        lower[last - 1] in _OUTER or (words.text[last - 1].islower() and _is_common(words, first, last - 1))
    ):
        last -= 1
    while first < last and lower[first] in _HUSKS and _is_husk(words, first):
        first += 1
    if last - first > 3 and lower[first] == "pro" and lower[first + 1] == "-":
        first += 3
    while first < last - 1 and words.text[first + 1][0].isupper() and _is_title(words, first, last, lexicons):
        first += 1
    if last < len(lower) and lower[last] in lexicons.honorifics:
        while last - 1 > first and lower[last - 1] in lexicons.titles and lower[last - 2] not in _INNER:
            last -= 1
    return first, last


def _is_at_home(words: Words, last: int, lexicons: Lexicons) -> bool:
    """`Wilmot Resources of China`, not `Bank of China`: a firm whose name is whole without where it is from."""
    known = lexicons.gazetteer.get(words.lower[last - 1])
    is_country = known is not None and known.kb_id.startswith("iso:") and words.lower[last - 2] == "of"
    return is_country and words.lower[last - 3] in lexicons.suffixes and words.lower[last - 3] not in lexicons.keywords


def _bare(words: Words, first: int, last: int, label: str, lexicons: Lexicons) -> tuple[int, int]:
    """Take what someone is off a full name: `Treasurer Ivo Wilmot`, `Flight Engineer Ivo Wilmot`."""
    lower = words.lower
    if lower[first] in lexicons.given_names or lower[last - 1] in lexicons.keywords:
        return first, last
    for at in range(last - 3, first - 1, -1):
        is_told = lower[at + 1] in lexicons.given_names or (label == "PERSON" and at == first)
        if is_told and words.text[at + 1][0].isupper() and _is_calling(lower[at], lexicons):
            return at + 1, last
    return first, last


def _is_calling(word: str, lexicons: Lexicons) -> bool:
    """A noun for a person, or where someone is from: treasurer, Uruguayan."""
    known = lexicons.gazetteer.get(word)
    is_from = known is not None and known.entity_type == "NORP"
    return (is_from or is_one_person(word) or word in LETTERS) and word not in lexicons.given_names


def _is_common(words: Words, first: int, at: int) -> bool:
    """A common noun that the model took along: `Ontario city`."""
    return at > first and words.tag[at] in _NOUNS and words.text[at - 1][0].isupper()


def _is_husk(words: Words, at: int) -> bool:
    """An article, a mark, or a small word that opens no name: `of`, but not the `Le` of a French newspaper."""
    lower = words.lower[at]
    return lower in _ARTICLES or lower in _EDGE or (lower in _INNER and (words.text[at].islower() or lower in _ENGLISH))


def _is_title(words: Words, at: int, last: int, lexicons: Lexicons) -> bool:
    """`Senator`, or `Attorney` and `Foreign` before another title; no part of General Motors or King Ivo Hospital."""
    lower = words.lower
    if lower[at] in lexicons.honorifics:
        is_thing = lower[last - 1] in lexicons.keywords and lower[last - 1] not in read_surnames()
        return not is_thing and " ".join(lower[at:last]) not in lexicons.gazetteer
    return lower[at] in lexicons.titles and lower[at + 1] in lexicons.honorifics


def _is_namelike(words: Words, first: int, last: int, label: str) -> bool:
    if last - first == 1 and words.lower[first] in _COMMON:
        return False
    if label == "NORP" or words.text[first][0].isupper():
        return True
    return any(each[0].isupper() or each[0].isdigit() for each in words.text[first:last])


def _missed(words: Words, taken: set[int], lexicons: Lexicons) -> list[Name]:
    """Runs of proper nouns that the model left out."""
    found: list[Name] = []
    end, bodies = 0, {words.lower[first] for first, _, label in words.ents if label == "ORG"} - lexicons.titles
    for at in sorted({*find_tokens(words.tag, _PROPER), *find_tokens(words.text, read_acronyms())} - taken):
        if at < end or not _may_open(words, at):
            continue
        end = at + 1
        while end < len(words.tag) and end not in taken and _may_open(words, end):
            end += 1
        first, last = _trim(words, at, end, lexicons)
        if last - first > 2:
            first, last = _bare(words, first, last, "PERSON", lexicons)
        is_before = last in taken and last - first > 1 and is_one_person(words.lower[last - 1])
        if is_before and words.lower[first] in bodies and _is_plain_title(words, first + 1, last, lexicons):
            found.append(Name(first, first + 1, "ORG", "proper_noun"))  # `Wilmot Chief Executive Ada Brill`
        if first < last and not is_before and not _is_plain_title(words, first, last, lexicons):
            found.append(Name(first, last, read_acronyms().get(words.text[first]), "proper_noun"))
    return found


def _may_open(words: Words, at: int) -> bool:
    if words.tag[at] not in _PROPER:
        return words.text[at] in read_acronyms()
    return words.text[at][0].isupper() and words.lower[at] not in _EDGE


def _is_plain_title(words: Words, first: int, last: int, lexicons: Lexicons) -> bool:
    """`President`, `MP`, `National Security Advisor`: a title without a name."""
    parts = words.lower[first:last]
    if " ".join(parts) in lexicons.gazetteer:
        return False
    openers = lexicons.titles if parts[-1] in lexicons.honorifics else LETTERS
    return all(each in lexicons.honorifics or each in lexicons.nouns or each in openers for each in parts)
