# Every target sets itself up: Python 3.11+ and make are all that is needed.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
ARGS   ?=
# More workers than two cores need, as tests with processes of their own wait a lot. Neighbours share a browser, a server.
PYTEST := $(BIN)/pytest -n 4 --dist worksteal
PEERS  := .venv-bench
NODE   := .venv-node
SERVER := tests/console/provider_server
BENCH  ?=

# What is compiled once is kept: the program starts a fifth faster, and tests start it often.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help advisories demo run test quick check bench chaos siege format lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*  ## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | while IFS="$$(printf '\t')" read -r name what; do printf 'make %-11s %s\n' "$$name" "$$what"; done

# The program alone: what `make demo` and `make run` need.
$(VENV)/.installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Wees Alert needs Python 3.11 or newer (make PYTHON=python3.12 ...)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing (once, about a minute) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

# What tests and checks need on top of it.
$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# What the benchmarks compare with, apart from what the program uses.
$(PEERS)/.installed: requirements-bench.txt
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

# The identity provider that tests sign in at: Node.js from a package, and what npm pins.
$(NODE)/.installed: requirements-node.txt $(SERVER)/package-lock.json
	@test -x $(NODE)/bin/python || $(PYTHON) -m venv $(NODE)
	@$(NODE)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt
	@cp $(SERVER)/package.json $(SERVER)/package-lock.json $(SERVER)/.npmrc $(NODE)/
	@cd $(NODE) && PATH="$$PWD/bin:$$PATH" npm ci --silent && touch .installed \
		|| echo "npm cannot fetch the identity provider: the tests that sign in at one are skipped"

demo: $(VENV)/.installed  ## a neighbourhood on your own machine; ARGS=--once plays the story, checks it and stops; ARGS=--language=en speaks English
	@$(BIN)/wees-alert demo $(ARGS)

run: $(VENV)/.installed  ## the bot for real, settings from .env
	@$(BIN)/wees-alert run

test: $(VENV)/.installed-dev $(NODE)/.installed  ## all tests but the longest, which check has; of those that start a browser or programs the main ones; ARGS passes on to pytest
	@$(PYTEST) -m "not long" $(ARGS)

quick: $(VENV)/.installed-dev  ## under a minute: no browser, server or programs, and no sweeps; of the stories in the chat the main ones
	@$(PYTEST) -n 3 -m "not (browser or conversation or process or provider or server or sweep)" --hypothesis-profile=quick $(ARGS)

chaos: $(VENV)/.installed-dev  ## trouble in full: a hundred kills, outages, a full disk; ARGS chooses cases by name
	@$(BIN)/python -m tests.faults.chaos $(ARGS)

siege: $(VENV)/.installed-dev  ## floods in full against the running program, on both databases; ARGS chooses cases by name
	@$(BIN)/python -m tests.siege.siege $(ARGS)

advisories: $(VENV)/.installed-dev  ## known vulnerabilities of the pinned packages; skipped, and said, without a network
	@$(BIN)/python -m tests.advisories requirements.txt requirements-dev.txt

check: $(VENV)/.installed-dev $(NODE)/.installed  ## everything: format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) $(ARGS)

bench: $(VENV)/.installed $(PEERS)/.installed  ## all benchmarks beside their peers, as JSON lines; BENCH=fanout runs one
	@$(BIN)/python -m bench $(BENCH)

format: $(VENV)/.installed-dev  ## write the code as `make check` wants it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.installed-dev $(NODE)/.installed  ## renew the pinned versions and hashes from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade --group build -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade -c requirements.txt --group build --group dev -o requirements-dev.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade --group bench -o requirements-bench.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --upgrade --group node -o requirements-node.txt
	cd $(SERVER) && PATH="$(CURDIR)/$(NODE)/bin:$$PATH" npm update --package-lock-only --silent

clean:  ## remove the environments and what the tools keep
	rm -rf $(VENV) $(PEERS) $(NODE) .mypy_cache .ruff_cache .pytest_cache .hypothesis
