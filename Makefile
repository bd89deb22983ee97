# Two commands are all a newcomer needs: make run, make test.
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
PORT   ?= 8501
# One process more than there are processors: a test of a page often waits.
TESTERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))

# Set in the environment, this makes every process of a test compile the whole app anew.
export PYTHONDONTWRITEBYTECODE =

.PHONY: run test test-long types faces coverage audit lock lint lint-js bench clean

run: $(VENV)/.run
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n $(TESTERS) --durations=20

# The same tests, which try more: over a hundred kills, twenty times as many made-up cases.
test-long: $(VENV)/.dev
	WAARDENWEGER_LONG=1 $(BIN)/python -m pytest -n $(TESTERS) --durations=20

# What the annotations promise, in the rooms that pyproject.toml names. Slow once, then from .mypy_cache.
types: $(VENV)/.dev
	$(BIN)/mypy

# Branches of the three rooms that calculate, each room by its own tests.
coverage: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(TESTERS) tests/mcda tests/valuation tests/weighing --cov --cov-report=term:skip-covered

# Known weaknesses in what the app runs on.
audit: $(VENV)-audit/.done
	$(VENV)-audit/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.lock || \
	  { echo "A weakness is named above, or no service with advisories was reached and nothing is known."; exit 1; }

# After a change of requirements.txt or constraints.txt.
lock: $(VENV)-audit/.done
	(echo "# What the app needs to run, with the hash of every file that may be installed. Made by make lock."; \
	$(VENV)-audit/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  -c constraints.txt requirements.txt) > requirements.new
	mv requirements.new requirements.lock

faces: $(VENV)/.dev
	WAARDENWEGER_LONG=1 $(BIN)/python -m pytest -n $(TESTERS) tests/e2e/test_faces.py

lint: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	@if command -v npm >/dev/null; then $(MAKE) lint-js; else echo "No npm here: JavaScript is not linted."; fi

# Biome comes from npm, in the version of package-lock.json; nothing else does.
lint-js: node_modules/.package-lock.json
	node_modules/.bin/biome check --write --error-on-warnings

node_modules/.package-lock.json: package.json package-lock.json
	npm ci --silent --no-audit --no-fund
	touch $@

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks all

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet -c constraints.txt -r requirements-dev.txt
	touch $@

$(VENV)-audit/.done: requirements-audit.txt
	$(PYTHON) -m venv $(VENV)-audit
	$(VENV)-audit/bin/python -m pip install --quiet -r requirements-audit.txt
	touch $@

clean:
	rm -rf $(VENV) $(VENV)-audit
