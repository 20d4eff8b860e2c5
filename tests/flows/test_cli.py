"""The commands, as a user types them: what they print and how they exit."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from expectations.tables import TABLES
from flows.cli import main, onrecord
from flows.commands.options import print_rows

pytestmark = [pytest.mark.model, pytest.mark.slow]


class Told(NamedTuple):
    """Exit code, and what went to stdout and stderr."""

    code: int
    out: str
    err: str


class Onrecord:
    """Calls the command line on a dataset."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.data, self._capsys, self._monkeypatch = data, capsys, monkeypatch

    def __call__(self, *arguments: str) -> Told:
        self._monkeypatch.setattr(sys, "argv", ["onrecord", *arguments, "--data", str(self.data)])
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = self._capsys.readouterr()
        return Told(int(stopped.value.code or 0), printed.out, printed.err)


@pytest.fixture
def call(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Onrecord:
    """Commands on the dataset that no test changes."""
    return Onrecord(data, capsys, monkeypatch)


@pytest.fixture
def call_copy(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Onrecord:
    """Commands on a copy that a test may change."""
    shutil.copytree(data, tmp_path / "data", symlinks=True)
    return Onrecord(tmp_path / "data", capsys, monkeypatch)


def test_help_names_every_command_and_each_has_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        onrecord(["--help"])
    listed = capsys.readouterr().out
    assert "..." not in listed.partition("Commands:")[2], "a line that is cut"
    for name in onrecord.list_commands(None):  # type: ignore[attr-defined]
        assert f"\n  {name} " in listed
        with pytest.raises(SystemExit) as stopped:
            onrecord([name, "--help"], prog_name="onrecord")
        assert stopped.value.code == 0
        told = capsys.readouterr().out
        assert f"Usage: onrecord {name} " in told
        assert "..." not in told.partition("Commands:")[2]


@pytest.mark.parametrize("arguments", [("--help",), ("run", "--help"), ("versions",), ("describe",), ("report",)])
def test_light_commands_import_nothing_heavy(data: Path, arguments: tuple[str, ...]) -> None:
    given = [*arguments, "--data", str(data)] if "--help" not in arguments else list(arguments)
    code = (
        "import sys\nfrom flows.cli import onrecord\n"
        f"onrecord({given!r}, standalone_mode=False)\n"
        "print(sorted({'prefect', 'spacy', 'great_expectations', 'trafilatura'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("versions",), "documents"),
        (("describe",), "event_mentions"),
        (("describe", "quotes"), "speaker_name"),
        (("query", "select count(*) as n from documents"), "n\n4\n"),
        (("query", "select speaker_name from quotes where doc_id = 'harbour'"), "Ines Kalda"),
        (("show", "harbour"), "Ines Kalda"),
        (("show", "harbour", "--html"), "<h1>harbour</h1>"),
        (("report",), "report.html"),
        (("quarantine",), "doc_id"),
        (("verify",), "as they were published"),
        (("doctor",), "python"),
    ],
)
def test_a_command_prints_what_it_is_asked_for(call: Onrecord, arguments: tuple[str, ...], expected: str) -> None:
    told = call(*arguments)
    assert told.code == 0, told.err
    assert expected in told.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("versions",),
        ("describe",),
        ("describe", "quotes"),
        ("query", "select * from quotes"),
        ("show", "harbour"),
        ("report",),
        ("quarantine",),
        ("quarantine", "list"),
        ("verify",),
        ("doctor",),
        ("gc", "--dry-run"),
    ],
)
def test_json_is_json(call: Onrecord, arguments: tuple[str, ...]) -> None:
    told = call(*arguments, "--json")
    assert told.code == 0, told.err
    json.loads(told.out)


def test_a_row_of_every_table_is_explained_by_its_characters(call: Onrecord) -> None:
    for table in (each for each in TABLES.values() if each.owner == "document" and each.name != "quarantine"):
        rows = pd.read_parquet(call.data / "versions" / "latest" / table.name)
        told = call("explain", rows[table.key][0])
        assert told.code == 0, told.err
        assert str(rows["doc_id"][0]) in told.out


