# Massage Atlas: every task, under the same name for a person and for CI. `make` alone lists them.
#
# Needs Python 3.11 or newer, make and git. Everything else is installed into .venv from hash-locked lists,
# with uv when it is there and with pip when it is not, once, and again only when the lists change.

# What the engine under us prints about its own future is no news to the reader of a build log.
export NO_MKDOCS_2_WARNING := 1

UV ?= $(shell command -v uv 2>/dev/null)
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	"$$name" -c $(is_new_enough) 2>/dev/null && { echo "$$name"; break; }; done)

is_new_enough := 'import sys; sys.exit(sys.version_info < (3, 11))'
is_usable := $(if $(UV),$(is_new_enough),'import sys, pip; sys.exit(sys.version_info < (3, 11))')
bin := .venv/bin

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site serve test lint judges screenshots parity bench schema lock clean FORCE

help: ## List the tasks
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

site: .venv/.site ## Build the site
	$(bin)/atlas build

serve: .venv/.site ## Show the site at a local address and rebuild it on each change
	$(bin)/atlas serve

test: .venv/.dev ## Run all tests
	$(bin)/python -m pytest

lint: .venv/.dev ## Check style, types, spelling, schemas and the records
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy build_tools
	$(bin)/codespell
	$(bin)/python tests/spelling.py
	$(bin)/atlas schema --check
	$(bin)/atlas check --strict

judges: .venv/.dev ## Validate HTML, accessibility and links of every built page
	$(bin)/python tests/judges.py

screenshots: .venv/.dev ## Take pictures of a page of each kind, and in use, for a person to look at
	$(bin)/python tests/look.py

parity: .venv/.dev ## Compare the verdicts of a reader's browser with the builder's, all of them
	$(bin)/python tests/every_verdict.py

bench: .venv/.bench ## Measure how fast checking and building are
	$(bin)/python bench/check_speed.py
	$(bin)/python bench/check_verdicts.py

schema: .venv/.site ## Write schemas/ anew from the record models
	$(bin)/atlas schema

lock: ## Renew requirements/*.lock after a change to pyproject.toml or requirements/*.in (needs uv)
	@test -n "$(UV)" || { echo "make lock needs uv, the Python package manager: pip install uv" >&2; exit 1; }
	$(compile) requirements/site.in -o requirements/site.lock
	$(compile) requirements/site.in requirements/dev.in -c requirements/site.lock -o requirements/dev.lock
	$(compile) requirements/site.in requirements/bench.in -c requirements/dev.lock -o requirements/bench.lock

clean: ## Remove the built site and all caches (.venv stays)
	rm -rf site dist .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find build_tools tests bench -type d -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true


# The environment -----------------------------------------------------------------------------------------------

# Names, versions and hashes only, for every platform at once. UPGRADE=1 takes the newest versions.
compile = "$(UV)" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url $(if $(UPGRADE),--upgrade) pyproject.toml

# dev.lock and bench.lock contain all of site.lock in the same versions, so one environment serves every task.
.venv/.site: requirements/site.lock pyproject.toml .venv/.made
	$(call install,site)

.venv/.dev: requirements/dev.lock pyproject.toml .venv/.made
	$(call install,dev)
	@touch .venv/.site

.venv/.bench: requirements/bench.lock pyproject.toml .venv/.made
	$(call install,bench)
	@touch .venv/.site

# .venv/.made says where the environment was made, and .venv/.unfinished is there while something is installed.
# An environment that was moved, was interrupted, lost its Python or has no installer is not repaired but made anew.
ifneq ($(shell test ! -e .venv/.unfinished && $(bin)/python -c $(is_usable) 2>/dev/null && cat .venv/.made),$(CURDIR))
.venv/.made: FORCE
endif

.venv/.made:
	@test -n "$(PYTHON)" || { echo "Massage Atlas needs Python 3.11 or newer, and none was found:" \
		"install it, or say where it is with 'make PYTHON=/path/to/python3'." >&2; exit 1; }
	@"$(PYTHON)" -c $(is_new_enough) || { echo "Massage Atlas needs Python 3.11 or newer;" \
		"$(PYTHON) is older or does not run." >&2; exit 1; }
	@rm -rf .venv
	@echo "Making .venv with $$("$(PYTHON)" --version)"
ifneq ($(UV),)
	@"$(UV)" venv --quiet --python "$$("$(PYTHON)" -c 'import sys; print(sys.executable)')" .venv
else
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; echo "Python could not make .venv." \
		"On Debian and Ubuntu, install the package python3-venv." >&2; exit 1; }
endif
	@echo "$(CURDIR)" > $@

# $(call install,NAME): what requirements/NAME.lock lists, each file checked against its hash, then this project itself.
define install
	@echo "Installing requirements/$(1).lock into .venv"
	@touch .venv/.unfinished
	@$(pip_install) --require-hashes -r requirements/$(1).lock
	@$(pip_install) --no-deps --no-build-isolation -e .
	@rm .venv/.unfinished
	@touch $@
endef

ifneq ($(UV),)
pip_install = "$(UV)" pip install --quiet --python $(bin)/python
else
pip_install = $(bin)/python -m pip install --quiet --disable-pip-version-check
endif
