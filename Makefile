.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

help:  ## what the targets do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 12

setup: .venv/.ready  ## virtual environment with the locked dependencies and the onrecord command

.venv/.ready: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip sync --quiet --compile-bytecode --require-hashes --python $(BIN)/python requirements.lock && \
	  uv pip install --quiet --no-deps --python $(BIN)/python --editable .; \
	else \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .; \
	fi
	@$(BIN)/python -m compileall -q flows tasks expectations
	@touch $@

run: setup  ## the main job: seeds/ to data/versions/latest
	$(BIN)/onrecord run seeds --data data

test: setup  ## all tests
	$(BIN)/python -m pytest

check: setup  ## formatting, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

benchmark: setup  ## accuracy on the dev corpora, speed, and the kill test in full
	$(BIN)/python -m tests.accuracy
	$(BIN)/python -m tests.speed

lock:  ## pin all dependencies anew
	uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes --no-header \
	  --upgrade --group dev pyproject.toml -o requirements.lock
	@sed -i '1i # Exact versions of everything, with hashes. Made by: make lock' requirements.lock

.PHONY: help setup run test check benchmark lock
