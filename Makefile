# Faheng needs Python 3.11 or newer and make; the rest is installed into .venv.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& command -v $$p && break; done)
PORT ?= 8000

VENV := .venv
PY := $(VENV)/bin/python
FAHENG := $(VENV)/bin/faheng
DJANGO := $(PY) -m django
export DJANGO_SETTINGS_MODULE := faheng.config.settings
export FAHENG_VAR ?= $(CURDIR)/var

READY := $(VENV)/ready
MODULES := frontend/node_modules/ready
BUILT := src/faheng/web/static/built
ASSETS := $(BUILT)/.ready
COLLECTED := $(FAHENG_VAR)/static/staticfiles.json

FRONTEND := $(shell find frontend -type f -not -path '*/node_modules/*' \
	-not -name 'package*.json' 2>/dev/null)
WORDS := $(shell find src -name '*.po')
STATIC := $(shell find src -type f -path '*/static/*' -not -path '$(BUILT)/*' 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test test-all check lint format docs bench

help:
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 14

demo: $(COLLECTED) ## Install everything, load the demo city, serve it on PORT (8000)
	@PORT=$(PORT) .ci/demo

demo-reset: ## Forget the demo: its database and its files
	@rm -rf $(FAHENG_VAR)/faheng.sqlite3* $(FAHENG_VAR)/files $(FAHENG_VAR)/feeds \
		$(FAHENG_VAR)/demo-loading $(FAHENG_VAR)/demo-loaded

test: $(ASSETS) ## Everything CI runs: checks, tests on SQLite, PostgreSQL and in a browser
	@.ci/machine && .ci/test lint sqlite postgres browser

test-all: $(ASSETS) ## The same with the long ones: faults and scale
	@.ci/machine && .ci/test lint sqlite postgres browser slow

check: $(ASSETS) ## Before a commit: checks, and the tests on SQLite
	@.ci/test lint sqlite

lint: $(READY) ## Lint, types, import contracts, migrations
	@.ci/test lint

format: $(READY) ## Format, and mend what can be mended
	@$(VENV)/bin/ruff check --fix-only --quiet . && $(VENV)/bin/ruff format .

docs: $(READY) ## Make the reference pages from the declarations
	@$(FAHENG) reference

bench: $(READY) ## Measure; one JSON line a figure
	@$(PY) -m pip install -qq --require-hashes -r requirements/bench.txt
	@$(FAHENG) bench

# ── What the targets need, made again only when its inputs change ────────────

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	@echo "Making $(VENV)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python's venv module is needed (python3-venv on Debian)."; exit 1; }

$(READY): requirements/dev.txt requirements/demo.txt pyproject.toml setup.py CHANGELOG.md | $(PY)
	@echo "Installing the locked requirements"
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes \
		-r requirements/dev.txt
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes --no-deps \
		-r requirements/demo.txt
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	@touch $@

$(MODULES): frontend/package.json frontend/package-lock.json | $(READY)
	@echo "Installing what the assets are built from"
	@.ci/npm ci --no-progress --loglevel=error
	@touch $@

$(ASSETS): $(FRONTEND) $(WORDS) $(MODULES) $(READY)
	@echo "Building the assets"
	@$(PY) -m faheng.web.catalogue >/dev/null
	@.ci/npm run --silent build -- --logLevel=error
	@touch $@

$(COLLECTED): $(ASSETS) $(STATIC)
	@rm -rf $(FAHENG_VAR)/static
	@$(DJANGO) collectstatic --no-input -v 0
