"""What README names is there: files, commands and their options, tables, exit codes."""

import re
from pathlib import Path

import click
import pytest

from expectations import errors
from expectations.tables import TABLES
from flows.cli import onrecord

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CODE = re.findall(r"`([^`\n]+)`", README) + re.findall(r"^    (.+)$", README, re.MULTILINE)
CONTEXT = click.Context(onrecord)


def find_command(words: list[str]) -> click.Command | None:
    """The command, or the command of a group, that a line calls."""
    command: click.Command | None = onrecord
    for word in words:
        if not isinstance(command, click.Group):
            break
        command = command.get_command(CONTEXT, word)
    return command


def test_files_are_there() -> None:
    folders = ("flows", "tasks", "expectations", "tests", "seeds", "data")
    named = [each for each in CODE if re.fullmatch(rf"({'|'.join(folders)})/[\w./]+", each)]
    built = {"data/versions/latest"}
    assert len(named) > 8
    assert [each for each in named if each not in built and not (ROOT / each).exists()] == []


CALLS = [each.partition("onrecord ")[2] for each in CODE if "onrecord " in each]


@pytest.mark.parametrize("call", CALLS)
def test_commands_and_their_options_are_there(call: str) -> None:
    words = call.partition("#")[0].split()
    command = find_command(words[:2])
    assert command, call
    known = {name for option in command.params for name in option.opts}
    assert {word for word in words if word.startswith("--")} <= known | {"--help"}


def test_every_command_and_every_table_is_told() -> None:
    told = " ".join(CODE)
    assert [name for name in onrecord.list_commands(CONTEXT) if not re.search(rf"\b{name}\b", told)] == []  # type: ignore[attr-defined]
    assert re.findall(
        r"^\| (\w+) \| [a-z]", README.partition("| table |")[2].partition("Offsets")[0], re.MULTILINE
    ) == [*TABLES]


def test_exit_codes_are_told() -> None:
    codes = {each.exit_code for each in vars(errors).values() if hasattr(each, "exit_code")}
    told = {
        int(code) for code in re.findall(r"(?:: |, )(\d+) [a-z]", README.partition("Exit codes")[2].partition(".\n")[0])
    }
    assert codes <= told
