# One target per task; CI runs `make test`, `make docs`, `make lowest` and `make compiled`.
#
#   make demo          everything a visitor needs: builds .venv, reads fixtures/, writes out/demo/
#   make PYTHON=… demo with the Python of your choice (3.11 or later)

VENV := .venv
BIN := $(VENV)/bin
LOWEST := .venv-lowest
COMPILED := .venv-compiled
WHEELS := out/wheels
DEMO := out/demo
DOCS := out/docs
SAMPLE := fixtures/mirror fixtures/dumps fixtures/pages
REFERENCE := fixtures/history/codes.jsonl
ATLAS_PACKAGE := packages/cpp-corpus-atlas
MINUTES := 0.1
SEED := 13
LAW := ../shared/data
LAW_DAY := 2023-12-01
LAW_SOURCE := mirror of Légifrance, state of December 2023 (public data, Licence Ouverte)

.DEFAULT_GOAL := help
.PHONY: help demo dist docs test lint types layers unit coverage explore lowest wheel-compiled compiled atlas-package tables format grammar codes \
  quality peers findings fuzz clean distclean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */  make \1\t/' | expand -t 18

demo: $(VENV)/.installed  ## build .venv, normalize the sample texts, say what was made and where
	$(BIN)/cpp-corpus normalize $(SAMPLE) --numbers-from $(REFERENCE) -o $(DEMO)
	$(BIN)/cpp-corpus site $(DEMO) -o $(DEMO)-site --title Fiction
	@echo
	@echo "In $(DEMO):"
	@cd $(DEMO) && wc -c * | sed '$$d'
	@echo
	@echo "A site of it: open $(DEMO)-site/index.html"
	@echo "Next:"
	@echo "  . $(BIN)/activate"
	@echo "  cpp-corpus show L112-1 --from $(DEMO)"
	@echo "  cpp-corpus graph L112-1 --from $(DEMO) -o out/graph.svg"

test: lint types layers unit  ## ruff, mypy, import-linter, and the tests

dist: $(VENV)/.dev  ## wheel and source distribution, in out/dist: the same bytes from the same commit
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) PIP_CONSTRAINT=constraints.txt $(BIN)/python -m build -q --outdir out/dist .
	@ls out/dist

docs: $(VENV)/.docs  ## the docs site, in out/docs; a warning is an error
	$(BIN)/sphinx-build -q -W --keep-going -b html docs $(DOCS)
	@echo "Open $(DOCS)/index.html"

lint: $(VENV)/.dev  ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev  ## mypy, strict
	$(BIN)/mypy

layers: $(VENV)/.dev  ## import-linter: who may import whom
	$(BIN)/lint-imports

unit: $(VENV)/.dev  ## pytest with doctests, in two processes
	$(BIN)/pytest -n 2 --dist loadfile

coverage: $(VENV)/.dev  ## the same with branch coverage, which takes a third longer
	$(BIN)/pytest --cov --cov-report=term -n 2 --dist loadfile

lowest: $(LOWEST)/.installed  ## the tests, or TESTS="tests/ingest", on the lowest versions that pyproject.toml admits, in their own venv
	$(LOWEST)/bin/python -m pytest -q -p no:cacheprovider --hypothesis-profile=few -n 2 --dist loadfile $(TESTS)

wheel-compiled: $(WHEELS)/.built  ## a wheel of this platform with the compiled recogniser, in out/wheels (needs a C compiler)
	@ls $(WHEELS)

