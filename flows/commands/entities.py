"""Entities: finding them, and judging who is who."""

from typing import TYPE_CHECKING

import click

from flows.commands import options
from flows.commands.reading import read_version

if TYPE_CHECKING:
    from tasks.quality.judging import Judged

_reason = click.option("--reason", help="Why, for those who read the judgement.")


@click.group()
def entities() -> None:
    """Find entities by name, and judge who is who."""


@entities.command(name="list")
@click.argument("name", default="")
@options.data
@options.version
@options.as_json
def list_rows(name: str, data: str, version: int | None, as_json: bool) -> None:
    """List the entities with NAME in their name or an alias. The most mentioned come first."""
    rows = read_version(data, version).read("entities").to_pylist()
    found = [row for row in rows if name.casefold() in "\n".join([row["name"], *row["aliases"]]).casefold()]
    found.sort(key=lambda row: (-row["n_mentions"], row["entity_id"]))
    columns = ("entity_id", "entity_type", "name", "n_documents", "n_mentions", "merged_into")
    options.print_json(found) if as_json else options.print_rows(found, columns)


@entities.command()
@click.argument("entity_id")
@click.argument("into_id")
@_reason
@options.data
@options.as_json
def merge(entity_id: str, into_id: str, reason: str | None, data: str, as_json: bool) -> None:
    """Say that ENTITY_ID is INTO_ID. Its mentions, quotes and events become those of INTO_ID, in later runs too."""
    from tasks.quality.judging import merge_entities
    from tasks.storage.dataset import open_dataset

    _tell(merge_entities(open_dataset(data, create=False), entity_id, into_id, reason), as_json=as_json)


@entities.command()
@click.argument("entity_id")
@click.argument("doc_ids", nargs=-1, required=True)
@_reason
@options.data
@options.as_json
def split(entity_id: str, doc_ids: tuple[str, ...], reason: str | None, data: str, as_json: bool) -> None:
    """Say that ENTITY_ID is another in the documents DOC_IDS. Later runs keep to it."""
    from tasks.quality.judging import split_entity
    from tasks.storage.dataset import open_dataset

    _tell(split_entity(open_dataset(data, create=False), entity_id, doc_ids, reason), as_json=as_json)


def _tell(judged: "Judged", *, as_json: bool) -> None:
    done = f"version {judged.version}: the mentions are now those of {judged.entity_id}"
    options.print_json(judged) if as_json else click.echo(done)
