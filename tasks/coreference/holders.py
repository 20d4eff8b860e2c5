"""Who holds a post at a body, and at which body: `its director`, `her party`."""

from collections.abc import Iterator

from tasks.coreference.figures import Figure
from tasks.coreference.named import normal
from tasks.coreference.scene import Scene, State
from tasks.entities.records import Mention
from tasks.roles.records import Role


def find_held(scene: Scene, state: State, mention: Mention, owner: Figure) -> Figure | None:
    """The one who has the post at the body, the only one told of who has it, or the body where the owner has one."""
    word = scene.words.lower[mention.head]
    if mention.entity_type == "PERSON" and owner.kind == "ORG":
        named = [each for each in state.figures if each.is_named and each.kind == "PERSON" and word in each.titles]
        found = [each for each in named if any(_is_at(role, owner) for role in _roles_of(scene, each))] or named
    elif mention.entity_type == "ORG" and owner.kind == "PERSON":
        found = [each for each in state.figures if each.is_named and each.kind == "ORG" and word in each.titles]
        found = [each for each in found if any(_is_at(role, each) for role in _roles_of(scene, owner))]
    else:
        return None
    return found[0] if len(found) == 1 else None


def find_possessor(scene: Scene, mention: Mention) -> int | None:
    """The noun that has a body: `the sheriff's office`, whose father; no name and no `its`."""
    words, whose = scene.words, scene.words.kid(mention.head, "poss")
    if whose is None or whose in scene.name_at or not (mention.entity_type == "ORG" or words.tag[whose] == "WP$"):
        return None
    return whose if words.tag[whose] in ("NN", "WP$") else None


def find_office(scene: Scene, state: State, mention: Mention, whose: int) -> Figure | None:
    """The body whose name ends as it is called: `the sheriff's office` for the Wilmot County Sheriff's Office."""
    ending = " " + normal(scene.words.between(whose, mention.last))
    bodies = [each for each in state.figures if each.kind == "ORG" and each.is_named]
    return next((each for each in bodies if _names(scene, each, ending)), None)


def _names(scene: Scene, figure: Figure, ending: str) -> bool:
    return any(normal(scene.mentions[index].text).endswith(ending) for index in figure.members)


def _is_at(role: Role, body: Figure) -> bool:
    return role.organisation in body.members


def _roles_of(scene: Scene, figure: Figure) -> Iterator[Role]:
    for index in figure.members:
        yield from scene.titles.get(index, ())
