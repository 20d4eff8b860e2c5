"""The rules of the house: who may import whom, how long a file and a function may be."""

import ast
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ORDER = ["flows", "tasks", "expectations"]
FILES = sorted(path for package in ORDER for path in (ROOT / package).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
FILE_LIMIT, FUNCTION_LIMIT, FUNCTION_MEDIAN = 300, 30, 10


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def functions(path: Path) -> list[tuple[str, int]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            found.append((node.name, node.end_lineno - node.lineno + 1))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_right_only(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    forbidden = {*ORDER[: ORDER.index(package)], "data", "seeds", "tests"}
    assert not {name for name in imported(path) if name.split(".")[0] in forbidden}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_libraries_have_never_heard_of_prefect(path: Path) -> None:
    parts = path.relative_to(ROOT).parts
    is_library = parts[0] == "expectations" or (parts[0] == "tasks" and len(parts) > 2)
    if is_library:
        assert not {name for name in imported(path) if name.split(".")[0] == "prefect"}


@pytest.mark.parametrize("path", FILES + TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= FILE_LIMIT
    assert not [(name, lines) for name, lines in functions(path) if lines > FUNCTION_LIMIT]


def test_the_median_function_is_short() -> None:
    assert statistics.median(lines for path in FILES for _, lines in functions(path)) <= FUNCTION_MEDIAN


def test_the_checks_see_what_they_forbid(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("import prefect\nfrom flows.cli import main\n" + "def f():\n" + "    x = 1\n" * 30, "utf-8")
    assert imported(bad) == {"prefect", "flows.cli"}
    assert functions(bad) == [("f", 31)]
