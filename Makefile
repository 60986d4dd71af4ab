# Every target sets up .venv from nothing; only make and Python >= 3.11 are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint bench evaluate soak docs clean

demo: $(STAMP)
	$(BIN)/detente demo -o demo-project

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports --no-cache

bench: $(STAMP)
	$(BIN)/python benchmarks/phrases.py
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/turns.py
	$(BIN)/python benchmarks/balancing.py
	$(BIN)/python benchmarks/landscape.py
	$(BIN)/python benchmarks/panel.py

evaluate: $(STAMP)
	$(BIN)/python benchmarks/evaluate.py

# 2,000 documents of every format with 20 bad ones among them, then 20 kills of a run.
soak: $(STAMP)
	$(BIN)/python benchmarks/soak.py
	DETENTE_KILLS=20 $(BIN)/python -m pytest tests/journey/test_journey_kill.py

docs: $(STAMP)
	$(BIN)/python docs/generate.py

clean:
	rm -rf $(VENV) demo-project build dist

# The stamp is older than the lock file or the project file when they change: then install again.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; give one with: make PYTHON=/path/to/python3.11"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $(STAMP)
