"""Runs at the start of every worker that finds this folder in PYTHONPATH: one document kills the process."""

import os
import signal

from tasks.text import language

_find_language = language.find_language


def find_language(text: str, declared: str | None = None) -> str:
    if "Killer" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return _find_language(text, declared)


language.find_language = find_language
