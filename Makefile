# Two commands are enough on a fresh machine: `make run` and `make test`. Each does its own set-up first.
# PYTHON=... chooses the interpreter, PYTEST_ARGS=... narrows a test run.
PY := .venv/bin/python
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run setup setup-run test lint format docs test-core-without-qt prove soak matrix screenshots bench lock fonts translations bare

help: ## what can be asked for
	@sed -n 's/^\([a-z -]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 24

run: setup-run ## start the program with the practice children
	@sh packaging/run_app.sh

setup-run:
	@sh packaging/system_libraries.sh run
	@sh packaging/setup_venv.sh run

setup: ## everything a developer needs, in .venv
	@sh packaging/system_libraries.sh test
	@sh packaging/system_libraries.sh listen || echo "note: no screen reader here; one test is passed over" >&2
	@sh packaging/setup_venv.sh dev

test: setup lint ## lint, then every test: the core's without Qt, and beside them all others
	@PYTEST_ARGS="$(PYTEST_ARGS)" sh packaging/run_tests.sh

lint: setup ## style, types and the rooms' contracts
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format: setup ## let ruff put everything in order
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

docs: setup ## write docs/content anew, from the seeds
	.venv/bin/allcounsel content docs

test-core-without-qt: setup ## the core in a venv that holds no Qt, no PDF, no database
	@sh packaging/test_core_without_qt.sh

prove soak matrix: setup ## the long runs (prove: laws, soak: hours of use, matrix: all combinations)
	@sh packaging/run_marked.sh $@

screenshots: setup ## a picture of every screen in every theme, in artefacts/screenshots
	$(PY) packaging/screenshots.py

bench: setup ## how fast the window is, as ratios in one run
	$(PY) packaging/benchmark.py

lock: setup ## resolve the dependencies anew (packaging/requirements)
	@sh packaging/lock.sh

fonts: setup ## write resources/fonts/widths.json anew
	$(PY) packaging/build_font_widths.py

translations: setup ## collect what the window says into resources/i18n, and compile it
	$(PY) packaging/translations.py

bare: ## prove both commands on a bare Debian 12 (root, debootstrap)
	@sh packaging/prove_bare_machine.sh
