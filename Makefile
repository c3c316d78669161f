# The two commands of a newcomer are `make demo` and `make test`; both set up what they need.

PYTHON ?= python3
BIN := .venv/bin
OUT := out
STORE := $(OUT)/demo.store

# The editable install links the package's files one by one, so a new file asks for a new install.
FILES := $(shell find . \( -name .venv -o -name .git -o -name build -o -name dist -o -path './$(OUT)' \) -prune -o \( -name '*.py' -o -name '*.toml' -o -name '*.ttl' -o -name '*.rq' -o -name '*.js' -o -name '*.css' -o -name '*.html' -o -name '*.jsonld' \) -print | sort | sha1sum | cut -c1-12)

.PHONY: help demo test lint types vocab docs query-docs score bench clean install

help:            ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "obligraph needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv

INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --config-settings editable_mode=strict --editable

.venv/.run-$(FILES): .venv/bin/python pyproject.toml constraints.txt
	$(INSTALL) .
	@rm -f .venv/.run-* .venv/.dev-* && touch $@

.venv/.dev-$(FILES): .venv/bin/python pyproject.toml constraints.txt
	$(INSTALL) '.[dev]'
	@rm -f .venv/.run-* .venv/.dev-* && touch $@ .venv/.run-$(FILES)

install: .venv/.dev-$(FILES)  ## set up .venv for development

demo: .venv/.run-$(FILES) ## read the shipped resolution, ask its graph, draw it
	@PATH="$(CURDIR)/$(BIN):$$PATH" OUT=$(OUT) STORE=$(STORE) sh examples/demo.sh

test: install ## lint, types and the whole test suite
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q

lint: install ## ruff alone
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: install ## mypy alone
	$(BIN)/mypy

vocab: install ## write the generated vocabularies of the ontology
	$(BIN)/python tools/make_vocab.py

docs: install  ## write the HTML reference of the ontology
	$(BIN)/python tools/make_docs.py $(OUT)/docs/ontology.html

query-docs: install ## write docs/queries.md from the named queries
	$(BIN)/python tools/make_query_docs.py

score: install ## print every figure of the reading with its target, where the texts are
	$(BIN)/python -m benchmarks.score

bench: install ## measure speed, as ratios
	$(BIN)/python benchmarks/speed.py
	@echo 'named queries on a store of yours: $(BIN)/python -m benchmarks.queries STORE'

clean: ## remove what the targets made
	rm -rf .venv build dist $(OUT) *.egg-info