def test_an_event_is_explained_by_the_mentions_that_tell_it(call: Onrecord) -> None:
    told = pd.read_parquet(call.data / "versions" / "latest" / "event_mentions").iloc[0]
    assert f"event_mentions.event_id of {told['event_mention_id']}" in call("explain", told["event_id"]).out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "nowhere"), 2, "no document nowhere"),
        (("explain", "quo-0000000000000000"), 2, "quo-0000000000000000"),
        (("describe", "nothing"), 2, "nothing"),
        (("query", "select nonsense from quotes"), 2, "nonsense"),
        (("query", "drop table quotes"), 2, "drop"),
        (("versions", "--nonsense"), 2, "--nonsense"),
        (("diff", "1", "9"), 2, "9"),
        (("rollback", "9"), 2, "9"),
        (("report", "9"), 2, "9"),
        (("serve", "seeds"), 2, "--cron or --every"),
        (("serve", "seeds", "--cron", "every noon"), 2, "'every noon' says no times"),
        (("run", "/nowhere/at/all"), 4, "does not exist"),
        (("run", __file__, "--model", "no_model"), 2, "no_model is not installed"),
    ],
)
def test_a_mistake_is_told_without_a_traceback(
    call: Onrecord, arguments: tuple[str, ...], code: int, said: str
) -> None:
    told = call(*arguments)
    assert told.code == code, told
    assert said.lower() in told.err.lower()
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("two\nlines\tand  more", "two lines and more"),
        ("a\x1b[31mbell\x07", "a\ufffd[31mbell\ufffd"),
        ("x" * 61, "x" * 59 + "…"),
    ],
)
def test_a_cell_is_one_line_that_no_terminal_acts_on(
    capsys: pytest.CaptureFixture[str], value: object, cell: str
) -> None:
    print_rows([{"a": value, "b": "end"}])
    assert capsys.readouterr().out.splitlines()[1] == f"{cell:1}  end"


def test_ctrl_c_ends_a_run_with_one_line() -> None:
    code = """
import os, signal
from flows.commands.run import stopping_at_once
with stopping_at_once():
    os.kill(os.getpid(), signal.SIGINT)
print("went on")
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (130, "")
    assert "the same command goes on" in told.stderr and "Traceback" not in told.stderr


@pytest.mark.parametrize("name", ["file", "full", "file/below"])
def test_a_copy_needs_room(call: Onrecord, tmp_path: Path, name: str) -> None:
    (tmp_path / "full" / "of").mkdir(parents=True)
    (tmp_path / "file").touch()
    for arguments in (
        ("checkout", "1", str(tmp_path / name)),
        ("export", "--format=csv", "--out", str(tmp_path / name)),
    ):
        told = call(*arguments)
        assert told.code == 2 and "choose another place" in told.err


def test_a_copy_goes_into_an_empty_directory(call: Onrecord, tmp_path: Path) -> None:
    assert call("checkout", "1", str(tmp_path)).code == 0


def test_a_place_without_a_dataset_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Onrecord(tmp_path / "nothing", capsys, monkeypatch)("versions")
    assert told.code == 2
    assert "onrecord run" in told.err
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "duckdb"])
def test_an_export_says_what_it_wrote(call: Onrecord, tmp_path: Path, form: str) -> None:
    told = call("export", "--format", form, "--out", str(tmp_path / "out"))
    assert told.code == 0, told.err
    assert told.out.splitlines()
    assert all(Path(line).exists() for line in told.out.splitlines())


def test_a_version_is_checked_out_and_restored(call_copy: Onrecord, tmp_path: Path) -> None:
    assert "version 1 is in" in call_copy("checkout", "1", str(tmp_path / "copy")).out
    assert len(pd.read_parquet(tmp_path / "copy" / "documents")) == 4
    assert "nothing to do" in call_copy("rollback", "1").out
    assert "removed 0 versions" in call_copy("gc", "--keep", "1").out


def test_damage_is_found_and_mended(call_copy: Onrecord) -> None:
    part = next(call_copy.data.glob("versions/000001/quotes/*.parquet"))
    part.unlink()
    told = call_copy("verify")
    assert told.code == 3
    assert part.name in told.out
    assert "nothing is missing" in call_copy("repair").out
    assert call_copy("verify").code == 0


def test_a_judgement_on_entities_holds_in_later_runs(call_copy: Onrecord, articles: Path) -> None:
    def entity(name: str) -> dict[str, object]:
        found: list[dict[str, object]] = json.loads(call_copy("entities", "list", name, "--json").out)
        return found[0]

    kalda, brandt = str(entity("Ines Kalda")["entity_id"]), str(entity("Oskar Brandt")["entity_id"])
    told = call_copy("entities", "merge", kalda, brandt, "--reason", "one of them is a pen name")
    assert told.code == 0, told.err
    assert entity("Ines Kalda")["n_documents"] == 2
    assert call_copy("entities", "merge", kalda, brandt).code == 2, "it is a tombstone"
    assert "nowhere: not mentioned there" in call_copy("entities", "split", brandt, "nowhere").err
    assert call_copy("entities", "split", brandt, "treaty").code == 0
    speakers = call_copy(
        "query", "select distinct doc_id, speaker_id from quotes where doc_id in ('harbour', 'treaty')"
    )
    assert brandt in speakers.out and kalda not in speakers.out
    assert call_copy("run", str(articles), "--workers", "1").code == 0
    assert call_copy("verify").code == 0
    assert len(json.loads(call_copy("query", "select * from judgements", "--json").out)) == 2
