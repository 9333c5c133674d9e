# Two commands set everything up: `make run` and `make test`. The rest is for those who work on it.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
MESSAGES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/messages.po))
PYTHON_FILES := accounts bench config core demonstrating.py directory entraide.py messaging migrations serving.py tests tools wsgi.py

.PHONY: help run test check lint fix bench lock pictures translations

help:  ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## / \t/'

run: $(VENV)/ready $(MESSAGES)  ## Start the product with the demonstration directory on http://127.0.0.1:8000
	@$(BIN)/entraide demo
	@exec $(BIN)/entraide serve

test: $(VENV)/ready-to-test $(MESSAGES)  ## Run every check and every test
	@$(MAKE) --no-print-directory check
	@$(BIN)/python tools/chromium.py
	@$(BIN)/python -m pytest -q --numprocesses 2 --dist loadfile

check: $(VENV)/ready-to-test
	@$(BIN)/ruff check --quiet $(PYTHON_FILES)
	@$(BIN)/ruff format --quiet --check $(PYTHON_FILES)
	@$(BIN)/mypy $(PYTHON_FILES)
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/djlint --quiet --lint templates

lint: $(VENV)/ready-to-test  ## Lint, types, import contracts, templates
	@$(MAKE) --no-print-directory check

fix: $(VENV)/ready-to-test  ## Format, and mend what can be mended by itself
	@$(BIN)/ruff check --fix --quiet $(PYTHON_FILES) || true
	@$(BIN)/ruff format --quiet $(PYTHON_FILES)

bench: $(VENV)/ready-to-test $(MESSAGES)  ## Measure; prints one JSON document of ratios
	@$(BIN)/python tools/chromium.py
	@$(BIN)/python -m bench

lock: $(VENV)/ready-to-test  ## Write the lock files and the notices anew (needs uv)
	@$(BIN)/python tools/lock.py
	@$(BIN)/python tools/notices.py

pictures: $(VENV)/ready-to-test $(MESSAGES)  ## Take the pictures of the documentation anew
	@$(BIN)/python -m tools.pictures

translations: $(VENV)/ready-to-test  ## Bring every language's messages up to the texts in code and templates
	@$(BIN)/python tools/translate.py

$(VENV)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; call make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/ready: requirements.lock pyproject.toml | $(VENV)/python
	@echo "Installing what the product needs (once)"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --editable .
	@touch $@

$(VENV)/ready-to-test: requirements-dev.lock package-lock.json $(VENV)/ready
	@echo "Installing what the tests need (once)"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m tests.node npm ci --silent
	@touch $@

%.mo: %.po $(VENV)/ready
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
