"""What a run has to do: which documents are new or changed, spooled in chunks, and which are gone."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from tasks.annotation.spool import write_documents
from tasks.sources.records import Document, Item, Reject, Seen

_CHUNK_DOCUMENTS = (32, 256)  # the smallest and the largest chunk
_CHUNK_SHARE = 16  # a chunk is at most this part of what came before it, so that workers end at about the same time
_CHARACTERS = 2_500  # of a document, on average, that a chunk holds
_CONTENT = "plan.json"


class Known(NamedTuple):
    """What a published document was made from; equal means that it need not be read again."""

    content_sha256: str
    metadata_sha256: str | None
    fingerprint: str


class Plan(NamedTuple):
    """The work of a run; `folder` holds plan.json and the chunks, `parent` is the version that it starts from."""

    run_id: str
    folder: str
    parent: int
    chunks: tuple[str, ...]
    new: int
    changed: int
    unchanged: int
    removed: int
    rejected: int

    @property
    def is_empty(self) -> bool:
        """Whether the dataset is already what the input says."""
        return not (self.new or self.changed or self.removed)


@dataclass
class Spool:
    """Documents on their way to chunks in `folder`, compared with what is known of each."""

    folder: Path
    known: Mapping[str, Known]
    fingerprint: str
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    chunks: int = 0
    _chunk: list[Document] = field(default_factory=list)
    _characters: int = 0

    def add(self, item: Item) -> None:
        """Take what was read; what is published as it is needs no work."""
        self.sources.add(item.source_uri)
        before = self.known.get(item.doc_id)
        if isinstance(item, Seen) or before == (item.content_sha256, item.metadata_sha256, self.fingerprint):
            self.unchanged.append(item.doc_id)
            return
        (self.changed if before else self.new).append(item.doc_id)
        if isinstance(item, Reject):
            self.rejects.append(item)
            return
        if len(self._chunk) >= self._limit or self._characters + len(item.text) > self._limit * _CHARACTERS:
            self._write_chunk()
        self._chunk.append(item)
        self._characters += len(item.text)

    @property
    def _limit(self) -> int:
        smallest, largest = _CHUNK_DOCUMENTS
        return min(max(smallest, (len(self.new) + len(self.changed)) // _CHUNK_SHARE), largest)

    def write(self) -> None:
        """Write what is left."""
        self._write_chunk()
        content = {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "sources": sorted(self.sources),
            "rejects": [reject._asdict() for reject in self.rejects],
        }
        (self.folder / _CONTENT).write_text(json.dumps(content), "utf-8")

    def _write_chunk(self) -> None:
        if self._chunk:
            write_documents(self.folder / f"chunk-{self.chunks:05}.arrow", self._chunk)
            self.chunks += 1
            self._chunk, self._characters = [], 0


def spool(items: Iterable[Item], known: Mapping[str, Known], fingerprint: str, folder: Path) -> None:
    """Write the documents that are new or changed to chunks in `folder`, and what became of the others."""
    folder.mkdir(parents=True, exist_ok=True)
    spooled = Spool(folder, known, fingerprint)
    for item in items:
        spooled.add(item)
    spooled.write()


def find_seen(landing: Path) -> frozenset[str]:
    """Return the ids of everything that was read."""
    content = _read(landing)
    return frozenset((*content["new"], *content["changed"], *content["unchanged"]))


def find_read(landing: Path) -> frozenset[str]:
    """Return the source_uri of everything that was read."""
    return frozenset(_read(landing)["sources"])


def find_unreadable(landing: Path) -> frozenset[str]:
    """Return the source_uri of files and directories that could not be opened."""
    rejects = (Reject(**each) for each in _read(landing)["rejects"])
    return frozenset(each.source_uri for each in rejects if each.rule == "unreadable_file")


def write_plan(landing: Path, removed: Sequence[str], parent: int, fingerprint: str) -> Plan:
    """Name the run after its work, so that the same work takes up the run that was interrupted."""
    content = {**_read(landing), "removed": sorted(removed)}
    chunks = sorted(landing.glob("chunk-*.arrow"))
    digest = sha256(json.dumps([parent, fingerprint, content]).encode())
    for chunk in chunks:
        digest.update(chunk.read_bytes())
    folder = landing.with_name(f"run-{digest.hexdigest()[:16]}")
    (landing / _CONTENT).write_text(json.dumps(content), "utf-8")
    if folder.exists():
        shutil.rmtree(landing)
    else:
        landing.rename(folder)
    counts = (len(content[name]) for name in ("new", "changed", "unchanged", "removed", "rejects"))
    return Plan(folder.name, str(folder), parent, tuple(chunk.stem for chunk in chunks), *counts)


def read_replaced(plan: Plan) -> frozenset[str]:
    """Read the ids of all documents whose rows the run replaces or removes."""
    content = _read(Path(plan.folder))
    return frozenset((*content["new"], *content["changed"], *content["removed"]))


def read_rejects(plan: Plan) -> list[Reject]:
    """Read the documents of the run that could not be read."""
    return [Reject(**reject) for reject in _read(Path(plan.folder))["rejects"]]


def _read(folder: Path) -> dict[str, list[Any]]:
    content: dict[str, list[Any]] = json.loads((folder / _CONTENT).read_text("utf-8"))
    return content
