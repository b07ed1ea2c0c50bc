# Clientele. `make help` lists what there is.
SHELL := bash
PYTHON ?= python3
BUILD ?= .build
RELEASE := $(BUILD)/release/clientele

.PHONY: help setup build lint format check test browser-test api-test shots bench docs demo leaks fuzz clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## bring everything the product runs on; a second run does nothing
	@$(PYTHON) scripts/setup.py

build: setup ## the program, optimised
	@swift build -c release --product clientele

demo: build ## the sample company in a fresh workspace, analysed and opened
	@$(RELEASE) demo

test: setup ## all tests
	@$(PYTHON) scripts/setup.py --with postgres
	@swift build --build-tests
	@swift test --skip-build --parallel

browser-test: setup ## every page in a browser: two languages, three widths, light and dark, hostile data
	@$(PYTHON) scripts/setup.py --with browser
	@swift build --product clientele
	@$(PYTHON) Tests/Browser/run.py

api-test: setup ## the API against its own description, with an independent tool
	@$(PYTHON) scripts/setup.py --with api
	@swift build --product clientele
	@$(PYTHON) scripts/api_test.py

shots: setup ## pictures of every page, in .build/shots
	@$(PYTHON) scripts/setup.py --with browser
	@swift build --product clientele
	@$(PYTHON) scripts/shots.py

check: lint ## formatting, imports as the floor plan allows them, papers
	@$(PYTHON) scripts/imports.py
	@swift build --build-tests --explicit-target-dependency-import-check error

lint: ## formatting only
	@swift format lint --strict --recursive Package.swift Sources Tests Fuzz Bench

format: ## format every file
	@swift format --in-place --recursive Package.swift Sources Tests Fuzz Bench

bench: build ## speed against bare DuckDB, polars, pandas and lifetimes, and of the dashboard's pages, in one run
	@$(PYTHON) scripts/bench.py
	@$(PYTHON) scripts/bench_fec.py
	@$(PYTHON) scripts/bench_dedup.py
	@$(PYTHON) scripts/bench_models.py
	@$(PYTHON) scripts/bench_stages.py
	@$(PYTHON) scripts/bench_verdicts.py
	@$(PYTHON) scripts/bench_web.py

docs: ## the reference of the libraries, in .build/docs
	@mkdir -p $(BUILD)/docs
	@for target in ADBC Portfolio; do \
	  swift package --disable-sandbox --allow-writing-to-directory $(BUILD)/docs generate-documentation \
	    --target $$target --output-path $(BUILD)/docs/$$target || exit 1; done

leaks: setup ## memory given back: the engine's binding under valgrind
	@bash scripts/leaks.sh

FUZZ_SECONDS ?= 60
fuzz: ## input that would crash a reader, FUZZ_SECONDS for each (Linux)
	@$(PYTHON) scripts/fuzz.py --seconds $(FUZZ_SECONDS)

clean: ## forget what was built
	@rm -rf $(BUILD)
