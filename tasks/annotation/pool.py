"""The pool of worker processes, and what happens when a document kills its worker.

Workers are spawned, so that no thread or lock is inherited, and the pool is kept while the process lives.
"""

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from tasks.annotation.records import Annotated, Chunk
from tasks.sources.records import Document

# The process that waits imports neither spaCy nor a component: whatever needs them is imported where it runs.

_REHEARSED = 'Mayor Ann Lee of Ruritania said on Monday: "We signed the agreement." She denied that it was a secret.'


class Job(NamedTuple):
    """A spooled chunk, the folder for its rows, and what the rows depend on."""

    path: Path
    folder: Path
    model: str
    run_id: str


@cache
def worker_pool(workers: int) -> ProcessPoolExecutor:
    """Return the pool of that many workers; each starts when there is work for it."""
    return start_pool(workers)


def start_pool(workers: int) -> ProcessPoolExecutor:
    """Return a new pool, which stops when the process ends.

    A scheduled run is itself a child process, and those wait for their own children before they tell pools to stop.
    """
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_depend_on_parent)
    Finalize(None, pool.shutdown, exitpriority=20)  # above 10, at which the pool's queues close
    return pool


def _depend_on_parent() -> None:
    """Leave Ctrl-C to the process that started this one, and end when that does, even when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def warm_up(workers: int, model_name: str) -> None:
    """Start a first worker that loads the model and all that the first document asks for, without waiting for it."""
    worker_pool(workers).submit(_rehearse, model_name)


def annotate_chunks(jobs: Sequence[Job], workers: int) -> Iterator[Chunk]:
    """Annotate chunks side by side, in the order in which they are done.

    A worker that dies takes the whole pool with it: the chunks that were left are then annotated one after the other,
    and the documents of a chunk that kills its worker again one by one, so that only the one that does it is set aside.
    """
    pool = worker_pool(workers)
    futures = {pool.submit(_annotate_chunk, job): job for job in jobs}
    broken: list[Job] = []
    for future in as_completed(futures):
        try:
            yield future.result()
        except BrokenProcessPool:
            broken.append(futures[future])
    for job in broken:
        try:
            yield _fresh_pool().submit(_annotate_chunk, job).result()
        except BrokenProcessPool:
            yield _annotate_apart(job)
    if broken:
        worker_pool.cache_clear()  # the next run of this process needs pools that work


def _rehearse(model_name: str) -> None:
    from tasks.annotation.chunk import annotate_alone

    annotate_alone(Document("", "", "text", "", "", None, _REHEARSED), model_name, "")


def _annotate_chunk(job: Job) -> Chunk:
    from tasks.annotation.chunk import annotate_chunk

    return annotate_chunk(*job)


def _annotate_apart(job: Job) -> Chunk:
    from tasks.annotation.chunk import write_chunk
    from tasks.annotation.spool import read_documents

    return write_chunk(job.folder, (_annotate_alone(document, job) for document in read_documents(job.path)))


def _annotate_alone(document: Document, job: Job) -> Annotated:
    from tasks.annotation.chunk import annotate_alone, to_failed

    try:
        return _fresh_pool().submit(annotate_alone, document, job.model, job.run_id).result()
    except BrokenProcessPool:
        return to_failed(document, "the worker process died", job.model, job.run_id)


def _fresh_pool() -> ProcessPoolExecutor:
    """Return a pool of one worker that is not broken: a broken pool refuses all work for ever."""
    try:
        worker_pool(1).submit(int).result()
    except BrokenProcessPool:
        worker_pool.cache_clear()
    return worker_pool(1)
