"""Files, directories and globs to sources."""

import glob
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
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
_log = logging.getLogger(__name__)


def find_sources(inputs: Sequence[str]) -> list[Source]:
    """List what the inputs hold, sorted by path, each file once.

    A file of an unknown kind is passed over in a directory and listed with format "" when it is named itself.
    Raises InputError when an input does not exist or holds nothing that can be read.
    """
    found: dict[Path, Source] = {}
    for each in inputs:
        for source in _expand(each):
            known = found.setdefault(source.path.resolve(), source)
            if len(source.root.parts) < len(known.root.parts):
                found[source.path.resolve()] = source
    return sorted(found.values(), key=lambda source: source.uri)


def format_of(path: Path) -> str:
    """Name the format of a file by its extension, "" when it is none of ours."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    return FORMATS.get("".join(suffixes)) or FORMATS.get("".join(suffixes[-1:]), "")


def is_of_use(name: str) -> bool:
    """Whether a name is that of a file to read or of its metadata."""
    return not Path(name).name.startswith(".") and (bool(format_of(Path(name))) or _is_sidecar(Path(name)))


def _expand(given: str) -> list[Source]:
    path = Path(given)
    if path.is_dir():
        sources = list(_in_directory(path, path))
    elif path.exists():
        sources = [] if _is_sidecar(path) else [_source(path, path.parent)]
        if not sources:
            _log.info("%s is the metadata of another file", given)
            return []
    elif _WILD & set(given):
        sources = _in_glob(given)
    else:
        raise InputError(f"{given} does not exist: name a file, a directory or a glob")
    if not sources:
        kinds = " ".join(FORMATS)
        raise InputError(f"{given} holds nothing to read: expected files that end in {kinds}")
    return sources


def _in_directory(top: Path, root: Path) -> Iterator[Source]:
    ignored = 0
    for folder, names, files in os.walk(top):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(folder, name)
            if format_of(path) and path.is_file():
                yield _source(path, root)
            elif not _is_sidecar(path):
                ignored += 1
    if ignored:
        _log.info("%d files of other kinds passed over in %s", ignored, top)


def _in_glob(pattern: str) -> list[Source]:
    root = _fixed_folder(pattern)
    matches = glob.glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob refuses absolute patterns
    return list(_from_matches(sorted(matches), root))


def _from_matches(matches: Iterable[str], root: Path) -> Iterator[Source]:
    for match in matches:
        path = Path(match)
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
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def _is_sidecar(path: Path) -> bool:
    return path.name.lower().endswith(SIDECARS)
