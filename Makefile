# Two commands: `make demo` and `make test`. PORT=, ON=, COMPANY= and FULLSCORE_HOME= are respected.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
ON ?=
# manufacturer, clinic or construction.
COMPANY ?= manufacturer
# Never the home of whoever runs this; tests make homes of their own.
RUN := env -u DATABASE_URL PATH="$(CURDIR)/$(BIN):$$PATH"
# Where no row is touched, or processes choose their own database, one run is enough.
ROWLESS := tests/architecture tests/deploy tests/engine tests/importing \
	tests/cli/test_startup.py tests/cli/test_host_begin.py tests/cli/test_host_serve.py tests/cli/test_host_disk.py tests/cli/test_host_demo.py \
	tests/kill/test_undo.py
# Every door for every role, and whatever may be sent to it: asked once, of doors and not of databases.
DOORS := tests/access/test_matrix.py tests/api/test_openapi.py
ON_POSTGRES := FULLSCORE_TEST_POSTGRES=1 pytest -q $(addprefix --ignore=,$(ROWLESS) $(DOORS))
# What PostgreSQL is asked each night only: doors that read and write through use cases tested there anyway.
NIGHTLY_ON_POSTGRES := tests/cli tests/edges tests/web tests/usecases/test_non_interference.py tests/kill/test_backup.py
SIDE_BY_SIDE := -n auto --dist loadscope --no-loadscope-reorder
QUICK := not slow and not e2e and not nightly
SEED ?= 20261123
SIZE ?= 200

.PHONY: demo test check nightly mutants format install chromium

demo: .venv/ready
	@$(RUN) fullscore demo --company $(COMPANY) --port $(PORT) $(if $(ON),--on $(ON))

test: install chromium
	$(RUN) FULLSCORE_EXAMPLES=100 pytest -q $(SIDE_BY_SIDE) -m "not nightly"
	$(RUN) FULLSCORE_EXAMPLES=25 $(ON_POSTGRES) $(addprefix --ignore=,$(NIGHTLY_ON_POSTGRES)) $(SIDE_BY_SIDE) -m "not nightly and not e2e"

check: install
	$(RUN) ruff format --check
	$(RUN) ruff check
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) python manage.py makemigrations --check --dry-run
	$(RUN) FULLSCORE_EXAMPLES=10 pytest -q $(SIDE_BY_SIDE) -m "$(QUICK)"

nightly: install chromium
	@echo "seed $(SEED), size $(SIZE)"
	$(RUN) FULLSCORE_SEED=$(SEED) FULLSCORE_SIZE=$(SIZE) FULLSCORE_EXAMPLES=2000 pytest -q
	$(RUN) FULLSCORE_SEED=$(SEED) FULLSCORE_SIZE=$(SIZE) $(ON_POSTGRES) -m "not e2e"
	$(MAKE) mutants

# Breaks the planning engine on purpose; SIZE= tries only so many small changes of each module.
mutants: install
	$(RUN) python -m tests.mutation --seed $(SEED) $(if $(filter command environment,$(origin SIZE)),--size $(SIZE)) $(MODULES)

format: install
	$(RUN) ruff check --fix --exit-zero
	$(RUN) ruff format

install: .venv/installed

# The pages' styles are built while installing; a changed source asks for it again.
.venv/ready: pyproject.toml hatch_build.py $(wildcard frontend/package*.json frontend/src/* frontend/*.js frontend/icons.txt)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Fullscore needs Python 3.11 or newer; say PYTHON=python3.11 or install one.")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip
	@echo "Building Fullscore: this takes a minute or two, once."
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

# What tests and linters need comes on top; the sample company does without.
.venv/installed: .venv/ready
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@

chromium: install
	@$(BIN)/python tests/browser.py
