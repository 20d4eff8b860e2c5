"""Who speaks: the parties of a source."""

from tasks.coreference.cast import find_party
from tasks.coreference.records import Cast, Party
from tasks.entities.gazetteer import read_gazetteer
from tasks.entities.lexicons import read_lexicons
from tasks.language.words import Words
from tasks.quotes.drafts import Draft
from tasks.quotes.papers import find_paper
from tasks.quotes.pieces import Piece
from tasks.quotes.reading import Reading
from tasks.roles.lexicons import read_titles


def find_speakers(reading: Reading, cast: Cast, draft: Draft) -> tuple[Party, ...]:
    """The parties of a draft's source: one, or several names that speak jointly."""
    if draft.source is None or reading.tree.lower[draft.source.first : draft.source.last] == ["reports"]:
        return ()
    name = draft.source.name
    titled = _titled(reading.tree, cast, *name)
    parts = (
        _parts(reading, draft.source.head, name) if titled is None or _names_person(cast, name[0], titled) else [name]
    )
    speakers = tuple([_find_speaker(reading, cast, *part) for part in parts])
    if draft.rule == "transcript" and speakers[0].entity_type != "PERSON":
        return (_find_called(reading.tree, cast, speakers[0]),)
    if len(speakers) > 1 or speakers[0].entity is not None:
        return speakers
    paper = find_paper(reading, draft.source.head, draft.source.name)
    return speakers if paper is None else (in_place_of(speakers[0], _find_speaker(reading, cast, *paper)),)


def _find_called(tree: Words, cast: Cast, party: Party) -> Party:
    """Who a turn of a transcript is labelled as: `VOSS:` is Mara Voss, whatever the label alone looks like."""
    ending = f" {party.text}".casefold()
    for mention in cast.mentions:
        if mention.entity_type == "PERSON" and mention.form == "name" and mention.text.casefold().endswith(ending):
            return in_place_of(party, as_written(cast, find_party(cast, tree, mention.first, mention.last)))
    return party


def in_place_of(party: Party, speaker: Party) -> Party:
    """The speaker, with the words that stand for him."""
    if party.entity is not None and party.entity == speaker.entity:
        return party
    return speaker._replace(start=party.start, end=party.end, text=party.text)


def _find_speaker(reading: Reading, cast: Cast, first: int, last: int) -> Party:
    """The party of a source; one without a name goes by what stands before a comma: `the men, former soldiers`."""
    party = find_party(cast, reading.tree, first, last)
    if party.entity is None and "," in reading.tree.lower[first + 1 : last]:
        comma = reading.tree.lower.index(",", first + 1, last)
        if not {"NNP", "NNPS"} & set(reading.tree.tag[comma:last]):
            party = find_party(cast, reading.tree, first, comma)
    elif party.entity is None and (name := _titled(reading.tree, cast, first, last)) is not None:
        party = find_party(cast, reading.tree, name, last)
    return as_written(cast, party)


def _titled(tree: Words, cast: Cast, first: int, last: int) -> int | None:
    """Where the name begins that a title ends with: `Commander of the guard General Ivo Wilmot`."""
    at = cast.by_token.get(last - 1)
    name = None if at is None else cast.mentions[at]
    if name is None or name.form != "name" or name.entity_type != "PERSON" or name.last != last:
        return None
    titles, start = read_titles().heads, name.first
    if first == start or tree.tag[start - 1][0] != "N" or titles.isdisjoint(tree.lower[first:start]):
        return None
    addresses = read_lexicons().honorifics
    while start > first and (tree.lower[start - 1] in titles or tree.lower[start - 1].strip(".") in addresses):
        start -= 1
    is_other = start < name.first and tree.dep[start - 1] == "prep"  # `the wife of General Wilmot`
    return None if is_other and start > first else name.first


def _names_person(cast: Cast, first: int, last: int) -> bool:
    mentions = [cast.mentions[at] for token in range(first, last) if (at := cast.by_token.get(token)) is not None]
    return any(mention.entity_type == "PERSON" and mention.form == "name" for mention in mentions)


def as_written(cast: Cast, party: Party) -> Party:
    """The party by the fullest name that the document has for it; a capital that speaks is its government."""
    if party.mention is None or party.entity is None or _is_metonym(cast, party):
        return party
    chain = cast.chains[cast.chain_of[party.mention]]
    names = []
    for index in chain.mentions:
        mention = cast.mentions[index]
        if mention.form == "name" and mention.entity_type == chain.entity_type:
            if mention.text == party.name:
                return party
            names.append(mention.text)
    if not names:
        return party
    return party._replace(name=" ".join(max(names, key=lambda name: (name.count(" "), len(name))).split()))


def _is_metonym(cast: Cast, party: Party) -> bool:
    """`Lima denied it`: a city that stands for a government, whose name says more."""
    known = read_gazetteer().get(cast.mentions[party.mention].text.casefold()) if party.mention is not None else None
    is_government = party.entity is not None and (party.entity.kb_id or "").startswith("gov:")
    return is_government and known is not None and known.is_capital


def _parts(reading: Reading, head: int, name: Piece) -> list[Piece]:
    """Token ranges of conjoined names, or the whole range when it is one or not all are names."""
    tree = reading.tree
    if name[1] - name[0] == 1:
        return [name]
    name = (name[0], _cut_aside(tree, head, name[1]))
    if "along" in tree.lower[head + 1 : name[1] - 2]:
        along = tree.lower.index("along", head + 1)
        return [(name[0], along - (tree.lower[along - 1] == ",")), (along + 2, name[1])]
    pair = tree.kid(head, "appos") if tree.tag[head] == "NNS" else None
    if pair is not None and tree.tag[pair] == "NNP" and tree.kid(pair, "conj") is not None and pair < name[1]:
        name, head = (tree.left[pair], name[1]), pair  # `the two senators, Ann Lee and Bo Marsh`
    heads = [head]
    while (other := tree.kid(heads[-1], "conj")) is not None and name[0] <= other < name[1]:
        heads.append(other)
    if len(heads) == 1 or not all(_is_one(tree, each) for each in heads):
        return [name]
    ends = [_end(reading, each, following) for each, following in zip(heads, heads[1:], strict=False)] + [name[1]]
    starts = [name[0]] + [tree.left[each] for each in heads[1:]]
    return [(first, last) for first, last in zip(starts, ends, strict=True) if first < last]


def _is_one(tree: Words, head: int) -> bool:
    """A name, or `the ministry` beside another."""
    return tree.tag[head].startswith("NNP") or (tree.tag[head] == "NN" and tree.lower[tree.left[head]] == "the")


def _cut_aside(tree: Words, head: int, last: int) -> int:
    """End a name before a bracket (`the ministry (MOH)`, `Marsh (R-Wis.)`)."""
    return tree.lower.index("(", head, last) if "(" in tree.lower[head + 1 : last] else last


def _end(reading: Reading, head: int, following: int) -> int:
    """Where one name of a row ends: before the comma or the conjunction."""
    at = reading.tree.left[following]
    while at > head + 1 and reading.tree.lower[at - 1] in (",", "and", "or", "&", "with", "along", "both"):
        at -= 1
    return at
