# Two commands do everything on a fresh machine, set-up included: `make demo` and `make test`.
.DEFAULT_GOAL := help
.PHONY: help setup demo run test check drill figures bench lock installer

run_python := .venv/bin/python
# Hundreds of programs are started by the tests: Python keeps its bytecode, or each would compile ours once more.
export PYTHONDONTWRITEBYTECODE :=

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv with exactly what requirements.lock names
	@scripts/setup.sh

demo: setup ## take a fictional case from nothing to a signed bundle under build/demo, and open the window on it
	@scripts/demo.sh

run: setup ## open the window
	@$(run_python) -P -m ui

test: check ## check, then run every test, on all cores
	@scripts/test_tools.sh
	@$(run_python) -m pytest -n auto --maxprocesses 8 --dist worksteal

check: setup ## style, types for Linux and Windows, and the contracts between the floors
	@$(run_python) -m ruff check .
	@$(run_python) -m mypy --cache-dir .mypy_cache/windows --platform win32 & windows=$$!; \
		$(run_python) -m mypy --cache-dir .mypy_cache/linux --platform linux && wait $$windows
	@PYTHONPATH=. .venv/bin/lint-imports --no-logo

drill: setup ## hit, cut off, fill up and damage vaults in full; the report goes to build/drill-report.md
	@scripts/test_tools.sh
	@nice $(run_python) -m tests.drills.run --figures docs/security-figures.json && $(run_python) scripts/security_matrix.py

figures: setup ## run the tests in full and the benchmarks that bound a requirement; their figures go to the security matrix
	@scripts/test_tools.sh
	@THB_FIGURES=docs/security-figures.json THB_WHOLE=1 THB_SEQUENCES=500 THB_VARIANTS=20 \
		$(run_python) -m pytest -n auto --maxprocesses 8 --dist worksteal
	@THB_FIGURES=docs/security-figures.json $(run_python) benchmarks/health.py
	@$(run_python) scripts/security_matrix.py

bench: setup ## measure what is promised, each figure against a named peer
	@scripts/bench.sh

lock: ## renew requirements.lock from pyproject.toml
	@scripts/lock.sh --upgrade

installer: setup ## build one folder with both programs under dist/ and let each test itself
	@scripts/installer.sh