$(WHEELS)/.built: pyproject.toml constraints.txt hatch_build.py $(shell find src -name '*.py' -o -path '*/data/*' -type f) \
  | $(BIN)/python
	rm -rf $(WHEELS)
	HATCH_BUILD_HOOKS_ENABLE=1 PIP_BUILD_CONSTRAINT=constraints.txt \
	  $(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir $(WHEELS) .
	@touch $@

compiled: wheel-compiled $(VENV)/.dev  ## that wheel in a venv of its own: the same references as the pure one, and its tests
	$(BIN)/python -m venv --clear $(COMPILED)
	$(COMPILED)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(COMPILED)/bin/python -m pip install --quiet -c constraints.txt $(WHEELS)/*.whl hypothesis jsonschema lxml pytest pytest-xdist
	$(BIN)/python -m quality.hash --with $(COMPILED)/bin/python
	$(COMPILED)/bin/python -m pytest -q -p no:cacheprovider --hypothesis-profile=few -n 2 --dist loadfile \
	  tests/normalizer/recognize \
	  --ignore tests/normalizer/recognize/test_text.py  # whose texts the hash has

explore: $(VENV)/.dev  ## the property tests with thousands of texts that no run had before, or those of TESTS=tests/lang
	$(BIN)/pytest -q --hypothesis-profile=explore -n 2 --dist loadfile \
	  $$(grep -rl --include='test_*.py' 'from hypothesis' $(or $(TESTS),tests))

atlas-package: $(VENV)/.dev  ## the atlases made again from a mirror and histories of LAW=…, and the wheel of their package
	rm -f $(ATLAS_PACKAGE)/src/cpp_corpus_atlas/data/*.atlas
	$(BIN)/cpp-corpus atlas build $(LAW)/mirror-dev.tar.xz --all -o $(ATLAS_PACKAGE)/src/cpp_corpus_atlas/data \
	  --as-of $(LAW_DAY) --title "a $(LAW_SOURCE)"
	$(BIN)/cpp-corpus atlas build $(LAW)/code-penal-history.jsonl.xz --all -o $(ATLAS_PACKAGE)/src/cpp_corpus_atlas/data \
	  --as-of $(LAW_DAY) \
	  --title "a dated history of a $(LAW_SOURCE)"
	rm -f $(ATLAS_PACKAGE)/src/cpp_corpus_atlas/data/code-de-procedure-penale.atlas
	$(BIN)/cpp-corpus atlas build $(LAW)/cpp-history.jsonl.xz --all -o src/cpp_corpus/normalizer/identify/data \
	  --title "Code de procédure pénale: 13,797 pages of a dated history of December 2023 of a mirror of Légifrance (public data, Licence Ouverte)"
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir out/atlas $(ATLAS_PACKAGE)
	@ls -l out/atlas

tables: $(VENV)/.dev  ## the tables of codes brought up to date: FROM=CORPUS AS_OF=2025-01-31
	$(BIN)/python -m cpp_corpus.pipeline.shipped_tables $(FROM) $(AS_OF)

format: $(VENV)/.dev  ## rewrite the code in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

grammar: $(VENV)/.dev  ## rewrite docs/grammar.md from the rules
	$(BIN)/python -m cpp_corpus.normalizer.recognize.grammar.document > docs/grammar.md.new
	mv docs/grammar.md.new docs/grammar.md

codes: $(VENV)/.dev  ## rewrite docs/findings.md from the table of codes
	$(BIN)/python -m cpp_corpus.model.findings_page > docs/findings.md.new
	mv docs/findings.md.new docs/findings.md

quality: $(VENV)/.dev  ## measures against floors that only rise, and what changed since the last commit
	$(BIN)/python -m quality

fuzz: $(VENV)/.dev  ## changed inputs for every reader: MINUTES=0.1 for each target, TARGETS="mirror-page verify", SEED=13
	-$(BIN)/python -m pip install --quiet -c constraints.txt --group fuzz
	$(BIN)/python -m fuzz --minutes $(MINUTES) --seed $(SEED) $(TARGETS)

peers: $(VENV)/.dev  ## the benchmark of the field: other recognisers, installed into a cache (network; MIRROR=FOLDER)
	$(BIN)/python benchmarks/french-references/run.py $(MIRROR)

findings:  ## what other libraries do to French law: every script of findings/ (network)
	@failed=0; for script in findings/*.sh; do echo "== $$script"; sh $$script || failed=1; done; exit $$failed

clean:  ## remove what the tools leave behind
	rm -rf out build dist htmlcov .coverage coverage.xml .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests quality fuzz benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean  ## … and the virtual environment, and the peers
	rm -rf $(VENV) $(LOWEST) $(COMPILED) benchmarks/french-references/.cache

# The first Python of 3.11 or later that can make a virtual environment; PYTHON=… overrides the search.
$(BIN)/python:
	@found=; for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	  if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "cpp-corpus needs Python 3.11 or later with its venv module (Debian: apt install python3-venv); none was found." >&2; \
	  echo "If it is installed elsewhere: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; \
	fi; \
	echo "$$found -m venv $(VENV)"; $$found -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.installed: pyproject.toml constraints.txt $(ATLAS_PACKAGE)/pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[all]' -e $(ATLAS_PACKAGE)
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt $(ATLAS_PACKAGE)/pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[all,cloud,dask]' -e $(ATLAS_PACKAGE) --group dev
	@touch $@

$(VENV)/.docs: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet -c constraints.txt --group docs
	@touch $@

$(LOWEST)/.installed: pyproject.toml constraints.txt $(ATLAS_PACKAGE)/pyproject.toml .ci/lowest.py | $(BIN)/python
	$(BIN)/python -m venv $(LOWEST)
	$(BIN)/python .ci/lowest.py > $(LOWEST)/constraints.txt
	$(LOWEST)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(LOWEST)/bin/python -m pip install --quiet -c $(LOWEST)/constraints.txt -e '.[all,cloud,dask]' -e $(ATLAS_PACKAGE) \
	  hypothesis jsonschema lxml pytest pytest-xdist
	@touch $@
