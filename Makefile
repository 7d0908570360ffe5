# `make demo` and `make test` do all set-up by themselves, and again when repeated.

PYTHON ?= python3
BIN := .venv/bin
FOLDER ?= corpus
OUT ?= reports/demo

.PHONY: demo test check format docs docs-check lint types imports benchmarks-table venv clean
.DEFAULT_GOAL := help

.PHONY: help
help: ## show these lines
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 24

venv: ## make .venv with everything in it, unless it is there
	@PYTHON="$(PYTHON)" ./scripts/make-venv

demo: venv ## check the example articles in corpus/ and say where the report is
	@$(BIN)/xref check "$(FOLDER)" --out "$(OUT)"
	@echo "The report is $(OUT)/report.html: open it in a browser."

test: venv ## run the tests
	$(BIN)/pytest

lint: venv ## formatting and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: venv ## mypy, strict
	$(BIN)/mypy

imports: venv ## rooms don't import each other
	$(BIN)/lint-imports

docs: venv ## write the generated pages of docs/ anew
	$(BIN)/python docs/generate.py

docs-check: venv ## are the generated pages of docs/ what the code says?
	$(BIN)/python docs/generate.py --check

check: lint types imports docs-check test ## everything that continuous integration checks

format: venv ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

benchmarks-table: venv ## write the measured figures into README.md
	$(BIN)/python benchmarks/table.py

clean: ## remove what the build made; .venv and reports stay
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
