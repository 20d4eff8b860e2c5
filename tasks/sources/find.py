"""Files, directories and globs to sources."""

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from expectations.errors import InputError
from tasks.sources.records import Source

FORMATS = {
    ".txt": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".ndjson": "jsonl",
    ".ndjson.gz": "jsonl",
    ".ndjson.zst": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
}
SIDECARS = (".meta.json", ".meta.yaml", ".meta.yml")
_WILD = frozenset("*?[")


def find_sources(inputs: Sequence[str]) -> list[Source]:
    """List what the inputs hold, sorted by path, each file once.

    A file of an unknown kind is passed over in a directory and listed with format "" when it is named itself. So is a
    directory that cannot be listed.
    Raises InputError when an input does not exist or holds nothing that can be read.
    """
    found: dict[str, Source] = {}
    for each in inputs:
        for source in _expand_or_refuse(each):
            file = os.path.realpath(source.path)  # Path.resolve raises where links lead in a circle
            known = found.setdefault(file, source)
            if len(source.root.parts) < len(known.root.parts):
                found[file] = source
    return sorted(found.values(), key=lambda source: source.uri)


def count_others(inputs: Sequence[str]) -> Counter[str]:
    """Count what is passed over in the directories of the inputs, by extension."""
    folders = [path for each in inputs for path in _match(each) if path.is_dir()]
    return Counter(
        "link to a directory" if path.is_symlink() and path.is_dir() else path.suffix or "no extension"
        for folder in folders
        for path in _walk(folder)
        if not _is_source(path) and not _is_sidecar(path)
    )


def format_of(path: Path) -> str:
    """Name the format of a file by its extension, "" when it is none of ours."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    return FORMATS.get("".join(suffixes)) or FORMATS.get("".join(suffixes[-1:]), "")


def is_of_use(name: str) -> bool:
    """Whether a name is that of a file to read or of its metadata."""
    return not Path(name).name.startswith(".") and (bool(format_of(Path(name))) or _is_sidecar(Path(name)))


def _expand_or_refuse(given: str) -> list[Source]:
    try:
        return _expand(given)
    except OSError as error:
        raise InputError(f"{given} cannot be read ({error.strerror}): make it readable, or name another") from error


def _expand(given: str) -> list[Source]:
    path = Path(given)
    if path.is_dir():
        sources = list(_in_directory(path, path))
    elif path.is_file():
        if _is_sidecar(path):
            return []
        sources = [_source(path, path.parent)]
    elif _WILD & set(given):
        sources = _in_glob(given)
    elif path.exists():
        raise InputError(f"{given} is neither a file nor a directory: name one, or a glob")
    else:
        raise InputError(f"{given} does not exist: name a file, a directory or a glob")
    if not sources:
        kinds = " ".join(FORMATS)
        raise InputError(f"{given} holds nothing to read: expected files that end in {kinds}")
    return sources


def _in_directory(top: Path, root: Path) -> Iterator[Source]:
    refused: list[OSError] = []
    yield from (_source(path, root) for path in _walk(top, refused.append) if _is_source(path))
    for error in refused:
        if Path(error.filename) == top:
            raise error
        yield Source(Path(error.filename), root, "")


def _walk(top: Path, onerror: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """Files and links to directories below a directory, hidden ones left out."""
    for folder, names, files in os.walk(top, onerror=onerror):
        names[:] = sorted(name for name in names if not name.startswith("."))
        links = [name for name in names if Path(folder, name).is_symlink()]
        yield from (Path(folder, name) for name in sorted([*files, *links]) if not name.startswith("."))


def _is_source(path: Path) -> bool:
    """Whether a path has the name of a source and is a file, or may be one that cannot be looked at."""
    return bool(format_of(path)) and (not os.access(path, os.F_OK) or _is_file(path))


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises where a directory refuses a look


def _in_glob(pattern: str) -> list[Source]:
    root = _fixed_folder(pattern)
    return list(_from_matches(_match(pattern), root))


def _match(pattern: str) -> list[Path]:
    return sorted(map(Path, glob.glob(pattern, recursive=True)))  # noqa: PTH207 - Path.glob refuses absolute patterns


def _from_matches(matches: Iterable[Path], root: Path) -> Iterator[Source]:
    for path in matches:
        if path.is_dir():
            yield from _in_directory(path, root)
        elif format_of(path):
            yield _source(path, root)


def _fixed_folder(pattern: str) -> Path:
    fixed = []
    for part in Path(pattern).parts[:-1]:
        if _WILD & set(part):
            break
        fixed.append(part)
    return Path(*fixed)


def _source(path: Path, root: Path) -> Source:
    return Source(path, root, format_of(path), _sidecar(path))


def _sidecar(path: Path) -> Path | None:
    stems = (path.name, path.stem)
    candidates = (path.with_name(stem + suffix) for stem in stems for suffix in SIDECARS)
    return next((candidate for candidate in candidates if _is_file(candidate)), None)


def _is_sidecar(path: Path) -> bool:
    return path.name.lower().endswith(SIDECARS)
