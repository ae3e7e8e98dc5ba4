# Everything a person or CI does with this project. `make desk` and `make test` need only Python 3.11 and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: desk test lint bench measure fuzz schema format clean browser

desk: $(VENV)/.user  ## a demo ledger read from examples/, and the desk at http://127.0.0.1:8000
	$(BIN)/citydesk --ledger demo.db demo
	$(BIN)/citydesk --ledger demo.db serve --host $(HOST) --port $(PORT)

test: $(VENV)/.dev browser  ## the whole test suite
	$(BIN)/pytest -n 2 --dist loadscope

lint: $(VENV)/.dev  ## format, lint, types, contracts between rooms, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

bench: $(VENV)/.dev  ## what the README's figures come from (DATA=folder of gold and records)
	@test -n "$(DATA)" || { echo "say where the gold and the records are: make bench DATA=folder"; exit 2; }
	$(BIN)/python benchmarks/figures.py $(DATA)

measure: $(VENV)/.bench  ## readers (quality, speed, memory), triage, pages, archives, start-up (DATA=folder)
	@test -n "$(DATA)" || { echo "say where the gold and the records are: make measure DATA=folder"; exit 2; }
	$(BIN)/python benchmarks/read.py $(DATA)/gold_dev.reports.jsonl $(DATA)/gold_dev.jsonl
	$(BIN)/python benchmarks/triage.py $(DATA)
	$(BIN)/python benchmarks/gather.py $(DATA)/pages $(DATA)/pages_truth.jsonl
	$(BIN)/python benchmarks/gather.py --archive
	$(BIN)/python benchmarks/startup.py

fuzz: $(VENV)/.fuzz  ## every parser of what comes from outside, SECONDS (20) each
	$(BIN)/python fuzz --seconds $(or $(SECONDS),20)

schema: $(VENV)/.dev  ## docs/schema/ written anew from the types
	$(BIN)/citydesk schema docs/schema

format: $(VENV)/.dev  ## mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

browser:  ## Chromium for the browser tests
	@command -v chromium >/dev/null || { \
	  echo "The browser tests need Chromium (Debian: apt-get install chromium)."; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	  fi; }

clean:  ## all that the other targets made
	rm -rf $(VENV) demo.db* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.user: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@ $(VENV)/.user

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[bench,dev]'
	@touch $@

$(VENV)/.fuzz: $(VENV)/.dev
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[fuzz,dev]'
	@touch $@
